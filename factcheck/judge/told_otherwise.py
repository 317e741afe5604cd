"""What two reports tell of one deed or event, each but one thing of it, and not the same: who, where, or why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from factcheck.align.statements import Meeting
from factcheck.align.wording import lay
from factcheck.judge.case import Case
from factcheck.judge.statement_ladder import Difference, moment, word_evidence
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word


class Told(NamedTuple):
    """A sentence, the word in it for a deed or an event, and the word for what is told of that."""

    claim: Claim
    deed: Word
    word: Word


Tellings = Mapping[str, Mapping[str, Told]]
"""What a report tells of each deed, by the deed and by what is told of it, where it is first told."""
Otherwise = tuple[Meeting, Difference, tuple[Step, ...]]


def told_otherwise(
    case: Case, where: tuple[int, ...], ours: Tellings, theirs: Tellings, unlike: Callable[[Word, Word], bool]
) -> Iterator[Otherwise]:
    """Give what each of two reports tells alone of a deed, where the two are `unlike`."""
    across = len({case.readings[report].report.language for report in where}) > 1
    for deed in sorted(ours.keys() & theirs.keys()):
        if len(ours[deed]) != 1 or len(theirs[deed]) != 1:
            continue
        a, b = (next(iter(told[deed].values())) for told in (ours, theirs))
        if not unlike(a.word, b.word):
            continue
        meeting = Meeting(a.claim, b.claim, lay(a.claim.words, b.claim.words), across)
        text = word_evidence(case, where[0], a.claim, a.deed, "").text
        steps = (Step("one-subject", True, (("a", text),)), moment(case, where, meeting, dated=True))
        if all(step.passed for step in steps):
            yield meeting, (a.word, b.word), steps
