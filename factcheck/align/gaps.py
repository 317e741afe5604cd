"""Where two sentences run on in the same words but for a few: the gaps in which something stands for something else.

A summary fuses sentences of an article, and an editor changes a word of one: what surrounds the word is kept, in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from factcheck.align.statements import Meeting
from factcheck.align.wording import doubtful
from factcheck.model.word import Word

WIDEST = 4
"""Words up to which what differs is a gap; more is another statement."""
AROUND = 4
"""Words before and after a slot among which shared ones are counted."""

MOST = 0.4
"""Share of the shorter sentence's words in one order from which the two run on alike."""


class Gap(NamedTuple):
    """The words of either sentence in one place, and how many shared words stand close before and after it."""

    here: tuple[Word, ...]
    there: tuple[Word, ...]
    before: int
    after: int


Place = tuple[int, int]


class Order(NamedTuple):
    """Two sentences' words, the places of those they have in one order, and what each is known by."""

    a: Sequence[Word]
    b: Sequence[Word]
    equal: tuple[Place, ...]
    keys: tuple[Sequence[str], Sequence[str]]

    @property
    def share(self) -> float:
        """The share of the shorter sentence's words that stand in the other in one order, 0 to 1."""
        return len(self.equal) / max(1, min(len(self.a), len(self.b)))

    @property
    def runs_on(self) -> bool:
        """Whether so many do that both sentences run on alike."""
        return self.share >= MOST


def in_order(meeting: Meeting) -> Order:
    """Lay two sentences over one another in order, where they are of one language; words that met count as one."""
    if meeting.across:
        return Order((), (), (), ((), ()))
    if not meeting.straight:  # what is laid the other way round may fall into place otherwise
        turned = in_order(meeting.turned)
        equal = tuple([(j, i) for i, j in turned.equal])
        return Order(turned.b, turned.a, equal, turned.keys[::-1])
    a, b = meeting.a.words, meeting.b.words
    alias = {y.key: x.key for x, y in meeting.wording.shared}
    keys = [word.key for word in a], [alias.get(word.key, word.key) for word in b]
    blocks = Indel.opcodes(*keys)
    equal = tuple(
        [
            (block.src_start + n, block.dest_start + n)
            for block in blocks
            if block.tag == "equal"
            for n in range(block.src_end - block.src_start)
        ]
    )
    return Order(a, b, equal, keys)


def gaps(order: Order) -> Iterator[Gap]:
    """Give the places where each sentence has a few words of its own."""
    if not order.runs_on:
        return
    i = j = 0
    for x, y in (*order.equal, (len(order.a), len(order.b))):
        if x > i and y > j and x - i + y - j <= WIDEST:
            yield _gap(order, (i, x), (j, y))
        i, j = x + 1, y + 1


def between_neighbours(order: Order) -> Iterator[Gap]:
    """Give two words between the same two, where the order of the whole takes one of them for a later one.

    A list repeats its words and says other things between them: such a place shows opposites, no other names.
    """
    if not order.runs_on:
        return
    met = set(order.equal)
    ours, theirs = order.keys
    places: dict[tuple[str, str], list[int]] = {}
    for j in range(1, len(theirs) - 1):
        places.setdefault((theirs[j - 1], theirs[j + 1]), []).append(j)
    for i in range(1, len(ours) - 1):
        for j in places.get((ours[i - 1], ours[i + 1]), ()):
            if ours[i] != theirs[j] and not {(i - 1, j - 1), (i + 1, j + 1)} <= met:
                before = len(set(ours[max(0, i - AROUND) : i]) & set(theirs[max(0, j - AROUND) : j]))
                after = len(set(ours[i + 1 : i + 1 + AROUND]) & set(theirs[j + 1 : j + 1 + AROUND]))
                yield Gap((order.a[i],), (order.b[j],), before, after)


def denied_alone(order: Order) -> Iterator[Gap]:
    """Give the words both sentences have that one denies, where nothing near them in the other denies anything."""
    for i, j in order.equal if order.runs_on else ():
        if order.a[i].denied != order.b[j].denied and not doubtful(order.a[i], order.b[j]):
            words, at = (order.b, j) if order.a[i].denied else (order.a, i)
            near = words[max(0, at - AROUND) : at + AROUND + 1]
            if not any(word.denied or word.negates for word in near):
                yield _gap(order, (i, i + 1), (j, j + 1))


def _gap(order: Order, here: Place, there: Place) -> Gap:
    (i, x), (j, y) = here, there
    before = sum(i - AROUND <= m < i and j - AROUND <= n < j for m, n in order.equal)
    after = sum(x <= m < x + AROUND and y <= n < y + AROUND for m, n in order.equal)
    return Gap(tuple(order.a[i:x]), tuple(order.b[j:y]), before, after)
