"""One report counts what an event did to people, who took part or what was paid; the other gives no number."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import LEAD_SENTENCES, in_lead, is_event_count, outcome
from factcheck.judge.payments import unpriced
from factcheck.judge.schema import When
from factcheck.judge.told_counts import given, unnumbered
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.finding import Evidence
from factcheck.model.pair import Step

FEWEST = 3
"""One and two are said by a noun's form: too small a thing to miss."""
AGREED = frozenset({"agreement", "contract", "decision", "memorandum", "recommendation", "resolution"})
"""Keys of what people agree on."""
SAME_LEAD = 0.35
"""Likeness from which two sentences that open reports tell one event."""
SAME_EVENT = 0.5
"""Likeness from which a sentence of the other report tells what the count's sentence tells."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each count of the event that one of two reports leaves out.

    Levels: `vague` where the other report has only a vague word for it, `uncounted` where it names those counted
    without a number, `left-out` where it tells the event and nothing of them.
    """
    for here, there in (where, where[::-1]):
        best: dict[str, tuple[int, Claim, Evidence]] = {}
        for claim in case.figures(here):
            found = _missed(case, here, there, claim)
            if found is not None:
                rank = LEVELS.index(found[0]), claim.span.field == "title"
                known = best.get(_topic(claim))
                if known is None or rank < (known[0], known[1].span.field == "title"):
                    best[_topic(claim)] = (rank[0], claim, found[1])
        for level, claim, evidence in best.values():
            yield _draft(case, here, claim, LEVELS[level], evidence)
        for claim, named in unpriced(case, here, there):
            yield _draft(case, here, claim, "uncounted", named)


LEVELS = ("vague", "uncounted", "left-out")
"""How another report tells what is counted, the plainest first."""


def _missed(case: Case, here: int, there: int, claim: Claim) -> tuple[str, Evidence] | None:
    """Give the level at which the other report misses a count, and its words; None where it does not."""
    if not _may_be_missed(case, here, claim) or given(case, here, there, claim):
        return None
    found = unnumbered(case, here, there, claim)
    if found is not None:
        return found
    event = _event(case, here, there, claim) if _of_the_event(case, here, claim) else None
    return ("left-out", event) if event is not None else None


def _topic(claim: Claim) -> str:
    """Name what became of those counted, or who they are: of one topic one count is enough."""
    counted = claim.figure.counted if claim.figure is not None else None
    if counted is None:
        return ""
    return outcome(counted.key) if counted.kind == "casualty" else counted.key or counted.text


def _may_be_missed(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a figure counts people or things of the event, and is no part of another count."""
    figure = claim.figure
    if figure is None or figure.counted is None or figure.form != "cardinal" or figure.per is not None:
        return False
    if (figure.high or figure.low or 0) < FEWEST or claim.context.earlier or claim.context.negated:
        return False
    if any(claim.id in parts for parts in case.sums[report].values()):
        return False
    agreed = figure.counted.key in AGREED and claim.context.modality == "fact"
    return is_event_count(claim) or agreed


def _of_the_event(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a count that the other report leaves out altogether is the event's own.

    It says what became of people, or who took part, is no part of a count before it, and stands in the lead.
    """
    counted = claim.figure.counted if claim.figure is not None else None
    if counted is None or counted.kind == "thing" or not in_lead(claim):
        return False
    clause = claim.context.clause
    if any(m.span.start < claim.span.start for m in case.markers(report, claim.context.sentence, "part")):
        return False
    if counted.kind == "casualty" or counted.event:
        return True
    return any(clause.covers(m.span) for m in case.markers(report, claim.context.sentence, "takes-part"))


def _event(case: Case, here: int, there: int, claim: Claim) -> Evidence | None:
    """Quote where the other report tells the event: the sentence likest to the count's.

    Where none is like it, those who took part are missed all the same if the leads of both tell one thing; what became
    of people is not, for the other report may tell of another day.
    """
    likest = case.likest.get((here, there), {})
    found = likest.get(case.statement(here, claim.context.sentence).id)
    if found is not None and found[1] >= SAME_EVENT:
        return case.evidence(there, case.by_id[there][found[0]].span, "event")
    casualty = claim.figure is not None and claim.figure.counted is not None and claim.figure.counted.kind == "casualty"
    if casualty or not _one_lead(case, here, there):
        return None
    sentences = case.readings[there].sentences
    first = next((s for s in sentences if s.kind == "paragraph"), sentences[0])
    return case.evidence(there, first.span, "event")


def _one_lead(case: Case, here: int, there: int) -> bool:
    likest = case.likest.get((here, there), {})
    leading = [s for number, s in case.statements[here].items() if number < LEAD_SENTENCES]
    met = [found for s in leading if (found := likest.get(s.id)) is not None]
    return any(score >= SAME_LEAD and in_lead(case.by_id[there][other]) for other, score in met)


def _draft(case: Case, here: int, claim: Claim, level: str, there: Evidence) -> Draft:
    repeats = [
        case.evidence(here, case.by_id[here][other].span, "again")
        for other in case.repeats[here][claim.id]
        if other != claim.id
    ]
    parts = [case.evidence(here, case.by_id[here][part].span, "part") for part in case.sums[here].get(claim.id, ())]
    counted = claim.figure.counted if claim.figure is not None else None
    value = shown(claim.figure) if claim.figure is not None else ""
    return Draft(
        level=level,
        evidence=(case.evidence(here, claim.span, "count"), there, *parts, *repeats),
        basis=(basis_of(claim, value),),
        values={"figure": claim.text, "counted": counted.text if counted else claim.text},
        steps=(Step("no-count-there", True, (("a", claim.text), ("b", "–" if level == "left-out" else there.text))),),
        claims=((here, claim.id),),
    )


CHECK = Check("pair", LEVELS, frozenset({"figure", "counted"}), Options, run, turns={"equal-counts": ()})
