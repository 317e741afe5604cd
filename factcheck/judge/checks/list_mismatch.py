"""A list or a table that does not match the text around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.bullet_lists import bullet_lists
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.running_lists import running_lists
from factcheck.judge.schema import When
from factcheck.judge.table_prose import table_prose


class ListOptions(Options, frozen=True, kw_only=True):
    """When a row of a table and a sentence speak of one thing."""

    likeness: Annotated[
        float, Meta(ge=0, le=1, description="how alike a table row's words and a clause must be, 0 to 1")
    ] = 0.4


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each list whose items are not as many as announced, and each table cell the text contradicts.

    Levels: `items` for a list of bullets; `listed` where a sentence ends in the list, `named` where its items are
    named one after another; `table`.
    """
    yield from bullet_lists(case, where)
    yield from running_lists(case, where)
    yield from table_prose(case, where, cast("ListOptions", options).likeness)


LISTS = frozenset({"figure", "items"})
CHECK = Check(
    "report",
    ("items", "listed", "named", "table"),
    frozenset(),
    ListOptions,
    run,
    turns={"right-list": ("items",), "agreeing-table": ("table",)},
    more_slots={"items": LISTS, "listed": LISTS, "named": LISTS, "table": frozenset({"a", "b"})},
)
