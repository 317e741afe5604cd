"""One statement given to two people: statements found by their words, speakers told apart by their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from rapidfuzz.distance import Indel

from factcheck.align.people import Person, one_name, people_of
from factcheck.judge.case import Case
from factcheck.judge.namesakes import two_names
from factcheck.languages.loader import load_languages
from factcheck.model.claim import Claim, Reading
from factcheck.model.source import Attribution
from factcheck.model.span import Span
from factcheck.text.tokens import tokenize

SHORTEST = 8
"""Words from which a statement can be told to be one by its words alone."""
TITLES = 1
"""Words of a title that may stand before a speaker's office or name."""
OFFICE = 2
"""Words that tell an office by themselves."""
LONG = 10**9
HELD = 10
"""Words in a row in common from which one statement may be held in a longer one."""
LIKE = 0.75
"""Share of words in common, in order, from which two statements are one (Indel similarity over words)."""


class Spoken(NamedTuple):
    """A statement, its folded words, and the people named in the words for its speaker."""

    attribution: Attribution
    words: tuple[str, ...]
    speakers: tuple[Person, ...]


class Disputed(NamedTuple):
    """One statement as two reports give it to two people."""

    a: Spoken
    b: Spoken
    alike: float


def disputed(case: Case, where: tuple[int, int]) -> Iterator[Disputed]:
    """Give the statements that two reports of one language share and give to two people."""
    first, second = (case.readings[report] for report in where)
    if first.report.language != second.report.language:
        return
    ours, theirs = _spoken(first), _spoken(second)
    spoken, heard = ([x for x in side if x.speakers] for side in (ours, theirs))
    for a in spoken:
        best = max(heard, key=lambda b: (_alike(a, b), -b.attribution.content.start), default=None)
        if best is None or (alike := _alike(a, best)) < LIKE:
            continue
        back = max(spoken, key=lambda x: (_alike(x, best), -x.attribution.content.start))
        if back is a and _two_speakers(a, best) and not _also(ours, a, best) and not _also(theirs, best, a):
            yield Disputed(a, best, alike)


def _spoken(reading: Reading) -> list[Spoken]:
    people = people_of(reading)
    return [
        Spoken(a, words, _speakers(reading, a, people))
        for a in reading.attributions
        if len(words := _words(reading, a.content)) >= SHORTEST
    ]


def _words(reading: Reading, span: Span) -> tuple[str, ...]:
    language = load_languages()[reading.report.language]
    return tuple(t.text for t in tokenize(reading.report.surface(span), language) if t.kind != "mark")


def _speakers(reading: Reading, attribution: Attribution, people: Sequence[Person]) -> tuple[Person, ...]:
    """Give the people named in the words for a speaker, where these begin with the first one's office or name.

    An office alone is its holder's, where the report names one right behind the same words.
    """
    source = attribution.source
    if source is None:
        return ()
    every = [(m, p) for p in people for m in p.mentions if m.span.field == source.named.field]
    named = [(m, p) for m, p in every if source.named.overlaps(m.span)]
    if not any(m.span.end == source.named.end for m, _ in named):
        behind = [p for m, p in every if _right_behind(reading, source.named, m.span, attribution.content)]
        behind = behind or list(_holders(reading, source.named, every))
        if behind:
            return (behind[0],)
    if not named:
        return ()
    first = min((mention for mention, _ in named), key=lambda mention: mention.span.start)
    starts = [first.span, *(office.span for office in (first.name.offices if first.name else ()))]
    lead = Span(source.named.start, max(source.named.start, min(s.start for s in starts)), source.named.field)
    return tuple(person for _, person in named) if len(_words(reading, lead)) <= TITLES else ()


def _holders(reading: Reading, office: Span, people: Sequence[tuple[Claim, Person]]) -> Iterator[Person]:
    text, words = reading.report.surface(Span(0, LONG, office.field)), reading.report.surface(office)
    if len(_words(reading, office)) < OFFICE:
        return
    at = text.find(words)
    while at >= 0:
        here = Span(at, at + len(words), office.field)
        nothing = Span(0, 0, office.field)
        yield from (person for m, person in people if _right_behind(reading, here, m.span, nothing))
        at = text.find(words, here.end)


def _right_behind(reading: Reading, source: Span, name: Span, content: Span) -> bool:
    """Tell a name that the words for an office go on to ("the director of King Fahd Hospital, Dr Sami Nasr")."""
    if not source.end <= name.start or name.overlaps(content):
        return False
    return len(_words(reading, Span(source.end, name.start, source.field))) <= TITLES


def _alike(a: Spoken, b: Spoken) -> float:
    """Tell how alike two statements are; one that another holds whole is like it."""
    match = SequenceMatcher(None, a.words, b.words, autojunk=False).find_longest_match()
    held = match.size / min(len(a.words), len(b.words)) if match.size >= HELD else 0.0
    return float(max(held, Indel.normalized_similarity(a.words, b.words)))


def _two_speakers(a: Spoken, b: Spoken) -> bool:
    """Tell whether both statements have a person for a speaker, and surely not the same one."""
    sources = [x.attribution.source for x in (a, b)]
    if (
        any(source is None or source.kind not in ("person", "role") for source in sources)
        or not a.speakers
        or not b.speakers
    ):
        return False
    return all(two_names(x.words, y.words, True) for x in a.speakers for y in b.speakers)


def _also(spoken: Sequence[Spoken], own: Spoken, other: Spoken) -> bool:
    """Tell whether a report gives the words to the other report's speaker as well, as one who quotes or is quoted."""
    return any(
        x is not own
        and x.attribution.content.overlaps(own.attribution.content)
        and any(one_name(p.words, q.words, True) for p in x.speakers for q in other.speakers)
        for x in spoken
    )
