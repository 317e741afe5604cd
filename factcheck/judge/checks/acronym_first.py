"""Initials that stand in a report before the name they are given for ("the WFP ... the World Food Programme (WFP)")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.own_figures import headlines
from factcheck.judge.schema import When
from factcheck.model.pair import Step
from factcheck.model.report import Sentence
from factcheck.model.span import Span

_GIVEN = re.compile(r"\(\s?([A-Z][A-Z&.]{1,9}[A-Z])\s?\)")
"""Initials in brackets: three capitals or more, as they stand behind the name they are made of."""
_USED = re.compile(r"(?<![\w.&(])[A-Z][A-Z&.]{1,9}[A-Z](?![\w&])")


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for initials given in brackets behind a name, and used before that; headlines are left alone."""
    (report,) = where
    reading = case.readings[report]
    text = reading.report.text
    heads = headlines(case, report)
    body = [s for s in reading.sentences if s.index not in heads and s.span.field == "text"]
    uses: dict[str, re.Match[str]] = {}
    names: dict[str, re.Match[str]] = {}
    for use in _USED.finditer(text):
        uses.setdefault(use[0], use)
    for name in _GIVEN.finditer(text):
        names.setdefault(name[1], name)
    for initials, given in names.items():
        used = uses.get(initials)
        if used is None or used.start() >= given.start(1):
            continue
        first, there = _around(body, used.start()), _around(body, given.start())
        if first is None or there is None or first.index == there.index:
            continue
        spans = Span(used.start(), used.end()), Span(given.start(), given.end())
        statement = case.statement(report, first.index)
        yield Draft(
            level="",
            evidence=(case.evidence(report, spans[0]), case.evidence(report, spans[1])),
            basis=((" ".join(sorted(set(statement.context.stems))), initials),),
            values={"initials": initials},
            steps=(Step("named-first", False, (("a", initials), ("b", given[0]))),),
            claims=((report, statement.id),),
        )


def _around(body: Sequence[Sentence], at: int) -> Sentence | None:
    """Give the sentence that a place of the text stands in."""
    number = bisect_right(body, at, key=lambda sentence: sentence.span.start) - 1
    return body[number] if number >= 0 and at < body[number].span.end else None


CHECK = Check("report", (), frozenset({"initials"}), Options, run)
