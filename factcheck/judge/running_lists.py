"""A number of things announced, and fewer of them named in the sentences that go on to name them all."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.sums import exact
from factcheck.model.claim import Claim, Marker
from factcheck.model.figure import shown
from factcheck.model.finding import Evidence
from factcheck.model.pair import Step
from factcheck.model.report import Sentence
from factcheck.model.span import Span
from factcheck.text.tokens import PRINTED_WORD

FEWEST, MOST = 3, 20
"""Numbers of things that a list may be announced with."""
BESIDE = 12
"""Code points between a count and the words that open its list."""
LONGEST_ITEM = 5
"""Words an item may have; more of them tell something else."""
LOOK_ON = 3
"""Sentences behind the first item in which further ones are named."""
_SEPARATORS = re.compile(r"[,،;؛]")


def running_lists(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for each count whose items are all named right behind it, and are fewer.

    Levels: `listed` where the sentence ends in the list ("three cities, namely A and B"), `named` where the first of
    them opens a row of sentences that name one after another ("eight halls, the first being the hall of ...").
    """
    (report,) = where
    for count in case.figures(report):
        figure = count.figure
        if figure is None or figure.counted is None or figure.counted.kind in ("people", "casualty"):
            continue  # people are told of as often as they are named ("four men, who are in hospital")
        if figure.form != "cardinal" or count.context.negated or not FEWEST <= exact(count) <= MOST:
            continue
        found = _listed(case, report, count) or _named(case, report, count)
        if found is not None and len(found[1]) < exact(count):
            yield _draft(case, report, count, *found)


def _listed(case: Case, report: int, count: Claim) -> tuple[str, Sequence[Span]] | None:
    """Give the items between "namely" and the end of the sentence, as many as its marks and joining words may part."""
    opener = _right_behind(case, report, count, "list-word", "namely")
    if opener is None:
        return None
    end = _sentence(case, report, count).span.end
    text = case.readings[report].report.text[opener.span.end : end]
    behind = [
        m for m in case.readings[report].markers if opener.span.end <= m.span.start < end and m.span.field == "text"
    ]
    if any(m.group in ("part", "vague-count") for m in behind):
        return None
    joins = [m.span for m in behind if m.group == "join"]
    cuts = sorted({opener.span.end + m.start() for m in _SEPARATORS.finditer(text)} | {join.start for join in joins})
    edges = [opener.span.end, *cuts, end]
    items = [Span(a, b) for a, b in pairwise(edges)]
    told = [item for item in items if PRINTED_WORD.search(case.readings[report].report.surface(item))]
    long = any(len(PRINTED_WORD.findall(case.readings[report].report.surface(item))) > LONGEST_ITEM for item in told)
    return None if long or len(told) != exact(count) - 1 else ("listed", told)  # one is forgotten, not most


def _named(case: Case, report: int, count: Claim) -> tuple[str, Sequence[Span]] | None:
    """Give the places where the thing counted stands with another name each, from "the first of them" on."""
    counted = count.figure.counted if count.figure is not None else None
    opener = _right_behind(case, report, count, "part", "first-of-them")
    if opener is None or counted is None or counted.key is None or counted.kind != "thing":
        return None
    here = count.context.sentence
    taken = [claim.span for claim in case.figures(report)]
    named: dict[str, Span] = {}
    for marker in case.readings[report].markers:
        if (
            marker.group != "counted"
            or marker.key != counted.key
            or marker.plural
            or marker.span.start < opener.span.end
        ):
            continue
        if here <= marker.sentence <= here + LOOK_ON and not any(span.overlaps(marker.span) for span in taken):
            named.setdefault(_next_word(case, report, marker), marker.span)
    return ("named", list(named.values())) if len(named) >= FEWEST else None


def _next_word(case: Case, report: int, marker: Marker) -> str:
    word = PRINTED_WORD.search(case.readings[report].report.text, marker.span.end)
    return word[0] if word is not None else ""


def _right_behind(case: Case, report: int, count: Claim, group: str, key: str) -> Marker | None:
    """Give the word that opens a list, with nothing but a mark, or the count's own adjective, before it."""
    for marker in case.markers(report, count.context.sentence, group):
        if marker.key == key and 0 <= marker.span.start - count.span.end <= BESIDE and marker.span.field == "text":
            return marker
    return None


def _sentence(case: Case, report: int, count: Claim) -> Sentence:
    return case.sentence(report, count.context.sentence)


def _draft(case: Case, report: int, count: Claim, level: str, items: Sequence[Span]) -> Draft:
    value = shown(count.figure) if count.figure is not None else ""
    listed = str(len(items))
    evidence: list[Evidence] = [case.evidence(report, count.span, "count")]
    evidence += [case.evidence(report, item, "item") for item in items]
    return Draft(
        level=level,
        evidence=tuple(evidence),
        basis=(basis_of(count, f"{value} / {listed}"),),
        values={"figure": count.text, "items": listed},
        steps=(Step("list", False, (("figure", count.text), ("items", listed))),),
        claims=((report, count.id),),
    )
