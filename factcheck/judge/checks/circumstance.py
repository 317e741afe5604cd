"""Two reports tell one event with another cause, or one deed of it as done elsewhere or by somebody else."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.align.statements import Meeting
from factcheck.judge.case import Case, Draft
from factcheck.judge.causes import caused_otherwise
from factcheck.judge.checks import Check, Options
from factcheck.judge.doers import done_by_another
from factcheck.judge.scenes import done_elsewhere
from factcheck.judge.schema import When
from factcheck.judge.statement_drafts import outside_quotes, statement_draft, words_told
from factcheck.judge.statement_ladder import Difference
from factcheck.judge.voice import voice
from factcheck.model.finding import ContradictionKind
from factcheck.model.pair import Step


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for what each report tells but once, and otherwise than the other.

    Levels: `cause` of the event both open with; `scene` and `doer` of a deed; `dispute` where two speakers disagree.
    """
    causes = (_draft(case, where, "cause", "other", *told) for told in caused_otherwise(case, where))
    scenes = (_draft(case, where, "scene", "place", *told) for told in done_elsewhere(case, where))
    doers = (_draft(case, where, "doer", "name", *told) for told in done_by_another(case, where))
    yield from outside_quotes(case, where, (*causes, *scenes, *doers))


def _draft(
    case: Case,
    where: tuple[int, ...],
    level: str,
    kind: ContradictionKind,
    meeting: Meeting,
    differing: Difference,
    steps: tuple[Step, ...],
) -> Draft:
    a, b = words_told(case, where, meeting, differing)
    said = voice(meeting.a, meeting.b, {} if meeting.across else {"clause": 1.0})
    proof = (*steps, said, Step("told-otherwise", False, (("a", a), ("b", b))))
    return statement_draft(case, where, meeting, differing, proof, level if said.passed else "dispute", kind)


CHECK = Check("pair", ("cause", "scene", "doer", "dispute"), frozenset({"a", "b"}), Options, run)
