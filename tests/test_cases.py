"""Short labelled events, many to a file: what must be found, and look-alikes that must be left alone.

fixtures/cases/<language>/<what>.yaml holds events whose reports stand in the file; `expect`, `forbid`, `complete_for`
and `gap` mean what they mean in fixtures/events (see test_events.py).
"""

from __future__ import annotations

import datetime
from functools import lru_cache
from pathlib import Path

import pytest

from factcheck.data.strict_yaml import read, validate
from factcheck.model.comparison import Comparison, Row
from factcheck.model.finding import Category, ContradictionKind, Finding
from factcheck.pipeline import compare_reports, read_report
from tests.labels import Piece, Strict, covers, params, place

CASES = Path(__file__).parents[1] / "fixtures" / "cases"
FILES = sorted(CASES.rglob("*.yaml"))


class Text(Strict):
    text: str
    title: str | None = None
    published: datetime.date | None = None


class Item(Strict):
    category: Category
    kind: ContradictionKind | None = None
    evidence: tuple[Piece, ...]
    why: str
    gap: str | None = None


class Wanted(Strict):
    """A row of the matrix: where its claims stand, and what comes of them."""

    pieces: tuple[Piece, ...]
    voices: int
    majority: str = ""
    outliers: tuple[int, ...] = ()


class Event(Strict):
    id: str
    languages: tuple[str, ...]
    complete_for: tuple[Category, ...] = ()
    same_event: bool = True
    apart: tuple[int, ...] = ()
    voices: tuple[tuple[int, ...], ...] = ()
    rows: tuple[Wanted, ...] = ()
    reports: tuple[Text, ...]
    expect: tuple[Item, ...]
    forbid: tuple[Item, ...]


FILE = tuple[Event, ...]


def load(path: Path) -> tuple[Event, ...]:
    return validate(FILE, read(path), str(path))


EVENTS = {event.id: event for path in FILES for event in load(path)}


@lru_cache
def comparison(name: str) -> Comparison:
    event = EVENTS[name]
    return compare_reports([
        read_report(report.text, title=report.title, published=report.published, id=f"r{n}", language=code)
        for n, (report, code) in enumerate(zip(event.reports, event.languages, strict=True))
    ])  # fmt: skip


def loud(name: str, category: Category) -> list[Finding]:
    """What a reader is told of a category: notes are no accusations, but of figures without a source they count."""
    found = [f for f in comparison(name).findings if f.rule.category == category]
    return [f for f in found if f.severity != "note" or category == "unsupported-figure"]


@pytest.mark.parametrize(("name", "item"), list(params((event.id, event.expect) for event in EVENTS.values())))
def test_what_is_expected_is_found(name: str, item: Item) -> None:
    pool = [f for f in loud(name, item.category) if item.kind in (None, f.kind)]
    assert any(covers(comparison(name), finding, item.evidence) for finding in pool), f"nobody says: {item.why}"


@pytest.mark.parametrize(("name", "item"), list(params((event.id, event.forbid) for event in EVENTS.values())))
def test_look_alikes_are_left_alone(name: str, item: Item) -> None:
    said = [f.message for f in loud(name, item.category) if covers(comparison(name), f, item.evidence)]
    assert said == [], f"and yet: {item.why}"


@pytest.mark.parametrize(
    ("name", "category"), [(event.id, category) for event in EVENTS.values() for category in event.complete_for]
)
def test_nothing_is_said_beyond_a_complete_list(name: str, category: Category) -> None:
    wanted = [item.evidence for item in EVENTS[name].expect if item.category == category]
    beyond = [f for f in loud(name, category) if not any(covers(comparison(name), f, evidence) for evidence in wanted)]
    assert [f"{f.rule.id}: {f.message}" for f in beyond] == []


@pytest.mark.parametrize("name", list(EVENTS))
def test_reports_of_one_event_are_told_from_those_of_two(name: str) -> None:
    assert comparison(name).same_event is EVENTS[name].same_event
    assert comparison(name).apart == EVENTS[name].apart
    apart = set(EVENTS[name].apart)
    assert not any({pair.a.report, pair.b.report} & apart for pair in comparison(name).pairs)


@pytest.mark.parametrize("name", list(EVENTS))
def test_reports_that_copy_one_another_are_one_voice(name: str) -> None:
    assert comparison(name).voices == EVENTS[name].voices


@pytest.mark.parametrize(("name", "wanted"), [(event.id, row) for event in EVENTS.values() for row in event.rows])
def test_a_subject_is_one_row_over_all_reports(name: str, wanted: Wanted) -> None:
    readings = comparison(name).readings
    places = [(piece.report, place(comparison(name), piece)) for piece in wanted.pieces]

    def holds(row: Row) -> bool:
        claims = [(cell.report, readings[cell.report].claim(claim).span) for cell in row.cells for claim in cell.claims]
        return all(any(r == report and span.overlaps(s) for r, s in claims) for report, span in places)

    rows = [row for row in comparison(name).matrix if holds(row)]
    assert [(row.voices, row.majority, row.outliers) for row in rows] == [
        (wanted.voices, wanted.majority, wanted.outliers)
    ]
