"""Both ladders over every pair: agree, conflict, or not comparable, with the steps that say why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from factcheck.align.equal_figures import EQUAL
from factcheck.align.retold import HELD, PARTICULAR
from factcheck.judge.across import follows
from factcheck.judge.added_up import added_up
from factcheck.judge.comparability import ALONE, SURE_SLOT, comparable
from factcheck.judge.date_ladder import comparable_dates, dates_hold, dates_of, given_elsewhere, told_when
from factcheck.judge.lead_tolls import with_lead_tolls
from factcheck.judge.neighbours import lone_differences
from factcheck.judge.values import agrees, compare_values, without_hedge
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure, shown
from factcheck.model.pair import Pair, Step

EQUAL_ALL_THE_SAME = frozenset(
    {"same-statement", "same-voice", "same-scope", "same-moment", "same-session", "same-modality"}
)
"""Steps that keep a difference from being held against anybody; an equal value agrees without them."""

ONE_FIGURE = 0.85
"""Likeness of two sentences of one figure each from which that figure is the same one."""


def verdicts(readings: Sequence[Reading], pairs: Sequence[Pair]) -> tuple[Pair, ...]:
    """Judge every pair, and those once more whose neighbours show that nothing but they differ."""
    tables = [{claim.id: claim for claim in reading.claims} for reading in readings]
    pairs = with_lead_tolls(readings, pairs)
    judged = [_judged(pair, tables) for pair in pairs]
    alone = lone_differences(judged, tables)
    return tuple(
        _judged(replace(pair, signals=(*pair.signals, (ALONE, float(alone[number])))), tables)
        if number in alone
        else pair
        for number, pair in enumerate(judged)
    )


def _judged(pair: Pair, tables: Sequence[Mapping[str, Claim]]) -> Pair:
    a, b = tables[pair.a.report][pair.a.claim], tables[pair.b.report][pair.b.claim]
    if a.date is not None and b.date is not None and a.date.edtf != b.date.edtf:
        return _judged_dates(pair, a, b, tables)
    if a.figure is None or b.figure is None:
        return replace(
            pair, verdict="agree", level="same-value", steps=(Step("same-key", True, (("a", a.text), ("b", b.text))),)
        )
    signals = dict(pair.signals)
    fits, steps = comparable(a, b, signals)
    level, step = compare_values(*(without_hedge(a.figure, b.figure) if follows(signals) else (a.figure, b.figure)))
    if EQUAL in signals:  # found by their values, they can agree, and nothing is held against them
        met = Step("met-by-value", agrees(level), (("a", shown(a.figure)), ("b", shown(b.figure))))
        if not met.passed:
            return replace(pair, verdict="not comparable", level=met.name, steps=(met,))
        return replace(pair, verdict="agree", level=level, steps=(met,))
    if not fits:
        # Equal values on the same thing agree even where the wording is too far apart to hold a difference against it.
        failed = steps[-1].name
        if level == "same-value" and failed in EQUAL_ALL_THE_SAME:
            return replace(pair, verdict="agree", level=level, steps=(*steps, step))
        return replace(pair, verdict="not comparable", level=failed, steps=steps)
    if agrees(level):
        return replace(pair, verdict="agree", level=level, steps=(*steps, step))
    surely = HELD in signals or PARTICULAR in signals
    elsewhere = _elsewhere(a, b, pair, tables) if not surely else None
    if elsewhere is not None and _alone(dict(pair.signals)):
        steps, elsewhere = (*steps, replace(elsewhere, name="said-beside", passed=True)), None
    if elsewhere is not None:
        return replace(pair, verdict="not comparable", level="said-elsewhere", steps=(*steps, step, elsewhere))
    whole = added_up(a, b, tables[pair.a.report], tables[pair.b.report]) if not surely else None
    if whole is not None:
        return replace(pair, verdict="not comparable", level=whole.name, steps=(*steps, step, whole))
    return replace(pair, verdict="conflict", level=level, steps=(*steps, step))


def _alone(signals: Mapping[str, float]) -> bool:
    """Tell whether a pair is the right one, though the other report gives the value elsewhere too.

    Nothing but it differs in two like sentences that have other figures, are nearly the same, or have the same words
    on both sides of it.
    """
    if ALONE not in signals:
        return False
    sides = min(signals.get("left", 0.0), signals.get("right", 0.0))
    return signals[ALONE] >= 1 or signals.get("sentence", 0.0) >= ONE_FIGURE or sides >= SURE_SLOT


def _judged_dates(pair: Pair, a: Claim, b: Claim, tables: Sequence[Mapping[str, Claim]]) -> Pair:
    fits, steps = comparable_dates(a, b, dict(pair.signals))
    first, second = dates_of(a, b)
    said = [told_when(claim, tables[ref.report].values()) for ref, claim in ((pair.a, a), (pair.b, b))]
    if any(said):
        step = Step("not-when-said", False, (("a", a.text), ("b", b.text)))
        return replace(pair, verdict="not comparable", level=step.name, steps=(step,))
    signals = dict(pair.signals)
    holds = dates_hold(first, second) and "anchor" not in signals
    values = (("a", first.edtf), ("b", second.edtf))
    if not fits:
        return replace(pair, verdict="not comparable", level=steps[-1].name, steps=steps)
    if "anchor" in signals:
        steps = (*steps, Step("same-day-told", True, (("a", a.text), ("b", b.text))))
    if holds:
        step = Step("dates", True, values)
        return replace(pair, verdict="agree", level="refines", steps=(*steps, step))
    for claim, report in ((a, pair.b.report), (b, pair.a.report)) if "anchor" not in signals else ():
        other = given_elsewhere(claim, tables[report].values())
        if other is not None:
            found = Step("said-elsewhere", False, (("a", claim.text), ("b", other.text)))
            return replace(pair, verdict="not comparable", level=found.name, steps=(*steps, found))
    return replace(pair, verdict="conflict", level="disjoint", steps=(*steps, Step("dates", False, values)))


def _one_value(a: Figure, b: Figure) -> bool:
    if (a.low, a.high) == (b.low, b.high):
        return True
    if "score" in (a.role, b.role):
        return False  # two goals to one are not three to one
    return a.low is not None and b.low is not None and bool({a.low, *a.readings} & {b.low, *b.readings})


def _elsewhere(a: Claim, b: Claim, pair: Pair, tables: Sequence[Mapping[str, Claim]]) -> Step | None:
    """A value the other report gives too, of the same thing, shows that the pair was the wrong one."""
    for claim, report in ((a, pair.b.report), (b, pair.a.report)):
        for other in tables[report].values():
            if other.figure is None or claim.figure is None or other.figure.form != claim.figure.form:
                continue
            same = other.figure.unit == claim.figure.unit and _one_value(other.figure, claim.figure)
            x, y = other.figure.counted, claim.figure.counted
            apart = x is not None and y is not None and x.key is not None and y.key is not None and x.key != y.key
            if same and not apart:
                return Step("said-elsewhere", False, (("a", shown(claim.figure)), ("b", other.text)))
    return None
