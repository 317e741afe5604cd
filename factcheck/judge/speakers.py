"""One statement given to two people: statements found by their words, speakers told apart by their names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Indel

from factcheck.align.people import Person, one_name
from factcheck.judge.case import Case
from factcheck.judge.holders import Mentions, mentions_of, named_in
from factcheck.judge.namesakes import two_names
from factcheck.judge.near_copies import may_share
from factcheck.judge.people import people_in
from factcheck.languages.loader import load_languages
from factcheck.model.claim import Reading
from factcheck.model.source import Attribution
from factcheck.model.span import Field
from factcheck.text.fold import fold_text

SHORTEST = 8
"""Words from which a statement can be told to be one by its words alone."""
HELD = 10
"""Words in a row in common from which one statement may be held in a longer one."""
LIKE = 0.75
"""Share of words in common, in order, from which two statements are one (Indel similarity over words)."""
SAME_OFFICE = 70.0
"""Likeness of two sources' words (0-100) from which they may be one office."""
SPEAKING = ("person", "role")


class Spoken(NamedTuple):
    """A statement and its folded words."""

    attribution: Attribution
    words: tuple[str, ...]


class Disputed(NamedTuple):
    """One statement as two reports give it to two people."""

    a: Spoken
    b: Spoken
    speakers: tuple[Person, Person]
    alike: float


def disputed(case: Case, where: tuple[int, int]) -> Iterator[Disputed]:
    """Give the statements that two reports of one language share and give to two people."""
    first, second = (case.readings[report] for report in where)
    if first.report.language != second.report.language:
        return
    people = mentions_of(people_in(case, where[0])), mentions_of(people_in(case, where[1]))
    told = _spoken(first), _spoken(second)
    for a, b, alike in _shared(*told):
        ours, theirs = named_in(first, a.attribution, people[0]), named_in(second, b.attribution, people[1])
        if not ours or not theirs or not all(two_names(x.words, y.words, True) for x in ours for y in theirs):
            continue
        if _one_office(a.attribution, b.attribution, (ours[0], theirs[0])):
            continue
        if not (_also(first, a, told[0], people[0], theirs) or _also(second, b, told[1], people[1], ours)):
            yield Disputed(a, b, (ours[0], theirs[0]), alike)


def _spoken(reading: Reading) -> list[Spoken]:
    language = load_languages()[reading.report.language]
    found = []
    for attribution in reading.attributions:
        if attribution.source is not None and attribution.source.kind in SPEAKING:
            words = fold_text(reading.report.surface(attribution.content), language).split()
            found.append(Spoken(attribution, tuple([word.strip(MARKS) for word in words])))
    return [spoken for spoken in found if len(spoken.words) >= SHORTEST]


MARKS = "«»“”\"'.,،؛;:!?؟()[]"


def _shared(ours: Sequence[Spoken], theirs: Sequence[Spoken]) -> Iterator[tuple[Spoken, Spoken, float]]:
    """Give the statements that are each other's likest, and how alike they are."""
    near = may_share([a.words for a in ours], [b.words for b in theirs], LIKE)
    every = {(i, j): likeness(ours[i].words, theirs[j].words) for i, others in near for j in others}
    alike = {pair: score for pair, score in every.items() if score >= LIKE}
    best = {i: j for _, i, j in sorted((score, i, -j) for (i, j), score in alike.items())}
    most = {j: score for score, j in sorted((score, j) for (_, j), score in alike.items())}
    for i, a in enumerate(ours):
        j = -best.get(i, 1)
        if j >= 0 and most[j] == alike[i, j]:
            yield a, theirs[j], alike[i, j]


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """Tell how alike two statements are (0 to 1); one that another holds whole is like it."""
    shortest = min(len(a), len(b))
    if len(set(a) & set(b)) < LIKE / 2 * shortest:
        return 0.0
    from difflib import SequenceMatcher  # few reports share a statement

    match = SequenceMatcher(None, a, b, autojunk=False).find_longest_match()
    held = match.size / shortest if match.size >= HELD else 0.0
    return float(max(held, Indel.normalized_similarity(a, b)))


def _one_office(a: Attribution, b: Attribution, people: tuple[Person, Person]) -> bool:
    """Tell whether the words for both speakers are one office, and the name of one is only told elsewhere."""
    first, second = a.source, b.source
    if first is None or second is None:
        return True
    named = (any(s.named.overlaps(m.span) for m in p.mentions) for s, p in zip((first, second), people, strict=True))
    return not all(named) and fuzz.token_set_ratio(first.key, second.key) >= SAME_OFFICE


def _also(
    reading: Reading, own: Spoken, told: Sequence[Spoken], people: Mapping[Field, Mentions], others: Sequence[Person]
) -> bool:
    """Tell whether a report gives the words to the other report's speaker as well: around them, or once more."""
    around = [a for a in reading.attributions if a.content.overlaps(own.attribution.content)]
    again = [spoken.attribution for spoken in told if likeness(spoken.words, own.words) >= LIKE]
    return any(
        one_name(p.words, q.words, True)
        for x in (*around, *again)
        if x is not own.attribution
        for p in named_in(reading, x, people)
        for q in others
    )
