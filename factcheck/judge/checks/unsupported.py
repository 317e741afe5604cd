"""A figure that nobody is credited with, or only somebody nobody could call."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.earlier_events import long_past, told_before
from factcheck.judge.filings import is_filed
from factcheck.judge.held_facts import known_ids
from factcheck.judge.listings import is_listed
from factcheck.judge.markets import is_market, is_price_of_goods
from factcheck.judge.materiality import in_lead, is_material
from factcheck.judge.on_record import CROWDS, in_passing, is_company, is_on_record, is_tariff, is_whole
from factcheck.judge.private_sums import is_private
from factcheck.judge.restated import headline_of_body, restated, same_quantity
from factcheck.judge.schema import When
from factcheck.judge.sports import SQUAD, is_sport
from factcheck.judge.sums import exact
from factcheck.judge.support import carried, support
from factcheck.model.claim import Claim
from factcheck.model.figure import Figure, shown
from factcheck.model.pair import Step
from factcheck.model.span import Span


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each material figure with no source anywhere in the report, its repeats gathered.

    Levels: `material` for money, for casualties, and for crowds at the top of a report; `background` for other counts
    and shares, and for all that is told of an earlier time. The prices of a market are there for everyone to read.
    """
    (report,) = where
    drafts = [*_unsupported(case, report)]
    quoted = [draft for draft in drafts if is_market(case, report, draft.claim)]
    if len(quoted) >= FEWEST_PRICES:
        drafts = [draft for draft in drafts if draft not in quoted]
    drafts = [draft for draft in drafts if not is_price_of_goods(case, report, draft.claim)]
    drafts = [draft for draft in drafts if not _part_of_accounted(case, report, draft, drafts)]
    for alike in _listed_together(drafts, is_sport(case, report)):
        if len(alike) < BALANCE and all(in_passing(case, report, one.claim) for one in alike):
            continue
        yield _together(case, report, alike)


def _part_of_accounted(case: Case, report: int, draft: _Unsupported, drafts: Sequence[_Unsupported]) -> bool:
    """Tell some of those counted right before ("seven died, among them three of one family") who are accounted for."""
    claim = draft.claim
    ahead = [c for c in case.figures(report, claim.context.sentence) if c.span.end <= claim.span.start]
    whole = max(ahead, key=lambda c: c.span.end, default=None)
    noun = whole.figure.counted if whole is not None and whole.figure is not None else None
    if whole is None or noun is None or noun.kind != "casualty" or exact(whole) <= exact(claim):
        return False
    told = case.markers(report, claim.context.sentence, "part")
    among = any(m.key == AMONG and whole.span.end <= m.span.start < claim.span.start for m in told)
    return among and all(whole is not member for one in drafts for member in one.members)


AMONG = "among-them"
"""The key of the word for some of those counted before."""
BALANCE = 3
"""Such counts in one sentence from which they tell what somebody has achieved, and are asked about."""


class _Unsupported(NamedTuple):
    claim: Claim
    members: list[Claim]
    step: Step


def _unsupported(case: Case, report: int) -> Iterator[_Unsupported]:
    parts = {part for group in case.sums[report].values() for part in group}
    known = set(known_ids(case.facts[report]))
    rows = {s.index for s in case.readings[report].sentences if s.cells}
    seen: set[str] = set()
    for claim in case.figures(report):
        group = case.repeats[report].get(claim.id, (claim.id,))
        if claim.id in parts or claim.id in seen or not _is_asked_for(case, report, claim):
            continue
        every = [case.by_id[report][member] for member in group]
        members = [m for m in every if m is claim or _one(claim, m) or rows & _where(claim, m)]
        seen.update([member.id for member in members])
        if not parts.isdisjoint([member.id for member in members]):
            continue
        others = [member for member in members if member is not claim]
        if any(_is_set(case, report, member) or is_listed(case, report, member) for member in others):
            continue
        if not known.isdisjoint([member.id for member in members]):
            continue  # the desk has its own figure, with a source
        graded = [support(case, report, member) for member in members]
        if any(carried(grade) for grade, _ in graded) or restated(case, report, claim):
            continue
        if all(headline_of_body(case, report, member) for member in members):
            continue
        first = next((m for m in members if m.context.sentence == min(x.context.sentence for x in members)), claim)
        yield _Unsupported(first, members, graded[members.index(first)][1])


def _where(claim: Claim, other: Claim) -> set[int]:
    return {claim.context.sentence, other.context.sentence}


def _one(claim: Claim, other: Claim) -> bool:
    """Tell a repeat of a figure from the same number of other people: "17 workers" and, elsewhere, "17 offenders"."""
    counted = [c.figure.counted for c in (claim, other) if c.figure is not None and c.figure.counted is not None]
    people = len(counted) > 1 and all(noun.key and noun.kind == "people" for noun in counted)
    return not people or same_quantity(claim, other)


def _is_asked_for(case: Case, report: int, claim: Claim) -> bool:
    """Tell a figure that a reader would want a source for from one that the report itself bears out."""
    if not is_material(claim) or is_listed(case, report, claim) or _in_other_money(case, report, claim):
        return False
    if long_past(case, report, claim) or _measures_its_noun(case, report, claim):
        return False
    if claim.figure is not None and claim.figure.form == "vague" and not _is_estimate(case, report, claim):
        return False
    if claim.figure is not None and _is_manner_of_speaking(claim.figure):
        return False
    counted = claim.figure.counted if claim.figure is not None else None
    in_match = claim.figure is not None and claim.figure.form == "cardinal" and is_sport(case, report)
    if in_match and (counted is None or not counted.key or counted.key in SQUAD):
        return False
    return (
        not _is_set(case, report, claim)
        and not is_company(case, report, claim)
        and not is_tariff(case, report, claim)
        and not is_whole(case, report, claim)
        and not is_filed(case, report, claim)
        and not is_private(case, report, claim)
        and not is_on_record(case, report, claim)
    )


def _is_manner_of_speaking(figure: Figure) -> bool:
    """Tell money of no number ("spend millions of dollars"): it names no sum that somebody could bear out."""
    return figure.form == "money" and figure.approximate and figure.high is None


def _is_estimate(case: Case, report: int, claim: Claim) -> bool:
    """Tell a vague count that somebody must have made, of victims or of a crowd that marches, from a way of speaking.

    "Thousands of visitors" and "could spare millions the disease" are no more than the telling.
    """
    noun = claim.figure.counted if claim.figure is not None else None
    if noun is None or claim.context.modality != "fact":
        return False
    marches = any(m.key == PROTEST for m in case.markers(report, claim.context.sentence, "takes-part"))
    return noun.kind == "casualty" or noun.key == "protester" or marches


PROTEST = "protest"
"""The key of what a crowd does whose size is disputed."""


def _measures_its_noun(case: Case, report: int, claim: Claim) -> bool:
    """Tell a count that only says how large a thing is, tied to its word ("an 800-page report"), or stuck to it."""
    figure = claim.figure
    if figure is None or figure.form != "cardinal":
        return False
    behind = Span(figure.number.end, figure.number.end + 2, claim.span.field)
    text = case.readings[report].report.surface(behind)
    tied = text[:1].isalpha() or (text[:1] in HYPHENS and text[1:2].isalpha())
    return tied or _is_name(case, report, claim, figure)


def _is_name(case: Case, report: int, claim: Claim, figure: Figure) -> bool:
    """Tell the number of a name ("228 Memorial Park") from a count: capitals behind it, and but one of the thing."""
    words = case.readings[report].report.surface(Span(figure.number.end, claim.span.end, claim.span.field)).split()
    thing = figure.counted is not None and figure.counted.kind == "thing"
    if not thing or len(words) < NAME or not all(word[:1].isupper() for word in words):
        return False
    last = [m for m in case.markers(report, claim.context.sentence, "counted") if m.span.end == claim.span.end]
    return bool(last) and not any(marker.plural for marker in last)


NAME = 2
"""Words of a name behind its number at least."""


HYPHENS = ("-", "\u2010", "\u2011")
"""Marks that tie a number to the word behind it."""


def _is_set(case: Case, report: int, claim: Claim) -> bool:
    """Tell a figure that a court, an office or a plan sets from one that somebody has counted."""
    return any(case.markers(report, claim.context.sentence, "ruling"))


def _in_other_money(case: Case, report: int, claim: Claim) -> bool:
    """Tell money that is only the sum before it, put in another currency behind a bracket or a comma."""
    if claim.figure is None or claim.figure.form != "money":
        return False
    before = (other for other in case.figures(report, claim.context.sentence) if other.span.end < claim.span.start)
    sum_before = max(before, key=lambda other: other.span.end, default=None)
    if sum_before is None or sum_before.figure is None or sum_before.figure.form != "money":
        return False
    between = case.readings[report].report.surface(Span(sum_before.span.end, claim.span.start, claim.span.field))
    other_money = sum_before.figure.unit != claim.figure.unit
    apart = len(between) <= NEAR and any(comma in between for comma in COMMAS)  # "163 pesos a day, or $9.40"
    return between.strip() == "(" or (apart and other_money)


NEAR = 12
"""Characters between a sum and the same in another currency."""
COMMAS = ("،", ",")
"""Marks that part a sum from the same in another currency."""


def _listed_together(drafts: Sequence[_Unsupported], sport: bool) -> Iterator[list[_Unsupported]]:
    """Gather figures of one form in one sentence: its counts, its shares, its prices are one thing to ask about each.

    A figure that is told again in the sentence of others is asked about with them, and what clubs paid in a report of
    `sport` is one thing to ask about in all of it.
    """
    groups: list[tuple[set[tuple[object, ...]], list[_Unsupported]]] = []
    for draft in drafts:
        places = {_place(member) for member in draft.members} | {_amount(draft.claim)}
        if sport and draft.claim.figure is not None and draft.claim.figure.form == "money":
            places.add(("paid",))
        known = next((group for group in groups if group[0] & places), None)
        if known is None:
            groups.append((places, [draft]))
        else:
            known[0].update(places)
            known[1].append(draft)
    yield from (group for _, group in groups)


def _amount(claim: Claim) -> tuple[object, ...]:
    """Give what makes a share or a sum of money one with the same told of in other words; nothing for a count."""
    figure = claim.figure
    if figure is None or figure.unit is None:
        return ("alone", claim.id)
    return "amount", figure.low if figure.low is not None else figure.high, figure.unit


def _place(claim: Claim) -> tuple[object, ...]:
    figure = claim.figure
    if figure is None:
        return (claim.context.sentence,)
    # "Thousands marched in six cities": a count is a count, however exact.
    return claim.context.sentence, "cardinal" if figure.form == "vague" else figure.form, figure.unit


FEWEST_PRICES = 2
"""Prices and changes from which a report tells of a market."""


def _together(case: Case, report: int, alike: Sequence[_Unsupported]) -> Draft:
    """Make one draft of several figures; it weighs as much as the weightiest of them."""
    drafts = [_draft(case, report, one) for one in alike]
    first, *others = drafts
    evidence = [more for draft in others for more in draft.evidence]
    level = "material" if any(draft.level == "material" for draft in drafts) else first.level
    claims = tuple(claim for draft in drafts for claim in draft.claims)
    basis = tuple(pair for draft in drafts for pair in draft.basis)
    return replace(first, level=level, evidence=(*first.evidence, *evidence), claims=claims, basis=basis)


def _draft(case: Case, report: int, unsupported: _Unsupported) -> Draft:
    claim, members, step = unsupported
    value = shown(claim.figure) if claim.figure is not None else ""
    parts = [case.by_id[report][part] for member in members for part in case.sums[report].get(member.id, ())]
    again = [case.evidence(report, member.span, "again") for member in members if member is not claim]
    return Draft(
        level=_level(case, report, claim),
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


def _level(case: Case, report: int, claim: Claim) -> str:
    figure = claim.figure
    if figure is None or claim.context.earlier or claim.context.session or told_before(case, report, claim):
        return "background"
    counted = figure.counted
    of_event = counted is not None and (counted.kind == "casualty" or (counted.key in CROWDS and in_lead(claim)))
    return "material" if figure.form == "money" or of_event else "background"


CHECK = Check(
    "report",
    ("material", "background"),
    frozenset({"figure"}),
    Options,
    run,
    turns={"vouched-for": (), "named-source": ()},
)
