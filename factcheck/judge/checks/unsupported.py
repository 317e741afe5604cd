"""A figure that nobody is credited with, or only somebody nobody could call."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from factcheck.align.dimension import dimension
from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import LEAD_SENTENCES, in_lead, is_event_count, is_material
from factcheck.judge.schema import When
from factcheck.judge.support import support
from factcheck.judge.values import agrees, compare_values
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.pair import Step
from factcheck.model.span import Span

NEAR = 14
"""Characters between a count and the word that opens its list ("four of them, namely")."""


def run(case: Case, where: tuple[int, ...], when: When, options: BaseModel) -> Iterator[Draft]:
    """Give a draft for each material figure with no source anywhere in the report, its repeats gathered.

    Levels: `material` for counts of the event, money and shares told of the event; `background` for figures of an
    earlier time and for counts further down.
    """
    (report,) = where
    parts = {part for group in case.sums[report].values() for part in group}
    seen: set[str] = set()
    for claim in case.figures(report):
        group = case.repeats[report].get(claim.id, (claim.id,))
        if parts.intersection(group) or group[0] in seen or not is_material(claim) or _told_out(case, report, claim):
            continue
        seen.add(group[0])
        members = [case.by_id[report][member] for member in group]
        graded = [support(case, report, member) for member in members]
        if any(grade in ("named", "described") for grade, _ in graded) or _headline_of(case, report, claim, members):
            continue
        first = next((m for m in members if m.context.sentence == min(x.context.sentence for x in members)), claim)
        yield _draft(case, report, first, members, graded[members.index(first)][1])


def _told_out(case: Case, report: int, claim: Claim) -> bool:
    """A count whose items the sentence goes on to list bears itself out; so does money put in another currency."""
    markers = case.markers(report, claim.context.sentence, "list-word")
    if claim.figure is not None and claim.figure.form == "cardinal":
        return any(0 <= marker.span.start - claim.span.end <= NEAR for marker in markers)
    text = case.readings[report].report.surface(Span(max(0, claim.span.start - 2), claim.span.start, claim.span.field))
    money = claim.figure is not None and claim.figure.form == "money"
    return (
        money
        and text.endswith("(")
        and any(
            other.figure is not None and other.figure.form == "money" and 0 < claim.span.start - other.span.end <= 2
            for other in case.figures(report)
        )
    )


def _headline_of(case: Case, report: int, claim: Claim, members: list[Claim]) -> bool:
    """A headline's figure that the body gives more exactly, with a source, has that source."""
    headlines = {s.index for s in case.readings[report].sentences if s.kind in ("headline", "heading")}
    if claim.figure is None or any(member.context.sentence not in headlines for member in members):
        return False
    for other in case.figures(report):
        same = (
            other.figure is not None
            and dimension(other.figure) == dimension(claim.figure)
            and other.figure.unit == claim.figure.unit
        )
        if same and other.figure is not None and other.context.sentence not in headlines:
            fits = agrees(compare_values(claim.figure, other.figure)[0])
            if fits and support(case, report, other)[0] in ("named", "described"):
                return True
    return False


def _draft(case: Case, report: int, claim: Claim, members: list[Claim], step: Step) -> Draft:
    value = shown(claim.figure) if claim.figure is not None else ""
    parts = [case.by_id[report][part] for member in members for part in case.sums[report].get(member.id, ())]
    again = [case.evidence(report, member.span, "again") for member in members if member is not claim]
    return Draft(
        level=_level(claim),
        evidence=(
            case.evidence(report, claim.span, "figure"),
            *again,
            *(case.evidence(report, part.span, "part") for part in parts),
        ),
        basis=(basis_of(claim, value),),
        values={"figure": claim.text},
        steps=(step,),
        claims=tuple((report, member.id) for member in (*members, *parts)),
    )


def _level(claim: Claim) -> str:
    figure = claim.figure
    if figure is None or claim.context.earlier or claim.context.session:
        return "background"
    weighty = figure.form in ("money", "percent", "percentage-point") or (is_event_count(claim) and in_lead(claim))
    people = figure.counted is not None and figure.counted.kind in ("people", "casualty")
    return "material" if weighty or people or claim.context.sentence < LEAD_SENTENCES else "background"


CHECK = Check("report", ("material", "background"), frozenset({"figure"}), Options, run)
