"""What a figure takes over from one told before it: its part, its currency, or what it counts."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.extract.found import FoundFigure
from factcheck.extract.number import in_brackets
from factcheck.model.figure import Counted
from factcheck.model.language import Language
from factcheck.text.passage import Passage

SHARED = ("time", "locator")
"""Parts that a bare number joined to another has too."""
MILLION = 1_000_000


def shared(passage: Passage, found: FoundFigure, last: FoundFigure | None) -> FoundFigure:
    """Give a bare number joined to a label or a time the same part: "minutes 43 and 57"."""
    figure = found.figure
    if last is None or last.figure.role not in SHARED or figure.role != "quantity" or figure.unit is not None:
        return found
    between = range(last.end, found.start)
    joined = all(passage.at(at, "number-joiner") is not None or passage.tokens[at].text in ",،" for at in between)
    same = figure.counted is None and len(between) <= 2 and figure.form == last.figure.form
    if not joined or not same:
        return found
    explain = (*found.explain, f"{last.figure.role}, as the one it is joined to")
    return found._replace(figure=replace(figure, role=last.figure.role), explain=explain)


NEAR = 12
"""Words between an ordinal and the one whose noun it shares."""


def of_same(passage: Passage, found: FoundFigure, last: FoundFigure, language: Language) -> FoundFigure:
    """Have an ordinal with no noun number what the one before it numbers: "the third time in a row and the fifth"."""
    figure, before = found.figure, last.figure
    bare = figure.form == "ordinal" and figure.counted is None and figure.role == "quantity"
    if (
        not bare
        or before.counted is None
        or before.role not in ("quantity", "locator")
        or found.start > last.end + NEAR
    ):
        return found
    one, other = _ordinal(passage, found), _ordinal(passage, last)
    if one is None or other is None or not _leans(passage, one, language):
        return found
    if is_feminine(passage, one, language) != is_feminine(passage, other, language):
        return found
    explain = (*found.explain, f"numbers {before.counted.text}, told before")
    return found._replace(figure=replace(figure, counted=before.counted, role=before.role), explain=explain)


def _ordinal(passage: Passage, found: FoundFigure) -> int | None:
    return next((at for at in range(found.start, found.end) if passage.at(at, "ordinal")), None)


def is_feminine(passage: Passage, index: int, language: Language) -> bool:
    """Tell whether an ordinal is a feminine, by its ending or as its entry says."""
    ordinal = passage.at(index, "ordinal")
    told = ordinal is not None and bool(ordinal.entry.tag("gender"))
    return told or passage.tokens[index].text.endswith(language.feminine_endings or ("\0",))


def _leans(passage: Passage, index: int, language: Language) -> bool:
    """Tell an ordinal that is joined to what stands before it, itself or by its adjective, or set in brackets."""
    if in_brackets(passage, index, index + 1) or (index and passage.tokens[index - 1].text == "("):
        return True
    joiners = language.prefixes[0] if language.prefixes else ()
    words = [passage.tokens[at].text for at in (index, index - 1) if at >= 0 and passage.at(at, "stop") is None]
    return any(word.startswith(joiner) for word in words for joiner in joiners)


def of_money(found: FoundFigure, unit: str) -> FoundFigure:
    """Give bare millions the currency told before them in the sentence ("5 million euros, of 12 million in all")."""
    figure = found.figure
    if figure.form != "cardinal" or figure.counted is not None or figure.role != "quantity":
        return found
    explain = (*found.explain, f"unit {unit}, told before")
    return found._replace(figure=replace(figure, form="money", unit=unit), explain=explain)


def some_of_them(passage: Passage, start: int, end: int) -> bool:
    """Tell whether a number counts some of those told before: "among them 4", "4 of them"."""
    before = (passage.at(at, "of-them") for at in range(max(0, start - 2), start))
    if any(m is not None and m.end == start and m.entry.tag("position") == "before" for m in before):
        return True
    after = passage.at(end, "of-them")
    return after is not None and after.entry.tag("position") != "before"


def of_them(found: FoundFigure, counted: Counted) -> FoundFigure:
    """Have "four of them" count what was counted before."""
    figure = found.figure
    if figure.form not in ("cardinal", "vague") or figure.counted is not None or figure.role != "quantity":
        return found
    explain = (*found.explain, f"counts {counted.text}, told before")
    some = replace(counted, key=None, kind="") if counted.kind == "casualty" else counted  # some of a toll is none
    return found._replace(figure=replace(figure, counted=some), explain=explain)
