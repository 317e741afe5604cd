"""Prices of a market: an index, a share, an ounce, told of one session as everyone can read them."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.model.claim import Claim

PRICED = ("money", "percent", "percentage-point", "cardinal", "measure")
BY_MEASURE = frozenset({"[oz_tr]", "bbl"})
"""What goods are priced by on a market."""
SHARE_OF_REPORT = 0.4
"""Part of a report's sentences with words of markets from which it reports on a market."""
FEWEST = 3


def is_market(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a figure is a price, a change or a volume of a market.

    It stands beside a word of markets, or in a report that is full of them.
    """
    if claim.figure is None or claim.figure.form not in PRICED:
        return False
    if claim.figure.counted is not None and claim.figure.counted.kind in ("people", "casualty"):
        return False
    beside = case.figures(report, claim.context.sentence)
    if claim.context.session or any(c.figure is not None and c.figure.per in BY_MEASURE for c in beside):
        return True
    return claim.figure.form != "money" and _market_report(case, report)


def is_price_of_goods(case: Case, report: int, claim: Claim) -> bool:
    """Tell what a barrel or an ounce costs: one price of it is on every screen."""
    small = claim.figure is not None and claim.figure.form == "money" and (claim.figure.low or 0) <= DEAREST
    words = case.markers(report, claim.context.sentence, "session")
    per = (c.figure.per for c in case.figures(report, claim.context.sentence) if c.figure is not None)
    return small and (any(m.key in SOLD_BY for m in words) or not BY_MEASURE.isdisjoint(per))


SOLD_BY = frozenset({"barrel", "ounce"})
"""Keys of the measures that such goods are sold by."""
DEAREST = 10_000
"""What a barrel or an ounce costs at most, in whatever currency."""


def _market_report(case: Case, report: int) -> bool:
    sentences = len(case.readings[report].sentences)
    told = {marker.sentence for marker in case.readings[report].markers if marker.group == "session"}
    return len(told) >= FEWEST and len(told) >= SHARE_OF_REPORT * sentences
