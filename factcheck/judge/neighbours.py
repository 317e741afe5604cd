"""What the other figures of two like sentences show of one that differs: that it is of the same session, and no other.

Prices move together: two sentences with one figure that differs tell one session, and one of them has it wrong; with
two that differ, they tell two. So it is with a figure that the other report gives elsewhere as well.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from factcheck.judge.one_slot import in_one_slot
from factcheck.model.claim import Claim
from factcheck.model.pair import Pair

MOST = 9
LARGE = 100
"""An amount from which two sentences hardly share it by chance."""
LEVELS = frozenset({"same-moment", "same-session", "said-elsewhere"})
"""Where a pair may have failed that its neighbours can show to be the right one."""


def lone_differences(pairs: Sequence[Pair], tables: Sequence[Mapping[str, Claim]]) -> Mapping[int, int]:
    """Map the pairs that alone do not agree in their two sentences to the number of those that do.

    Only pairs are looked at that are held apart by a session or by the other report's giving the value elsewhere, and
    stand in one slot; or by other words around them, and stand beside a large amount that both give.
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
        if len(apart) != 1:
            continue
        pair = pairs[apart[0]]
        in_place = pair.level in LEVELS and in_one_slot(dict(pair.signals))
        if in_place or (pair.level == "same-statement" and _one_is_known(pairs, members, tables)):
            found[apart[0]] = min(MOST, len(members) - 1)
    return found


def _one_is_known(pairs: Sequence[Pair], members: Sequence[int], tables: Sequence[Mapping[str, Claim]]) -> bool:
    """Tell whether two sentences give one large amount, to the last digit, beside the two figures that differ."""
    for pair in (pairs[n] for n in members):
        figure = tables[pair.a.report][pair.a.claim].figure
        if pair.level == "same-value" and figure is not None and (figure.exact or 0) >= LARGE:
            return True
    return False
