"""Whether one of two reports follows the other, as a translation does, and where a place in one lies in the other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from factcheck.align.anchors import Anchor

MOST_REPEATS = 3
"""Anchors that stand more often than this in a report do not say which of their places is which."""
FEWEST_POINTS = 18
"""Points in order from which that is no chance: reports written apart have their lead and background in common."""
FEW_POINTS, DENSE = 8, 30
"""Fewer are enough in a short text, where they stand so close: code points from one to the next."""
LEAST_IN_ORDER, LEAST_OF_FEW = 0.7, 0.8
"""A translation keeps nearly all anchors in order; of two reports written apart, about half are by chance."""

Point = tuple[int, int]


def points_in_order(a: Iterable[Anchor], b: Iterable[Anchor]) -> list[Point]:
    """Give the places of two reports that belong together, in the order of both; none where neither follows the other.

    Values of figures take no part: what order says of two figures does not depend on what they say.
    """
    left, right = _places(a), _places(b)
    points = sorted(
        {
            point
            for key in left.keys() & right.keys()
            if len(left[key]) == len(right[key]) <= MOST_REPEATS
            for point in zip(left[key], right[key], strict=True)
        }
    )
    chain = _longest_rising(points)
    return chain if _enough(chain, len(points)) else []


def _enough(chain: Sequence[Point], points: int) -> bool:
    if len(chain) >= FEWEST_POINTS:
        return len(chain) >= LEAST_IN_ORDER * points
    dense = len(chain) >= FEW_POINTS and chain[-1][0] - chain[0][0] <= DENSE * len(chain)
    return dense and len(chain) >= LEAST_OF_FEW * points


def counterpart(at: int, points: Sequence[Point]) -> float:
    """Give where a place in the first report lies in the second, between the nearest points on both sides."""
    after = bisect_right(points, (at, -1))
    before = points[max(0, after - 1)]
    following = points[min(after, len(points) - 1)]
    width = following[0] - before[0]
    share = (at - before[0]) / width if width else 0.0
    # Beyond the first and last points, texts go on at one pace.
    return before[1] + share * (following[1] - before[1]) if width else before[1] + (at - before[0])


def _places(anchors: Iterable[Anchor]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for anchor in anchors:
        if not anchor.claim:
            found.setdefault(anchor.key, []).append(anchor.at)
    return found


def _longest_rising(points: Sequence[Point]) -> list[Point]:
    """Give the longest run of points that rises in both reports (patience sorting; the first of several)."""
    ends: list[int] = []
    tops: list[int] = []
    back: list[int] = []
    for n, (_, b) in enumerate(points):
        pile = bisect_left(ends, b)
        back.append(tops[pile - 1] if pile else -1)
        if pile == len(ends):
            ends.append(b)
            tops.append(n)
        else:
            ends[pile], tops[pile] = b, n
    chain: list[Point] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        chain.append(points[at])
        at = back[at]
    rising = chain[::-1]
    return [p for n, p in enumerate(rising) if n == 0 or p[0] > rising[n - 1][0]]
