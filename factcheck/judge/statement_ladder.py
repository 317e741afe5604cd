"""Whether two sentences may be held against each other, whatever it is that differs in them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from typing import Literal, NamedTuple

from factcheck.align.gaps import Gap
from factcheck.align.statements import Meeting
from factcheck.judge.case import Case
from factcheck.judge.moments import moments_apart
from factcheck.model.claim import Claim
from factcheck.model.figure import shown
from factcheck.model.finding import Evidence
from factcheck.model.pair import Step
from factcheck.model.span import Span
from factcheck.model.word import Word

FEWEST_SHARED = 2
LEAST_OF_LONGER = 0.4
"""Share of the longer sentence's words that must meet, unless both are short."""
HEADLINE = 13
"""Content words up to which a sentence is as short as a headline."""
OPENING = 2
"""Sentences at the head of a report, its headline included, that tell what it is of."""
NEAR, FAR = 1, 3
"""Words to either side of a differing word among which one must be shared; in a headline, further off."""
LEAST_AROUND = 4
"""Shared words close to a place, before and after it together, that show that it is one place."""

Bound = Literal["near", "beside", "known"]
Difference = tuple[Word, Word]


class Least(NamedTuple):
    """Shares of the shorter sentence's other words that must meet, 0 to 1: of two headlines, and of longer ones."""

    headline: float
    sentence: float


def comparable_statements(
    case: Case,
    where: tuple[int, ...],
    meeting: Meeting,
    differing: Sequence[Difference],
    least: Least,
    bound: Bound,
) -> tuple[bool, tuple[Step, ...]]:
    """Walk the ladder with two sentences and the words that differ between them.

    `least` is the share of the shorter one's other words that must meet; `bound` says how they show that they
    are said of one thing: by a word near both, by one next to both on the same side, or known already, which is enough
    in two headlines only.
    """
    if not differing:
        return False, ()
    headlines = as_headlines(case, where, meeting)
    steps = (
        _statement(meeting, differing, least, headlines, apart=bound == "beside"),
        _subject(case, where[0], meeting, differing[0], bound, headlines),
        moment(case, where, meeting),
    )
    return all(step.passed for step in steps), steps


def _statement(meeting: Meeting, differing: Sequence[Difference], asked: Least, headlines: bool, apart: bool) -> Step:
    """Compare what both say but for the differing words; names set them `apart`, and a speaker is one of them."""
    wording = meeting.wording
    ours, theirs = ((), ()) if headlines or apart else (_who_says(meeting.a), _who_says(meeting.b))
    here = [w for w in wording.here if all(w is not x for x, _ in differing) and not _within(w, ours)]
    there = [w for w in wording.there if all(w is not y for _, y in differing) and not _within(w, theirs)]
    shared = [
        (x, y)
        for x, y in wording.shared
        if all(x is not z for z, _ in differing) and not (_within(x, ours) and _within(y, theirs))
    ]
    least = len(shared) + min(len(here), len(there))
    overlap = len(shared) / least if least else 0.0
    # A long sentence may hold a short one's words and say something else with them.
    longest = len(shared) + max(len(here), len(there))
    fills = headlines or len(shared) >= LEAST_OF_LONGER * longest
    wanted = asked.headline if headlines else asked.sentence
    values = (("shared", str(len(shared))), ("overlap", f"{overlap:.2f}"))
    return Step("shared-words", fills and overlap >= wanted and len(shared) >= FEWEST_SHARED, values)


def _who_says(claim: Claim) -> tuple[Span, ...]:
    """Give where a sentence tells who says it: a step of its own compares that, and two may say one thing."""
    said = claim.attribution
    spans = (said.cue, said.source.span if said.source is not None else None) if said is not None else ()
    return tuple([span for span in spans if span is not None and span.field == claim.span.field])


def _within(word: Word, spans: Sequence[Span]) -> bool:
    return any(span.start <= word.start < span.end for span in spans)


def _subject(case: Case, report: int, meeting: Meeting, differing: Difference, bound: Bound, headlines: bool) -> Step:
    """Both differing words are said of one thing: a word near them is shared.

    In a headline any near word will do, since its order is free, and what both begin with is said of all that follows;
    in a longer sentence the next one on either side, for a name the one on the same side.
    """
    leads = headlines and differing[0] is meeting.a.words[0] and differing[1] is meeting.b.words[0]
    if bound == "known" or (leads and bound == "near"):
        found = differing[0] if headlines else None
    elif bound == "beside" and not headlines:
        found = beside(meeting, differing)
    else:
        reach = FAR if headlines else NEAR
        a, b = _near(meeting.a.words, differing[0], reach), _near(meeting.b.words, differing[1], reach)
        shared = ((x, y) for x, y in meeting.wording.shared if x in (*a[0], *a[1]) and y in (*b[0], *b[1]))
        found = next((x for x, _ in shared), None)
    text = word_evidence(case, report, meeting.a, found, "").text if found is not None else "–"
    return Step("one-subject", found is not None, (("a", text),))


def beside(meeting: Meeting, differing: Difference) -> Word | None:
    """Give the shared word that stands next to both differing words, on the same side."""
    a, b = _near(meeting.a.words, differing[0], NEAR), _near(meeting.b.words, differing[1], NEAR)
    shared = ((x, y) for x, y in meeting.wording.shared if (x in a[0] and y in b[0]) or (x in a[1] and y in b[1]))
    return next((x for x, _ in shared), None)


def as_headlines(case: Case, where: tuple[int, ...], meeting: Meeting) -> bool:
    """Tell whether both are headlines, or as short and the first their reports say: of the event itself, in its words.

    A short sentence further on says something of its own: "Much like in Iowa, the campaign is leaner".
    """
    short = max(len(meeting.a.words), len(meeting.b.words)) <= HEADLINE
    return short and all(
        claim.context.sentence in islice(case.statements[report], OPENING)
        for report, claim in zip(where, (meeting.a, meeting.b), strict=True)
    )


def _near(words: Sequence[Word], word: Word, reach: int) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
    """Give the words before and after one."""
    at = next(i for i, other in enumerate(words) if other is word)
    return tuple(words[max(0, at - reach) : at]), tuple(words[at + 1 : at + 1 + reach])


def comparable_gap(
    case: Case, where: tuple[int, ...], meeting: Meeting, gap: Gap, least: int, timeless: bool = False
) -> tuple[bool, tuple[Step, ...]]:
    """Walk the ladder with what stands in one place of two sentences that run on alike before and after it.

    `least` is how many shared words must stand around it; `timeless` leaves the moment alone: the day itself differs.
    """
    values = (("before", str(gap.before)), ("after", str(gap.after)))
    place = Step("one-place", gap.before + gap.after >= least, values)
    steps = (place,) if timeless else (place, moment(case, where, meeting, dated=True))
    return all(step.passed for step in steps), steps


def moment(case: Case, where: tuple[int, ...], meeting: Meeting, dated: bool = False) -> Step:
    """The same moment: no two dates, neither alone of an earlier time; market talk holds for one day's session.

    `dated` asks only that no two dates stand beside the words: a summary puts a date for "last year".
    """
    a, b = meeting.a.context, meeting.b.context
    apart = a.moment is not None and b.moment is not None and moments_apart(a.moment, b.moment)
    days = {case.readings[report].report.published for report in where}
    session = (a.session or b.session) and (len(days) > 1 or _figures_apart(case, where, meeting))
    same = (dated or a.earlier == b.earlier) and not apart and not session
    return Step("same-moment", same, (("a", a.moment or "–"), ("b", b.moment or "–")))


def _figures_apart(case: Case, where: tuple[int, ...], meeting: Meeting) -> bool:
    """Tell whether both sentences give figures and none is the same: market talk of two sessions does."""
    first, second = (
        {shown(c.figure) for c in case.figures(report, claim.context.sentence) if c.figure}
        for report, claim in zip(where, (meeting.a, meeting.b), strict=True)
    )
    return bool(first and second) and first.isdisjoint(second)


def word_evidence(case: Case, report: int, statement: Claim, word: Word, label: str) -> Evidence:
    """Quote one word of a statement, with the negation before it; of a name of capitals, all its words."""
    start, end = word.start if word.denial is None else word.denial, word.end
    if word.kind == "proper":
        at = next(number for number, other in enumerate(statement.words) if other is word)
        for other in statement.words[at + 1 :]:
            if other.kind != "proper" or other.start != end + 1:
                break
            end = other.end
        for other in reversed(statement.words[:at]):
            if other.kind != "proper" or other.end != start - 1:
                break
            start = other.start
    return case.evidence(report, Span(start, end, statement.span.field), label)


def words_apart(statement: Claim, one: Word, other: Word) -> int:
    """Count the content words from one word of a statement to another; below zero where that stands before it."""
    at, there = (next(i for i, word in enumerate(statement.words) if word.start == w.start) for w in (one, other))
    return there - at
