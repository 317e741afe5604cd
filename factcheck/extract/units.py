"""The unit a number is stated in, before or after it, and what it is a rate of."""

from __future__ import annotations

from factcheck.extract.number import Number, in_brackets
from factcheck.model.figure import plain
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

LONGEST_SYMBOL = 4
"""Tokens of a currency mark."""
CLOSING, OPENING = frozenset(")]»”\"'"), frozenset("([«“\"'")


def past_closing(passage: Passage, number: Number) -> int:
    """Give where a number's expression goes on: past the bracket or quotation mark that closes right after it."""
    end, tokens = number.end, passage.tokens
    closed = end < len(tokens) and tokens[end].text in CLOSING
    opened = number.start > 0 and tokens[number.start - 1].text in OPENING
    return end + 1 if closed and (opened or in_brackets(passage, number.start, end)) else end


def unit_of(passage: Passage, number: Number, language: Language, *, part: bool = False) -> Match | None:
    """Give the unit after a number, or the symbol right before it; an ordinal has none.

    `part` says that the number is the smaller part of an amount: there "2 in" are inches.
    """
    if number.kind == "ordinal":
        return None
    for at in _places(passage, number):
        match = passage.at(at, "unit") or (passage.at(at, "unit-part") if part else None)
        if match is not None and _is_unit(passage, number, match, language):
            return _scale_told(passage, number, match)
    return _symbol(passage, number)


def _scale_told(passage: Passage, number: Number, degrees: Match) -> Match:
    """Read degrees of no scale on the one that the words before their number tell: "a quake of 6.3 degrees"."""
    before = _symbol(passage, number) if degrees.entry.key == DEGREES else None
    if before is None or before.entry.tag("dimension") != "magnitude":
        return degrees
    return degrees._replace(form=before.form, entry=before.entry)


DEGREES = "deg"
"""The key of degrees that do not say of what."""


def _places(passage: Passage, number: Number) -> list[int]:
    """Give the tokens at which a number's unit may begin."""
    end = number.end
    if end >= len(passage.tokens):
        return []
    places = [end]
    stop = passage.at(end, "stop")
    if stop is not None and (number.kind in ("vague", "fraction") or number.magnitude):
        of = passage.at(end, "partitive") is not None and number.kind != "fraction"  # "millions of dollars"
        article = stop.entry.tag("class") == "article" and number.kind == "fraction"  # "half an hour"
        places += [stop.end] if of or article else []
    if passage.tokens[end].text == "-":
        places.append(end + 1)
    if past_closing(passage, number) > end:
        places.append(end + 1)
    return places


def _is_unit(passage: Passage, number: Number, match: Match, language: Language) -> bool:
    """Tell a unit from the same noun used otherwise: "750 last week", "189 of the year 2015"."""
    before, first = passage.tokens[match.start - 1], passage.tokens[match.start]
    if match.entry.tag("glued") and before.end != first.start:
        return False
    if match.entry.tag("position") == "before" and _belongs_behind(passage, match):
        return False
    hour = passage.at(number.start - 1, "clock") if number.start else None
    if len(first.text) == 1 and first.kind == "word" and (_in_code(passage, match.end) or hour is not None):
        return False  # "24703L202", and "at 6 p.m." where one letter says it
    if match.entry.tag("dimension") == "time" and match.entry.tag("scale") and match.form.number != "singular":
        noun = passage.at(match.start, "counted")
        if noun is not None and not unit_is_framed(passage, number.start, match.end):
            return False  # "three contracts" are spelt as "three decades"
    if not match.prefix:
        return True
    only_article = bool(language.prefixes) and match.prefix in language.prefixes[-1]
    return only_article and (number.definite or number.kind in ("vague", "fraction") or match.start > number.end)


def unit_is_framed(passage: Passage, start: int, end: int) -> bool:
    """Tell whether the wording around a stretch of time frames it as one ("for three decades", "the last decades")."""
    frame = any(
        m.end == start and m.entry.tag("position") != "after" for m in passage.within("period", start - 4, start)
    )
    after = passage.at(end, "period")
    qualified = start > 0 and passage.at(start - 1, "qualifier") is not None
    return frame or (after is not None and after.entry.tag("position") == "after") or qualified


def _in_code(passage: Passage, index: int) -> bool:
    """Tell whether a letter goes on into a numeral ("24703L202", "24703 L-202"): it is part of a code."""
    tokens = passage.tokens
    at = index + 1 if index < len(tokens) and tokens[index].text == "-" else index
    glued = at < len(tokens) and tokens[at].kind == "number" and tokens[at].start == tokens[at - 1].end
    return glued and tokens[index - 1].end == tokens[index].start


def _symbol(passage: Passage, number: Number) -> Match | None:
    """Give the currency mark that ends right before a number ("US$" is two tokens), or a percent sign glued to it."""
    for match in passage.within("unit", number.start - LONGEST_SYMBOL, number.start):
        if match.end != number.start:
            continue
        glued = passage.tokens[number.start - 1].end == passage.tokens[number.start].start
        if match.entry.tag("position") == "before" and _belongs_behind(passage, match):
            return match
        if match.entry.tag("form") == "percent" and glued:
            return match
    return None


def _belongs_behind(passage: Passage, symbol: Match) -> bool:
    """Tell the mark before a numeral from one behind the number before: "20$ 43", "ten $ 43"; but "ten $43"."""
    tokens, start, end = passage.tokens, symbol.start, symbol.end
    if end >= len(tokens) or tokens[end].kind != "number":
        return False
    if not start or tokens[start - 1].kind == "number":
        return not start
    return tokens[end - 1].end == tokens[end].start or passage.at(start - 1, "number", "vague") is None


def rate_of(passage: Passage, end: int, unit: Match | None, base: Number | None) -> tuple[str, int] | None:
    """Read what a figure that ends at `end` is a rate of ("a barrel", "per 100,000 people"), and where that ends.

    `base` is the number that follows, if one does.
    """
    match = passage.at(end, "per")
    if match is None:
        return None
    if match.entry.key != GENERAL:
        told = passage.at(match.end, "period", "shift", "direction")  # "a year ago", "a year earlier"
        unit_of_time = (passage.at(at, "unit") for at in range(end, match.end))
        timed = any(m is not None and m.entry.tag("dimension") == "time" for m in unit_of_time)
        return None if timed and told is not None else (match.entry.key, match.end)
    article = match.end == end + 1 and (stop := passage.at(end, "stop")) and stop.entry.tag("class") == "article"
    if article and (unit is None or unit.entry.tag("form") != "money"):
        return None  # "65 dollars a barrel", but not "65 years a spy"
    noun = passage.at(match.end, "unit", "counted")
    if noun is not None:
        return noun.entry.key, noun.end
    if base is None or base.start != match.end or base.kind != "cardinal" or base.weak:
        return None
    if passage.tokens[end].kind == "mark" and base.value < SMALLEST_BASE:
        return None  # "13 / 8" is a day and a month, or a label
    noun = passage.at(base.end, "counted", "unit")
    return f"{plain(base.value)} {noun.entry.key if noun else ''}".strip(), noun.end if noun else base.end


def quoted_against(passage: Passage, start: int, unit: Match | None) -> Match | None:
    """Give the currency that an exchange rate is quoted for: "dollar: 143.80 yen"."""
    if unit is None or unit.entry.tag("form") != "money" or start < 2 or passage.tokens[start - 1].text != ":":
        return None
    other = passage.at(start - 2, "unit")
    money = other is not None and other.entry.tag("form") == "money" and other.entry.key != unit.entry.key
    counted = start > 2 and passage.tokens[start - 3].kind == "number"
    return other if other is not None and money and other.end == start - 1 and not counted else None


SMALLEST_BASE = 100
"""The smallest number after a stroke that others are a rate of."""
GENERAL = "per"
"""The key of the words for a rate that need to be told of what."""
