"""Cardinal numbers of any length in numerals and words, and what may end them: a decimal, a fraction, an ordinal."""

from __future__ import annotations

from decimal import Decimal

from msgspec.structs import replace

from factcheck.extract.number import Number, set_off, stands_alone
from factcheck.extract.number_grammar import HUNDRED, TEN, NumberState, take_denominator, take_numeral, take_word
from factcheck.model.language import Language
from factcheck.text.passage import Match, Passage

DASHES = frozenset("-—")


def cardinal(passage: Passage, start: int, language: Language) -> Number | None:
    """Read the number that begins at a token, as long as its parts make one; None where none begins."""
    state, index, steps = NumberState(), start, list[str]()
    closed: tuple[NumberState, int, int] | None = None
    while index < len(passage.tokens):
        before = replace(state)
        at, joined = (index, False) if index == start else _joint(passage, index, start)
        if not joined and state.magnitude is None and 0 < (state.group or 0) < 1 and round_after_article(passage, at):
            at += 1  # "half a million"
        end, shown = _take(passage, state, at, joined, language)
        if end is None:
            break
        if state.group is None:
            closed = None
        elif (before.group is None and before.magnitude is not None) or (state.completed and not before.completed):
            closed = before, index, len(steps)
        steps.append(shown)
        index = end
        state.atoms += 1
    if state.atoms == 0:
        return None
    if closed is not None and (again := passage.at(index, "number")) and again.entry.tag("kind") in REPEATED:
        state, index = closed[:2]  # "between 3 million and 4 million": the 4 has a magnitude of its own
        del steps[closed[2] :]
    return _ended(passage, state, start, index, steps, language)


REPEATED = ("magnitude", "hundred")


def _take(passage: Passage, state: NumberState, at: int, joined: bool, language: Language) -> tuple[int | None, str]:
    """Take the numeral or word at a token into the state: where it ends (None where it is no part), and what it is."""
    if at >= len(passage.tokens):
        return None, ""
    token, match = passage.tokens[at], passage.at(at, "number")
    if token.kind == "number" and match is None:  # a digit may also begin an entry of the lexicon
        joined = joined or (state.magnitude is not None and _hundred_at(passage, at + 1))
        taken = take_numeral(state, token, joined, language)
        why = f" ({state.reason})" if state.reason else ""
        return (at + 1 if taken else None), f"numeral {token.text}{why}"
    if match is None:
        return None, ""
    joined = joined or _joins(match, language)
    taken = take_word(state, match, joined, passage, at)
    return (match.end if taken else None), f"number word {match.entry.key}"


def _hundred_at(passage: Passage, index: int) -> bool:
    match = passage.at(index, "number")
    return match is not None and match.entry.tag("kind") == "hundred"


def _ended(
    passage: Passage, state: NumberState, start: int, index: int, steps: list[str], language: Language
) -> Number | None:
    """Build the number, with the decimals, denominator or ordinal that may close it."""
    first = passage.at(start, "number")
    number = Number(
        start,
        index,
        state.value,
        state.value,
        state.step,
        state.readings,
        weak=_weak(state, first, language),
        digits=state.digits,
        definite=first is not None and definite(first, language),
        magnitude=state.magnitude or Decimal(0),
        explain=tuple(steps),
    )
    point = _decimals(passage, state, index, language)
    if point is not None:
        return _again(passage, number, *point, language)
    if passage.at(index, "ordinal-suffix") and passage.tokens[index].start == passage.tokens[index - 1].end:
        return replace(
            number, end=index + 1, kind="ordinal", weak="", step=Decimal(1), explain=(*steps, "ordinal suffix")
        )
    at = index + 1 if index < len(passage.tokens) and passage.tokens[index].text == "-" else index
    denominator = passage.at(at, "denominator")
    if denominator is not None and denominator.entry.tag("one") and (state.value != 1 or state.digits):
        denominator = None
    ordinal = _ordinal_end(passage, state, number, language) if denominator is None else None
    if ordinal is not None:
        return ordinal
    if denominator is not None and denominator.entry.value and take_denominator(state, denominator.entry.value):
        own = _own_magnitude(passage, denominator.end, state.magnitude)
        value, end = state.value, denominator.end
        if own is not None and own.entry.value:  # "one billion and three quarters million"
            value, end = state.total + (state.group or 0) * own.entry.value, own.end
        explain = (*steps, f"denominator {denominator.entry.key}")
        kind = "fraction" if 0 < value < 1 else "cardinal"
        number = replace(number, end=end, low=value, high=value, step=state.step, kind=kind, weak="",
                         digits=False, explain=explain)  # fmt: skip
    part = _and_parts(passage, number.end, state.magnitude) or _and_a_part(passage, number.end)
    whole = number.value == number.value.to_integral_value()
    if part is not None and (state.magnitude is None or part[0] > 1) and whole:
        value = number.value + part[0]
        return replace(number, end=part[1], low=value, high=value, step=Decimal("0.01"), weak="",
                       explain=(*number.explain, "and a part of one"))  # fmt: skip
    kind = "fraction" if 0 < number.value < 1 and not number.digits else "cardinal"
    return replace(number, kind=kind)


def _weak(state: NumberState, first: Match | None, language: Language) -> str:
    """Say where alone a number of one weak word counts; a numeral or a longer number counts everywhere."""
    if state.atoms > 1 or state.weak != "definite":
        return state.weak if state.atoms == 1 else ""
    return "yes" if first is not None and definite(first, language) else ""


def _decimals(passage: Passage, state: NumberState, index: int, language: Language) -> tuple[Decimal, int] | None:
    """Read what follows a decimal mark said in a word: "nine point nought four", digit by digit or as one number."""
    point = passage.at(index, "decimal-word")
    if point is None or state.magnitude is not None or state.value != state.value.to_integral_value():
        return None
    digits, at = "", point.end
    while at < len(passage.tokens) and len(digits) < PLACES:
        token, match = passage.tokens[at], passage.at(at, "number")
        if token.kind == "number":
            digits, at = digits + token.text if token.text.isdigit() and not digits else digits, at + 1
            break
        value = match.entry.value if match is not None else None
        unit = match is not None and match.entry.tag("kind") == "unit" and match.form.number in ("", "singular")
        if match is None or value is None or (not unit and digits) or match.entry.tag("kind") not in BELOW_HUNDRED:
            break
        if not unit:
            number = cardinal(passage, at, language)
            digits, at = (f"{number.value}", number.end) if number is not None and number.value < HUNDRED else ("", at)
            break
        digits, at = digits + f"{value}", match.end
    if not digits.isdigit():
        return None
    return state.value + Decimal(int(digits)).scaleb(-len(digits)), at


PLACES = 6
BELOW_HUNDRED = ("unit", "teen", "ten")


def _again(passage: Passage, number: Number, value: Decimal, end: int, language: Language) -> Number:
    """Close a number that got its decimals, with the magnitude that may follow ("two point five million")."""
    step, explain = Decimal(1).scaleb(value.as_tuple().exponent), (*number.explain, "decimals in words")  # type: ignore[arg-type]  # a finite decimal's exponent is an integer
    match = passage.at(end, "number")
    worth = Decimal(1)
    if match is not None and match.entry.tag("kind") == "magnitude" and match.entry.value:
        worth, end = match.entry.value, match.end
    value *= worth
    magnitude = worth if worth > 1 else Decimal(0)
    return replace(number, end=end, low=value, high=value, step=step * worth, weak="", magnitude=magnitude,
                   explain=explain)  # fmt: skip


def _ordinal_end(passage: Passage, state: NumberState, number: Number, language: Language) -> Number | None:
    """Close a number by an ordinal: "seventy-third", "three trillionth", "the hundred and twenty-fifth"."""
    index = number.end
    at, joined = _joint(passage, index, number.start)
    glued = at > index and passage.tokens[index].text in DASHES
    match = passage.at(at, "ordinal")
    if match is None or match.entry.value is None or state.value != state.value.to_integral_value():
        return None
    joined = joined or _joins(match, language)
    value, group, end = match.entry.value, state.group or Decimal(0), match.end
    if value >= HUNDRED:
        whole = state.total + group * value if state.group and not joined else None
    elif state.group is None or group % HUNDRED == 0:
        whole = state.value + value if joined or glued else None
        ten = passage.at(end, "number") if value < TEN else None
        if whole is not None and ten is not None and ten.entry.tag("kind") == "ten" and _joins(ten, language):
            whole, end = whole + (ten.entry.value or 0), ten.end
    else:
        tens = value < TEN and group % HUNDRED >= 20 and group % TEN == 0
        whole = state.value + value if tens and not joined else None
    definite_before = passage.at(number.start - 1, "stop") if number.start else None
    sure = joined or glued or definite_before is not None or stands_alone(passage, number.start, end)
    if whole is None or not sure or state.digits:
        return None
    return replace(number, end=end, low=whole, high=whole, kind="ordinal", weak="", step=Decimal(1),
                   explain=(*number.explain, f"ordinal {match.entry.key}"))  # fmt: skip


def _and_parts(passage: Passage, index: int, magnitude: Decimal | None) -> tuple[Decimal, int] | None:
    """Read "and three quarters" after a whole number; after a magnitude it must name its own."""
    joiner = passage.at(index, "number-joiner")
    above = passage.at(joiner.end, "number") if joiner is not None else None
    if above is None or above.entry.tag("kind") != "unit" or not above.entry.value:
        return None
    below, fraction = passage.at(above.end, "denominator"), passage.at(above.end, "number")
    if below is not None and below.entry.value and (not below.entry.tag("one") or above.entry.value == 1):
        part, end = above.entry.value / below.entry.value, below.end
    elif fraction is not None and fraction.entry.tag("kind") == "fraction" and fraction.entry.value:
        part, end = above.entry.value * fraction.entry.value, fraction.end
    else:
        return None
    if part >= 1:
        return None
    if magnitude is None:
        return round(part, 15), end
    own = _own_magnitude(passage, end, magnitude)
    return (part * own.entry.value, own.end) if own is not None and own.entry.value else None


def _own_magnitude(passage: Passage, index: int, magnitude: Decimal | None) -> Match | None:
    """Give the magnitude a fraction names for itself, no larger than that of the number it is added to."""
    own = passage.at(index, "number")
    if own is None or magnitude is None or own.entry.tag("kind") != "magnitude":
        return None
    return own if own.entry.value and own.entry.value <= magnitude else None


def _and_a_part(passage: Passage, index: int) -> tuple[Decimal, int] | None:
    """Read "and a third" after a whole number."""
    if passage.at(index, "number-joiner") is None:
        return None
    article, part = passage.at(index + 1, "stop"), passage.at(index + 2, "ordinal")
    if article is None or part is None or article.entry.tag("class") != "article":
        return None
    value = part.entry.value
    closes = part.end >= len(passage.tokens) or passage.tokens[part.end].kind == "mark" or passage.at(part.end, "unit")
    if value is None or value <= 2 or article.entry.key == "the" or not closes:
        return None
    return round(1 / value, 15), part.end


def _joint(passage: Passage, index: int, start: int) -> tuple[int, bool]:
    """Step over what may join two parts of one number: a conjunction, a hyphen, the bracket around a numeral."""
    tokens = passage.tokens
    if index >= len(tokens):
        return index, False
    if tokens[index].kind == "mark" and set_off(passage, start, index):
        magnitude = passage.at(index + 1, "number")
        return (index + 1, False) if magnitude and magnitude.entry.tag("kind") == "magnitude" else (index, False)
    if tokens[index].text == "-" and (hyphened := _hyphened(passage, index)):
        return hyphened, True
    joiner = passage.at(index, "number-joiner")
    if joiner is not None and _closed_by_letter(passage, index):
        return index, False
    if joiner is not None and index + 1 < len(tokens):
        after = index + 1
        article = passage.at(after, "stop")
        if article is not None and article.entry.tag("class") == "article" and passage.at(after + 1, "number"):
            after += 1
        return after, True
    if tokens[index].text in DASHES and index + 1 < len(tokens):
        near = tokens[index - 1].end == tokens[index].start
        words = index - 1 == start and passage.at(start, "number") is not None  # "fifty - two"
        hyphen = tokens[index].text == "-" and (near or words) and passage.at(index + 1, "number")
        if hyphen or (near and tokens[index - 1].kind == "word" and passage.at(index + 1, "ordinal")):
            return index + 1, False
    return index, False


def _hyphened(passage: Passage, index: int) -> int:
    """Give where the fraction of "four-and-a-half-year" stands, behind the hyphen at a token; 0 where none does."""
    tokens, at = passage.tokens, index
    for group in ("number-joiner", "stop"):
        word = passage.at(at + 1, group) if at < len(tokens) and tokens[at].text == "-" else None
        if word is None:
            return 0
        at = word.end
    part = passage.at(at + 1, "number") if at < len(tokens) and tokens[at].text == "-" else None
    return at + 1 if part is not None and part.entry.tag("kind") == "fraction" else 0


def _closed_by_letter(passage: Passage, index: int) -> bool:
    """Tell whether a letter for a million ends a number here ("5m and 171 people"): no more is added to one."""
    match = passage.at(index - 1, "number") if index else None
    return match is not None and bool(match.entry.tag("glued"))


def round_after_article(passage: Passage, index: int) -> bool:
    """Tell whether an article opens a round number: "a hundred", "a million", "a dozen"."""
    article, number = passage.at(index, "stop"), passage.at(index + 1, "number")
    if article is None or article.entry.tag("class") != "article" or article.end != index + 1 or number is None:
        return False
    return number.entry.tag("kind") in ("hundred", "magnitude", "multiple", "fraction")


def _joins(match: Match, language: Language) -> bool:
    return bool(language.prefixes) and match.prefix.startswith(language.prefixes[0])


def definite(match: Match, language: Language) -> bool:
    """Tell whether the article was taken off a word."""
    return bool(language.prefixes) and match.prefix.endswith(language.prefixes[-1])
