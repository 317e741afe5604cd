"""What two sentences that differ in one word give a finding: the words, the sentences around them, and their steps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from factcheck.align.statements import Meeting
from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.quote_pairs import quote_pairs
from factcheck.judge.statement_ladder import Difference, word_evidence
from factcheck.judge.unsaid import unsaid
from factcheck.model.finding import ContradictionKind
from factcheck.model.pair import Step


def words_told(case: Case, where: tuple[int, ...], meeting: Meeting, differing: Difference) -> tuple[str, str]:
    """Give the two words that differ as the reports print them, each with the negation before it."""
    a, b = differing
    return word_evidence(case, where[0], meeting.a, a, "").text, word_evidence(case, where[1], meeting.b, b, "").text


def statement_draft(
    case: Case,
    where: tuple[int, ...],
    meeting: Meeting,
    differing: Difference,
    steps: tuple[Step, ...],
    level: str,
    kind: ContradictionKind | None = None,
) -> Draft:
    """Make the draft of two sentences and the words that differ in them."""
    a, b = differing
    first, second = words_told(case, where, meeting, differing)
    return Draft(
        level=level,
        evidence=(
            word_evidence(case, where[0], meeting.a, a, "a"),
            word_evidence(case, where[1], meeting.b, b, "b"),
            case.evidence(where[0], meeting.a.span, "says"),
            case.evidence(where[1], meeting.b.span, "says"),
        ),
        basis=(basis_of(meeting.a, a.key), basis_of(meeting.b, b.key)),
        values={"a": first, "b": second},
        steps=(*steps[:-1], *unsaid(meeting.a, meeting.b), *steps[-1:]),
        claims=((where[0], meeting.a.id), (where[1], meeting.b.id)),
        kind=kind,
    )


def outside_quotes(case: Case, where: tuple[int, ...], drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Leave out what differs within one quotation of two reports: where it is altered, that is told as such."""
    found = list(drafts)
    quotes = quote_pairs(case, where) if found else ()
    for draft in found:
        a, b = draft.evidence[0].span, draft.evidence[1].span
        if not any(pair.a.span.covers(a) and pair.b.span.covers(b) for pair in quotes):
            yield draft
