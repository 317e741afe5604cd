"""One item of work goes wrong in every way there is."""

from __future__ import annotations

import contextlib
import time

import pytest

from factcheck.batch.attempt import Lost, attempt


def test_an_answer_is_given() -> None:
    assert attempt(len, "four", 1.0) == 4


def hang(item: str) -> None:
    while True:
        with contextlib.suppress(Exception):  # as a careless library does
            time.sleep(0.01)


def test_what_takes_too_long_is_given_up_whatever_it_catches() -> None:
    before = time.monotonic()
    lost = attempt(hang, "x", 0.05)
    assert time.monotonic() - before < 10
    assert lost == Lost("took longer than 0.05 s and was given up; --time-limit allows more")


def test_time_that_is_left_over_ends_nothing_later() -> None:
    assert attempt(len, "x", 0.02) == 1
    time.sleep(0.05)


def starve(item: str) -> None:
    raise MemoryError


def stumble(item: str) -> None:
    raise KeyError(item)


def test_want_of_memory_is_told() -> None:
    assert attempt(starve, "x", 0) == Lost("needs more memory than there is")


def test_a_bug_keeps_its_traceback_and_ends_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    assert attempt(stumble, "x", 0) == Lost("met a bug in factcheck (KeyError: 'x'); please report it")
    assert "in stumble" in capsys.readouterr().err
