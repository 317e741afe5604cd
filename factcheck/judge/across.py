"""Two figures of reports in two languages, whose wording cannot be laid side by side: what names and order say."""

from __future__ import annotations

from collections.abc import Mapping

from factcheck.align.exchanged_digits import SWAPPED
from factcheck.model.figure import Figure
from factcheck.model.pair import Step

LIKE_SENTENCE = 0.4
"""Likeness under which two sentences are not one statement, however their figures stand."""
LIKE_ACROSS = 0.6
"""Likeness of two sentences in two languages, by what both name, from which they are one statement."""
ONLY_ACROSS = 0.55
"""The same, where each has one amount of the unit that differs."""
ONE_ACROSS = 0.85
"""The same, from which the one amount of a unit that differs is that of the other."""
IN_ORDER, IN_PLACE = 0.7, 0.9
"""Nearness to the expected place, in a text that follows another: from the one sentences need less, from the other they
are one statement."""
TOLD = frozenset({"fact", "forecast"})
"""Modalities of what is told, sooner or later, to be so."""


def across(signals: Mapping[str, float]) -> bool:
    """Tell whether a pair's reports are in two languages, so that no wording was laid side by side."""
    return "clause" not in signals


def follows(signals: Mapping[str, float]) -> bool:
    """Tell whether two figures stand in one place of two texts of which one follows the other (a translation)."""
    return signals.get("order", 0.0) >= IN_PLACE and signals.get("sentence", 0.0) >= LIKE_SENTENCE


def statement_across(first: Figure, second: Figure, signals: Mapping[str, float]) -> Step:
    """The same statement: so much in common, one order, or the same digits but for two exchanged."""
    sentence, order = signals.get("sentence", 0.0), signals.get("order", 0.0)
    counted = signals.get("counted") == 1.0
    only = signals.get("only", 0.0) > 0
    least = LIKE_SENTENCE if order >= IN_ORDER else ONLY_ACROSS if only else LIKE_ACROSS
    sure = sentence >= (least if counted or only else ONE_ACROSS)
    aged = "age" in (first.role, second.role)  # no words beside an age tell whose it is
    sure = follows(signals) or SWAPPED in signals or (sure and not aged)
    values = (("clause", "–"), ("sentence", f"{sentence:.2f}"), ("slot", "–"), ("by", "likeness"))
    return Step("same-statement", sure, values)


def one_amount(first: Figure, second: Figure, signals: Mapping[str, float]) -> bool:
    """Tell whether two amounts of one unit stand in sentences of two languages that tell nothing else but one thing."""
    unnamed = first.counted is None and second.counted is None
    only, sentence = signals.get("only", 0.0) > 0, signals.get("sentence", 0.0)
    if first.role == second.role == "score":
        return only and sentence >= LIKE_ACROSS
    least = (ONLY_ACROSS if unnamed else LIKE_ACROSS) if only else ONE_ACROSS
    return first.unit is not None and signals.get("unit") == 1.0 and sentence >= least
