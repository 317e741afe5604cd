"""Two reports say one thing of two different places, people, bodies or days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from factcheck.align.gaps import Gap, gaps, in_order
from factcheck.align.statements import Meeting
from factcheck.align.wording import NAMES
from factcheck.data.geography import apart
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.namesakes import namesakes
from factcheck.judge.parties import two_subjects
from factcheck.judge.schema import When
from factcheck.judge.statement_drafts import outside_quotes, statement_draft, words_told
from factcheck.judge.statement_frames import Asked, drawn, in_one_frame, known_words
from factcheck.judge.statement_ladder import (
    LEAST_AROUND,
    Difference,
    Least,
    beside,
    comparable_gap,
    comparable_statements,
    word_evidence,
)
from factcheck.judge.voice import voice
from factcheck.model.claim import Claim
from factcheck.model.finding import ContradictionKind
from factcheck.model.pair import Step
from factcheck.model.word import Word, WordKind

LISTED = Least(headline=0.66, sentence=0.85)
UNLISTED = Least(headline=0.5, sentence=0.6)
"""The same where the program does not know one of the two, and both stand beside one shared word."""
SAME_PERSON = 50
"""rapidfuzz token set ratio from which two names may be of one person."""
SAME_WORD = 60
"""rapidfuzz ratio from which two words of names may be one in two spellings."""
KINDS: dict[WordKind, ContradictionKind] = {
    "person": "name",
    "organisation": "entity",
    "place": "place",
    "time": "date",
    "thing": "other",
    "proper": "entity",
}


MEASURES = frozenset({"currency"})
"""Classes of things in which one amount may be given twice."""
FRAMED, FRAMED_UNLISTED = Asked(0.5, 4, 4), Asked(0.6, 4, 4)
"""Where two names are in one place of what is told, whatever their sentences; more where one is a mere capital."""
DRAWN = Asked(0.4, 2, 2)
"""The same of what the program knows, where one report is drawn from the other."""
HOLDERS = frozenset({"official"})
"""Classes of whom several do one thing on one day."""
WIDEST_NAMES = 3
"""Words of both sentences together among which two names stand for one another."""
VERBATIM = 0.7
"""Share of a sentence's words in one order from which it is one statement, whoever it is credited to."""
SAME_LIST = 0.9
"""The same, from which a list of people is one list, in one order."""
WORD_FOR_WORD = 5
"""Shared words from which two sentences that differ in one are the same one."""
PEOPLE_LISTED = 3
"""People named in a sentence from which they are a list, in any order."""
LISTS = frozenset({"place", "organisation"})
"""Kinds whose names the program knows: only of these are two not taken for one thing in any slot."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every two sentences that meet in all but one name, which only one of the reports knows.

    Levels: the kind of name, or `dispute` where two speakers disagree.
    """
    for draft in outside_quotes(case, where, _drafts(case, where)):
        # One name may be read in two ways, such as somebody's full one here and a word with a capital there.
        a, b = (set(draft.values[side].casefold().split()) for side in "ab")
        if not (a <= b or b <= a):
            yield draft


def _drafts(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    known = tuple(known_words(case, report) for report in where)
    for meeting in case.meetings.get((where[0], where[1]), ()):
        swapped = [pair for pair in _swapped(meeting) if _alone_in(pair, known) or _word_for_word(meeting)]
        swapped += [pair for pair in _unlisted(meeting) if _strange(pair[0], known[1]) and _strange(pair[1], known[0])]
        swapped = [pair for pair in swapped if not _speaks(meeting.a, pair[0]) and not _speaks(meeting.b, pair[1])]
        unlisted = bool(swapped) and "proper" in (swapped[0][0].kind, swapped[0][1].kind)
        least = UNLISTED if unlisted else LISTED
        swapped = [pair for pair in swapped if not two_subjects(meeting, pair)]
        fits, steps = comparable_statements(case, where, meeting, swapped, least, "beside")
        if fits and not _parallel(meeting, swapped[0]):
            if not _of_one_office(case, where, meeting, swapped[0]):
                yield _draft(case, where, meeting, swapped[0], steps)
        else:
            yield from _in_one_place(case, where, meeting, known)
    asked = _may_stand_for_drawn if drawn(case, where) else _may_stand_for
    for meeting, pair, steps in in_one_frame(case, where, known, _name_alone, asked):
        if not (_speaks(meeting.a, pair[0]) or _speaks(meeting.b, pair[1]) or two_subjects(meeting, pair)):
            yield _draft(case, where, meeting, pair, steps)


def _in_one_place(
    case: Case, where: tuple[int, ...], meeting: Meeting, known: Sequence[frozenset[str]]
) -> Iterator[Draft]:
    """Give a draft for names in one place of two sentences that run on alike around it, unless they list people."""
    order = in_order(meeting)
    for gap in () if _lists(meeting) and order.share < SAME_LIST else gaps(order):
        for pair in _in_place(gap, known):
            fits, steps = comparable_gap(case, where, meeting, gap, LEAST_AROUND, timeless=pair[0].kind == "time")
            speaks = _speaks(meeting.a, pair[0]) or _speaks(meeting.b, pair[1])
            two_say_so = speaks and ("place" in (pair[0].kind, pair[1].kind) or order.share < VERBATIM)
            two = two_say_so or two_subjects(meeting, pair)
            if fits and not two and not _of_one_office(case, where, meeting, pair):
                yield _draft(case, where, meeting, pair, steps)


def _in_place(gap: Gap, known: Sequence[frozenset[str]]) -> Iterator[Difference]:
    """Give the two names or things of one class in a place, unless each report knows the other's too."""
    if len(gap.here) + len(gap.there) > WIDEST_NAMES:
        return
    here, there = [w for w in gap.here if w.kind in NAMES], [w for w in gap.there if w.kind in NAMES]
    if len(here) == 1 < len(there):  # "the embassy in London": a name both reports have is told beside the other
        there = [w for w in there if _strange(w, known[0])]
    elif len(there) == 1 < len(here):
        here = [w for w in here if _strange(w, known[1])]
    if len(here) == len(there) == 1:
        a, b = here[0], there[0]
        unlike = _exclude(a, b) if a.kind == b.kind != "proper" else "proper" in (a.kind, b.kind) and _unlike(a, b)
        unlike = unlike or (a.kind == b.kind == "person" and _other_family(a, b))
        listed = a.kind in LISTS and b.kind in LISTS
        strange = [_strange(a, known[1]), _strange(b, known[0])]
        if unlike and (any(strange) if listed else all(strange)):  # people of one list stand in any order
            yield a, b
    for x in gap.here:
        for y in gap.there:
            if _of_one_class(x, y) and _exclude(x, y):
                yield x, y
                return


def _name_alone(word: Word, known: frozenset[str]) -> bool:
    """Tell a name that the other report does not know; people are left to their offices, for lists have any order."""
    return word.kind in KINDS and word.kind != "person" and _strange(word, known)


def _may_stand_for(a: Word, b: Word) -> Asked | None:
    if "proper" in (a.kind, b.kind):
        return FRAMED_UNLISTED if _unlike(a, b) else None
    one_kind = _of_one_class(a, b) or (a.kind == b.kind and a.kind in LISTS)
    return FRAMED if one_kind and _exclude(a, b) else None


def _may_stand_for_drawn(a: Word, b: Word) -> Asked | None:
    """Tell the same where one report is drawn from the other: fewer words around two names are enough."""
    asked = _may_stand_for(a, b)
    return DRAWN if asked == FRAMED and _class(a) not in HOLDERS else asked


def _of_one_office(case: Case, where: tuple[int, ...], meeting: Meeting, swapped: Difference) -> bool:
    """Tell two names for one office or letter by letter alike, which have a check of their own."""
    if swapped[0].kind != "person":
        return False
    a, b = (
        word_evidence(case, r, c, w, "").span for r, c, w in zip(where, (meeting.a, meeting.b), swapped, strict=True)
    )
    return any(n.a.span.overlaps(a) and n.b.span.overlaps(b) for n in namesakes(case, (where[0], where[1])))


def _lists(meeting: Meeting) -> bool:
    """Tell whether a sentence lists people."""
    return any(len([w for w in claim.words if w.kind == "person"]) >= PEOPLE_LISTED for claim in (meeting.a, meeting.b))


def _speaks(statement: Claim, word: Word) -> bool:
    """Tell whether a name is that of who says it: two may say one thing."""
    attribution = statement.attribution
    source = attribution.source.span if attribution is not None and attribution.source is not None else None
    return source is not None and source.start <= word.start < source.end


def _parallel(meeting: Meeting, swapped: Difference) -> bool:
    """Tell whether the sentences name other people or bodies too: two appointments, two condolences, not one."""
    sides = (meeting.wording.here, meeting.wording.there)
    others = [{w.kind for w in words if w not in swapped and w.kind in NAMES} for words in sides]
    return bool(others[0] & others[1])


def _alone_in(pair: Difference, known: Sequence[frozenset[str]]) -> bool:
    """Tell whether one report never tells of what the other has in this place."""
    return pair[0].key not in known[1] or pair[1].key not in known[0]


def _word_for_word(meeting: Meeting) -> bool:
    """Tell whether two sentences differ in one word each: whatever else the reports tell, this they tell otherwise."""
    wording = meeting.wording
    return len(wording.here) == len(wording.there) == 1 and len(wording.shared) >= WORD_FOR_WORD


def _strange(word: Word, known: frozenset[str]) -> bool:
    return word.key not in known and word.root not in known


def _swapped(meeting: Meeting) -> Iterator[Difference]:
    """Give the names in one slot: the only ones of their kind that are not shared, or two beside one shared word."""
    here, there = meeting.wording.here, meeting.wording.there
    for kind in KINDS:
        a, b = [w for w in here if w.kind == kind], [w for w in there if w.kind == kind]
        for group in sorted({_class(w) for w in a} & {_class(w) for w in b}):
            x, y = [w for w in a if _class(w) == group], [w for w in b if _class(w) == group]
            single = len(x) == len(y) == 1
            yield from (
                (i, j)
                for i in x
                for j in y
                if _exclude(i, j) and (single or (kind in LISTS and beside(meeting, (i, j))))
            )


def _of_one_class(a: Word, b: Word) -> bool:
    """Tell whether two words of one class, or two days, exclude one another in a place; amounts are left to figures."""
    return a.kind == b.kind and a.kind in ("thing", "time") and _class(a) == _class(b) and _class(a) not in MEASURES


def _class(word: Word) -> str:
    return word.key.partition(" ")[0] if word.kind == "thing" else ""


def _unlisted(meeting: Meeting) -> Iterator[Difference]:
    """Give names of which one is not listed, each beside the same word."""
    for a in meeting.wording.here:
        for b in meeting.wording.there:
            names = "proper" in (a.kind, b.kind) and a.kind in NAMES and b.kind in NAMES
            if names and beside(meeting, (a, b)) and _unlike(a, b):
                yield a, b


def _unlike(a: Word, b: Word) -> bool:
    """Tell whether two names are not one in two forms: "Democrat" and "Democratic", "Fla" and "Florida"."""
    if fuzz.ratio(a.root, b.root) >= SAME_WORD:
        return False
    return not any(x.startswith(y) or y.startswith(x) for x, y in ((a.root, b.root), (a.key, b.key)))


def _exclude(a: Word, b: Word) -> bool:
    """Tell whether two names of one kind cannot mean one: listed ones by key, other people by having no word alike."""
    match a.kind:
        case "place":
            return apart(a.key, b.key)
        case "organisation":
            return a.key.isascii() and b.key.isascii()
        case "time":  # weekdays only: dates have a ladder of their own
            return a.key.isalpha() and b.key.isalpha()
        case "person":
            return _full(a) and _full(b) and fuzz.token_set_ratio(a.root, b.root) < SAME_PERSON
        case "thing":
            return a.key != b.key
        case _:
            return False


def _other_family(a: Word, b: Word) -> bool:
    """Tell whether two people share their first name alone: each has a word behind it the other has nothing like."""
    sides = (a.key.split(), b.key.split())
    return sides[0][0] == sides[1][0] and all(
        any(all(fuzz.ratio(word, other) < SAME_WORD for other in theirs[1:]) for word in ours[1:])
        for ours, theirs in (sides, sides[::-1])
    )


def _full(person: Word) -> bool:
    return " " in person.key


def _draft(case: Case, where: tuple[int, ...], meeting: Meeting, swapped: Difference, steps: tuple[Step, ...]) -> Draft:
    a, b = words_told(case, where, meeting, swapped)
    kind = swapped[1].kind if swapped[0].kind == "proper" else swapped[0].kind
    said = voice(meeting.a, meeting.b, {"clause": 1.0})
    proof = (*steps, said, Step("other-name", False, (("a", a), ("b", b))))
    return statement_draft(case, where, meeting, swapped, proof, kind if said.passed else "dispute", KINDS[kind])


CHECK = Check("pair", (*KINDS, "dispute"), frozenset({"a", "b"}), Options, run)
