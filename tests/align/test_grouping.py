"""A heap of reports falls into its events, whatever their number, order and language."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from factcheck.align.grouping import group_by_event
from factcheck.model.claim import Reading
from factcheck.pipeline import extract_claims, load_report, read_report

EVENTS = Path(__file__).parents[2] / "fixtures" / "events"
TOLD_APART = {"bus-accident/report-c", "ferry-fire/report-b"}
"""Another accident; and a gap: a report of the same fire that shares too few words with the first."""
ONE_SUBJECT = {"dam-experts", "dam-talks"}
"""Talks and a hearing on one dam in one week, in the same names and words."""


@pytest.fixture(scope="module")
def heap() -> list[tuple[str, Reading]]:
    files = sorted(EVENTS.glob("*/report-*.txt"))
    return [
        (f"{file.parent.name}/{file.stem}", extract_claims(load_report(str(file), name=f"r{number}")))
        for number, file in enumerate(files)
    ]


def test_a_heap_of_two_languages_falls_into_its_events(heap: list[tuple[str, Reading]]) -> None:
    groups = group_by_event([reading for _, reading in heap])
    assert sorted(number for group in groups for number in group) == list(range(len(heap)))
    events = [{heap[number][0].partition("/")[0] for number in group} for group in groups]
    assert [event for event in events if len(event) > 1] == [ONE_SUBJECT]
    alone = {heap[group[0]][0] for group in groups if len(group) == 1}
    assert alone == TOLD_APART | {"ferry-fire/report-a"}


def test_the_order_of_the_heap_changes_nothing(heap: list[tuple[str, Reading]]) -> None:
    mixed = [*heap[1::2], *heap[::2]][::-1]

    def named(order: list[tuple[str, Reading]]) -> set[frozenset[str]]:
        groups = group_by_event([reading for _, reading in order])
        return {frozenset(order[number][0] for number in group) for group in groups}

    assert named(mixed) == named(heap)


def test_two_reports_are_a_heap_too(heap: list[tuple[str, Reading]]) -> None:
    named = dict(heap)
    same = [named["budget-speech/report-a"], named["budget-speech/report-b"]]
    assert group_by_event(same) == ((0, 1),)
    assert group_by_event([named["budget-speech/report-a"], named["tram-crash/report-a"]]) == ((0,), (1,))
    assert group_by_event([]) == ()


def test_like_news_of_another_week_is_another_event() -> None:
    text = (
        "The central bank of Karnak kept its main rate at 4.5% on Tuesday. "
        "The governor, Salim Harthy, said that prices would fall."
    )
    days = [datetime.date(2026, 3, day) for day in (3, 4, 31)]
    readings = [extract_claims(read_report(text, id=f"r{n}", published=day)) for n, day in enumerate(days)]
    assert group_by_event(readings) == ((0, 1), (2,))
