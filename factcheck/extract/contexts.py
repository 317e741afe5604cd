"""The clause a claim stands in, and what about it decides whether it may be compared."""

from __future__ import annotations

from functools import lru_cache

from factcheck.model.claim import Context, Modality
from factcheck.model.language import Language
from factcheck.model.report import Report
from factcheck.text.passage import Match, Passage, read_passage
from factcheck.text.stems import contents_before, stem, stems_of
from factcheck.text.tokens import tokenize

BREAKS = frozenset(',،;؛:()[]«»“”"|–—')
LONGEST_CLAUSE = 60
"""Tokens a clause may reach to either side: real clauses end long before, and text without any break stays linear."""
FEWEST_STEMS = 3
"""A clause with fewer content stems says too little: its neighbour's stems join it."""
BESIDE = 3
"""Content words to each side of a claim that are nearest to it."""
NEAREST, NEAREST_REACH = 4, 16
"""Content words of the sentence to each side of a claim, and the tokens they are looked for in."""
BEHIND = 6
"""Tokens behind a claim within which a word still says how it is meant ("500 are expected to attend")."""
MODALITIES: tuple[tuple[str, Modality], ...] = (
    ("denial", "denial"),
    ("question", "question"),
    ("forecast", "forecast"),
    ("hearsay", "hearsay"),
)
MARKERS = frozenset({"earlier", "negation", *(group for group, _ in MODALITIES)})
"""Groups whose words, anywhere in a clause, say how it is meant."""


def clause_of(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Give the token range of the clause around `start:end`: to the nearest breaks that leave enough words."""
    first, last = start, end
    tokens, before = passage.tokens, contents_before(passage)
    lowest, highest = max(0, start - LONGEST_CLAUSE), min(len(tokens), end + LONGEST_CLAUSE)
    while True:
        while first > lowest and tokens[first - 1].text not in BREAKS:
            first -= 1
        while last < highest and tokens[last].text not in BREAKS:
            last += 1
        words = before[start] - before[first] + before[last] - before[end]
        if words >= FEWEST_STEMS or (first == lowest and last == highest):
            return first, last
        if first > lowest:
            first -= 1
        elif last < highest:
            last += 1


def context_of(
    passage: Passage,
    start: int,
    end: int,
    report: Report,
    language: Language,
    names: dict[int, str],
    moment: str | None,
) -> Context:
    """Build the context of the claim at tokens `start:end`; `names` maps tokens to the key of the name they are in."""
    first, last = clause_of(passage, start, end)
    every, count = stems_of(passage, language), contents_before(passage)
    before, after = every[count[first] : count[start]], every[count[end] : count[last]]
    nearest = every[count[max(0, start - NEAREST_REACH)] : count[start]]
    following = every[count[end] : count[min(len(passage.tokens), end + NEAREST_REACH)]]
    stems = (*before, *after)
    if passage.sentence.cells:
        stems = _label_stems(passage, start, report, language)
    inside = range(first, last)
    # "the third shipment" is not the second one: an ordinal beside a figure sets it apart as a name does.
    ordinals, markers, meant = set[str](), set[str](), set[str]()
    if "ordinal" in passage.groups:
        others = [m for m in passage.within("ordinal", first, last) if not start <= m.start < end]
        ordinals = {_ordinal(passage, match, language) for match in others}
    if not passage.groups.isdisjoint(MARKERS):
        found = passage.found
        markers = {m.entry.group for at in inside if at in found for m in found[at] if not _of_an_office(passage, m)}
        # "17 protesters had been arrested and would be held": what became of them is told before the forecast.
        told = (at for at in range(end, min(last, end + BEHIND)) if at in found and passage.at(at, "outcome"))
        ahead = range(first, next(told, min(last, end + BEHIND)))
        meant = {m.entry.group for at in ahead if at in found for m in found[at]}
    if any(first <= at < min(last, end + BEHIND) for at in _to_come(passage, language)):
        meant.add("forecast")
    modality: Modality = next((name for group, name in MODALITIES if group in meant), "fact") if meant else "fact"
    return Context(
        sentence=passage.sentence.index,
        clause=passage.span(first, last),
        stems=stems,
        beside=(*before[-BESIDE:], *after[:BESIDE]),
        before=nearest[: -NEAREST - 1 : -1],
        after=following[:NEAREST],
        names=frozenset({key for at, key in names.items() if at in inside} | ordinals),
        moment=moment,
        earlier="earlier" in markers,
        session="session" in passage.groups,
        negated="negation" in markers,
        modality=modality,
    )


def _of_an_office(passage: Passage, marker: Match) -> bool:
    """Tell "the general [director] former", whose last words mean "the year before" elsewhere."""
    if marker.entry.group != "earlier" or not marker.start:
        return False
    office = passage.at(marker.start - 1, "role", "title", "post")
    return office is not None and office.end > marker.start


@lru_cache(maxsize=8)  # every claim of a sentence asks
def _to_come(passage: Passage, language: Language) -> tuple[int, ...]:
    """Give the verbs of a sentence that carry the mark of what is to come, where that is joined to them."""
    if not language.future_prefixes:
        return ()
    sides = (passage.found, passage.aside)
    begun = [at for at, token in enumerate(passage.tokens) if token.text.startswith(language.future_prefixes)]
    return tuple([at for at in begun if any(_joined(m, language) for side in sides for m in side.get(at, ()))])


def _joined(match: Match, language: Language) -> bool:
    """Tell a match whose clitic is the mark of what is to come."""
    return any(one[:-1] == match.prefix for one in language.future_prefixes)


def _ordinal(passage: Passage, match: Match, language: Language) -> str:
    """Name an ordinal with the noun it numbers, which stands before it where nouns lead and after it elsewhere."""
    at = match.start - 1 if "verb-first" in language.options else match.end
    if at == match.end < len(passage.tokens) and passage.tokens[at].text == "-":
        at += 1  # "third-quarter profit"
    noun = stem(passage.tokens[at].text, language) if 0 <= at < len(passage.tokens) else ""
    return f"{noun} #{match.entry.key}"


def _label_stems(passage: Passage, start: int, report: Report, language: Language) -> tuple[str, ...]:
    """A cell is read with its row's first cell and, where there is more than one column of values, its header."""
    cells, heads = passage.sentence.cells, passage.sentence.heads
    column = next((i for i, cell in enumerate(cells) if cell.start <= passage.tokens[start].start < cell.end), 0)
    labels = [cells[0]] if column else []
    if len(cells) > VALUE_COLUMNS:
        labels += heads[column : column + 1]
    stems: list[str] = []
    for label in labels:
        tokens = tokenize(report.surface(label), language)
        words = read_passage(passage.sentence, tokens, language)
        stems += stems_of(words, language)
    return tuple(stems)


VALUE_COLUMNS = 2
"""Columns of a table whose headers say no more than "item" and "value"."""
