"""Which way something goes in two reports: up in the one, down in the other, whatever else their sentences say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from factcheck.align.statements import Meeting
from factcheck.align.wording import lay, opposites
from factcheck.judge.case import Case
from factcheck.judge.moments import moments_apart
from factcheck.judge.statement_ladder import OPENING, Difference, moment, word_evidence
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.word import Word

TRADED = ("commodity ", "currency ")
"""Classes of things that have one price for everyone."""
MOVES = frozenset(
    {
        "collapse",
        "deteriorate",
        "double",
        "fall",
        "gain",
        "grow",
        "halve",
        "hold-steady",
        "lose",
        "lower",
        "profit",
        "raise",
        "recover",
        "rise",
        "shrink",
        "strong",
        "weak",
    }
)
"""Senses that say which way a price goes."""
REACH = 3
"""Content words from a traded thing to the word that says which way it goes ("a rise in prices of oil")."""


def turned(case: Case, where: tuple[int, ...]) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give two words for opposite ways of one traded thing, each in a headline or at the start of a report."""
    heads = [_heads(case, report) for report in where]
    for a in heads[0]:
        ours = _ways(a.words[:LEADING])
        for b in heads[1] if ours else ():
            theirs = _ways(b.words[:LEADING])
            for thing in ours.keys() & theirs.keys():
                x, y = ours[thing][1], theirs[thing][1]
                if not opposites(x, y) or x.denied or y.denied:
                    continue
                meeting = Meeting(a, b, lay(a.words, b.words))
                text = word_evidence(case, where[0], a, ours[thing][0], "").text
                steps = (Step("one-subject", True, (("a", text),)), moment(case, where, meeting))
                if all(step.passed for step in steps):
                    yield meeting, (x, y), steps


LEADING = 8
"""Content words at the start of a headline or a first sentence in which its news stands."""


def _heads(case: Case, report: int) -> list[Claim]:
    return [case.statements[report][number] for number in islice(case.statements[report], OPENING)]


def _ways(words: Sequence[Word]) -> dict[str, tuple[Word, Word]]:
    """Map traded things to themselves and the word for which way they go; those told both ways are left out."""
    things = [at for at, word in enumerate(words) if word.kind == "thing" and word.key.startswith(TRADED)]
    told: dict[str, list[tuple[Word, Word]]] = {}
    for at, word in enumerate(words):
        if word.key not in MOVES or not things:
            continue
        nearest = min(abs(at - thing) for thing in things)
        beside = [thing for thing in things if abs(at - thing) == nearest <= REACH]
        if len(beside) == 1:
            told.setdefault(words[beside[0]].key, []).append((words[beside[0]], word))
    return {key: ways[0] for key, ways in told.items() if not any(opposites(ways[0][1], way) for _, way in ways[1:])}


WAYS = frozenset(
    {"collapse", "deteriorate", "fall", "gain", "grow", "lower", "raise", "recover", "rise", "shrink", "slow-down"}
)
"""Senses that say which way an amount goes by so much."""
RATE, RATE_WAYS = "inflation", frozenset({"rise", "slow-down"})
"""The sense of what is a rate itself, and of the ways it goes: what slows at the same share has not risen to it."""
MOST = 100
"""Shares of a report that are looked at: one with more of them is a table."""
BEFORE, BEHIND = 9, 2
"""Content words before a share, and behind it, among which it is said which way that goes."""


def turned_by(case: Case, where: tuple[int, ...]) -> Iterator[tuple[Meeting, Difference, tuple[Step, ...]]]:
    """Give two words for opposite ways by one share, of what both sentences name ("profit rose 8%", "fell 8%")."""
    ways = [list(islice(_shares(case, report), MOST)) for report in where]
    agreed = {
        (pair.a.claim, pair.b.claim)
        for pair in case.pairs
        if (pair.a.report, pair.b.report) == where and pair.verdict == "agree" and _like(dict(pair.signals))
    }
    across = len({case.readings[report].report.language for report in where}) > 1
    for a, x, first in ways[0]:
        for b, y, second in ways[1]:
            if first.figure is None or second.figure is None or first.figure.exact != second.figure.exact:
                continue
            if x.denied or y.denied or _told_both_ways(first, ways[0], ways[1]):
                continue
            meeting = Meeting(a, b, lay(a.words, b.words), across)
            near_both = [
                (p, q)
                for p, q in meeting.wording.shared
                if _close(a, x, p, NAMING_REACH) and _close(b, y, q, NAMING_REACH)
            ]
            named = next((p for p, q in near_both if _goes(a, x, p) and _goes(b, y, q)), None)
            if named is None and len([p for p, _ in near_both if p.kind in ("word", "thing")]) >= NAMING:
                named = near_both[0][0]  # "enterprise revenue rose", "revenue at its enterprise division fell"
            if not opposites(x, y) and not (named is not None and named.key == RATE and {x.key, y.key} == RATE_WAYS):
                continue
            near = all(-AFTER <= c.span.start - w.end <= AFTER for c, w in ((first, x), (second, y)))
            of_two = any(_goes(a, x, w) for w in a.words) and any(_goes(b, y, w) for w in b.words)
            if named is None and (of_two or not near or (first.id, second.id) not in agreed):
                continue
            text = word_evidence(case, where[0], a, named, "").text if named is not None else first.text
            now = _one_moment(a, b)
            if now.passed:
                yield meeting, (x, y), (Step("one-subject", True, (("a", text),)), now)


def _one_moment(a: Claim, b: Claim) -> Step:
    """Tell that no two dates stand beside the two; the one share in both tells that they are of one session."""
    left, right = a.context.moment, b.context.moment
    apart = left is not None and right is not None and moments_apart(left, right)
    return Step("same-moment", not apart, (("a", left or "–"), ("b", right or "–")))


Way = tuple[Claim, Word, Claim]
"""A sentence, the word for a way in it, and the share by which that goes."""
AFTER = 40
"""Characters between a way and its share, in sentences that have nothing else in common to go by."""
LIKE = 0.7
"""Likeness of two sentences from which one share in both is of one thing."""


def _like(signals: Mapping[str, float]) -> bool:
    return signals.get("sentence", 0.0) >= LIKE and signals.get("clause", 1.0) >= LIKE


def _shares(case: Case, report: int) -> Iterator[Way]:
    for claim in case.claims_of(report, "figure"):
        statement = case.statements[report].get(claim.context.sentence)
        if claim.figure is None or claim.figure.form != "percent" or claim.figure.exact is None or statement is None:
            continue
        words = [w for w in statement.words if claim.span.field == statement.span.field]
        before = [w for w in words if w.start < claim.figure.number.start][-BEFORE:]  # "edged up to 5%" says which way
        behind = [w for w in words if claim.span.end <= w.start < claim.context.clause.end][:BEHIND]
        way = next((w for w in (*reversed(before), *behind) if w.key in WAYS and not w.attributive), None)
        if way is not None:
            yield statement, way, claim


def _told_both_ways(share: Claim, *reports: Sequence[Way]) -> bool:
    """Tell whether one of the reports has what the other says too: the same share, and both ways."""
    value = share.figure.exact if share.figure is not None else None
    told = [{w.key for _, w, c in ways if c.figure is not None and c.figure.exact == value} for ways in reports]
    return any(len(keys) > 1 for keys in told)


AMOUNTS = frozenset({"borrow", "export", "import", RATE, "invest", "profit", "security stock", "sell", "spend"})
"""Keys of what goes up or down by a share."""


NAMING, NAMING_REACH = 2, 5
"""Words close to a way in both sentences that name what goes that way, whatever it is."""


def _close(statement: Claim, way: Word, word: Word, reach: int) -> bool:
    words = statement.words
    apart = abs(next(i for i, w in enumerate(words) if w is word) - next(i for i, w in enumerate(words) if w is way))
    return 0 < apart <= reach


def _goes(statement: Claim, way: Word, word: Word) -> bool:
    """Tell a word for what goes that way: something traded, or an amount, close to the word for the way."""
    return _close(statement, way, word, REACH) and (word.key.startswith(TRADED) or word.key in AMOUNTS)
