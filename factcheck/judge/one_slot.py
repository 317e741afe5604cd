"""Whether two figures stand in one place of one statement, by the words to both sides of them."""

from __future__ import annotations

from collections.abc import Mapping

SAME_SLOT = 0.75
"""Likeness of the words right before two figures from which they stand in one slot of the statement."""
OTHER_SIDE = 0.5
"""Likeness of the words on the one side of two figures where those on the other show the slot."""
LIKE_SENTENCE_SURE = 0.6
"""Likeness of two sentences from which one slot is one statement."""


def in_one_slot(signals: Mapping[str, float]) -> bool:
    """Tell whether the words to both sides of two figures show that they stand in one place of one statement."""
    sides = [signals[side] for side in ("left", "right") if side in signals]
    alike = bool(sides) and max(sides) >= SAME_SLOT and min(sides) >= OTHER_SIDE
    return alike and signals.get("sentence", 0.0) >= LIKE_SENTENCE_SURE
