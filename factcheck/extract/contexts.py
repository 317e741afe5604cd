"""The clause a claim stands in, and what about it decides whether it may be compared."""

from __future__ import annotations

from factcheck.model.claim import Context, Modality
from factcheck.model.language import Language
from factcheck.model.report import Report
from factcheck.text.fold import fold_text
from factcheck.text.passage import Passage
from factcheck.text.stems import content_stems, stem
from factcheck.text.tokens import tokenize

BREAKS = frozenset(",،;؛:()[]«»“”\"|–—")
FEWEST_STEMS = 3
"""A clause with fewer content stems says too little: its neighbour's stems join it."""
MODALITIES: tuple[tuple[str, Modality], ...] = (
    ("denial", "denial"),
    ("question", "question"),
    ("forecast", "forecast"),
    ("hearsay", "hearsay"),
)


def clause_of(passage: Passage, start: int, end: int, language: Language) -> tuple[int, int]:
    """Give the token range of the clause around `start:end`: to the nearest breaks that leave enough words."""
    first, last = start, end
    tokens = passage.tokens
    while True:
        while first > 0 and tokens[first - 1].text not in BREAKS:
            first -= 1
        while last < len(tokens) and tokens[last].text not in BREAKS:
            last += 1
        own = len(content_stems(passage, first, start, language)) + len(content_stems(passage, end, last, language))
        if own >= FEWEST_STEMS or (first == 0 and last == len(tokens)):
            return first, last
        if first > 0:
            first -= 1
        elif last < len(tokens):
            last += 1


def context_of(
    passage: Passage, start: int, end: int, report: Report, language: Language, names: dict[int, str], moment: str | None
) -> Context:
    """Build the context of the claim at tokens `start:end`; `names` maps tokens to the key of the name they are in."""
    first, last = clause_of(passage, start, end, language)
    stems = (*content_stems(passage, first, start, language), *content_stems(passage, end, last, language))
    if passage.sentence.cells:
        stems += _table_stems(passage, report, language)
    inside = range(first, last)
    markers = {m.entry.group for at in inside for m in passage.found.get(at, ())}
    modality = next((name for group, name in MODALITIES if group in markers), "fact")
    return Context(
        sentence=passage.sentence.index,
        clause=passage.span(first, last),
        stems=stems,
        names=frozenset(key for at, key in names.items() if at in inside),
        moment=moment,
        earlier="earlier" in markers,
        negated="negation" in markers,
        modality=modality,
    )


def _table_stems(passage: Passage, report: Report, language: Language) -> tuple[str, ...]:
    """A cell is read with its column's header."""
    stems = []
    for head in passage.sentence.heads:
        words = tokenize(fold_text(report.surface(head), language), language)
        stems += [stem(token.text, language) for token in words if token.kind == "word"]
    return tuple(stems)
