"""Numbers in a passage: numerals and number words of any length, with their magnitudes.

The grammar is one for all languages: a group below a thousand is built from units, teens, tens and hundreds, a
magnitude closes it, and smaller groups may follow. Which words are which is the lexicon's to say.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.extract.numerals import read_numeral
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage
from factcheck.text.tokens import Token

HUNDRED = Decimal(100)


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


@dataclass(slots=True)
class _State:
    """What has been read so far: closed groups in `total`, the open group in `group`.

    `part` is a fraction of `magnitude` just added, which may yet name its own ("a million and half a million").
    """

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    magnitude: Decimal | None = None
    part: Decimal | None = None
    step: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    digits: bool = False
    weak: bool = True
    atoms: int = 0


def find_numbers(passage: Passage, language: Language) -> Iterator[Number]:
    """Give every number of a passage in order, none overlapping."""
    index = 0
    while index < len(passage.tokens):
        number = _vague(passage, index) or _ordinal(passage, index) or _cardinal(passage, index, language)
        if number is None and _round_after_article(passage, index):
            number = _cardinal(passage, index + 1, language)
            number = replace(number, start=index) if number is not None else None
        if number is None:
            index += 1
        else:
            yield number
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


def _ordinal(passage: Passage, index: int) -> Number | None:
    match = passage.at(index, "ordinal")
    if match is None or match.entry.value is None:
        return None
    if passage.at(index, "number") is not None and not match.entry.tag("weak"):
        number = passage.at(index, "number")
        if number is not None and number.end >= match.end:
            return None  # "third" is a fraction after a numerator, and the fraction's reading stands with the numbers
    weak = bool(match.entry.tag("weak"))
    value = match.entry.value
    return Number(index, match.end, value, value, kind="ordinal", weak=weak, explain=(f"ordinal {match.entry.key}",))


def _cardinal(passage: Passage, start: int, language: Language) -> Number | None:
    state, index, steps = _State(), start, list[str]()
    closed: tuple[_State, int, int] | None = None
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
            end = at + 1 if _numeral(state, token, joined, language) else None
            shown = f"numeral {token.text}"
        else:
            joined = joined or (match is not None and _joins(match, language))
            end = match.end if match is not None and _word(state, match, joined, passage, at) else None
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


def _numeral(state: _State, token: Token, joined: bool, language: Language) -> bool:
    numeral = read_numeral(token.text, language, token.end - token.start > len(token.text))
    if numeral is None or state.group is not None:
        return False
    if state.atoms and not (joined and state.magnitude is not None and numeral.value < state.magnitude):
        return False
    state.group, state.step, state.digits, state.weak = numeral.value, numeral.step, True, False
    state.readings = numeral.readings if not state.atoms else ()
    return True


def _word(state: _State, match: Match, joined: bool, passage: Passage, at: int) -> bool:
    """Take one number word into the state; False where it begins another number."""
    value, kind, group = match.entry.value or Decimal(0), match.entry.tag("kind"), state.group
    part, state.part = state.part, None
    if match.form.number == "dual":
        if kind == "magnitude" and group is None and _may_follow(state, value, joined):
            _close(state, Decimal(2), value)
            return True
        value, kind = (value * 2, "hundreds") if kind == "hundred" else (value, kind)
    if match.entry.tag("glued") and not (
        at and passage.tokens[at - 1].kind == "number" and passage.tokens[at - 1].end == passage.tokens[at].start
    ):
        return False
    if kind == "magnitude":
        if not state.atoms and at and passage.tokens[at - 1].kind == "number":
            return False  # the numeral before it could not be read, so neither can the two
        if part is not None and not joined and state.magnitude is not None and value <= state.magnitude:
            # "a million and a half million": the fraction is of the magnitude that follows it.
            state.total, state.step = state.total + part * (value - state.magnitude), value / 100
            state.magnitude = value
            return True
        return _magnitude(state, value, joined)
    if kind == "fraction":
        state.weak = state.weak and bool(match.entry.tag("weak"))
        return _fraction(state, value, joined)
    if state.atoms and group is None and not (state.magnitude is not None and value < state.magnitude):
        return False
    if state.digits and group is not None and kind != "hundred":
        return False
    taken = _below_thousand(group, value, kind, joined)
    if taken is None:
        return False
    state.group, state.step = taken, Decimal(1)
    state.weak = state.weak and bool(match.entry.tag("weak"))
    return True


def _below_thousand(group: Decimal | None, value: Decimal, kind: str, joined: bool) -> Decimal | None:
    """Add a word to a group below a thousand, or give None where the two do not make one number."""
    if group is None:
        return value
    rest = group % HUNDRED
    if kind == "hundred":
        return group * HUNDRED if 0 < group < HUNDRED and not joined else None
    if rest == 0:
        return group + value if value < HUNDRED else None
    if kind == "ten" and rest < 10:
        # Units come before tens with a conjunction ("five and twenty"), or without one before ten itself.
        return group + value if joined != (value == 10) else None
    if kind == "unit" and rest >= 20 and rest % 10 == 0 and not joined:
        return group + value
    return None


def _may_follow(state: _State, magnitude: Decimal, joined: bool) -> bool:
    return state.magnitude is None or (joined and magnitude < state.magnitude)


def _close(state: _State, group: Decimal, magnitude: Decimal) -> None:
    step = state.step if state.group is not None else Decimal(1)
    state.total += group * magnitude
    state.readings = tuple(reading * magnitude for reading in state.readings)
    state.group, state.magnitude, state.step, state.weak = None, magnitude, step * magnitude, False


def _magnitude(state: _State, value: Decimal, joined: bool) -> bool:
    if state.group is None and state.atoms and not joined:
        # "a thousand million": the second magnitude multiplies the first.
        if state.magnitude is None or state.magnitude >= value:
            return False
        state.total, state.step, state.magnitude = state.total * value, state.step * value, state.magnitude * value
        return True
    if joined and state.group is not None:
        return False
    if not _may_follow(state, value, joined or state.group is not None):
        return False
    _close(state, state.group if state.group is not None else Decimal(1), value)
    return True


def _fraction(state: _State, value: Decimal, joined: bool) -> bool:
    if state.atoms == 0:
        state.group, state.step = value, Decimal("0.01")
        return True
    if joined and state.group is None and state.magnitude is not None:
        state.total, state.step = state.total + value * state.magnitude, state.magnitude / 100
        state.part = value
        return True
    if joined and state.group is not None:
        state.group, state.step = state.group + value, Decimal("0.01")
        return True
    return False


def _shown(passage: Passage, start: int, end: int) -> str:
    return " ".join(token.text for token in passage.tokens[start:end])
