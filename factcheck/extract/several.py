"""What a number counts that names no noun of its own, but is one of several told before it, or some of those after."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from factcheck.extract.counted import counted_of
from factcheck.extract.found import FoundFigure
from factcheck.extract.nouns import counted_noun, words
from factcheck.extract.number import Number
from factcheck.extract.shared import is_feminine, of_them
from factcheck.extract.units import unit_of
from factcheck.model.figure import Counted
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

MOST, FAR = 10, 30
"""How many can be told one by one, and the words between them and the last of their ordinals."""
TWOS = ("dual", "construct")


def one_of_several(
    passage: Passage, found: FoundFigure, before: Sequence[FoundFigure], language: Language
) -> FoundFigure:
    """Have a bare ordinal number what was told as several: "two offers: the first ..., the second ...".

    `before` are the figures told before it in the sentence, the last few of which are asked.
    """
    figure = found.figure
    if figure.form != "ordinal" or figure.counted is not None or figure.role != "quantity" or figure.low is None:
        return found
    index = next((at for at in range(found.start, found.end) if passage.at(at, "ordinal")), None)
    if index is None or not _bare(passage, index, language):
        return found
    feminine = is_feminine(passage, index, language)
    pair = _pair(passage, index, language, feminine=feminine) if figure.low <= 2 else None
    several = next((f for f in reversed(before[-LAST:]) if _several(passage, f, found, language, feminine)), None)
    if several is not None and (pair is None or several.start > pair.start):
        return _counting(found, several.figure.counted)
    return (
        _counting(found, counted_noun(words(passage, pair.start, pair.end), pair.entry, passage.groups))
        if pair
        else found
    )


LAST = 4
"""Figures told before among which several are looked for."""


def _counting(found: FoundFigure, counted: Counted | None) -> FoundFigure:
    if counted is None:
        return found
    explain = (*found.explain, f"one of the {counted.text} told before")
    return found._replace(figure=replace(found.figure, counted=counted), explain=explain)


def _bare(passage: Passage, index: int, language: Language) -> bool:
    """Tell an ordinal that stands for its noun: joined on, or behind a mark or a function word."""
    ordinal, before = passage.at(index, "ordinal"), passage.tokens[index - 1] if index else None
    if before is None or before.text in BEFORE or passage.at(index - 1, "stop") is not None:
        return True
    joiners = language.prefixes[0] if language.prefixes else ()
    return ordinal is not None and bool(ordinal.prefix) and ordinal.prefix.startswith(joiners)


BEFORE = frozenset(",،:.;؛-–")
"""Marks behind which an ordinal stands for its noun; in brackets it explains what stands before them."""


def _pair(passage: Passage, index: int, language: Language, *, feminine: bool) -> Match | None:
    """Give the nearest noun in the dual before an ordinal, of its gender."""
    if "counted" not in passage.groups:
        return None
    for at in range(index - 1, max(-1, index - 1 - FAR), -1):
        match = next((m for m in passage.found.get(at, ()) if m.entry.group == "counted"), None)
        if match is None or match.form.number not in TWOS or match.entry.tag("class") == "casualty":
            continue
        ending = passage.tokens[at].text.endswith(language.feminine_duals or ("\0",))
        return match if ending == feminine else None
    return None


def _several(passage: Passage, one: FoundFigure, found: FoundFigure, language: Language, feminine: bool) -> bool:
    """Tell whether a figure told before says how many there are of what an ordinal is one of."""
    figure = one.figure
    exact = figure.low is not None and figure.low == figure.high and not figure.approximate
    plain = figure.form == "cardinal" and figure.role == "quantity" and figure.counted is not None
    if not (exact and plain) or figure.low is None or found.figure.low is None or found.start > one.end + FAR:
        return False
    if not found.figure.low <= figure.low <= MOST or figure.low < 2 or figure.counted is None:
        return False
    if figure.counted.kind == "casualty" or not language.feminine_endings:
        return figure.counted.kind != "casualty"
    word = next((passage.tokens[at] for at in range(one.start, one.end) if passage.at(at, "number")), None)
    if word is None or word.kind != "word":
        return True
    return word.text.endswith(language.feminine_endings) != feminine  # the numeral is of the other gender


def out_of(
    passage: Passage, found: FoundFigure, number: Number, following: Number | None, language: Language
) -> FoundFigure:
    """Have "8 out of 14 shrines" count shrines; some of a toll are no toll."""
    figure = found.figure
    if following is None or figure.counted is not None or figure.unit is not None or number.kind != "cardinal":
        return found
    join = passage.at(number.end, "share-of")
    if join is None or join.entry.key != "of" or join.end != following.start or following.kind != "cardinal":
        return found
    if following.value < number.value or unit_of(passage, following, language) is not None:
        return found
    noun = counted_of(passage, following, following.end, language)
    return of_them(found, noun.counted) if noun is not None and noun.start >= following.end else found
