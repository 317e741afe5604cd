"""Reports that agree because they copy one another: many of them are still one source."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.pair import Step

LONG = 4
"""Content words of a sentence that is shown for its report."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each group of reports of nearly one wording; only looked for among three or more.

    Levels: `all` where no report stands outside the group, `some` where others speak for themselves.
    """
    for group in case.voices:
        members = tuple(report for report in group if report in where)
        if len(members) > 1:
            yield _draft(case, members, "all" if set(members) == set(where) else "some")


def _draft(case: Case, members: tuple[int, ...], level: str) -> Draft:
    first = []
    for report in members:
        statements = [c for c in case.readings[report].claims if c.kind == "statement" and c.span.field == "text"]
        long = next((c for c in statements if len(c.context.stems) >= LONG), statements[0])
        first.append((report, long))
    return Draft(
        level=level,
        evidence=tuple(case.evidence(report, claim.span) for report, claim in first),
        basis=tuple((" ".join(sorted(set(claim.context.stems))), "voice") for _, claim in first),
        values={"items": str(len(members))},
        steps=(Step("one-voice", False, (("reports", str(len(members))),)),),
        claims=tuple((report, claim.id) for report, claim in first),
    )


CHECK = Check("event", ("all", "some"), frozenset({"items"}), Options, run)
