"""Two reports tell one deed the other way round: who did it in the one suffered it in the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from rapidfuzz import fuzz

from factcheck.align.statements import Meeting
from factcheck.judge.case import Case, Draft, basis_of
from factcheck.judge.checks import Check, Options
from factcheck.judge.parties import NAMES, around, doer, one
from factcheck.judge.schema import When
from factcheck.judge.statement_ladder import as_headlines, moment, word_evidence
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.span import Span
from factcheck.model.word import Word

ONE_WAY = frozenset(
    {
        "borrow", "buy", "detain", "eliminated", "expel", "file-complaint", "kidnap", "kill", "lead", "lend", "lose",
        "outperform", "qualify", "rescue", "sell", "trail", "underperform", "win", "wound",
    }
)  # fmt: skip
"""Senses of what two parties do not do to each other."""
EITHER = frozenset(
    {
        "attack", "blame", "bomb", "boycott", "charge", "condemn", "criticise", "export", "fund", "import", "insult",
        "praise", "reassure", "support", "threaten", "war", "warn",
    }
)  # fmt: skip
"""Senses of what each may do to the other: both reports may be right, and each tell half of it."""
LIKE_FORM = 60
"""rapidfuzz ratio of two verbs, and of what stands between them and the parties, from which they are in one voice."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for two sentences with one verb, in one voice, whose parties have changed places.

    Levels: `reversed` where only one of the two can be; `either` where both may have done it. A report that tells both
    ways tells of two deeds.
    """
    told = set[str]()
    for meeting in case.meetings.get((where[0], where[1]), ()):
        for x, y in meeting.wording.shared:
            if x.key != y.key or x.key not in ONE_WAY | EITHER or x.denied != y.denied or x.key in told:
                continue
            verbs = (x, y)
            parties = _reversed_across(meeting, verbs) if meeting.across else _reversed(case, where, meeting, verbs)
            if parties is None or _both_ways(case, where, x.key, parties[1]):
                continue
            now = moment(case, where, meeting)
            if not now.passed:
                continue
            told.add(x.key)
            yield _draft(case, where, meeting, (x, y), parties[0], now)


Parties = tuple[tuple[Word, Word], tuple[tuple[str, str], tuple[str, str]]]
"""The doer in either sentence; and by what keys each report knows the doer of the other and whom it is done to."""


def _reversed(case: Case, where: tuple[int, ...], meeting: Meeting, verbs: tuple[Word, Word]) -> Parties | None:
    ours, theirs = doer(meeting, verbs[0], 0), doer(meeting, verbs[1], 1)
    if ours is None or theirs is None or one(meeting, ours, theirs):
        return None
    sides = around(meeting, verbs[0], 0), around(meeting, verbs[1], 1)
    hit = next((w for w in (*sides[0][0], *sides[0][1]) if w is not ours and one(meeting, w, theirs)), None)
    struck = next((w for w in (*sides[1][0], *sides[1][1]) if w is not theirs and one(meeting, ours, w)), None)
    if hit is None or struck is None:
        return None
    named = all(word.kind in NAMES for word in (ours, theirs, hit, struck))
    if not named and not as_headlines(case, where, meeting):
        return None  # in a long sentence any word that both have may stand before the verb
    alike = not meeting.wording.here and not meeting.wording.there
    near = LONG if alike else NEAR
    if not (_close(meeting.a, verbs[0], ours, hit, near) and _close(meeting.b, verbs[1], theirs, struck, near)):
        return None
    if (ours in sides[0][0]) != (theirs in sides[1][0]) or (hit in sides[0][1]) != (struck in sides[1][1]):
        return None
    forms = [
        _form(case, report, statement, verb, side, behind=first in side[1])
        for report, statement, verb, side, first in (
            (where[0], meeting.a, verbs[0], sides[0], ours),
            (where[1], meeting.b, verbs[1], sides[1], theirs),
        )
    ]
    if any(fuzz.ratio(here, there) < LIKE_FORM for here, there in zip(*forms, strict=True) if here or there):
        return None
    return (ours, theirs), ((hit.key, ours.key), (struck.key, theirs.key))


def _reversed_across(meeting: Meeting, verbs: tuple[Word, Word]) -> Parties | None:
    """Read two languages, whose forms cannot be laid side by side: the two names both sentences have, and who won."""
    ours, theirs = doer(meeting, verbs[0], 0), doer(meeting, verbs[1], 1)
    names = [(x, y) for x, y in meeting.wording.shared if x.kind in NAMES]
    if verbs[0].key not in RESULTS or len(names) != BOTH:
        return None
    for (x, y), (hit, struck) in (names, names[::-1]):
        if x is ours and struck is theirs:
            return (x, struck), ((hit.key, x.key), (y.key, struck.key))
    return None


RESULTS = frozenset({"lose", "qualify", "win"})
"""Senses that no passive turns round: who is beaten loses."""
BOTH = 2
"""Parties of a match."""


def _close(statement: Claim, verb: Word, first: Word, other: Word, near: int) -> bool:
    """Tell whether a party stands right at its verb, and the other not far behind."""
    words = statement.words
    verb_at, at, other_at = (next(i for i, w in enumerate(words) if w is x) for x in (verb, first, other))
    return abs(at - verb_at) == 1 and 0 < other_at - max(at, verb_at) <= near


NEAR, LONG = 2, 6
"""Content words from a verb and its first party to the other one, whose name may be of two words; and the same where
nothing but the parties' places differs ("A takes the cup at the expense of B")."""


def _form(
    case: Case, report: int, statement: Claim, verb: Word, side: tuple[list[Word], list[Word]], *, behind: bool
) -> tuple[str, ...]:
    """Give the verb, and what stands between it and the parties beside it, which may both stand `behind` it.

    That is a preposition, or the sign of a passive.
    """
    before, after = side
    parties = (verb, *after[:2]) if behind else (*before[-1:], verb, *after[:1])
    text = case.readings[report].report
    apart = (Span(x.end, max(x.end, y.start), statement.span.field) for x, y in itertools.pairwise(parties))
    verb_span = Span(verb.start, verb.end, statement.span.field)
    return text.surface(verb_span), *(text.surface(span).strip() for span in apart)


def _both_ways(case: Case, where: tuple[int, ...], verb: str, told: tuple[tuple[str, str], tuple[str, str]]) -> bool:
    """Tell whether a report tells the deed the other report's way as well, in any of its sentences."""
    for report, (first, second) in zip(where, told, strict=True):
        for statement in case.statements[report].values():
            keys = [word.key for word in statement.words]
            if {verb, first, second} <= {*keys} and keys.index(first) < keys.index(second):
                return True
    return False


def _draft(
    case: Case,
    where: tuple[int, ...],
    meeting: Meeting,
    verbs: tuple[Word, Word],
    doers: tuple[Word, Word],
    now: Step,
) -> Draft:
    both = (meeting.a, meeting.b)
    told = [
        word_evidence(case, report, claim, word, label)
        for report, claim, word, label in zip(where, both, doers, "ab", strict=True)
    ]
    steps = (now, Step("roles-reversed", False, (("a", told[0].text), ("b", told[1].text))))
    return Draft(
        level="reversed" if verbs[0].key in ONE_WAY else "either",
        evidence=(*told, *(case.evidence(r, claim.span, "says") for r, claim in zip(where, both, strict=True))),
        basis=tuple(basis_of(claim, f"{verbs[0].key} {doer.key}") for claim, doer in zip(both, doers, strict=True)),
        values={"a": told[0].text, "b": told[1].text},
        steps=steps,
        claims=tuple((report, claim.id) for report, claim in zip(where, both, strict=True)),
    )


CHECK = Check("pair", ("reversed", "either"), frozenset({"a", "b"}), Options, run)
