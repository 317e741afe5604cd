"""Where something was done, as two reports tell it: signed in one town here, in another there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from factcheck.align.statements import Meeting
from factcheck.align.wording import lay
from factcheck.data.geography import apart
from factcheck.judge.beside import is_country
from factcheck.judge.case import Case
from factcheck.judge.statement_frames import known_words
from factcheck.judge.statement_ladder import Difference, moment, words_apart
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word

DEEDS = frozenset({"hand-over", "next-session", "set-sail", "sign"})
"""Senses of what is done in one place: an agreement signed, prisoners handed over, a boat put to sea, a session."""
REACH = 6
"""Content words between a deed and the place it is done in."""


def done_elsewhere(case: Case, where: tuple[int, ...]) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give the two places of which each report tells that the one deed of its kind was done there."""
    if len({case.readings[report].report.language for report in where}) > 1:
        return
    ours, theirs = (_scenes(case, report) for report in where)
    known = [known_words(case, report) for report in where]
    for deed in sorted(ours.keys() & theirs.keys()):
        if len(ours[deed]) != 1 or len(theirs[deed]) != 1:
            continue
        (a, x), (b, y) = (next(iter(told[deed].values())) for told in (ours, theirs))
        listed = x.kind == y.kind == "place"
        strange = x.key not in known[1], y.key not in known[0]
        if not _elsewhere(x, y) or not (any(strange) if listed else all(strange)):
            continue
        meeting = Meeting(a, b, lay(a.words, b.words))
        steps = (Step("one-subject", True, (("a", deed),)), moment(case, where, meeting, dated=True))
        if all(step.passed for step in steps):
            yield meeting, (x, y), steps


def _scenes(case: Case, report: int) -> Mapping[str, Mapping[str, tuple[Claim, Word]]]:
    """Give the places of each deed, by key, where they are first told."""
    found: dict[str, dict[str, tuple[Claim, Word]]] = {}
    for claim in case.statements[report].values():
        for deed in claim.words:
            if deed.key not in DEEDS or deed.denied or deed.purpose:
                continue
            places = [word for at, word in enumerate(claim.words) if _place(claim.words, at)]
            behind = [word for word in places if 0 < words_apart(claim, deed, word) <= REACH]
            before = [word for word in places if -REACH <= words_apart(claim, deed, word) < 0]
            scene = next(iter(behind), None) or next(reversed(before), None)
            if scene is not None:
                found.setdefault(deed.key, {}).setdefault(scene.key, (claim, scene))
    return found


def _place(words: Sequence[Word], at: int) -> bool:
    """Tell a place smaller than a country: one that is listed, has a capital, or stands behind "the town of"."""
    word, before = words[at], words[at - 1] if at else None
    headed = before is not None and before.root in HEADS and word.kind == "word"
    return headed or (word.kind in ("place", "proper") and not is_country(word.key))


HEADS = frozenset({"#city", "#town", "#village"})
"""Roots of words behind which a place is named."""


def _elsewhere(a: Word, b: Word) -> bool:
    """Tell two places that exclude one another; those that no list holds, by how they are spelt."""
    return apart(a.key, b.key) if a.kind == b.kind == "place" else fuzz.ratio(a.root, b.root) < SAME_WORD


SAME_WORD = 60
"""rapidfuzz ratio from which two words may be one name in two spellings."""
