"""How number words make one number: the grammar, as a state that takes one numeral or word after another.

It is one for all languages: a group below a thousand is built from units, teens, tens and hundreds, a magnitude closes
it, and smaller groups may follow. Which words are which is the lexicon's to say.
"""

from __future__ import annotations

from decimal import Decimal

from msgspec import Struct

from factcheck.extract.numerals import THIRD, read_numeral
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage
from factcheck.text.tokens import Token

HUNDRED = Decimal(100)
TEN = 10
THOUSAND, MILLION = Decimal(1000), Decimal(1_000_000)
DUAL = ("dual", "construct")


class NumberState(Struct):
    """What has been read so far: closed groups in `total`, the open group in `group`.

    `part` is a fraction of `magnitude` just added, which may yet name its own ("a million and half a million").
    `reason` says how the marks of the last numeral were read. `weak` is the lexicon's tag of the only word read, if it
    has one; `completed` says that the last numeral filled up hundreds said in words.
    """

    total: Decimal = Decimal(0)
    group: Decimal | None = None
    magnitude: Decimal | None = None
    part: Decimal | None = None
    step: Decimal = Decimal(1)
    readings: tuple[Decimal, ...] = ()
    reason: str = ""
    digits: bool = False
    weak: str = ""
    completed: bool = False
    atoms: int = 0

    @property
    def value(self) -> Decimal:
        """The number read so far."""
        return self.total + (self.group or 0)


def take_numeral(state: NumberState, token: Token, joined: bool, language: Language) -> bool:
    """Take one numeral into the state; False where it begins another number."""
    numeral = read_numeral(token.text, language, token.end - token.start > len(token.text))
    if numeral is not None and joined and _completes(state, numeral.value):
        state.group, state.completed = (state.group or 0) + numeral.value, True
        return True
    if numeral is None or state.group is not None:
        return False
    if state.atoms and not (joined and state.magnitude is not None and numeral.value < state.magnitude):
        return False
    state.group, state.step, state.digits, state.weak = numeral.value, numeral.step, True, ""
    state.reason = numeral.reason
    state.readings = numeral.readings if not state.atoms else ()
    return True


def _completes(state: NumberState, value: Decimal) -> bool:
    """Tell whether a numeral fills up hundreds said in words: "3 hundred and 21"."""
    hundreds = state.group is not None and state.group >= HUNDRED and state.group % HUNDRED == 0
    return hundreds and state.atoms > int(state.digits) and value < HUNDRED and value == value.to_integral_value()


def take_word(state: NumberState, match: Match, joined: bool, passage: Passage, at: int) -> bool:
    """Take one number word into the state; False where it begins another number."""
    value, kind, group = match.entry.value or Decimal(0), match.entry.tag("kind"), state.group
    part, state.part = state.part, None
    if match.entry.tag("construct") and not _before_noun(state, match, passage):
        return False  # a dual that lost its last letter stands before its noun only
    if match.form.number in DUAL or (match.form.number == "accusative" and _before_noun(state, match, passage)):
        if kind == "magnitude" and group is None and _may_follow(state, value, joined):
            _close(state, Decimal(2), value)
            return True
        value, kind = (value * 2, "hundreds") if kind == "hundred" else (value, kind)
    if match.entry.tag("glued") and not (
        at and passage.tokens[at - 1].kind == "number" and passage.tokens[at - 1].end == passage.tokens[at].start
    ):
        return False
    if match.entry.tag("after") and not (at and passage.tokens[at - 1].kind == "number"):
        return False  # the K of "U.K."
    if match.entry.tag("glued") and passage.at(at, "unit") is not None and _measured(passage, at):
        return False
    if kind == "magnitude":
        if not state.atoms and at and passage.tokens[at - 1].kind == "number":
            return False  # the numeral before it could not be read, so neither can the two
        if not state.atoms and match.end == at + 1 and len(passage.tokens[at].text) == 1:
            return False  # "U.K.": a single letter is no number by itself
        if part is not None and not joined and state.magnitude is not None and value <= state.magnitude:
            # "a million and a half million": the fraction is of the magnitude that follows it.
            state.total, state.step = state.total + part * (value - state.magnitude), value / 100
            state.magnitude = value
            return True
        return _magnitude(state, value, joined)
    if kind == "multiple":
        return _multiple(state, value, joined)
    if kind == "fraction":
        state.weak = "" if state.atoms else match.entry.tag("weak")
        return _fraction(state, value * (2 if match.form.number in DUAL else 1), joined)
    if state.atoms and (value == 0 or (group is None and not (state.magnitude and value < state.magnitude))):
        return False
    if state.digits and group is not None and kind != "hundred":
        return False
    if group == 0 and passage.tokens[at - 1].kind != "word":
        return False  # "three-nought-four" are three numbers
    taken = _below_thousand(group, value, kind, joined, state.digits and state.atoms == 1)
    if taken is None:
        return False
    state.group, state.step = taken, Decimal(1)
    state.weak = "" if state.atoms else match.entry.tag("weak")
    return True


def _measured(passage: Passage, at: int) -> bool:
    """Tell a letter for a unit of length ("the 100m final", "3m and 5cm") from one for a million ("€5m")."""
    if _priced(passage, at):
        return False
    near = range(max(0, at - NEAR), min(len(passage.tokens), at + NEAR))
    if any(passage.at(k, "length-word") is not None for k in near):
        return True
    numbered = [k for k in near if k != at and k and passage.tokens[k - 1].kind == "number" and not _priced(passage, k)]
    others = (passage.at(k, "unit") for k in numbered)
    return any(m is not None and m.entry.tag("dimension") == "length" for m in others)


def _priced(passage: Passage, at: int) -> bool:
    """Tell whether a currency's sign stands before the numeral that a letter follows."""
    sign = passage.at(at - PRICED, "unit") if at >= PRICED else None
    return sign is not None and sign.entry.tag("form") == "money"


PRICED = 2
"""Tokens from a currency's sign before a numeral to the letter behind it."""
NEAR = 7
"""Tokens to either side of a glued letter that tell what it stands for."""


def _before_noun(state: NumberState, match: Match, passage: Passage) -> bool:
    """Tell a dual that has lost its last letter before its noun from an accusative, which only follows a number."""
    after = passage.tokens[match.end] if match.end < len(passage.tokens) else None
    if state.atoms or after is None or after.kind != "word" or match.entry.tag("kind") != "magnitude":
        return False
    return passage.at(match.end, "number-joiner", "stop", "number", "qualifier", "per") is None


def _below_thousand(
    group: Decimal | None, value: Decimal, kind: str, joined: bool, digits: bool = False
) -> Decimal | None:
    """Add a word to a group below a thousand, or give None where the two do not make one number."""
    if group is None:
        return value
    rest = group % HUNDRED
    if kind == "hundred":
        small = 0 < group < (HUNDRED * TEN if digits else HUNDRED)  # "322 hundred"
        return group * HUNDRED if small and not joined else None
    if group == 0:
        return value if kind == "unit" and not joined else None  # "nineteen zero one"
    if rest == 0:
        return group + value if value < HUNDRED else None
    if kind == "ten" and rest < TEN:
        # Units come before tens with a conjunction ("five and twenty"), or without one before ten itself.
        return group + value if joined != (value == TEN) else None
    if kind == "unit" and rest >= 20 and rest % TEN == 0 and not joined:
        return group + value
    return None


def _may_follow(state: NumberState, magnitude: Decimal, joined: bool) -> bool:
    return state.magnitude is None or (joined and magnitude < state.magnitude)


def _close(state: NumberState, group: Decimal, magnitude: Decimal) -> None:
    step = state.step if state.group is not None else Decimal(1)
    state.total += group * magnitude
    full = state.digits and magnitude >= MILLION  # "542.963,440 million": a full number says its magnitude twice
    state.readings = tuple(r if full and r >= magnitude else r * magnitude for r in state.readings)
    state.group, state.magnitude, state.step, state.weak = None, magnitude, step * magnitude, ""


def _magnitude(state: NumberState, value: Decimal, joined: bool) -> bool:
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
    group = state.group if state.group is not None else Decimal(1)
    twice = group >= value >= MILLION or (group >= value >= THOUSAND and group % THOUSAND == 0)
    if state.digits and state.atoms == 1 and twice:
        # "665,932,983 million" says the magnitude twice.
        state.total, state.group, state.magnitude = group, None, value
        state.readings = (group * value,)
        return True
    small = [reading for reading in state.readings if reading < THOUSAND]
    if group > THOUSAND and group % 1 and small and value >= MILLION:
        group, state.readings = small[0], (group,)  # "7.038.7 billion": the first mark is the decimal one
    _close(state, group, value)
    return True


def _multiple(state: NumberState, value: Decimal, joined: bool) -> bool:
    """A word that counts by so many: "two dozen", "half a dozen", "three hundred and two dozen"."""
    if joined or state.magnitude is not None:
        return False
    group = state.group if state.group is not None else Decimal(1)
    rest = group % HUNDRED if group > HUNDRED and not state.digits else group
    state.group = group - rest + rest * value if rest else group * value
    state.weak, state.digits = "", False
    return True


def _fraction(state: NumberState, value: Decimal, joined: bool) -> bool:
    if state.atoms == 0:
        state.group, state.step = value, Decimal("0.01")
        return True
    if not joined and state.magnitude is None and state.group is not None and 1 < state.group < TEN:
        state.group, state.step, state.weak = state.group * value, Decimal("0.01"), ""  # "three quarters"
        return True
    if joined and state.group is None and state.magnitude is not None:
        state.total, state.step = state.total + value * state.magnitude, state.magnitude / 100
        state.part = value
        return True
    if joined and state.group is not None:
        state.group, state.step = state.group + value, Decimal("0.01")
        return True
    return False


def take_denominator(state: NumberState, value: Decimal) -> bool:
    """Make the last count a numerator: "five ninths"; "254 hundredths" in words is 200 and 54 hundredths."""
    group = state.group
    if group is None or state.digits or group <= 0 or group != group.to_integral_value():
        return False
    rest = group % HUNDRED if group > HUNDRED else group
    state.group = group - rest + (rest / value).quantize(THIRD).normalize()
    state.step, state.weak = Decimal("0.01"), ""
    return True
