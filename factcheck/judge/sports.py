"""Reports of sport, whose records and line-ups everyone can look up: nobody is asked who says so."""

from __future__ import annotations

from functools import lru_cache

from factcheck.judge.case import Case

SQUAD = frozenset({"player", "team", "club"})
"""What such a report counts as it counts goals: from what everyone sees."""
FEWEST_WORDS = 3
FEWEST = 4
PER_SENTENCE = 0.5
"""Words of sport a sentence of such a report has at least, taken over the whole."""


@lru_cache(maxsize=4)  # every figure of a report asks
def is_sport(case: Case, report: int) -> bool:
    """Tell whether a report is one of sport: several of its words, and all through it."""
    reading = case.readings[report]
    words = [reading.report.surface(marker.span) for marker in reading.markers if marker.group == "sport"]
    return len(words) >= max(FEWEST, PER_SENTENCE * len(reading.sentences)) and len(set(words)) >= FEWEST_WORDS
