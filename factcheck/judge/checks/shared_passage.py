"""A passage that two reports share word for word, with nobody credited for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.judge.word_lists import WordList
from factcheck.languages.loader import load_languages
from factcheck.model.pair import Step
from factcheck.model.span import Span
from factcheck.text.tokens import Token, tokenize

Run = tuple[int, int, int]
"""Where a run of equal words begins in either report, and how many there are."""


class SharedPassage(Options, frozen=True, kw_only=True):
    """How long a passage has to be, and what counts as a credit."""

    words: Annotated[int, Meta(ge=5, le=200, description="least number of words, one behind the other")] = 30
    credits: Annotated[
        WordList | None,
        Meta(description="stay silent where one of these is in either report: agencies, statements, papers"),
    ] = None


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for the longest passage that two reports of one language share, outside quotations."""
    if not isinstance(options, SharedPassage):
        raise TypeError(f"options of shared_passage are {type(options).__name__}")
    a, b = where
    readings = case.readings[a], case.readings[b]
    if readings[0].report.language != readings[1].report.language or _credited(case, where, options):
        return
    first, second = _words(case, a), _words(case, b)
    longest = max(_runs(first, second, options.words), key=lambda run: run[2], default=None)
    if longest is not None:
        yield _draft(case, where, first, second, longest)


def _credited(case: Case, where: tuple[int, ...], options: SharedPassage) -> bool:
    name = options.credits.name if options.credits is not None else ""
    return any(case.worded[report].get(name) for report in where)


def _words(case: Case, report: int) -> list[Token]:
    """Give the words of a report's text that stand in no quotation; what was quoted may be repeated."""
    reading = case.readings[report]
    quoted = {at for c in reading.claims if c.quote is not None and c.span.field == "text" for at in _range(c.span)}
    tokens = tokenize(reading.report.text, load_languages()[reading.report.language])
    return [token for token in tokens if token.kind != "mark" and token.start not in quoted]


def _range(span: Span) -> range:
    return range(span.start, span.end)


def _runs(a: Sequence[Token], b: Sequence[Token], least: int) -> Iterator[Run]:
    """Give the runs of equal words that are long enough, the first of each kind; a run is passed over at once."""
    starts: dict[tuple[str, ...], int] = {}
    for at in range(len(a) - least + 1):
        starts.setdefault(tuple(token.text for token in a[at : at + least]), at)
    at = 0
    while at <= len(b) - least:
        found = starts.get(tuple(token.text for token in b[at : at + least]))
        if found is None:
            at += 1
            continue
        length = least
        while found + length < len(a) and at + length < len(b) and a[found + length].text == b[at + length].text:
            length += 1
        yield found, at, length
        at += length


def _draft(case: Case, where: tuple[int, ...], first: Sequence[Token], second: Sequence[Token], run: Run) -> Draft:
    spans = [
        Span(words[start].start, words[start + run[2] - 1].end) for words, start in ((first, run[0]), (second, run[1]))
    ]
    texts = [case.readings[report].report.surface(span) for report, span in zip(where, spans, strict=True)]
    count = str(run[2])
    return Draft(
        level="",
        evidence=tuple(case.evidence(report, span) for report, span in zip(where, spans, strict=True)),
        basis=((" ".join(token.text for token in first[run[0] : run[0] + run[2]]), "passage"),),
        values={"items": count, "words": " ".join(texts[0].split()[:OPENING])},
        steps=(Step("shared-passage", False, (("words", count),)),),
    )


OPENING = 8
"""Words of a passage by which a reader knows it again."""
CHECK = Check("pair", (), frozenset({"items", "words"}), SharedPassage, run)
