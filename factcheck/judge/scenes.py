"""Where something was done, as two reports tell it: signed in one town here, in another there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from factcheck.data.geography import apart
from factcheck.judge.beside import is_country
from factcheck.judge.case import Case
from factcheck.judge.statement_frames import known_words
from factcheck.judge.statement_ladder import words_apart
from factcheck.judge.told_otherwise import Otherwise, Tellings, Told, told_otherwise
from factcheck.model.word import Word

DEEDS = frozenset({"hand-over", "next-session", "set-sail", "sign"})
"""Senses of what is done in one place: an agreement signed, prisoners handed over, a boat put to sea, a session."""
REACH = 6
"""Content words between a deed and the place it is done in."""


def done_elsewhere(case: Case, where: tuple[int, ...]) -> Iterator[Otherwise]:
    """Give the two places of which each report tells that the one deed of its kind was done there."""
    if len({case.readings[report].report.language for report in where}) > 1:
        return
    known = [known_words(case, report) for report in where]

    def elsewhere(a: Word, b: Word) -> bool:
        strange = a.key not in known[1], b.key not in known[0]
        if a.kind == b.kind == "place":
            return any(strange) and apart(a.key, b.key)
        return all(strange) and fuzz.ratio(a.root, b.root) < SAME_WORD  # no list holds them both: how they are spelt

    ours, theirs = (_scenes(case, report) for report in where)
    yield from told_otherwise(case, where, ours, theirs, elsewhere)


def _scenes(case: Case, report: int) -> Tellings:
    """Give the places of each deed."""
    found: dict[str, dict[str, Told]] = {}
    for claim in case.statements[report].values():
        for deed in claim.words:
            if deed.key not in DEEDS or deed.denied or deed.purpose:
                continue
            places = [word for at, word in enumerate(claim.words) if _place(claim.words, at)]
            behind = [word for word in places if 0 < words_apart(claim, deed, word) <= REACH]
            before = [word for word in places if -REACH <= words_apart(claim, deed, word) < 0]
            scene = next(iter(behind), None) or next(reversed(before), None)
            if scene is not None:
                found.setdefault(deed.key, {}).setdefault(scene.key, Told(claim, deed, scene))
    return found


def _place(words: Sequence[Word], at: int) -> bool:
    """Tell a place smaller than a country: one that is listed, has a capital, or stands behind "the town of"."""
    word, before = words[at], words[at - 1] if at else None
    headed = before is not None and before.root in HEADS and word.kind == "word"
    return headed or (word.kind in ("place", "proper") and not is_country(word.key))


HEADS = frozenset({"#city", "#town", "#village"})
"""Roots of words behind which a place is named."""


SAME_WORD = 60
"""rapidfuzz ratio from which two words may be one name in two spellings."""
