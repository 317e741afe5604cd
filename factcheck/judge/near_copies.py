"""Which runs of words may be near copies of one another, without laying each over each: by their rarest words.

Two runs of which the shorter shares all but a few of its words have one of its few-and-one rarest words in common: the
prefix filter of set similarity joins (Chaudhuri, Ganti and Kaushik, 2006). Nothing that is near enough is lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain


def may_share(
    ours: Sequence[Sequence[str]], theirs: Sequence[Sequence[str]], share: float
) -> Iterator[tuple[int, list[int]]]:
    """Give, for each of our runs, the numbers of theirs that may hold this share of the shorter one's words."""
    if not ours or not theirs:
        return
    common = Counter(chain.from_iterable(map(set, (*ours, *theirs))))
    holding: dict[str, set[int]] = {}
    led_by: dict[str, set[int]] = {}
    for number, run in enumerate(theirs):
        for word in run:
            holding.setdefault(word, set()).add(number)
        for word in _rarest(run, common, share):
            led_by.setdefault(word, set()).add(number)
    none: set[int] = set()
    for number, run in enumerate(ours):
        shorter = (led_by.get(word, none) for word in set(run))
        longer = (holding.get(word, none) for word in _rarest(run, common, share))
        yield number, sorted(none.union(*shorter, *longer))


def _rarest(run: Sequence[str], common: Counter[str], share: float) -> Sequence[str]:
    """Give so many of a run's rarest words that not all of them can be missing where the share is reached."""
    missing = int(len(run) * (1 - share) + 1e-9)  # a share may fall a hair short of itself
    return sorted(run, key=lambda word: (common[word], word))[: missing + 1]
