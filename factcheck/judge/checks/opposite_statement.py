"""Two reports say the opposite of one thing: another outcome, or one of them denies what the other states."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from msgspec.structs import replace

from factcheck.align.gaps import Gap, between_neighbours, denied_alone, gaps, in_order
from factcheck.align.statements import Meeting
from factcheck.align.wording import Wording, against, denied, opposed, opposites, undone
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.decisions import DECIDED, decided
from factcheck.judge.denials import ANSWERED, answered_otherwise
from factcheck.judge.directions import WAYS, turned, turned_by
from factcheck.judge.fates import FOUND, found_otherwise, split_verdict
from factcheck.judge.parties import own_part, turned_round
from factcheck.judge.schema import When
from factcheck.judge.statement_drafts import outside_quotes, statement_draft, words_told
from factcheck.judge.statement_frames import Asked, drawn, in_one_frame, known_words
from factcheck.judge.statement_ladder import (
    LEAST_AROUND,
    Bound,
    Difference,
    Least,
    comparable_gap,
    comparable_statements,
)
from factcheck.judge.voice import voice
from factcheck.model.finding import ContradictionKind
from factcheck.model.pair import Step
from factcheck.model.word import Word

OPPOSED = Least(headline=0.4, sentence=0.6)
"""Where two words state opposites ..."""
DENIED = Least(headline=0.6, sentence=0.8)
"""... and where one denies what the other says: a negation moves about in paraphrase."""
LEAST_UNDONE = 3
"""Words shared from which a sentence may be undone by a word of another; two are enough in two headlines only."""
FRAMED = Asked(0.5, 3, 2)
"""Where two opposites are in one place of what is told, whatever their sentences."""
DRAWN = Asked(0.4, 2, 1)
"""The same where one report is drawn from the other."""
AROUND_DENIED = 6
"""Shared words around a word that one denies, where long sentences run on alike for a while."""

FINDERS: tuple[tuple[Callable[[Wording], Iterator[tuple[Word, Word]]], Least, Bound], ...] = (
    (opposed, OPPOSED, "near"),
    (denied, DENIED, "near"),
    (undone, DENIED, "known"),
)


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every two sentences that meet in all but words of opposed senses.

    Levels: `opposed` where both cannot hold; `contrary` where both may fail; `dispute` where two speakers disagree.
    What the headline says as well is further evidence.
    """
    told: dict[frozenset[str], Draft] = {}
    # A report that says both tells two things apart, as before and after do.
    words = [known_words(case, report) for report in where]
    for meeting in case.meetings.get((where[0], where[1]), ()):
        found = [*_whole(case, where, meeting)]
        if not any(draft.level == LEVELS[0] for _, draft in found):
            found = [*_in_one_place(case, where, meeting)] or found
        for differing, draft in found:
            if _told_by_both(differing, words) or _of_some(case, where, meeting, differing):
                continue
            if _tried_again(meeting, differing) or _of_two_parts(case, where, differing):
                continue
            senses = frozenset(word.key for word in differing)
            known = told.get(senses)
            told[senses] = draft if known is None else _together(known, draft)
    sensed = _opposites(case, where)

    def alone(word: Word, others: frozenset[str]) -> bool:
        return word.key in sensed and word.key not in others

    asked = _of_one_sort_drawn if drawn(case, where) else _of_one_sort
    for meeting, pair, steps in in_one_frame(case, where, words, alone, asked):
        if not _other_way(meeting, pair) and not _of_two_parts(case, where, pair):
            draft = _draft(case, where, meeting, pair, steps, "antonym", certain=True)
            told.setdefault(frozenset(word.key for word in pair), draft)
    for meeting, pair, steps in _told_otherwise(case, where, words):
        draft, senses = (
            _draft(case, where, meeting, pair, steps, "antonym", certain=True),
            frozenset(w.key for w in pair),
        )
        told[senses] = _together(told[senses], draft) if senses in told else draft
    yield from outside_quotes(case, where, told.values())


def _told_otherwise(
    case: Case, where: tuple[int, ...], words: Sequence[frozenset[str]]
) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give opposites that need no like sentences, where both reports have words of their kind at all."""
    yield from turned(case, where)
    finders = (turned_by, WAYS), (found_otherwise, FOUND), (decided, DECIDED), (answered_otherwise, ANSWERED)
    for finder, keys in finders:
        if not any(keys.isdisjoint(known) for known in words):
            yield from finder(case, where)


def _whole(case: Case, where: tuple[int, ...], meeting: Meeting) -> Iterator[tuple[Difference, Draft]]:
    """Give what differs between two sentences that share most of their words."""
    headlines = meeting.a.span.field == meeting.b.span.field == "title"
    for find, least, bound in FINDERS:
        if find is undone and len(meeting.wording.shared) < LEAST_UNDONE and not headlines:
            continue
        differing = meeting.first(pair for pair in find(meeting.wording) if not _other_way(meeting, pair))
        fits, steps = comparable_statements(case, where, meeting, differing, least, bound)
        if fits:
            kind: ContradictionKind = "antonym" if find is opposed else "negation"
            yield differing[0], _draft(case, where, meeting, differing[0], steps, kind)
            return


def _in_one_place(case: Case, where: tuple[int, ...], meeting: Meeting) -> Iterator[tuple[Difference, Draft]]:
    """Give what stands in one place of two sentences that run on alike around it."""
    order = in_order(meeting)
    found: list[tuple[Gap, Difference, int, ContradictionKind]] = []
    for gap in (*gaps(order), *between_neighbours(order)):
        opposing = ((x, y) for x in gap.here for y in gap.there if opposites(x, y))
        pairs = meeting.first(pair for pair in opposing if not _other_way(meeting, pair))
        found += [(gap, pair, LEAST_AROUND, "antonym") for pair in pairs[:1]]
    found += [(gap, (gap.here[0], gap.there[0]), AROUND_DENIED, "negation") for gap in denied_alone(order)]
    for gap, differing, around, kind in found:
        fits, steps = comparable_gap(case, where, meeting, gap, around)
        if fits:
            yield differing, _draft(case, where, meeting, differing, steps, kind, certain=True)


def _other_way(meeting: Meeting, differing: Difference) -> bool:
    """Tell two opposites that do not exclude each other: each party's own, or one of them turned round."""
    return own_part(meeting, differing) or (against(*differing) and turned_round(meeting, differing))


def _told_by_both(differing: Difference, known: Sequence[frozenset[str]]) -> bool:
    """Tell whether each report says both of two opposites somewhere, or denies something where the other does."""
    a, b = differing
    if a.denied != b.denied:
        return False
    if against(a, b):
        return a.key in known[1] and b.key in known[0]
    return a.key in known[1] if a.negates else b.key in known[0]


def _of_two_parts(case: Case, where: tuple[int, ...], differing: Difference) -> bool:
    """Tell two findings of a court where a report tells that it found somebody guilty of one thing and not another."""
    return all(word.key in FOUND for word in differing) and split_verdict(case, where)


def _tried_again(meeting: Meeting, differing: Difference) -> bool:
    """Tell whether one of two opposites is a failure that its own sentence sees made good ("after failed attempts")."""
    sides = zip((meeting.a, meeting.b), differing, strict=True)
    return any(word.key == FAILED and any(w.key == MADE_GOOD for w in claim.words) for claim, word in sides)


FAILED, MADE_GOOD = "fail", "succeed"
"""Senses of what goes wrong, and of what goes well in the end."""


def _of_some(case: Case, where: tuple[int, ...], meeting: Meeting, differing: Difference) -> bool:
    """Tell what some do, and only in one report are counted ("passed, with 37 opposed"): the rest did otherwise."""
    counted = [
        any(
            c.figure is not None
            and c.figure.form == "cardinal"
            and c.figure.unit is None
            and c.figure.counted is None
            and c.span.field == claim.span.field
            and 0 < word.start - c.span.end <= RIGHT_BEHIND
            for c in case.figures(report, claim.context.sentence)
        )
        for report, claim, word in zip(where, (meeting.a, meeting.b), differing, strict=True)
    ]
    return counted[0] != counted[1]


RIGHT_BEHIND = 1
"""Characters between a count and what those counted do."""


def _opposites(case: Case, where: tuple[int, ...]) -> frozenset[str]:
    """Give what the words of two reports are known by that have opposites, and those opposites."""
    words = [word for report in where for claim in case.statements[report].values() for word in claim.words]
    return frozenset([key for word in words if word.against for key in (word.key, *word.against)])


def _of_one_sort(a: Word, b: Word) -> Asked | None:
    return FRAMED if opposites(a, b) and a.attributive == b.attributive else None


def _of_one_sort_drawn(a: Word, b: Word) -> Asked | None:
    return DRAWN if _of_one_sort(a, b) else None


def _together(known: Draft, more: Draft) -> Draft:
    worse = min(known, more, key=lambda draft: LEVELS.index(draft.level))
    return replace(worse, evidence=(*known.evidence, *more.evidence))


def _draft(
    case: Case,
    where: tuple[int, ...],
    meeting: Meeting,
    differing: Difference,
    steps: tuple[Step, ...],
    kind: ContradictionKind,
    certain: bool = False,
) -> Draft:
    """Make a draft; `certain` says that the two stand in one place, where opposites of degree exclude each other."""
    a, b = words_told(case, where, meeting, differing)
    said = voice(meeting.a, meeting.b, {} if meeting.across else {"clause": 1.0})
    mild = not certain and any(word.contrary for word in differing)
    level = "dispute" if not said.passed else "contrary" if mild else "opposed"
    proof = (*steps, said, Step("opposed", False, (("a", a), ("b", b))))
    return statement_draft(case, where, meeting, differing, proof, level, kind)


LEVELS = ("opposed", "contrary", "dispute")
CHECK = Check("pair", LEVELS, frozenset({"a", "b"}), Options, run)
