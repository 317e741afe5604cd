"""Several reports on one subject: how many speak for themselves, what most of them say, and who stands alone."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from rapidfuzz import fuzz

from factcheck.align.events import joined
from factcheck.judge.case import Case
from factcheck.judge.date_ladder import dates_hold
from factcheck.judge.values import agrees, value_level
from factcheck.model.claim import Claim
from factcheck.model.comparison import Cell, Row

SEVERAL = 3
"""Reports from which there can be a majority."""
SAME_SOURCE = 85
"""rapidfuzz token set ratio from which two named sources are one."""


def with_majority(case: Case, row: Row) -> Row:
    """Give a row the number of its voices, the value most of them give, and the reports that contradict it."""
    cells = [cell for cell in row.cells if cell.claims]
    claims = [case.by_id[cell.report][cell.claims[0]] for cell in cells]
    speakers = _voices(case, cells, claims)
    values = _values(claims)
    heard = [len({speakers[n] for n in group}) for group in values]
    told = replace(row, voices=len(set(speakers)))
    most = max(heard)
    if heard.count(most) > 1 or len(values) == 1:
        return told
    majority = values[heard.index(most)]
    outliers = tuple(cells[n].report for n in range(len(cells)) if n not in majority)
    return replace(told, majority=cells[majority[0]].value, outliers=outliers)


def _voices(case: Case, cells: Sequence[Cell], claims: Sequence[Claim]) -> list[int]:
    """Number the voices of some cells: reports that copy one another are one, as are those with one named source."""
    group = {report: min(copied) for copied in case.voices for report in copied}
    linked = [
        (a, b)
        for a in range(len(cells))
        for b in range(a + 1, len(cells))
        if group.get(cells[a].report, cells[a].report) == group.get(cells[b].report, cells[b].report)
        or _one_source(claims[a], claims[b])
    ]
    parts = joined(len(cells), linked)
    return [next(number for number, part in enumerate(parts) if cell in part) for cell in range(len(cells))]


def _one_source(a: Claim, b: Claim) -> bool:
    sources = [c.attribution.source for c in (a, b) if c.attribution is not None and c.attribution.source is not None]
    if len(sources) != len((a, b)) or any(source.kind == "unnamed" for source in sources):
        return False
    return fuzz.token_set_ratio(sources[0].key, sources[1].key) >= SAME_SOURCE


def _values(claims: Sequence[Claim]) -> list[tuple[int, ...]]:
    """Group claims whose values can all hold, each with the first it agrees with."""
    groups: list[list[int]] = []
    for number, claim in enumerate(claims):
        home = next((group for group in groups if all(_agree(claim, claims[n]) for n in group)), None)
        if home is None:
            groups.append([number])
        else:
            home.append(number)
    return [tuple(group) for group in groups]


def _agree(a: Claim, b: Claim) -> bool:
    if a.figure is not None and b.figure is not None:
        return agrees(value_level(a.figure, b.figure))
    return a.date is not None and b.date is not None and dates_hold(a.date, b.date)
