"""How the wording around a number stretches it into an interval, and which two numbers make one range."""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from factcheck.extract.number import Number
from factcheck.model.figure import Ends
from factcheck.text.passage import Match, Passage

REACH = 6
"""Tokens a qualifier may begin before the number it stands against."""
NOUN = 3
"""Words the noun counted may have before a qualifier that follows it."""


class Interval(Struct, frozen=True):
    """[low, high] with the half-open range of tokens its wording covers; `first` and `last` are its numbers."""

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    low_inclusive: bool = True
    high_inclusive: bool = True
    approximate: bool = False
    explain: tuple[str, ...] = ()
    ends: Ends = ""


def _before_symbol(passage: Passage, index: int) -> int:
    """Give where the unit's symbol right before a number begins, or the number's own place."""
    unit = passage.at(index - 1, "unit") if index else None
    return index - 1 if unit is not None and unit.end == index and unit.entry.tag("position") == "before" else index


def qualifier_before(passage: Passage, index: int) -> Match | None:
    """Give the qualifier that ends right before a token, longest first; a currency or a mark may stand between."""
    if "qualifier" not in passage.groups:
        return None
    ends = {index, _before_symbol(passage, index)}
    if index and _glued(passage, index):
        ends.add(index - 1)
    if index and passage.tokens[index - 1].text in OPENING:
        ends |= {index - 1, _before_symbol(passage, index - 1)}
    for match in passage.within("qualifier", index - REACH, index):
        if match.end in ends and match.entry.tag("position") != "after" and not match.suffix:
            return match
    return None


def _glued(passage: Passage, index: int) -> bool:
    """Tell whether an article is glued before a numeral as a word of its own."""
    before, token = passage.tokens[index - 1], passage.tokens[index]
    glued = before.kind == "word" and token.kind == "number" and before.end == token.start
    return glued and passage.at(index - 1, "particle") is not None


def qualifier_after(passage: Passage, end: int) -> Match | None:
    """Give the qualifier after a number's expression at `end`, or after the noun it counts ("12 people or so").

    Wording that leads to another number is that number's ("12 people and over 30 others").
    """
    if "qualifier" not in passage.groups:
        return None
    for at in range(end, min(len(passage.tokens), end + NOUN + 1)):
        match = passage.at(at, "qualifier")
        if match is not None:
            inner = (passage.at(k, "qualifier") for k in range(at + 1, match.end))
            next_one = match.end + (match.end + 1 < len(passage.tokens) and _glued(passage, match.end + 1))
            leads_on = any(m is not None and m.end > match.end for m in inner) or _number_at(passage, next_one)
            return None if leads_on or match.entry.tag("position") not in ("after", "either") else match
        if passage.tokens[at].kind != "word" or passage.at(at, "stop", "number", "speech"):
            return None
    return None


def _number_at(passage: Passage, index: int) -> bool:
    """Tell whether a numeral or a number word stands at a token."""
    return index < len(passage.tokens) and (
        passage.tokens[index].kind == "number" or passage.at(index, "number", "vague") is not None
    )


def interval(passage: Passage, number: Number, end: int, *, timed: bool = False) -> Interval:
    """Apply the qualifier before a number, or after what it counts (`end`); none leaves the number as it is.

    `timed` says that the number is a stretch of time: "55 billion over six years" are not more than six.
    """
    before, after = qualifier_before(passage, number.start), qualifier_after(passage, end)
    if before is not None and after is not None and before.entry.tag("bound") == "both" != after.entry.tag("bound"):
        before = None  # "about five hundred or more": the bound outweighs
    if before is not None and timed and before.entry.key == SPAN and _amount_before(passage, before.start):
        before = None
    match = before or after
    plain = Interval(
        number.start, end, number.low, number.high, approximate=number.kind == "vague", explain=number.explain
    )
    if number.low is None or number.kind == "ordinal":  # "until the fifth day" bounds no count
        return plain
    if match is None:
        return _bounded_from_afar(passage, number, end) or plain
    start, stop = (match.start, end) if match is before else (number.start, match.end)
    bound, inclusive = match.entry.tag("bound"), match.entry.tag("inclusive") != "no"
    explain = (*number.explain, f"wording {match.entry.key}")
    if match.entry.tag("approximate") == "no":
        return Interval(start, stop, number.low, number.high, explain=explain)
    if bound == "both" and not inclusive and number.high is not None:  # "plus or minus 3"
        most = abs(number.high)
        return Interval(start, stop, -most, most, explain=explain)
    if bound == "low":
        return Interval(start, stop, number.low, None, inclusive, True, False, explain)
    if bound == "high":
        return Interval(start, stop, None, number.high, True, inclusive, False, explain)
    return Interval(start, stop, number.low, number.high, approximate=True, explain=explain)


SPAN = "over"
"""The key of the qualifier that also means "during"."""


def _amount_before(passage: Passage, index: int) -> bool:
    """Tell whether an amount ends right before a token: a numeral, a number word, or a unit behind one."""
    unit = next((m for at in range(max(0, index - 3), index) if (m := passage.at(at, "unit")) and m.end == index), None)
    return passage.tokens[index - 1].kind == "number" or unit is not None or _number_at(passage, index - 1)


AFAR = 6
"""Words between a verb that bounds a number and the number."""


def _bounded_from_afar(passage: Passage, number: Number, end: int) -> Interval | None:
    """Read "no less, its value, than 75": a verb that bounds, the noun it is said of, and the number behind it."""
    if "bound-verb" not in passage.groups:
        return None
    begin = number.start - (passage.tokens[number.start - 1].text in OPENING) if number.start else 0
    by = passage.at(begin - 1, "bound-by") if begin else None
    last = begin - 1 if by is not None else begin
    for at in range(last - 1, max(-1, last - 1 - AFAR), -1):
        if passage.tokens[at].kind != "word" or passage.at(at, "number", "speech", "complementiser"):
            return None
        verb = passage.at(at, "bound-verb")
        if verb is None:
            stop = passage.at(at, "stop")
            if stop is not None and stop.entry.tag("class") != "conjunction" and not passage.at(at, "counted"):
                return None
            continue
        if bool(verb.entry.tag("by")) != (by is not None) or at == last - 1:
            return None
        explain = (*number.explain, f"wording {verb.entry.key}, over its subject")
        bound = verb.entry.tag("bound")
        if bound == "both":
            return Interval(number.start, end, number.low, number.high, approximate=True, explain=explain)
        turned = at > 0 and passage.at(at - 1, "bound-not") is not None
        if (bound == "low") != turned:
            return Interval(number.start, end, number.low, None, turned, True, explain=explain)
        return Interval(number.start, end, None, number.high, True, turned, explain=explain)
    return None


def joined_range(passage: Passage, first: Number, second: Number | None, gap_end: int) -> Match | bool | None:
    """Tell whether two numbers make one range ("10-12"): the match that opens it, True without one, or None.

    `gap_end` is where the first number ends with its unit, if it has one of its own. "Rose from 5 to 7" is no range
    but a change, and its two ends are two figures.
    """
    if second is None or first.low is None or second.low is None or first.kind != second.kind != "vague":
        return None
    glued = first.start > 0 and passage.tokens[first.start - 1].end == passage.tokens[first.start].start
    if glued and passage.tokens[first.start - 1].kind == "word" and first.start - 1 not in passage.found:
        return None  # "code D99 to 959"
    begin = _before_symbol(passage, first.start)
    if begin and passage.tokens[begin - 1].text in OPENING:
        begin -= 1
    opening = next((match for match in passage.within("range-open", begin - 3, begin) if match.end == begin), None)
    between = passage.tokens[gap_end : second.start]
    if opening is not None:
        if not between:
            return opening if opening.entry.tag("join") == "and" else None
        join = passage.at(gap_end, "range-join")
        # "between 3 to 4" is as common in print as "between 3 and 4".
        fits = join is not None and join.entry.key != "or" and _reaches(passage, join.end, second)
        change = opening.entry.tag("join") != "and" and changes(passage, opening.start)
        return opening if fits and not change else None
    return True if first.low < second.low and _unopened(passage, first, second, gap_end) else None


OPENING = frozenset('([«“"')
CHANGE = 8
"""Words before a range among which a verb of rising or falling makes it a change."""


def changes(passage: Passage, index: int) -> bool:
    """Tell a change ("rose from 20 to 30") from a range; a word for "by" before it makes it how much it rose."""
    if "change" not in passage.groups:
        return False
    by = (passage.at(at, "change-end", "percent-word") for at in range(max(0, index - 3), index))
    if any(m is not None and m.end == index and m.entry.key in ("by", "share") for m in by):
        return False
    return any(passage.at(at, "change") is not None for at in range(max(0, index - CHANGE), index))


def _reaches(passage: Passage, index: int, second: Number) -> bool:
    """Tell whether a number begins at a token, past a currency symbol, a bracket or an article."""
    start = _before_symbol(passage, second.start)
    if start > index and passage.tokens[start - 1].text in OPENING:
        start -= 1
    article = passage.at(index, "stop")
    stepped = article.end if article is not None and article.entry.tag("class") == "article" else index
    return start in (index, stepped)


def _unopened(passage: Passage, first: Number, second: Number, gap_end: int) -> bool:
    """Tell whether two numbers make a range with nothing before them: "10-12", "10 – 12", "10 to 12", "10 or 12"."""
    end = _before_symbol(passage, second.start)
    if end == gap_end + 1 and passage.tokens[gap_end].text in DASHES:
        if passage.tokens[gap_end].text == "—" and passage.tokens[gap_end].start > passage.tokens[gap_end - 1].end:
            return False  # a dash that sets words apart
        left = passage.tokens[gap_end].start == passage.tokens[gap_end - 1].end
        right = passage.tokens[gap_end].end == passage.tokens[end].start
        return first.digits and second.digits and left == right
    join = passage.at(gap_end, "range-join")
    if join is None or join.end != end or first.digits != second.digits:
        return False
    near = second.value - first.value <= NEAR and second.value <= 2 * first.value
    if gap_end > first.end and passage.at(second.end, "unit") is None and passage.at(first.end, "unit"):
        return False  # "5 percent to 1,520": the level reached
    if second.value > WIDE * max(first.value, first.step):
        return False
    return join.entry.key == "to" or (join.entry.key == "or" and near)


NEAR = 10
"""How far apart the two numbers of "10 or 12" may be."""
WIDE = 20
"""How many times the first number the second of a range with nothing before it may be."""
DASHES = frozenset("-–—")
