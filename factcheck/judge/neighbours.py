"""What the other figures of two like sentences show of one that differs: that it is of the same session, and no other.

Prices move together: two sentences with one figure that differs tell one session, and one of them has it wrong; with
two that differ, they tell two. So it is with a figure that the other report gives elsewhere as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.judge.comparability import in_one_slot
from factcheck.model.claim import Claim
from factcheck.model.pair import Pair

ALONE = "one-differs"
"""The signal of a pair that differs where every other figure of its two sentences agrees, and how many those are."""
MOST = 9
LEVELS = frozenset({"same-moment", "same-session", "said-elsewhere"})
"""Where a pair may have failed that its neighbours can show to be the right one."""


def lone_differences(pairs: Sequence[Pair], tables: Sequence[Mapping[str, Claim]]) -> Mapping[int, int]:
    """Map the pairs that alone do not agree in their two sentences to the number of those that do.

    Only pairs that stand in one slot are looked at, and only those held apart by a session or by the other report's
    giving the value elsewhere.
    """
    groups: dict[tuple[int, int, int, int], list[int]] = {}
    for number, pair in enumerate(pairs):
        a, b = tables[pair.a.report][pair.a.claim], tables[pair.b.report][pair.b.claim]
        if a.figure is not None and b.figure is not None:
            at = (pair.a.report, pair.b.report, a.context.sentence, b.context.sentence)
            groups.setdefault(at, []).append(number)
    found: dict[int, int] = {}
    for members in groups.values():
        apart = [n for n in members if pairs[n].verdict != "agree"]
        if len(apart) == 1 and in_one_slot(dict(pairs[apart[0]].signals)):
            found[apart[0]] = min(MOST, len(members) - 1)
    return {
        n: others for n, others in found.items() if pairs[n].level in ("same-moment", "same-session", "said-elsewhere")
    }
