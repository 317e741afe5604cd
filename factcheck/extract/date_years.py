"""Years and decades that stand by themselves: `in 1994`, `1436 AH`, `2014/15`, `the 1990s`."""

from __future__ import annotations

from factcheck.extract.date_absolute import found
from factcheck.extract.date_numeric import GREGORIAN, full_year
from factcheck.extract.date_parts import PLAIN_YEARS, Copy, FoundDate, attributive
from factcheck.extract.hijri import hijri_edtf, old_year

HIJRI_SAID = range(1380, 1461)
"""Hijri years a number is taken for after a word for "year" alone."""


def pair_of_years(copy: Copy, index: int) -> FoundDate | None:
    """`1434/1435`, `1436 / 1437 AH`: two Hijri years that follow on each other, with a word or an era that says so."""
    first = copy.digits(index)
    stroke = copy.text(index + 1) in STROKES
    second = copy.digits(index + 1 + stroke)
    if len(first) != 4 or len(second) != 4 or int(second) != int(first) + 1 or int(first) not in HIJRI_SAID:
        return None
    end = index + 2 + stroke
    era = copy.passage.at(end, "era")
    around = range(max(0, index - 4), index)
    told = any(copy.passage.at(at, "year-word") or copy.keyed(at, "calendar-unit", "year") for at in around)
    hijri = era is not None and era.entry.tag("calendar") == "hijri"
    if not (hijri or told):
        return None
    start, close = hijri_edtf(int(first), None, None), hijri_edtf(int(second), None, None)
    if not start or not close:
        return None
    text = f"{start.partition('/')[0]}/{close.partition('/')[2]}"
    return found(copy, index, era.end if era is not None and hijri else end, text, True, "two years in a row")


STROKES = frozenset("/-–—")


def year(copy: Copy, index: int) -> FoundDate | None:
    """`in 1994`, `1994 AD`, `1436 AH`, `1994`: a number that counts something, or ends a name, is no year."""
    digits = copy.digits(index)
    if len(digits) in (2, 3):
        return _short_hijri(copy, index, digits)
    if len(digits) != 4:
        return None
    value = int(digits)
    said = any(
        (match := copy.passage.at(at, "year-word")) is not None and match.end == index
        for at in range(max(0, index - 4), index)
    )
    named = any(
        (match := copy.keyed(at, "calendar-unit", "year")) is not None and match.end == index
        for at in range(max(0, index - 2), index)
    )
    era = copy.passage.at(index + 1, "era")
    if era is not None and not (named or said) and value % 100 == 0:
        era = None  # the letter of the era is the letter of metres
    letters = copy.glued(index) and copy.passage.tokens[index - 1].kind == "word" and len(copy.text(index - 1)) > 1
    plain = value in PLAIN_YEARS and not letters
    if not (said or named or era or plain) or _addressed(copy, index):
        return None
    counted = _counts(copy, index + 1, "unit", "counted", "number")
    the = value % 100 != 0 and (copy.keyed(index - 1, "stop", "the") is not None or attributive(copy, index))
    if the and plain and copy.passage.at(index + 1, "unit", "number") is None:
        counted = False  # "the 2010 elections"
    elif era is None and not said and copy.keyed(index - 1, "stop", "in") is None:
        counted = counted or (_counts(copy, index + 2, "counted") and _plain_word(copy, index + 1))
    if era is None and not named and (counted or _in_a_run(copy, index)):
        return None
    if era is None and not (said or named) and (_shares_a_unit(copy, index) or _some_of(copy, index)):
        return None
    hijri = era.entry.tag("calendar") == "hijri" if era is not None else value in HIJRI_SAID and named
    short = copy.digits(index + 2) if copy.text(index + 1) in ("/", "-", "–") and copy.glued(index + 2) else ""
    if len(short) == 2 and int(short) == (value + 1) % 100 and not hijri:
        return found(copy, index, index + 3, f"{value:04d}/{value + 1:04d}", False, "a year and the next")
    if not hijri and value not in GREGORIAN:
        return None
    text = hijri_edtf(value, None, None) if hijri else f"{value:04d}"
    end = era.end if era is not None else index + 1
    return found(copy, index, end, text, hijri, "year word" if said or named else "year by itself")


def _short_hijri(copy: Copy, index: int, digits: str) -> FoundDate | None:
    """`857 AH`, and `this year 36 AH`, which leaves out the century."""
    era = copy.passage.at(index + 1, "era")
    if era is None or era.entry.tag("calendar") != "hijri":
        return None
    if len(digits) == 3:
        return found(copy, index, era.end, old_year(int(digits)), True, "a Hijri year of three digits")
    named = copy.keyed(index - 1, "calendar-unit", "year")
    this = copy.keyed(index - 2, "direction", "this") if named is not None and named.end == index else None
    if this is None or this.end != index - 1:
        return None
    text = hijri_edtf(full_year(int(digits), 2, hijri=True), None, None)
    return found(copy, index, era.end, text, True, "a Hijri year of two digits")


def _counts(copy: Copy, index: int, *groups: str) -> bool:
    """Tell whether a year-like number counts what stands at a token; nouns that come last are then plurals."""
    match = copy.passage.at(index, *groups)
    if match is None:
        return False
    single = match.entry.group == "counted" and match.form.number == "singular"
    return not (single and "verb-first" not in copy.language.options)


def _shares_a_unit(copy: Copy, index: int) -> bool:
    """Tell the 2000 of "between 2000 and 3000 riyals", which is no year."""
    join = copy.passage.at(index + 1, "range-join", "number-joiner")
    if join is None or not copy.digits(join.end):
        return False
    other = int(copy.digits(join.end)) not in GREGORIAN or not copy.passage.at(join.end + 1, "counted")
    return other and copy.passage.at(join.end + 1, "unit", "counted") is not None


def _some_of(copy: Copy, index: int) -> bool:
    """Tell the 2000 of "about 2000 of the police", which is no year."""
    hedge = copy.passage.at(index - 1, "qualifier") if index else None
    of = copy.passage.at(index + 1, "partitive")
    return hedge is not None and hedge.end == index and of is not None and of.end == index + 2


def _plain_word(copy: Copy, index: int) -> bool:
    """Tell whether a token is a word that may qualify the noun after it ("2047 registered voters")."""
    token = copy.passage.tokens[index]
    return token.kind == "word" and copy.passage.at(index, "stop", "speech", "number-joiner") is None


def _in_a_run(copy: Copy, index: int) -> bool:
    """Tell whether digits are a part of a longer run (`1436-2015-77`, `2015/1`), which is no year by itself."""
    before = copy.text(index - 1) in ("/", "-", "\\") and copy.glued(index) and copy.digits(index - 2)
    after = copy.text(index + 1) in ("/", "-", "\\") and copy.glued(index + 1) and copy.digits(index + 2)
    return bool((before and len(before) != 4) or (after and len(after) not in (2, 4)))


def decade(copy: Copy, index: int) -> FoundDate | None:
    """`the 1990s`, `the nineties`: EDTF 199X."""
    word = copy.passage.at(index, "decade")
    if word is not None:
        the = copy.keyed(index - 1, "stop", "the")
        if (word.entry.tag("article") and the is None) or copy.keyed(word.end, "stop", "of", "from"):
            return None  # a person's nineties
        return found(copy, index, word.end, f"{int(word.entry.value or 0) // 10}X", False, f"decade {word.entry.key}")
    digits = copy.digits(index)
    if len(digits) == 2 and copy.text(index - 1) in ("'", "’") and copy.glued(index):
        digits = f"19{digits}"  # the '80s
    if len(digits) != 4 or not digits.endswith("0") or int(digits) not in GREGORIAN:
        return None
    at = index + 1 + (copy.text(index + 1) in ("'", "’"))
    suffix = copy.passage.at(at, "decade-suffix")
    if suffix is None or not copy.glued(at):
        return None
    return found(copy, index, suffix.end, f"{digits[:3]}X", False, "decade in digits")


def _addressed(copy: Copy, index: int) -> bool:
    """Tell whether a year-like number ends a name ("Vision 2030", also with a word or two between) or an address."""
    passage = copy.passage
    for start in range(max(0, index - 4), index):
        match = passage.at(start, "name-part", "locator")
        if match is None or match.entry.tag("position") == "after" or match.entry.tag("ordinal"):
            continue
        if not match.entry.tag("position") and match.end < index and passage.at(index - 1, "stop"):
            continue  # the entry is a name of its own: "the first half of 2015"
        between_tokens = passage.tokens[match.end : index]
        known = match.entry.group == "name-part" and all(t.kind == "word" for t in between_tokens)
        if match.end == index or (
            known and not any(passage.at(at, "year-word", "number") for at in range(match.end, index))
        ):
            return True
    return False
