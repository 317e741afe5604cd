"""Two reports give figures of one thing that cannot both hold."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.align.retold import FIRM_ODDS, SAME
from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.comparability import inferred
from factcheck.judge.held_facts import upheld
from factcheck.judge.schema import When
from factcheck.judge.slips import slips
from factcheck.judge.tolls import ROSE, toll
from factcheck.judge.unsaid import unsaid
from factcheck.judge.values import agrees, value_level
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.pair import Pair, Ref, Step

LEVELS = ("proven", "likely", "shrunken", "grown", "update", "possible", "dispute")
"""What a difference may be, the surest first."""
SAME_SPEAKER = 0.6
"""Likeness of two sources from which they are one."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every conflicting pair between two reports.

    Levels: `proven` where every step of the ladders holds by evidence; `likely` where one was inferred from likeness.
    Counts of casualties with no speaker and no time in common: `grown` where the later report has more, `shrunken`
    where it has fewer dead and speaks of no revision, `update` where nothing tells which is later. `possible` where
    all signs together leave it open whether the two are of one thing. `dispute` where two
    speakers give two figures of one thing (a pair that is not comparable, which the rule has to ask for).
    """
    wanted = [when.verdict] if isinstance(when.verdict, str) else when.verdict or ["conflict"]
    told: dict[tuple[str, str], Draft] = {}
    for pair in case.pairs:
        if (pair.a.report, pair.b.report) != where or pair.verdict not in wanted:
            continue
        a, b = case.claim(pair.a), case.claim(pair.b)
        if a.figure is None or b.figure is None or (_owned(case, pair.a, a) and _owned(case, pair.b, b)):
            continue
        if not (pair.verdict == "conflict" or _disputed(pair, a, b)):
            continue
        heads = (case.repeats[where[0]][a.id][0], case.repeats[where[1]][b.id][0])
        # The headline's figure conflicts where the body's does, which knows more of who said so: one finding.
        draft = _draft(case, pair, a, b)
        if heads not in told or LEVELS.index(draft.level) < LEVELS.index(told[heads].level):
            told[heads] = draft
    yield from told.values()


def _owned(case: Case, ref: Ref, claim: Claim) -> bool:
    """Tell the age of somebody named, which is compared person by person."""
    if claim.figure is None or claim.figure.role != "age":
        return False
    names = (c.name for c in case.readings[ref.report].claims if c.context.sentence == claim.context.sentence)
    return any(name is not None and name.age is not None and name.age.span == claim.span for name in names)


def _draft(case: Case, pair: Pair, a: Claim, b: Claim) -> Draft:
    first, second = pair.a.report, pair.b.report
    values = (shown(a.figure) if a.figure else "", shown(b.figure) if b.figure else "")
    level, told = _level(case, pair, a, b)
    tables = [{claim.id: claim.figure for claim in r.claims if claim.figure is not None} for r in case.readings]
    right = [step for report, claim in ((first, a), (second, b)) for step in upheld(case.facts[report], claim.id)]
    evidence = [case.evidence(first, a.span, "a"), case.evidence(second, b.span, "b")]
    for report, claim in ((first, a), (second, b)):
        evidence += [
            case.evidence(report, case.by_id[report][other].span, "again")
            for other in case.repeats[report][claim.id]
            if other != claim.id
        ]
    return Draft(
        level=level,
        evidence=tuple(evidence),
        basis=(basis_of(a, values[0]), basis_of(b, values[1])),
        values={
            "a": a.text,
            "b": b.text,
            "counted": a.figure.counted.text if a.figure and a.figure.counted else a.text,
        },
        steps=(*pair.steps[:-1], *unsaid(a, b), pair.steps[-1], *slips(a, b, pair, case.pairs, tables), *told, *right),
        claims=((first, a.id), (second, b.id)),
    )


ONE_FACT = "one-fact"
"""The step by which two figures are of one thing by all signs weighed together."""
PARTICULAR = "one-particular"
"""The step by which two counts are of one moment."""


def _level(case: Case, pair: Pair, a: Claim, b: Claim) -> tuple[str, tuple[Step, ...]]:
    if pair.verdict != "conflict":
        return "dispute", ()
    signals = dict(pair.signals)
    share = a.figure is not None and a.figure.form == "percent"  # one of many polls and rates
    if any(step.name == ONE_FACT for step in pair.steps) and (share or signals[SAME] < FIRM_ODDS):
        return "possible", ()
    if any(step.name == PARTICULAR for step in pair.steps):  # as of one moment: no update
        return "likely", ()
    spoken = max(signals.get("source", 0.0), signals.get("speaker", 0.0)) >= SAME_SPEAKER and _named(a) and _named(b)
    level, steps = toll(case, pair, a, b, one_speaker=spoken)
    if level:
        return level, steps
    updating = any(
        claim.context.clause.covers(marker.span) and (marker.key != ROSE or not _amount(claim))
        for report, claim in ((pair.a.report, a), (pair.b.report, b))
        for marker in case.markers(report, claim.context.sentence, "update")
    )
    if updating:
        return "update", ()
    exact = pair.level == "disjoint" and a.figure is not None and a.figure.role in ("quantity", "score")
    return ("proven" if exact and not any(True for _ in inferred(pair.steps)) else "likely"), ()


def _amount(claim: Claim) -> bool:
    """Tell a sum or a share, which rises from year to year, and not from hour to hour."""
    return claim.figure is not None and claim.figure.unit is not None


def _disputed(pair: Pair, a: Claim, b: Claim) -> bool:
    """Tell whether nothing but the speaker keeps two figures that cannot both hold from being held together."""
    if pair.verdict != "not comparable" or pair.level != "same-voice" or a.figure is None or b.figure is None:
        return False
    return not agrees(value_level(a.figure, b.figure))


def _named(claim: Claim) -> bool:
    source = claim.attribution.source if claim.attribution is not None else None
    return source is not None and source.kind != "unnamed"


CHECK = Check(
    "pair",
    ("proven", "likely", "update", "grown", "shrunken", "possible", "dispute"),
    frozenset({"a", "b", "counted"}),
    Options,
    run,
    frozenset({"verdict"}),
    turns={"equal-figures": ("proven",)},
)
