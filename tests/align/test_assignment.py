"""The best one-to-one assignment: as good as trying every way, and always the same among equals."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from factcheck.align.assignment import assign

Scores = dict[tuple[int, int], float]


def best_by_trying(scores: Scores, rows: int, columns: int) -> float:
    """Try every way to give each row a column of its own, or none."""
    places = [*range(columns), *[None] * rows]
    return max(
        (sum(scores.get((row, column), 0.0) for row, column in enumerate(way) if column is not None))
        for way in set(permutations(places, rows))
    )


def total(scores: Scores, pairs: list[tuple[int, int]]) -> float:
    return sum(scores[pair] for pair in pairs)


@pytest.mark.parametrize("seed", range(60))
def test_it_is_as_good_as_trying_every_way(seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311  # no secret: a small matrix
    rows, columns = draw.randint(1, 4), draw.randint(1, 4)
    steps = draw.choice([4, 1000])  # few steps make ties
    scores = {
        (row, column): draw.randint(1, steps) / steps
        for row in range(rows)
        for column in range(columns)
        if draw.random() < 0.7
    }
    pairs = assign(scores)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert all(pair in scores for pair in pairs)
    assert total(scores, pairs) == pytest.approx(best_by_trying(scores, rows, columns))
    shuffled = list(scores.items())
    draw.shuffle(shuffled)
    assert assign(dict(shuffled)) == pairs


def test_nothing_gives_nothing() -> None:
    assert assign({}) == []


def test_among_equals_the_earliest_pair_wins() -> None:
    assert assign({(row, column): 0.5 for row in range(3) for column in range(3)}) == [(0, 0), (1, 1), (2, 2)]
    assert assign({(0, 0): 0.5, (0, 1): 0.5}) == [(0, 0)]
    assert assign({(0, 0): 0.5, (1, 0): 0.5}) == [(0, 0)]


def test_a_pair_is_given_up_where_two_others_are_worth_more() -> None:
    assert assign({(0, 0): 0.9, (0, 1): 0.8, (1, 0): 0.8}) == [(0, 1), (1, 0)]


def test_the_smallest_difference_of_scores_outweighs_position() -> None:
    assert assign({(0, 0): 0.5, (0, 1): 0.500001}) == [(0, 1)]


def test_numbers_of_rows_and_columns_may_have_holes() -> None:
    assert assign({(7, 100): 0.5, (3, 2): 0.4}) == [(3, 2), (7, 100)]


def test_a_large_block_is_solved() -> None:
    size = 40
    scores = {(row, column): 1 - abs(row - column) / size for row in range(size) for column in range(size)}
    assert assign(scores) == [(at, at) for at in range(size)]
