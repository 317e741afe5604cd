"""Figures of which an event has one: the hour it began at, a turnout, the price of what is bought, a strike's hours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from factcheck.align.held import told_once_each
from factcheck.model.claim import Claim, Reading
from factcheck.model.figure import Figure
from factcheck.model.word import Word

EVENTS = {
    "collapse": "collapse",
    "collide": "crash",
    "crash": "crash",
    "cut-off": "outage",
    "derail": "crash",
    "disaster epidemic": "outbreak",
    "disaster fire": "fire",
    "disappear": "disappearance",
    "drown": "sinking",
    "explode": "explosion",
    "out-of-service": "outage",
    "overturn": "crash",
    "overturn-vehicle": "crash",
}
"""What befalls things and people, by the keys of words for it: a train that leaves its rails crashes."""
DISEASE, OUTBREAK = "disease ", "outbreak"
"""The class of diseases, and what befalls people where one is told of."""
ACCIDENT = "#accident"
"""The root of words for whatever a report is of."""
OPENING = 4
"""Sentences at the head of a report, its headline included, that tell what it is of."""
BEFORE, BEHIND = 8, 2
"""Content words before a figure, and behind it, that tell what it is of."""
TURNOUT, PRICE, BUY, STAKE = "turnout", "price", "buy", "stake"
"""Keys of how many voted, of what is paid, for what, and of a part bought."""
MAGNITUDE = "richter"
"""The unit of a quake's strength; that of the shock itself is the largest, those of others around it are smaller."""
LAST = frozenset({"mourn", "strike"})
"""Keys of what is called for so many hours or days."""
VOTING, FOR = frozenset({"lawmaker", "member", "vote"}), frozenset({"majority", "support"})
"""Keys of what is counted in a vote, and of words for those who are in favour."""
OF_SOME = frozenset({"#capital", "#city", "#district", "#province", "#region", "#town", "alone", "man", "woman"})
"""Keys and roots of words for where, or among whom, no more than a part of all turned out."""
PAYMENT = "payment "
"""The class of what is paid for something other than a purchase: bail, a fine, a ransom."""
CONTRACTS, YEARS = frozenset({"#agreement", "#contract", "contract-term"}), "a"
"""Roots and keys of words for what holds for years, and their unit."""
LASTING = frozenset({"h", "d", "wk"})
"""Units it is called for."""


def befallen(reading: Reading) -> frozenset[str]:
    """Give what a report opens with of what befalls things."""
    opening = [claim for claim in reading.claims if claim.kind == "statement"][:OPENING]
    return frozenset(event for claim in opening for word in claim.words if (event := event_of(word)))


def event_of(word: Word) -> str:
    """Name what a word says befell somebody or something; empty where it says nothing of the kind."""
    return OUTBREAK if word.key.startswith(DISEASE) else EVENTS.get(word.key, "")


def particular_pairs(a: Reading, b: Reading) -> Iterator[tuple[Claim, Claim]]:
    """Give the figures that tell one such particular, each but one number of it."""
    yield from told_once_each(particulars(a), particulars(b))


def particulars(reading: Reading) -> Mapping[str, Sequence[Claim]]:
    """Give the figures that tell such a particular of what a report is of, by what they tell."""
    statements = {c.context.sentence: c for c in reading.claims if c.kind == "statement"}
    events = befallen(reading)
    found: dict[str, list[Claim]] = {}
    for claim in reading.claims:
        statement = statements.get(claim.context.sentence)
        if claim.figure is None or statement is None or statement.span.field != claim.span.field:
            continue
        for what in _told(claim, claim.figure, statement, events) if not _over(reading, claim) else ():
            others = found.setdefault(what, [])
            if not others or others[-1].context.sentence != claim.context.sentence:  # "down from 51% in 2019"
                others.append(claim)
    if MAGNITUDE in found:
        largest = max(_low(claim) for claim in found[MAGNITUDE])
        found[MAGNITUDE] = [claim for claim in found[MAGNITUDE] if _low(claim) == largest]
    return found


def _low(claim: Claim) -> Decimal:
    return (claim.figure.low if claim.figure is not None else None) or Decimal(0)


def _over(reading: Reading, claim: Claim) -> bool:
    """Tell what is told of an earlier time, or of a year before the report's."""
    year, published = (claim.context.moment or "")[:4], reading.report.published
    return claim.context.earlier or (year.isdigit() and published is not None and year < f"{published:%Y}")


def _told(claim: Claim, figure: Figure, statement: Claim, events: frozenset[str]) -> Iterator[str]:
    near = _near(claim, statement)
    if figure.role == "time" and figure.unit is None:
        told = {event for word in near if (event := event_of(word))}
        if len(events) == 1 and any(word.root == ACCIDENT for word in near):
            told |= events
        yield from (f"hour {event}" for event in sorted(told))
    elif figure.form in ("ordinal", "vague"):
        return
    elif figure.unit == MAGNITUDE:
        yield MAGNITUDE
    elif figure.form == "percent" and any(word.key == TURNOUT for word in near):
        if not any(word.key in OF_SOME or word.root in OF_SOME for word in near):
            yield " ".join([TURNOUT, *sorted(w.key for w in near if w.kind == "place" and not w.key.isupper())])
    elif figure.form == "percent" and any(word.key == STAKE for word in near):
        if any(word.key == BUY for word in statement.words):
            yield STAKE
    elif figure.counted is not None and figure.counted.key in VOTING and figure.form == "cardinal":
        if any(word.key in FOR for word in near if word.start < claim.span.start):
            yield "in favour"
    elif figure.form == "money":
        yield from (f"{word.key} {figure.unit}" for word in near if word.key.startswith(PAYMENT))
        bought = any(word.key == BUY for word in statement.words)
        if bought and any(word.key in (PRICE, BUY) for word in near if word.start < claim.span.start):
            yield f"{PRICE} {figure.unit}"
    elif figure.unit in LASTING:
        yield from (word.key for word in near if word.key in LAST)
    elif figure.unit == YEARS and any(word.root in CONTRACTS or word.key in CONTRACTS for word in near):
        yield "contract"


def _near(claim: Claim, statement: Claim) -> Sequence[Word]:
    """Give the content words close to a figure, those of its own expression left out."""
    words = statement.words
    starts = [word.start for word in words]
    first, last = bisect_left(starts, claim.span.start), bisect_left(starts, claim.span.end)
    return (*words[max(0, first - BEFORE) : first], *words[last : last + BEHIND])
