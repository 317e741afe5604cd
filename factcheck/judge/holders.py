"""Which people the words for a source name: in them, right behind them, or where the same office is told elsewhere."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from factcheck.align.people import Person
from factcheck.model.claim import Claim, Reading
from factcheck.model.source import Attribution
from factcheck.model.span import Field, Span

TITLES = 1
"""Words of a title that may stand before an office or a name."""
OFFICE = 2
"""Words that tell an office by themselves."""
NEAR = 30
"""Code points a title may take up."""


class Mentions(NamedTuple):
    """Where people are named in a field of a report: by the places they are named at, each with its own number."""

    starts: tuple[int, ...]
    people: tuple[tuple[int, Claim, Person], ...]
    longest: int

    def begun(self, start: int, end: int) -> list[tuple[Claim, Person]]:
        """Give the mentions that begin from `start` to before `end`, person by person."""
        found = self.people[bisect_left(self.starts, start) : bisect_left(self.starts, end)]
        return [(mention, person) for _, mention, person in sorted(found, key=lambda item: item[0])]


def mentions_of(people: Sequence[Person]) -> Mapping[Field, Mentions]:
    """Put the mentions of people in order, to be looked up."""
    found: dict[Field, Mentions] = {}
    every = [(mention, person) for person in people for mention in person.mentions]
    for field in ("title", "text"):
        here = [(number, m, p) for number, (m, p) in enumerate(every) if m.span.field == field]
        here.sort(key=lambda item: item[1].span.start)
        longest = max((m.span.end - m.span.start for _, m, _ in here), default=0)
        found[field] = Mentions(tuple(m.span.start for _, m, _ in here), tuple(here), longest)
    return found


def named_in(reading: Reading, attribution: Attribution, people: Mapping[Field, Mentions]) -> tuple[Person, ...]:
    """Give the people named in the words for a speaker, where these begin with the first one's office or name.

    An office alone is its holder's, where the report names one right behind the same words.
    """
    source = attribution.source
    if source is None:
        return ()
    here = source.named
    mentions = people[here.field]
    named = [(m, p) for m, p in mentions.begun(here.start - mentions.longest, here.end) if here.overlaps(m.span)]
    if not any(m.span.end == here.end for m, _ in named):
        holder = next(_holders(reading, here, mentions, attribution.content), None)
        if holder is not None:
            return (holder,)
    if not named:
        return ()
    first = min((mention for mention, _ in named), key=lambda mention: mention.span.start)
    start = min(span.start for span in _told(first))
    lead = reading.report.surface(Span(here.start, max(here.start, start), here.field))
    return tuple(person for _, person in named) if len(lead.split()) <= TITLES else ()


def _told(mention: Claim) -> Iterator[Span]:
    """Give where a mention begins, with its titles and the offices beside it."""
    yield mention.span
    if mention.name is not None:
        yield from (office.span for office in mention.name.offices)
        if mention.name.titled is not None:
            yield mention.name.titled


def _holders(reading: Reading, office: Span, people: Mentions, content: Span) -> Iterator[Person]:
    """Give whoever is named right behind the words for an office: here first, then wherever else they stand."""
    report = reading.report
    text = report.text if office.field == "text" else report.title or ""
    words = report.surface(office)
    if len(words.split()) < OFFICE:
        return
    yield from _behind(text, office.end, people, content)
    at = text.find(words)
    while at >= 0:
        yield from _behind(text, at + len(words), people, None)
        at = text.find(words, at + len(words))


def _behind(text: str, end: int, people: Mentions, content: Span | None) -> Iterator[Person]:
    for mention, person in people.begun(end, end + NEAR + 1):
        near = len(text[end : mention.span.start].split()) <= TITLES
        if near and (content is None or not mention.span.overlaps(content)):
            yield person
