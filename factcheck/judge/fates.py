"""What a court found of somebody whom two reports name: guilty in the one, not guilty in the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from msgspec.structs import replace

from factcheck.align.statements import Meeting
from factcheck.align.wording import lay, opposites
from factcheck.judge.case import Case
from factcheck.judge.statement_ladder import Difference, moment, word_evidence
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.span import Span
from factcheck.model.word import Word

FOUND = frozenset({"acquit", "convict", "execute", "innocent", "life-term", "sentence"})
"""Senses of what a court finds of somebody; who is arrested may be released later, and both be right."""
MOST = 50
"""Sentences of a report that are looked at: one with more of them is a chronicle of many cases."""
REACH = 8
"""Content words between such a word and the name of whom it is told."""


def found_otherwise(case: Case, where: tuple[int, ...]) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give two opposite findings on one person, each close to the name; whatever else the two sentences tell."""
    across = len({case.readings[report].report.language for report in where}) > 1
    if split_verdict(case, where):
        return
    sides = [list(islice(_told(case, report), MOST)) for report in where]
    life = [any(word.key == LIFE for _, words in side for word in words) for side in sides]
    for a, ours in sides[0]:
        for b, theirs in sides[1]:
            pairs = [(x, y) for x in ours for y in theirs if opposites(x, y) or (life[0] != life[1] and _unlike(x, y))]
            if not pairs:
                continue
            meeting = Meeting(a, b, lay(a.words, b.words), across)
            for x, y in pairs:
                named = next((p for p, q in meeting.wording.shared if _of(a.words, x, p) and _of(b.words, y, q)), None)
                if named is None:
                    continue
                text = word_evidence(case, where[0], a, named, "").text
                steps = (Step("one-subject", True, (("a", text),)), moment(case, where, meeting))
                if all(step.passed for step in steps):
                    yield meeting, (x, y), steps


def split_verdict(case: Case, where: tuple[int, ...]) -> bool:
    """Tell whether a report tells a verdict of two parts: what the other tells may be either."""
    return any(_split(claim.words) for report in where for claim in islice(case.statements[report].values(), MOST))


LIFE = "life-term"
"""The sense of the longest term."""
TERMS = frozenset({"building prison", "detain", "sentence"})
"""Keys of words for a term, where so many years stand right behind them."""
YEARS = "a"
BEHIND = 15
"""Characters from such a word to the years."""


def _told(case: Case, report: int) -> Iterator[tuple[Claim, list[Word]]]:
    """Give the sentences that tell what a court found, and those words; a term with its years."""
    for claim in case.statements[report].values():
        figures = case.figures(report, claim.context.sentence)
        years = [c.span for c in figures if c.figure is not None and c.figure.unit == YEARS]
        words = [told for word in claim.words if not word.denied and (told := _finding(word, years)) is not None]
        if words:
            yield claim, words


def _split(words: Sequence[Word]) -> bool:
    """Tell a verdict of two parts: not guilty of murder, but convicted of manslaughter."""
    cleared = any(word.key in CLEARED or (word.key == GUILTY and word.denied) for word in words)
    return cleared and any(word.key in (GUILTY, CONVICT) and not word.denied for word in words)


CLEARED = frozenset({"acquit", "innocent"})
GUILTY, CONVICT = "guilty", "convict"


def _finding(word: Word, years: Sequence[Span]) -> Word | None:
    behind = next((span for span in years if 0 <= span.start - word.end <= BEHIND), None)
    if word.key in TERMS and behind is not None:
        return replace(word, end=behind.end)
    return word if word.key in FOUND else None


def _unlike(a: Word, b: Word) -> bool:
    """Tell a term for life from one of years."""
    return {a.key, b.key} & TERMS != set() and LIFE in (a.key, b.key)


def _of(words: Sequence[Word], finding: Word, person: Word) -> bool:
    """Tell whether somebody is named close to a finding, with nobody else between the two."""
    at, other = (next(i for i, word in enumerate(words) if word.start == one.start) for one in (finding, person))
    between = words[min(at, other) + 1 : max(at, other)]
    return person.kind == "person" and len(between) <= REACH and all(word.kind != "person" for word in between)
