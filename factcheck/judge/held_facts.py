"""Figures held to what a desk knows: supported, contradicted, or out of date, with the steps that say why.

The steps are those of the ladders for two reports; the fact stands in for the second one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal, NamedTuple

from msgspec.structs import replace

from factcheck.judge.comparability import modality, settled
from factcheck.judge.fact_times import Time, Times, moment_of, time_of, times_of
from factcheck.judge.values import FAR_BOUND, agrees, compare_values, in_unit_of, value_level
from factcheck.model.claim import Claim, Context, Reading
from factcheck.model.fact import Fact, FactMeeting
from factcheck.model.pair import Step
from factcheck.model.span import Span

Held = Literal["held-up", "proven", "likely", "said", "outdated", "older", "apart"]
"""What comes of holding a figure to a fact.

`held-up` where it agrees. Where it cannot: `proven` of the same time, or of what does not change, in the reporter's
own voice; `likely` where the report names no time; `said` where somebody else says it; `outdated` where it agrees with
what the desk knows of an earlier time; `older` where the fact is from long before the report. `apart` where the two may
not be held against each other: another time, a forecast, a denial.
"""
KEPT = frozenset({"same-dimension", "same-modality", "same-voice"})
"""Steps of the ladder for two reports that say something of a report and a fact."""


class HeldFact(NamedTuple):
    """A figure, the fact it was held to, where the two met, and what came of it."""

    claim: Claim
    meeting: FactMeeting
    held: Held
    steps: tuple[Step, ...]

    @property
    def fact(self) -> Fact:
        """The fact."""
        return self.meeting.fact


def held_facts(reading: Reading, meetings: Sequence[FactMeeting]) -> tuple[HeldFact, ...]:
    """Hold each figure to the facts it meets: to that whose quantity is told in the most words, and of the right time.

    What a report gives rightly in another sentence is not held against it again, unless that is proven.
    """
    if not meetings:
        return ()
    times, claims = times_of(reading), {claim.id: claim for claim in reading.claims}
    found = [
        held
        for claim_id, met in groupby(meetings, key=lambda meeting: meeting.claim)
        if (held := _held(times, claims[claim_id], list(met))) is not None
    ]
    given = {_series(one.fact): one.claim for one in found if one.held == "held-up"}
    return tuple(_given_elsewhere(one, given.get(_series(one.fact))) for one in found)


def origin_of(fact: Fact) -> str:
    """Write who gives a fact, and for when."""
    return f"{fact.source}, {fact.as_of}" if fact.as_of else fact.source


def _series(fact: Fact) -> tuple[object, ...]:
    """Give what is one for the facts of one series."""
    return fact.subject, fact.quantity


def _given_elsewhere(one: HeldFact, right: Claim | None) -> HeldFact:
    if right is None or one.held in ("held-up", "proven", "apart"):
        return one
    step = Step("said-right", False, (("a", one.claim.text), ("b", right.text)))
    return one._replace(held="apart", steps=(*one.steps, step))


def _held(times: Times, claim: Claim, met: Sequence[FactMeeting]) -> HeldFact | None:
    timed = [(time_of(times, claim, meeting), meeting) for meeting in met]
    longest = max((_length(meeting) for meeting in met if meeting.told), default=0)
    told = [(time, meeting) for time, meeting in timed if meeting.told and _length(meeting) == longest]
    of_time = [(time, meeting) for time, meeting in told if time != "other"]
    if not of_time:
        return _judged(times, claim, *told[-1], "apart") if told else None
    time, meeting = max(of_time, key=lambda pair: pair[1].fact.as_of or "")
    if not _ladder(claim, meeting):
        return _judged(times, claim, time, meeting, "apart")
    if _agree(claim, meeting.fact):
        return _judged(times, claim, time, meeting, "held-up") if _close(claim, meeting.fact) else None
    before = [m for _, m in told if _agree(claim, m.fact) and (m.fact.as_of or "") < (meeting.fact.as_of or "")]
    if before and time != "same":
        held = _judged(times, claim, time, meeting, "outdated")
        return held._replace(steps=(*held.steps, _before(claim, before[-1].fact)))
    return _judged(times, claim, time, meeting, _level(claim, meeting.fact, time))


def _length(meeting: FactMeeting) -> int:
    return meeting.quantity.end - meeting.quantity.start


def _agree(claim: Claim, fact: Fact) -> bool:
    return claim.figure is not None and agrees(value_level(claim.figure, fact.figure))


def _close(claim: Claim, fact: Fact) -> bool:
    """Tell a figure that says something of a fact's from a bound so far off that anything would agree with it."""
    if claim.figure is None:
        return False
    theirs = in_unit_of(claim.figure, fact.figure)
    numbers = [next((n for n in (f.low, f.high) if n is not None), None) for f in (claim.figure, theirs)]
    known = [abs(number) for number in numbers if number is not None]
    return len(known) == len(numbers) and max(known) <= FAR_BOUND * min(known)


def _level(claim: Claim, fact: Fact, time: Time) -> Held:
    if time == "older":
        return "older"
    if claim.attribution is not None:
        return "said"
    exact = not fact.figure.approximate and claim.figure is not None and not claim.figure.approximate
    return "proven" if time == "same" and exact else "likely"


def _judged(times: Times, claim: Claim, time: Time, meeting: FactMeeting, held: Held) -> HeldFact:
    fact = meeting.fact
    subject, quantity = (times.reading.report.surface(span) for span in (meeting.subject, meeting.quantity))
    place = f"{fact.path}:{fact.line}" if fact.path else "–"
    steps = [
        Step("fact", True, (("value", fact.value), ("origin", origin_of(fact)), ("place", place))),
        Step("fact-told", meeting.told, (("a", subject), ("b", quantity), ("word", meeting.between or "–"))),
        _time_step(time, (("a", moment_of(times, claim)), ("b", fact.as_of or "–"))),
        *(_ladder(claim, meeting) or (modality(claim, _claim_of(claim, fact), {}),)),
    ]
    if held != "apart" and claim.figure is not None:
        steps.append(compare_values(claim.figure, fact.figure)[1])
    return HeldFact(claim, meeting, held, tuple(steps))


def _time_step(time: Time, times: tuple[tuple[str, str], ...]) -> Step:
    if time == "older":
        return Step("fact-fresh", False, times)
    return Step("same-moment", time != "other", (*times, ("by", "likeness")) if time == "near" else times)


def _before(claim: Claim, fact: Fact) -> Step:
    return Step("fact-before", False, (("a", claim.text), ("b", fact.value), ("origin", origin_of(fact))))


def _ladder(claim: Claim, meeting: FactMeeting) -> tuple[Step, ...]:
    """Walk the ladder for two reports with a figure and a fact; nothing where they part. Time is settled apart."""
    if claim.context.negated:
        return ()
    fact, context = meeting.fact, replace(claim.context, moment=None, earlier=False, session=False)
    context = replace(context, modality="fact") if meeting.named_only else context
    return tuple(step for step in settled(replace(claim, context=context), _claim_of(claim, fact)) if step.name in KEPT)


def _claim_of(claim: Claim, fact: Fact) -> Claim:
    """Make a claim of a fact, to stand in the second report's place; it counts what the figure counts, and as what."""
    figure = fact.figure
    if claim.figure is not None:
        figure = replace(figure, counted=claim.figure.counted, role=claim.figure.role)
    whole = Span(0, len(fact.value))
    return Claim("", "figure", whole, fact.value, Context(0, whole, moment=fact.as_of), figure=figure)


def upheld(held: Sequence[HeldFact], claim: str) -> Iterator[Step]:
    """Say that the desk's facts bear out a claim, where they do."""
    for one in held:
        if one.held == "held-up" and one.claim.id == claim:
            values = (("a", one.claim.text), ("value", one.fact.value), ("origin", origin_of(one.fact)))
            yield Step("fact-upholds", True, values)


def known_ids(held: Sequence[HeldFact]) -> Iterator[str]:
    """Give the claims that the desk's facts bear out or contradict: nobody has to ask where they come from."""
    return (one.claim.id for one in held if one.held != "apart")
