"""What reports are called."""

from __future__ import annotations

import pytest

from factcheck.data.messages import Messages
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.render.letters import letter, letters, names, place


@pytest.mark.parametrize(("number", "shown"), [(0, "A"), (25, "Z"), (26, "AA"), (27, "AB"), (702, "AAA")])
def test_letters_go_on_after_z(number: int, shown: str) -> None:
    assert letter(number) == shown


def test_letters_come_in_order() -> None:
    assert letters([2, 0]) == "A, C"


def named(*given: str) -> tuple[Report, ...]:
    return tuple(Report(f"r{index}", "text", "en", name=name) for index, name in enumerate(given))


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (("/in/a.txt", "/in/b.txt"), ("a.txt", "b.txt")),
        (("/in/one/a.txt", "/in/two/a.txt"), ("one/a.txt", "two/a.txt")),
        (("a.txt", "a.txt"), ("a.txt", "a.txt")),
        (("C:\\in\\a.txt", "-"), ("a.txt", "standard input")),
        (("x/\x1b[2Ja.txt", ""), ("␛[2Ja.txt", "r1")),
    ],
)
def test_a_name_is_the_end_of_its_path(english: Messages, given: tuple[str, ...], shown: tuple[str, ...]) -> None:
    assert names(named(*given), english) == shown


def test_a_report_without_a_file_goes_by_its_title(english: Messages) -> None:
    assert names([Report("r0", "text", "en", title="Two\nlines")], english) == ("Two lines",)


def test_places(english: Messages) -> None:
    report = Report("r", "one\ntwo three", "en", title="a title")
    assert place(report, Span(8, 13), english) == "2:5"
    assert place(report, Span(2, 7, "title"), english) == "title:3"
