"""What was considered and let pass: sums that add up, tables that agree, years that are plain years."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case
from factcheck.judge.earlier_events import long_past
from factcheck.judge.held_facts import origin_of
from factcheck.judge.sums import exact
from factcheck.model.figure import shown
from factcheck.model.finding import SetAside

TOLD_ROLES = frozenset({"name-part", "locator"})


def set_aside(case: Case) -> tuple[SetAside, ...]:
    """Give everything set aside, in reading order of its first evidence within each reason."""
    return (
        *_facts(case),
        *_sums(case),
        *_tables(case),
        *_pairs(case),
        *_past(case),
        *_roles(case),
        *_years(case),
    )


def _facts(case: Case) -> Iterator[SetAside]:
    """Figures that agree with the desk's facts, and those that may not be held against them."""
    for report, known in enumerate(case.facts):
        for held in known:
            value = shown(held.claim.figure) if held.claim.figure is not None else ""
            values = (("a", value), ("b", shown(held.fact.figure)), ("origin", origin_of(held.fact)))
            if held.held == "held-up":
                yield SetAside("fact-agrees", (case.evidence(report, held.claim.span),), values)
            elif held.held == "apart":
                yield SetAside("fact-apart", (case.evidence(report, held.claim.span),), values)


def _sums(case: Case) -> Iterator[SetAside]:
    for report, sums in enumerate(case.sums):
        for total_id, part_ids in sums.items():
            total = case.by_id[report][total_id]
            parts = [case.by_id[report][part] for part in part_ids]
            terms = " + ".join(str(exact(part)) for part in parts)
            evidence = tuple(case.evidence(report, claim.span) for claim in (total, *parts))
            yield SetAside("sum-holds", evidence, (("terms", terms), ("total", str(exact(total)))))


def _tables(case: Case) -> Iterator[SetAside]:
    for report, reading in enumerate(case.readings):
        rows = {s.index for s in reading.sentences if s.cells}
        told: set[str] = set()
        for claim in case.figures(report):
            group = case.repeats[report][claim.id]
            if group[0] in told:
                continue
            told.add(group[0])
            members = [case.by_id[report][member] for member in group]
            inside = [m for m in members if m.context.sentence in rows]
            outside = [m for m in members if m.context.sentence not in rows]
            if inside and outside:
                evidence = (case.evidence(report, inside[0].span), case.evidence(report, outside[0].span))
                yield SetAside("table-agrees", evidence, (("value", shown(claim.figure) if claim.figure else ""),))


def _pairs(case: Case) -> Iterator[SetAside]:
    """Pairs whose values differ in writing and agree, or differ and may not be held against each other."""
    for pair in case.pairs:
        a, b = case.claim(pair.a), case.claim(pair.b)
        if a.figure is None or b.figure is None:
            continue
        evidence = (case.evidence(pair.a.report, a.span), case.evidence(pair.b.report, b.span))
        values = (("a", shown(a.figure)), ("b", shown(b.figure)))
        if pair.verdict == "agree" and pair.level != "same-value":
            yield SetAside(f"agree-{pair.level}", evidence, values)
        elif pair.verdict == "not comparable" and shown(a.figure) != shown(b.figure):
            yield SetAside(f"apart-{pair.level}", evidence, values)


def _past(case: Case) -> Iterator[SetAside]:
    """Tolls of years past that nobody is credited with: they are there to be looked up."""
    for report in range(len(case.readings)):
        for claim in case.figures(report):
            if claim.figure is not None and claim.attribution is None and long_past(case, report, claim):
                value = shown(claim.figure)
                yield SetAside("past-year", (case.evidence(report, claim.span),), (("value", value),))


def _roles(case: Case) -> Iterator[SetAside]:
    for report, reading in enumerate(case.readings):
        told: set[str] = set()
        for claim in reading.claims:
            if claim.figure is not None and claim.figure.role in TOLD_ROLES and shown(claim.figure) not in told:
                told.add(shown(claim.figure))
                yield SetAside(
                    f"role-{claim.figure.role}", (case.evidence(report, claim.span),), (("value", shown(claim.figure)),)
                )


def _years(case: Case) -> Iterator[SetAside]:
    for report, reading in enumerate(case.readings):
        told: set[str] = set()
        for claim in reading.claims:
            if claim.date is not None and claim.date.edtf.isdigit() and claim.date.edtf not in told:
                told.add(claim.date.edtf)
                yield SetAside("plain-year", (case.evidence(report, claim.span),), (("value", claim.date.edtf),))
