"""One report hedges a figure ("about 300"), and the other gives the bare number as if it were counted."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from factcheck.judge.case import Case, Draft, basis_of, value_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.judge.values import in_unit_of
from factcheck.model.claim import Claim
from factcheck.model.figure import Figure
from factcheck.model.pair import Ref


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each pair of figures of one number that only one report hedges, wherever it gives it.

    Levels: `about` for an estimate, `bound` for "more than" and the like. Market talk, ages and vague words are left
    alone. The first evidence is the bare figure.
    """
    told: set[tuple[str, str]] = set()
    for pair in case.pairs:
        if (pair.a.report, pair.b.report) != where or pair.verdict != "agree":
            continue
        for bare, hedged in ((pair.a, pair.b), (pair.b, pair.a)):
            level = _level(case, bare, hedged)
            key = (_head(case, bare), _head(case, hedged))
            if level and key not in told:
                told.add(key)
                a, b = case.claim(bare), case.claim(hedged)
                yield Draft(
                    level=level,
                    evidence=(case.evidence(bare.report, a.span, "a"), case.evidence(hedged.report, b.span, "b")),
                    basis=(basis_of(a, value_of(a)), basis_of(b, value_of(b))),
                    values={"a": a.text, "b": b.text},
                    steps=pair.steps,
                    claims=((bare.report, a.id), (hedged.report, b.id)),
                )


def _head(case: Case, ref: Ref) -> str:
    return case.repeats[ref.report].get(ref.claim, (ref.claim,))[0]


def _mentions(case: Case, ref: Ref) -> Iterator[Claim]:
    return (case.by_id[ref.report][other] for other in case.repeats[ref.report].get(ref.claim, (ref.claim,)))


def _level(case: Case, bare: Ref, hedged: Ref) -> str:
    """Give the level on which one mention is hedged and none of the other report is; empty where that is not so."""
    a, b = case.claim(bare).figure, case.claim(hedged).figure
    if a is None or b is None or any(_left_alone(case.claim(ref)) for ref in (bare, hedged)):
        return ""
    if a.exact is None or any(c.figure is not None and _hedge(c.figure) for c in _mentions(case, bare)):
        return ""
    if any(c.figure is not None and not _hedge(c.figure) for c in _mentions(case, hedged)):
        return ""
    return _hedge(b) if _stated(in_unit_of(a, b)) == a.exact else ""


def _left_alone(claim: Claim) -> bool:
    figure = claim.figure
    return figure is None or figure.role != "quantity" or figure.form == "vague" or claim.context.session


def _hedge(figure: Figure) -> str:
    if figure.approximate:
        return "about"
    return "bound" if (figure.low is None) != (figure.high is None) else ""


def _stated(figure: Figure) -> Decimal | None:
    return figure.low if figure.low is not None else figure.high


CHECK = Check("pair", ("about", "bound"), frozenset({"a", "b"}), Options, run, turns={"both-exact": ()})
