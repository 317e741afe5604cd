"""The stage: verdicts on the pairs, then every rule, then the matrix and what was set aside."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align.alignment import Alignment
from factcheck.align.facts import meet_facts
from factcheck.judge.authors import in_no_wire
from factcheck.judge.case import case_of
from factcheck.judge.findings import find
from factcheck.judge.held_facts import held_facts
from factcheck.judge.one_subject import once_a_subject
from factcheck.judge.repeats import repeats_in
from factcheck.judge.restraint import set_aside
from factcheck.judge.rules import Rule
from factcheck.judge.subjects import matrix_of
from factcheck.judge.sums import sums_in
from factcheck.judge.verdicts import verdicts
from factcheck.judge.word_lists import find_words
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.fact import Fact
from factcheck.model.limits import ENDLESS, Clock


def judge(
    readings: Sequence[Reading],
    alignment: Alignment,
    rules: Sequence[Rule],
    messages: str = "en",
    facts: Sequence[Fact] = (),
    author: int | None = None,
    *,
    clock: Clock = ENDLESS,
) -> Comparison:
    """Judge what the reports say, also by what the desk knows; `messages` is the reader's language.

    `author` is the report whose author is spoken to, if it is held against wires.
    """
    case = case_of(
        tuple(readings),
        verdicts(readings, alignment.pairs),
        alignment.statements,
        alignment.meetings,
        alignment.same_event,
        tuple(repeats_in(reading) for reading in readings),
        tuple(sums_in(reading) for reading in readings),
        alignment.apart,
        alignment.voices,
        find_words(readings, [words for rule in rules for words in rule.words]),
        tuple(held_facts(reading, met) for reading, met in zip(readings, meet_facts(readings, facts), strict=True)),
    )
    matrix = matrix_of(case)
    findings = find(case, rules, messages, author, matrix, clock=clock)
    if author is None:  # what an author is told once, of all wires that have it, is gathered when it is shown
        findings = once_a_subject(case, findings, matrix)
    return Comparison(
        readings=case.readings,
        same_event=case.same_event,
        event_steps=alignment.steps,
        pairs=case.pairs,
        findings=findings,
        set_aside=set_aside(case),
        matrix=matrix,
        apart=case.apart,
        voices=case.voices,
        author=author,
        in_no_wire=in_no_wire(case, author, matrix, findings),
    )
