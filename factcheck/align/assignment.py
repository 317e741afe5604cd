"""One-to-one assignment of the greatest total score, with one answer where several are as good.

Shortest augmenting paths with potentials (Jonker and Volgenant, Computing 38, 1987), on each connected part of the
candidate graph by itself, in exact integers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

SCALE = 1_000_000


def assign(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Give the pairs of the best one-to-one assignment, in order; every pair must have a score above zero."""
    exact = {pair: round(score * SCALE) for pair, score in scores.items()}
    pairs: list[tuple[int, int]] = []
    for part in _parts(exact):
        rows, columns = sorted({i for i, _ in part}), sorted({j for _, j in part})
        # Ties go to the pair that stands earliest: a bonus too small to outweigh any difference of scores.
        size = len(rows) * len(columns) + 1
        gain = [
            [
                exact.get((i, j), 0) * size * size + ((size - abs(r - c)) if (i, j) in exact else 0)
                for c, j in enumerate(columns)
            ]
            for r, i in enumerate(rows)
        ]
        pairs += [(rows[r], columns[c]) for r, c in _solve(gain) if (rows[r], columns[c]) in exact]
    return sorted(pairs)


def _parts(scores: Mapping[tuple[int, int], int]) -> Iterator[list[tuple[int, int]]]:
    """Cut the candidate graph into its connected parts; each row and each column is walked once."""
    by_row: dict[int, list[int]] = {}
    by_column: dict[int, list[int]] = {}
    for row, column in sorted(scores):
        by_row.setdefault(row, []).append(column)
        by_column.setdefault(column, []).append(row)
    seen_rows: set[int] = set()
    seen_columns: set[int] = set()
    for start in by_row:
        if start in seen_rows:
            continue
        part: list[tuple[int, int]] = []
        waiting = [start]
        seen_rows.add(start)
        while waiting:
            row = waiting.pop()
            part += [(row, column) for column in by_row[row]]
            for column in by_row[row]:
                if column not in seen_columns:
                    seen_columns.add(column)
                    fresh = [other for other in by_column[column] if other not in seen_rows]
                    seen_rows.update(fresh)
                    waiting += fresh
        yield part


def _solve(gain: list[list[int]]) -> list[tuple[int, int]]:
    """Solve one part: rows and columns of `gain` in a matching of the greatest sum."""
    flipped = len(gain) > len(gain[0])
    table = [list(column) for column in zip(*gain, strict=True)] if flipped else gain
    height, width = len(table), len(table[0])
    top = max(max(row) for row in table)
    row_price, column_price = [0] * (height + 1), [0] * (width + 1)
    owner, back = [0] * (width + 1), [0] * (width + 1)
    for row in range(1, height + 1):
        owner[0], column = row, 0
        least: list[int | None] = [None] * (width + 1)
        done = [False] * (width + 1)
        while True:
            done[column] = True
            current, delta, following = owner[column], None, 0
            for c in range(1, width + 1):
                if done[c]:
                    continue
                cost = top - table[current - 1][c - 1] - row_price[current] - column_price[c]
                known = least[c]
                if known is None or cost < known:
                    least[c] = known = cost
                    back[c] = column
                if delta is None or known < delta:
                    delta, following = known, c
            step = delta or 0
            for c in range(width + 1):
                if done[c]:
                    row_price[owner[c]] += step
                    column_price[c] -= step
                elif (value := least[c]) is not None:
                    least[c] = value - step
            column = following
            if owner[column] == 0:
                break
        while column:
            owner[column], column = owner[back[column]], back[column]
    found = [(owner[c] - 1, c - 1) for c in range(1, width + 1) if owner[c]]
    return [(c, r) for r, c in found] if flipped else found
