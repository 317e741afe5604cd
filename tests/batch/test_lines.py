"""Lines out of a stream: whole, one after another, and never more of one than is read."""

from __future__ import annotations

import io
import os

import pytest

from factcheck.batch.lines import Lines
from factcheck.model.errors import UserError


def taken(source: Lines) -> list[bytes]:
    lines = []
    while not source.ended():
        line = source.take()
        if line is None:
            source.wait()
        else:
            lines.append(line)
    return lines


@pytest.mark.parametrize(
    ("sent", "lines"),
    [
        (b"", []),
        (b"\n \n\r\n", []),
        (b"one", [b"one"]),
        (b"one\n\ntwo\r\n three", [b"one", b"two\r", b" three"]),
        (b"a" * 200_000 + b"\nb\n", [b"a" * 200_000, b"b"]),
    ],
    ids=["nothing", "blank", "no end", "several", "longer than a pipe"],
)
def test_lines_are_those_that_are_not_blank(sent: bytes, lines: list[bytes]) -> None:
    assert taken(Lines(io.BytesIO(sent))) == lines


def test_of_a_line_too_long_is_kept_what_tells_so() -> None:
    assert taken(Lines(io.BytesIO(b"a" * 300_000 + b"\nb\n"), longest=10)) == [b"a" * 11, b"b"]


def test_a_line_is_there_before_the_next_one_and_the_end_when_it_is_known() -> None:
    ours, theirs = os.pipe()
    with os.fdopen(ours, "rb") as stream:
        source = Lines(stream)
        assert source.take() is None
        os.write(theirs, b"one\ntw")
        assert source.take() == b"one"
        assert source.take() is None
        os.write(theirs, b"o\n")
        os.close(theirs)
        assert source.take() == b"two"
        assert source.ended()


def test_a_stream_that_cannot_be_read_is_told_of() -> None:
    ours, theirs = os.pipe()
    folder = os.open("/", os.O_RDONLY)
    with os.fdopen(ours, "rb") as stream:
        source = Lines(stream)
        os.dup2(folder, ours)
        with pytest.raises(UserError, match="cannot be read"):
            source.wait()
    os.close(theirs)
    os.close(folder)
