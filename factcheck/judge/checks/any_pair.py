"""Every pair of claims that the rule's `when` describes: what came of comparing two reports, claim by claim."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft, basis_of, value_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each pair of two reports' claims with this verdict, decided at this step of the ladders.

    Without `verdict` those in conflict; a claim's repeats are told once.
    """
    verdicts = [when.verdict] if isinstance(when.verdict, str) else when.verdict or ["conflict"]
    told: set[tuple[str, str]] = set()
    for pair in case.pairs:
        if (pair.a.report, pair.b.report) != where or pair.verdict not in verdicts:
            continue
        if when.level is not None and pair.level not in when.level:
            continue
        heads = [case.repeats[ref.report].get(ref.claim, (ref.claim,))[0] for ref in (pair.a, pair.b)]
        if (heads[0], heads[1]) in told:
            continue
        told.add((heads[0], heads[1]))
        a, b = case.claim(pair.a), case.claim(pair.b)
        yield Draft(
            level="",
            evidence=(case.evidence(pair.a.report, a.span, "a"), case.evidence(pair.b.report, b.span, "b")),
            basis=(basis_of(a, value_of(a)), basis_of(b, value_of(b))),
            values={"a": a.text, "b": b.text},
            steps=pair.steps,
            claims=((pair.a.report, a.id), (pair.b.report, b.id)),
        )


CHECK = Check("pair", (), frozenset({"a", "b"}), Options, run, frozenset({"verdict", "level"}))
