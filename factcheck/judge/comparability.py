"""The comparability ladder: whether two figures may be held against each other at all.

Each step is decided by evidence and recorded; the first that fails is the answer. A step that rests on likeness
alone is passed as inferred, and what rests on an inferred step is never called an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from rapidfuzz import fuzz

from factcheck.align.dimension import bare, block, block_across, dimension
from factcheck.align.exchanged_digits import SWAPPED
from factcheck.align.retold import BESIDE, DRAWN, FIRM_ODDS, HELD, LEAST_ODDS, PARTICULAR, SAME, SOLE
from factcheck.data.currencies import one_currency
from factcheck.data.geography import apart
from factcheck.judge.across import (
    LIKE_SENTENCE,
    TOLD,
    across,
    follows,
    one_amount,
    statement_across,
)
from factcheck.judge.beside import is_country, is_sure, unlike
from factcheck.judge.lead_tolls import LEAD_TOLL
from factcheck.judge.moments import one_moment
from factcheck.judge.one_slot import SAME_SLOT, in_one_slot
from factcheck.judge.values import agrees, value_level
from factcheck.judge.voice import speaker_of, voice
from factcheck.model.claim import Claim
from factcheck.model.figure import Counted, Figure
from factcheck.model.pair import Step

SAME_SPELLING = 0.8
"""Likeness of two unlisted nouns from which they are one."""
LIKE_CLAUSE = 0.5
"""Likeness from which two clauses say the same thing of their figures, in sentences as alike as `LIKE_SENTENCE`."""
SURE_CLAUSE, SURE_SENTENCE = 0.7, 0.8
ALONE = "one-differs"
"""The signal of a pair that differs where every other figure of its two sentences agrees, and how many those are."""
SURE_SLOT = 0.9
"""Likeness of the words right before two figures from which they surely stand in one slot of the statement."""
DRAWN_CLAUSE, DRAWN_AROUND = 0.4, 0.5
"""Likeness of clauses, and of the words around two figures, that is enough where one report is drawn from the other."""
OTHER_SLOT = 0.25
"""Likeness of the words around two figures under which they stand in two slots of whatever sentence."""
UNKNOWN = 0.5
"""How alike two things counted are taken to be where one of them is not named."""

Look = Callable[[Claim, Claim, Mapping[str, float]], Step]


def comparable(a: Claim, b: Claim, signals: Mapping[str, float]) -> tuple[bool, tuple[Step, ...]]:
    """Walk the ladder with two figures; `signals` are those their pair was made by."""
    taken: list[Step] = []
    for look in FOLLOWING if follows(signals) else LADDER:
        step = look(a, b, signals)
        taken.append(step)
        if not step.passed:
            return False, tuple(taken)
    return True, tuple(taken)


def settled(a: Claim, b: Claim) -> tuple[Step, ...]:
    """Give the steps of the ladder but the statement, which the caller settles; none where one of them fails."""
    steps = tuple(look(a, b, {"clause": 1.0}) for look in LADDER if look is not statement)
    return steps if all(step.passed for step in steps) else ()


def inferred(steps: tuple[Step, ...]) -> Iterator[Step]:
    """Give the steps that were passed on likeness alone."""
    return (step for step in steps if step.passed and dict(step.values).get("by") == "likeness")


def _figures(a: Claim, b: Claim) -> tuple[Figure, Figure]:
    if a.figure is None or b.figure is None:
        raise ValueError("the ladder compares figures")
    return a.figure, b.figure


def _dimension(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    first, second = _figures(a, b)
    values = (("a", first.unit or dimension(first)), ("b", second.unit or dimension(second)))
    unsaid = (bare(first) and second.form == "money") or (bare(second) and first.form == "money")
    if across(signals):  # writers convert for their readers, round, and have their own words for "many"
        words = [figure.form for figure in (first, second) if figure.form == "vague"]
        ages = first.role == second.role == "age"  # "34" and "34 years"
        unit = ages or one_currency(first.unit, second.unit)
        one = block_across(first) == block_across(second) and unit and len(words) != 1
        return Step("same-dimension", one, values)
    if unsaid:
        return Step("same-dimension", True, (*values, ("by", "likeness")))
    if first.form == second.form == "money" and first.unit != second.unit:  # "pounds", and whose pounds
        return Step("same-dimension", one_currency(first.unit, second.unit), (*values, ("by", "likeness")))
    ways = HELD in signals or PARTICULAR in signals  # the length of a term, or a term of so long
    name = block_across if ways else block
    return Step("same-dimension", name(first) == name(second), values)


def _thing(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same thing counted: by key, or by spelling; a missing noun is made up for by what is said of the figure."""
    first, second = _figures(a, b)
    x, y = first.counted, second.counted
    values = (("a", x.text if x else "–"), ("b", y.text if y else "–"))
    other = across(signals) and signals.get("rank", 1.0) < 1.0 and not agrees(value_level(first, second))
    if other:  # of several distances in a sentence another one
        return Step("same-thing", False, (*values, ("by", "unit")))
    if follows(signals):  # a translator's other word for it, or none: the place says what is counted
        counted = signals.get("counted", UNKNOWN)
        return Step("same-thing", counted > 0, (*values, ("by", "key" if counted == 1.0 else "likeness")))
    if SWAPPED in signals and across(signals):
        return Step("same-thing", True, (*values, ("by", "likeness")))
    if x and y and x.key and y.key:
        if x.key in (y.whole, _group(y)) or y.key in (x.whole, _group(x)):
            if BESIDE in signals and PEOPLE in (x.key, y.key):
                return Step("same-thing", True, (*values, ("by", "likeness")))
            return Step("part-of-whole", False, values)
        return Step("same-thing", x.key == y.key, (*values, ("by", "key")))
    if across(signals):  # nouns that no lexicon holds are told apart by nothing
        return Step("same-thing", one_amount(first, second, signals), (*values, ("by", "likeness")))
    if x and y:
        alike = fuzz.ratio(x.text, y.text) / 100
        return Step("same-thing", alike >= SAME_SPELLING, (*values, ("by", "spelling")))
    if x or y:
        told = signals.get("clause", 0.0) >= SURE_CLAUSE or signals.get("left", 0.0) >= SURE_SLOT
        return Step("same-thing", told, (*values, ("by", "likeness")))
    return Step("same-thing", True, (*values, ("by", "unit" if first.unit else "likeness")))


PEOPLE = "person"
"""The key of people of whatever kind."""


def _group(counted: Counted) -> str | None:
    """Give what those are whose group is counted by what became of them: dead soldiers are dead."""
    group, dash, outcome = (counted.key or "").rpartition("-")
    return outcome if dash and group and counted.kind == "casualty" else None


def statement(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same statement: clauses and sentences alike enough; across languages, anchors and order say so."""
    if across(signals):
        return statement_across(*_figures(a, b), signals)
    clause, sentence, left = signals["clause"], signals.get("sentence", 0.0), signals.get("left", 0.0)
    alike = (clause >= LIKE_CLAUSE and sentence >= LIKE_SENTENCE) or clause >= 0.9 or sentence >= SURE_SENTENCE
    opening = "left" not in signals and signals.get("right", 0.0) >= SURE_SLOT  # a sentence that begins with its figure
    slotted = (left >= SAME_SLOT or opening) and sentence >= LIKE_SENTENCE
    elsewhere = signals.get("around", 1.0) < OTHER_SLOT
    sure = (clause >= SURE_CLAUSE and sentence >= LIKE_SENTENCE) or sentence >= SURE_SENTENCE
    sure = sure or (left >= SURE_SLOT and sentence >= SURE_CLAUSE)
    by = "wording" if sure else "likeness"
    values = (("clause", f"{clause:.2f}"), ("sentence", f"{sentence:.2f}"), ("slot", f"{left:.2f}"), ("by", by))
    beside = signals.get(ALONE, 0.0) >= 1 and sentence >= LIKE_SENTENCE and "unit" not in signals
    drawn = DRAWN in signals and clause >= DRAWN_CLAUSE and signals.get("around", 0.0) >= DRAWN_AROUND
    held = (alike or slotted or beside or drawn) and not elsewhere and not _other_time(a, b)
    if LEAD_TOLL in signals and not held:
        return Step("lead-toll", True, (("by", "likeness"),))
    if SOLE in signals and not held:
        return _retold(signals)
    if SAME in signals and not held and not _other_time(a, b):
        return Step("one-fact", True, (("odds", f"{signals[SAME]:+.1f}"), ("by", "likeness")))
    return Step("same-statement", held, values)


def _retold(signals: Mapping[str, float]) -> Step:
    """Say by what two figures are of one thing that are told in words with little in common."""
    by = (("by", "likeness"),)
    if HELD in signals:
        return Step("one-holder", True, by)
    if PARTICULAR in signals:
        return Step("one-particular", True, by)
    if SWAPPED in signals:
        return Step("digits-exchanged", True, by)
    return Step("beside-equal", True, by) if BESIDE in signals else Step("sole-count", True, by)


def _other_time(a: Claim, b: Claim) -> bool:
    """Tell two times of day whose words before them differ in one: "the first train leaves at", "the last"."""
    if not all(claim.figure is not None and claim.figure.role == "time" for claim in (a, b)):
        return False
    left, right = a.context.before, b.context.before
    unlike = [(x, y) for x, y in zip(left, right, strict=False) if fuzz.ratio(x, y) / 100 < SAME_SPELLING]
    return len(left) == len(right) and len(left) > 1 and len(unlike) == 1


def _scope(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same scope: no different places or bodies named beside the two, the same "per"."""
    first, second = _figures(a, b)
    left, right = _beside(a), _beside(b)
    if across(signals):  # names that no lexicon holds are not the same in two scripts
        same = signals.get("places", 1.0) > 0 and first.per == second.per
        return Step("same-scope", same, (("a", ", ".join(sorted(left)) or "–"), ("b", ", ".join(sorted(right)) or "–")))
    here, there = unlike(left, right), unlike(right, left)
    if any(
        mark in signals for mark in (BESIDE, HELD, PARTICULAR, SWAPPED)
    ):  # whoever else is named, the two are of one
        here, there = [], []
    if in_one_slot(signals) and not (any(map(is_sure, here)) and any(map(is_sure, there))):
        here, there = [], []  # in one slot of one sentence a name no lexicon holds is rather spelt than meant otherwise
    told_once = LEAD_TOLL in signals or (SOLE in signals and any(map(is_country, (*here, *there))))
    if told_once and here and there and not any(apart(x, y) for x in here for y in there):
        here, there = [], []  # what happened in a place happened in its country, and to whoever else is named
    values = (("a", ", ".join(here) or first.per or "–"), ("b", ", ".join(there) or second.per or "–"))
    return Step("same-scope", not (here and there) and first.per == second.per, values)


def _beside(claim: Claim) -> frozenset[str]:
    """Give the names beside a figure but for its speaker's: who says so is not what it is of."""
    speaker = speaker_of(claim).split()
    return frozenset(name for name in claim.context.names if name not in speaker)


def modality(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same modality: both told as fact, or both as forecast; two languages do not mark what is to come alike.

    Nor do two newsrooms: "the agreement frees 308 prisoners", "the number to be freed is 380".
    """
    left, right = a.context.modality, b.context.modality
    values = (("a", left), ("b", right))
    firm = SOLE in signals or signals.get(SAME, LEAST_ODDS) >= FIRM_ODDS
    if left != right and (across(signals) or firm) and {left, right} <= TOLD:
        return Step("same-modality", True, (*values, ("by", "likeness")))
    return Step("same-modality", left == right, values)


def _one_thing(a: Claim, b: Claim, signals: Mapping[str, float]) -> Step:
    """The same thing counted, or one particular of the event, whatever nouns stand beside the two."""
    step = _thing(a, b, signals)
    return step if step.passed or PARTICULAR not in signals else Step("same-thing", True, (*step.values, LIKELY))


LIKELY = ("by", "likeness")
LADDER: tuple[Look, ...] = (_dimension, _one_thing, _scope, one_moment, modality, statement, voice)
FOLLOWING: tuple[Look, ...] = (_dimension, _thing, statement)
"""In one place of two texts that follow one another, scope, moment and speaker are those of the place."""
