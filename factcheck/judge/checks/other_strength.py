"""Two reports tell one thing more or less strongly: discussed and signed, accused and convicted, hurt and killed."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.align.statements import Meeting
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import outcome
from factcheck.judge.schema import When
from factcheck.judge.statement_drafts import statement_draft, words_told
from factcheck.judge.statement_ladder import Difference, Least, comparable_statements
from factcheck.judge.voice import voice
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word

LEAST = Least(headline=0.66, sentence=0.75)
"""Shares of the shorter one's other words that must meet."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every two sentences that meet in all but a step of one scale.

    Levels: `fact` where the two steps are two facts, `degree` where one says more than the other.
    """
    told: set[tuple[str, str]] = set()
    for meeting in case.meetings.get((where[0], where[1]), ()):
        differing = [(a, b) for a, b in _steps(meeting) if not _counted(case, where, meeting, a, b)]
        fits, steps = comparable_statements(case, where, meeting, differing, LEAST, "near")
        said = voice(meeting.a, meeting.b, {"clause": 1.0})
        if not fits or not said.passed:
            continue
        a, b = differing[0]
        if (a.key, b.key) not in told:
            told.add((a.key, b.key))
            first, second = words_told(case, where, meeting, (a, b))
            proof = (*steps, said, Step("strength", False, (("a", first), ("b", second))))
            level = "fact" if a.fact and b.fact else "degree"
            yield statement_draft(case, where, meeting, (a, b), proof, level)


def _counted(case: Case, where: tuple[int, ...], meeting: Meeting, a: Word, b: Word) -> bool:
    """Tell whether the sentence of one word counts those that the other speaks of: the dead, beside the 21 hurt."""
    return _counts(case, where[1], meeting.b, _became(case, where[0], meeting.a, a)) or _counts(
        case, where[0], meeting.a, _became(case, where[1], meeting.b, b)
    )


def _became(case: Case, report: int, claim: Claim, word: Word) -> str:
    """Give the outcome that a word tells: "killed" and "died" are one."""
    markers = case.markers(report, claim.context.sentence, "outcome", "counted")
    return next((outcome(m.key) for m in markers if m.span.start <= word.start < m.span.end), "")


def _counts(case: Case, report: int, claim: Claim, became: str) -> bool:
    figures = (c.figure for c in case.figures(report, claim.context.sentence))
    counted = (figure.counted for figure in figures if figure is not None)
    return bool(became) and any(c is not None and c.kind == "casualty" and outcome(c.key) == became for c in counted)


def _steps(meeting: Meeting) -> Iterator[Difference]:
    """Give the words on two steps of one scale, where neither sentence has the other's step as well."""
    taken = [{(word.scale, word.step) for word in claim.words if word.scale} for claim in (meeting.a, meeting.b)]
    for a in meeting.wording.here:
        for b in meeting.wording.there:
            one_scale = a.scale and a.scale == b.scale and a.step != b.step and a.denied == b.denied
            if one_scale and (a.scale, a.step) not in taken[1] and (b.scale, b.step) not in taken[0]:
                yield a, b


CHECK = Check("pair", ("fact", "degree"), frozenset({"a", "b"}), Options, run)
