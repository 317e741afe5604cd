"""Two reports date one thing differently."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.comparability import inferred
from factcheck.judge.date_ladder import basis, dates_of
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Pair


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every two dates of one thing that cannot both hold.

    Levels: `proven` where both dates are printed whole and the statements are one by their wording; `likely` where that
    is likeness, or the dates are printed but for their year, or told by two weekdays; `told` where one had to be
    resolved against a publication date, which may be the day the copy was collected.
    """
    seen: set[tuple[str, str]] = set()
    for pair in case.pairs:
        if (pair.a.report, pair.b.report) != where or pair.verdict != "conflict":
            continue
        a, b = case.claim(pair.a), case.claim(pair.b)
        if a.date is None or b.date is None or (a.date.edtf, b.date.edtf) in seen:
            continue
        seen.add((a.date.edtf, b.date.edtf))
        yield _draft(case, pair, a, b)


def _draft(case: Case, pair: Pair, a: Claim, b: Claim) -> Draft:
    first, second = dates_of(a, b)
    evidence = [case.evidence(pair.a.report, a.span, "a"), case.evidence(pair.b.report, b.span, "b")]
    for report, claim in ((pair.a.report, a), (pair.b.report, b)):
        evidence += [
            case.evidence(report, other.span, "again")
            for other in case.readings[report].claims
            if other.date is not None and other.id != claim.id and claim.date is not None
            and (other.date.edtf, other.date.bound) == (claim.date.edtf, claim.date.bound)
        ]  # fmt: skip
    return Draft(
        level=_level(pair, a, b),
        evidence=tuple(evidence),
        basis=(basis_of(a, first.edtf), basis_of(b, second.edtf)),
        values=_values(a, b),
        steps=pair.steps,
        claims=((pair.a.report, a.id), (pair.b.report, b.id)),
    )


def _values(a: Claim, b: Claim) -> dict[str, str]:
    """Give the dates as printed; where that is one word of two days of publication, with the days they come to."""
    first, second = dates_of(a, b)
    if a.text != b.text:
        return {"a": a.text, "b": b.text}
    return {"a": f"{a.text} ({first.edtf})", "b": f"{b.text} ({second.edtf})"}


def _level(pair: Pair, a: Claim, b: Claim) -> str:
    first, second = dates_of(a, b)
    if "anchor" in dict(pair.signals):
        return "likely"
    if basis(first) != basis(second) or basis(first) == "told":
        return "told"
    worded = not any(True for _ in inferred(pair.steps))
    if "only-end" in dict(pair.signals) and first.year_told and second.year_told:
        return "likely"
    if first.relative or second.relative:
        return "likely" if worded else "told"
    return "proven" if worded else "likely"


CHECK = Check("pair", ("proven", "likely", "told"), frozenset({"a", "b"}), Options, run, turns={"equal-dates": ()})
