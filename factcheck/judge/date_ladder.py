"""Whether two dates are of one thing, and whether both can hold.

Two dates in like sentences are mostly dates of two things, so more is asked than of figures: the same words right
beside them, the same bound ("until"), and that neither report gives the other's date anywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from factcheck.align.coming import ONLY_COMING
from factcheck.align.retold import SOLE
from factcheck.judge.across import LIKE_ACROSS, across
from factcheck.judge.beside import unlike
from factcheck.judge.comparability import SURE_SLOT, modality, statement
from factcheck.judge.days import NO_YEAR, days_apart
from factcheck.judge.voice import voice
from factcheck.model.claim import Claim
from factcheck.model.date import Date
from factcheck.model.pair import Step

SAME_PLACE = 0.6
"""Likeness of the words right beside two dates from which they stand in one place of the statement."""
SAME_SENTENCE = 0.9
"""Likeness of two sentences from which one is the other in other words."""
FEWEST_SHARED = 3
"""Content words two clauses must share: fewer may be alike by chance."""
WEEK = 7
"""Days between two dates up to which they are near one another, whatever their months."""
YEAR, MONTH, DAY = slice(4), slice(5, 7), slice(8, 10)
"""Where a date has its year, its month and its day."""
CLOSE = 1
"""Days that a Hijri date, or one told from the day of publication, may be off."""

Look = Callable[[Claim, Claim, Mapping[str, float]], Step]


def comparable_dates(a: Claim, b: Claim, signals: Mapping[str, float]) -> tuple[bool, tuple[Step, ...]]:
    """Walk the ladder with two dates; `signals` are those their pair was made by."""
    taken: list[Step] = []
    for look in LADDER:
        step = look(a, b, signals)
        taken.append(step)
        if not step.passed:
            return False, tuple(taken)
    return True, tuple(taken)


def dates_of(a: Claim, b: Claim) -> tuple[Date, Date]:
    """Give the two claims' dates; raises ValueError where one is no date."""
    if a.date is None or b.date is None:
        raise ValueError("the ladder compares dates")
    return a.date, b.date


def dates_hold(a: Date, b: Date) -> bool:
    """Tell whether two dates can be of one thing: one may say more than the other, and a day may be off by one."""
    x, y = _shown(a), _shown(b)
    if "/" in x + y:
        return x.split("/")[0] <= y.split("/")[-1] and y.split("/")[0] <= x.split("/")[-1]
    if all("X" in part + other or part == other for part, other in zip(x.split("-"), y.split("-"), strict=False)):
        return True
    if a.weekday and b.weekday and (a.relative or b.relative):
        return a.weekday == b.weekday
    inexact = "hijri" in (a.calendar, b.calendar) or any(basis(date) != "printed" for date in (a, b))
    apart = days_apart(x, y)
    return inexact and apart is not None and apart <= CLOSE


def basis(date: Date) -> str:
    """Say what a date rests on: `printed`, or told from the day of publication (`told`), if by a `weekday`."""
    if not date.relative or date.year_told:
        return "printed"
    return "weekday" if date.weekday else "told"


def given_elsewhere(claim: Claim, others: Iterable[Claim]) -> Claim | None:
    """Find a date of the other report that may be the same: then the pair was the wrong one."""
    for other in others:
        if other.date is None or claim.date is None or basis(other.date) == "told":
            continue
        finer = _parts(other.date) >= _parts(claim.date)
        yearless = _parts(claim.date) == 1 and _shown(other.date).startswith(NO_YEAR)
        vague = "/" in other.date.edtf and "/" not in claim.date.edtf
        if finer and not vague and not yearless and dates_hold(claim.date, other.date):
            return other
    return None


def told_when(claim: Claim, others: Iterable[Claim]) -> bool:
    """Tell whether a date says when something was said: it stands right behind a speaker or the verb of saying."""
    for other in others:
        said = other.attribution
        if other.context.sentence != claim.context.sentence or said is None or said.cue is None:
            continue
        ends = [span.end for span in (said.cue, said.source.span if said.source is not None else None) if span]
        behind = any(0 <= claim.span.start - end <= RIGHT_BEHIND for end in ends)
        if behind and claim.span.field == said.cue.field and not said.content.overlaps(claim.span):
            return True
    return False


RIGHT_BEHIND = 12
"""Code points between a speaker and a date that says when he spoke ("said on Friday", "on the evening of")."""


def _shown(date: Date) -> str:
    """Write a date without the year that the report does not print."""
    whole = date.year_told and "/" not in date.edtf and _parts(date) > 1
    return f"XXXX{date.edtf[4:]}" if whole else date.edtf


def _parts(date: Date) -> int:
    return date.edtf.partition("/")[0].count("-") + 1


def _precision(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same precision: both days, months or years, neither a range nor a decade."""
    first, second = dates_of(a, b)
    single = not any("/" in date.edtf or date.edtf.endswith("X") for date in (first, second))
    return Step("date-precision", single and _parts(first) == _parts(second), (("a", first.edtf), ("b", second.edtf)))


def _bound(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same bound: the day itself, its beginning, its end."""
    first, second = dates_of(a, b)
    values = (("a", first.bound or "–"), ("b", second.bound or "–"))
    if ONLY_COMING in signals:  # "on 16 May", "from 4 January"
        return Step("date-bound", True, (*values, ("by", "likeness")))
    if across(signals) and not (first.bound and second.bound):  # "put off until", "put off to the session of"
        return Step("date-bound", True, (*values, ("by", "likeness")))
    return Step("date-bound", first.bound == second.bound, values)


def _scope(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same scope: no different names beside the two; market talk where no day is printed is of a session each."""
    left, right = unlike(a.context.names, b.context.names), unlike(b.context.names, a.context.names)
    if across(signals):  # a name that no list has is not written alike in two scripts
        left, right = ([name for name in names if name.isascii() and "#" not in name] for names in (left, right))
    if ONLY_COMING in signals:
        left = right = []
    whole = all(basis(date) == "printed" for date in dates_of(a, b))
    session = (a.context.session or b.context.session) and not whole
    values = (("a", ", ".join(left) or "–"), ("b", ", ".join(right) or "–"))
    return Step("same-scope", not (left and right) and not session, values)


def _statement(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same statement, by its wording or because an event has one end."""
    if ONLY_COMING in signals:
        return Step("only-coming", True, (("a", a.text), ("b", b.text), ("by", "likeness")))
    if "only-end" in signals:
        return Step("only-end", True, (("a", a.text), ("b", b.text), ("by", "likeness")))
    if across(signals):
        sentence = signals.get("sentence", 0.0)
        values = (("clause", "–"), ("sentence", f"{sentence:.2f}"), ("slot", "–"), ("by", "likeness"))
        return Step("same-statement", sentence >= LIKE_ACROSS, values)
    return statement(a, b, signals)


def _place(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same place in the statement: the same words right beside the two, and enough words in common."""
    if across(signals) and "only-end" not in signals:
        first, second = (date.edtf for date in dates_of(a, b))
        return Step("date-near", _near(first, second), (("a", first), ("b", second)))
    beside = signals.get("beside", 0.0)
    shared = set(a.context.stems) & set(b.context.stems)
    if "only-end" in signals or ONLY_COMING in signals:
        return Step("date-place", True, (("beside", "–"), ("words", str(len(shared)))))
    # Commas part a sentence into clauses of few words: a sentence that is the same all over vouches for them, and so
    # does a clause with the same words in the same place.
    sure = signals.get("around", 0.0) >= SURE_SLOT or signals.get("sentence", 0.0) >= SAME_SENTENCE
    sure = sure or (beside >= 1.0 and signals.get("clause", 0.0) >= 1.0)
    fewest = FEWEST_SHARED - sure
    same = beside >= SAME_PLACE and len(shared) >= fewest
    return Step("date-place", same, (("beside", f"{beside:.2f}"), ("words", str(len(shared)))))


def _near(a: str, b: str) -> bool:
    """Tell two dates of which one may be wrong from those of two things: all but one part of them is the same.

    One digit differs, or the day in one month, the month of one day, the month in one year; or a week lies between.
    """
    if sum(x != y for x, y in zip(a, b, strict=False)) == 1:
        return True
    if not a[DAY]:
        return a[YEAR] == b[YEAR]
    apart = days_apart(a, b)
    return a[MONTH] == b[MONTH] or a[DAY] == b[DAY] or (apart is not None and apart <= WEEK)


def _modality(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same modality; a day to come is told as fact as well as as forecast."""
    return modality(a, b, {**signals, SOLE: 1.0} if ONLY_COMING in signals else signals)


LADDER: tuple[Look, ...] = (_precision, _bound, _scope, _modality, _statement, _place, voice)
