"""A number of things announced before a colon, and a list below it that holds another number of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.sums import exact
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.pair import Step
from factcheck.model.report import Block, Report, Sentence
from factcheck.text.tokens import PRINTED_WORD

FEWEST, MOST = 2, 20
"""Numbers of things that a list may be announced with."""
WORDS_BETWEEN = 1
"""Words between the thing counted and the colon that say nothing of a list ("three new measures", "are")."""
LOOK_ON = 3
"""Blocks after a list in which another bullet shows that it only paused."""
COLONS = ":："
CUT = "…."
_DIGITS = re.compile(r"\d+")


def bullet_lists(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for each list right below "three measures:" that has more items or fewer.

    Nothing is said of a list that calls itself a part ("among them:"), of people counted before a list of something
    else, of nested bullets, nor of a list that other text cuts in two.
    """
    (report,) = where
    reading = case.readings[report]
    last = {sentence.block: sentence for sentence in reading.sentences if sentence.kind == "paragraph"}
    for number, sentence in sorted(last.items()):
        if not reading.report.surface(sentence.span).rstrip().endswith(tuple(COLONS)):
            continue
        items = _items(reading.report, number)
        count = _announced(case, report, sentence)
        if count is not None and items and len(items) != exact(count):
            yield _draft(case, report, count, items)


def _items(report: Report, block: int) -> Sequence[Block]:
    """Give the bullets that follow a block, one level of them; none where the list is not whole."""
    end = block + 1
    while end < len(report.blocks) and report.blocks[end].kind == "bullet":
        end += 1
    items = report.blocks[block + 1 : end]
    following = report.blocks[end : end + LOOK_ON]
    paused = any(other.kind == "bullet" for other in following)
    cut = bool(following) and following[0].kind == "boilerplate"
    if len(items) < FEWEST or paused or cut or len({_mark(report, item) for item in items}) > 1:
        return ()
    return () if report.surface(items[-1].span).rstrip().endswith(CUT[0]) else items


def _mark(report: Report, item: Block) -> str:
    """Give what stands before an item on its line, whatever its number: items of one list look alike."""
    start = report.text.rfind("\n", 0, item.span.start) + 1
    return _DIGITS.sub("1", report.text[start : item.span.start])


def _announced(case: Case, report: int, sentence: Sentence) -> Claim | None:
    """Give the one count that a sentence ends with, before its colon; None where it counts people or a part only."""
    counts = list(case.figures(report, sentence.index))
    told = list(case.markers(report, sentence.index, "list-word", "part", "vague-count"))
    if not counts or any(marker.group != "list-word" or marker.key == "some" for marker in told):
        return None
    count = max(counts, key=lambda c: c.span.start)
    figure = count.figure
    if any(other is not count and FEWEST <= exact(other) <= MOST for other in counts):
        return None  # "two reasons for the three delays": either may be what is listed
    if any(0 <= count.span.start - m.span.end <= 1 for m in case.markers(report, sentence.index, "date-bound")):
        return None  # "after three attacks" announces none
    if figure is None or figure.form != "cardinal" or figure.counted is None or count.context.negated:
        return None
    if not FEWEST <= exact(count) <= MOST or figure.counted.kind in ("people", "casualty"):
        return None
    if figure.counted.key in NOT_LISTED:
        return None
    text = case.readings[report].report.text[count.span.end : sentence.span.end]
    words = [
        word
        for word in PRINTED_WORD.finditer(text)
        if not any(m.span.start <= word.start() + count.span.end < m.span.end for m in told)
    ]
    return count if len(words) <= WORDS_BETWEEN else None


NOT_LISTED = frozenset({"time", "day", "month", "year", "week", "hour"})
"""Keys of what is counted and hardly ever listed."""


def _draft(case: Case, report: int, count: Claim, items: Sequence[Block]) -> Draft:
    value = shown(count.figure) if count.figure is not None else ""
    listed = str(len(items))
    return Draft(
        level="items",
        evidence=(
            case.evidence(report, count.span, "count"),
            *(case.evidence(report, item.span, "item") for item in items),
        ),
        basis=(basis_of(count, f"{value} / {listed}"),),
        values={"figure": count.text, "items": listed},
        steps=(Step("list", False, (("figure", count.text), ("items", listed))),),
        claims=((report, count.id),),
    )
