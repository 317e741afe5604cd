"""Numbers in a passage: numerals and number words of any length, fractions, ordinals and vague counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.extract.number_grammar import TEN, NumberState, take_numeral, take_word
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage


@dataclass(frozen=True, slots=True)
class Number:
    """A number and the half-open range of tokens it is written in.

    `low` and `high` differ for vague words ("dozens") only; `step` is the worth of the last stated place.
    """

    start: int
    end: int
    low: Decimal | None
    high: Decimal | None
    step: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    kind: str = "cardinal"
    weak: bool = False
    digits: bool = False
    explain: tuple[str, ...] = ()


def find_numbers(passage: Passage, language: Language) -> Iterator[Number]:
    """Give every number of a passage in order, none overlapping."""
    index = 0
    while index < len(passage.tokens):
        number = (
            _vague(passage, index)
            or _slashed(passage, index)
            or _ordinal(passage, index, language)
            or _cardinal(passage, index, language)
        )
        if number is None and _round_after_article(passage, index):
            number = _cardinal(passage, index + 1, language)
            number = replace(number, start=index) if number is not None else None
        if number is None:
            index += 1
        else:
            yield _signed(passage, number)
            index = number.end


def _round_after_article(passage: Passage, index: int) -> bool:
    """Tell whether an article opens a round number: "a hundred", "a million", "a dozen"."""
    article, number = passage.at(index, "stop"), passage.at(index + 1, "number")
    if article is None or article.entry.tag("class") != "article" or article.end != index + 1 or number is None:
        return False
    return number.entry.tag("kind") in ("hundred", "magnitude")


def _vague(passage: Passage, index: int) -> Number | None:
    match = passage.at(index, "vague")
    if match is None:
        return None
    low = Decimal(match.entry.tag("low")) if match.entry.tag("low") else None
    high = Decimal(match.entry.tag("high")) if match.entry.tag("high") else None
    end = match.end
    follows = passage.at(end, "number")
    if follows is None and end + 1 < len(passage.tokens) and passage.at(end, "stop"):
        follows = passage.at(end + 1, "number")
    if (
        follows is not None
        and follows.entry.tag("kind") == "magnitude"
        and follows.entry.value
        and not match.entry.tag("high")
    ):
        low, end = (low * follows.entry.value if low else None), follows.end
    return Number(index, end, low, high, kind="vague", explain=(f"vague word {_shown(passage, index, end)}",))


PARTS = frozenset({2, 3, 4, 5, 6, 8, 10})
"""Denominators of fractions that papers print in digits; "24/7" and "15/6" are none."""


def _slashed(passage: Passage, index: int) -> Number | None:
    """Read `3/4` and `2 1/4`: digits right around a slash, a proper fraction of few parts."""
    tokens = passage.tokens
    whole = _plain(passage, index)
    at = index
    if whole is not None and index + 1 < len(tokens) and tokens[index + 1].text != "/":
        at = index + 1
    above, below = _plain(passage, at), _plain(passage, at + 2)
    if above is None or below is None or at + 2 >= len(tokens) or tokens[at + 1].text != "/":
        return None
    glued = tokens[at].end == tokens[at + 1].start and tokens[at + 1].end == tokens[at + 2].start
    longer = (at and tokens[at - 1].text == "/") or (at + 3 < len(tokens) and tokens[at + 3].text == "/")
    sport = "score" in passage.groups
    if not glued or longer or sport or below not in PARTS or not 0 < above < below:
        return None
    value = round(Decimal(above) / Decimal(below), 15) + (whole if at > index and whole is not None else 0)
    return Number(index, at + 3, value, value, Decimal("0.01"), (), "fraction", digits=True, explain=("fraction",))


def _plain(passage: Passage, index: int) -> int | None:
    if index >= len(passage.tokens) or not passage.tokens[index].text.isdigit():
        return None
    return int(passage.tokens[index].text) if len(passage.tokens[index].text) <= LONGEST_PART else None


LONGEST_PART = 3
MINUS = frozenset("-−")


def _signed(passage: Passage, number: Number) -> Number:
    """Take in a minus: a word for it, or a mark right before the number with a space and no number before it."""
    tokens, start = passage.tokens, number.start
    if start == 0 or number.low is None or number.low != number.high:
        return number
    word = passage.at(start - 1, "minus")
    free = start == 1 or (tokens[start - 2].end < tokens[start - 1].start and tokens[start - 2].kind != "number")
    mark = tokens[start - 1].text in MINUS and tokens[start - 1].end == tokens[start].start and free
    if word is None and not mark:
        return number
    return replace(number, start=start - 1, low=-number.low, high=-number.low, explain=(*number.explain, "minus"))


def _ordinal(passage: Passage, index: int, language: Language) -> Number | None:
    match = passage.at(index, "ordinal")
    if match is None or match.entry.value is None:
        return None
    if passage.at(index, "number") is not None and not match.entry.tag("weak"):
        number = passage.at(index, "number")
        if number is not None and number.end >= match.end:
            return None  # "third" is a fraction after a numerator, and the fraction's reading stands with the numbers
    article = index > 0 and (stop := passage.at(index - 1, "stop")) and stop.entry.key == "the"
    definite = bool(article) or (bool(language.prefixes) and match.prefix.endswith(language.prefixes[-1]))
    value, end = match.entry.value, match.end
    ten = passage.at(end, "number") if 0 < value < TEN else None
    if ten is not None and ten.entry.tag("kind") == "ten" and ten.entry.value and _joins(ten, language):
        value, end = value + ten.entry.value, ten.end  # "the fifth and twentieth" is one ordinal
    compound = end < len(passage.tokens) and passage.tokens[end].text == "-"  # "second-hand"
    weak = bool(match.entry.tag("weak")) and (compound or not definite)
    return Number(index, end, value, value, kind="ordinal", weak=weak, explain=(f"ordinal {match.entry.key}",))


def _cardinal(passage: Passage, start: int, language: Language) -> Number | None:
    state, index, steps = NumberState(), start, list[str]()
    closed: tuple[NumberState, int, int] | None = None
    while index < len(passage.tokens):
        before = replace(state)
        at, joined = (index, False) if index == start else _joint(passage, index, start)
        if not joined and state.magnitude is None and 0 < (state.group or 0) < 1 and _round_after_article(passage, at):
            at += 1  # "half a million"
        token = passage.tokens[at] if at < len(passage.tokens) else None
        if token is None:
            break
        match = passage.at(at, "number")
        if token.kind == "number" and match is None:  # a digit may also begin an entry of the lexicon ("3 quarters")
            end = at + 1 if take_numeral(state, token, joined, language) else None
            shown = f"numeral {token.text}"
        else:
            joined = joined or (match is not None and _joins(match, language))
            end = match.end if match is not None and take_word(state, match, joined, passage, at) else None
            shown = f"number word {match.entry.key}" if match else ""
        if end is None:
            break
        if state.group is None:
            closed = None
        elif before.group is None and before.magnitude is not None:
            closed = before, index, len(steps)
        steps.append(shown)
        index = end
        state.atoms += 1
    if state.atoms == 0:
        return None
    if closed is not None and (again := passage.at(index, "number")) and again.entry.tag("kind") == "magnitude":
        state, index = closed[:2]  # "between 3 million and 4 million": the 4 has a magnitude of its own
        del steps[closed[2] :]
    value = state.total + (state.group or 0)
    if passage.at(index, "ordinal-suffix") and passage.tokens[index].start == passage.tokens[index - 1].end:
        return Number(
            start, index + 1, value, value, kind="ordinal", digits=state.digits, explain=(*steps, "ordinal suffix")
        )
    kind = "fraction" if 0 < value < 1 and not state.digits else "cardinal"
    number = Number(start, index, value, value, state.step, state.readings, kind, explain=tuple(steps))
    return replace(number, digits=state.digits, weak=state.weak and state.atoms == 1)


def _joint(passage: Passage, index: int, start: int) -> tuple[int, bool]:
    """Step over what may join two parts of one number: a conjunction, a hyphen, the bracket around a numeral."""
    if index >= len(passage.tokens):
        return index, False
    if in_brackets(passage, start, index):
        magnitude = passage.at(index + 1, "number")
        return (index + 1, False) if magnitude and magnitude.entry.tag("kind") == "magnitude" else (index, False)
    joiner = passage.at(index, "number-joiner")
    if joiner is not None and index + 1 < len(passage.tokens):
        after = index + 1
        article = passage.at(after, "stop")
        if article is not None and article.entry.tag("class") == "article" and passage.at(after + 1, "number"):
            after += 1
        return after, True
    token = passage.tokens[index]
    if token.text == "-" and passage.tokens[index - 1].end == token.start and passage.at(index + 1, "number"):
        return index + 1, False
    return index, False


def in_brackets(passage: Passage, start: int, end: int) -> bool:
    """Tell whether brackets stand right around tokens `start:end`: some papers print every numeral like this."""
    inside = start > 0 and end < len(passage.tokens)
    return inside and passage.tokens[start - 1].text == "(" and passage.tokens[end].text == ")"


def _joins(match: Match, language: Language) -> bool:
    return bool(language.prefixes) and match.prefix.startswith(language.prefixes[0])


def _shown(passage: Passage, start: int, end: int) -> str:
    return " ".join(token.text for token in passage.tokens[start:end])
