"""The command as the system sees it, in a process of its own: pipes, terminals, encodings, full disks."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

TALKS = Path(__file__).parents[1] / "fixtures" / "events" / "minister-talks"
A, B = str(TALKS / "report-a.txt"), str(TALKS / "report-b.txt")
REQUEST = '{"id": "1", "text": "Ten people died on Sunday, police said."}\n'
FACTCHECK = (sys.executable, "-m", "factcheck")

posix = pytest.mark.skipif(os.name != "posix", reason="needs pseudo-terminals")


def environment(**changes: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "NO_COLOR", "TERM")}
    return {**kept, "TERM": "xterm", **changes}


def factcheck(*arguments: str, **changes: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command with pipes all round."""
    call = (*FACTCHECK, *arguments)
    return subprocess.run(
        call, stdin=subprocess.DEVNULL, env=environment(**changes), check=False, capture_output=True, timeout=60
    )


@pytest.fixture(scope="module")
def page() -> bytes:
    """Give what a comparison prints where nothing is special."""
    done = factcheck("compare", A, B)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout


def on_terminal(*arguments: str, stdout: bool, **changes: str) -> tuple[bytes, bytes]:
    """Run the command with standard output, or else standard error, on a terminal; gives what both got."""
    import pty

    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        (*FACTCHECK, *arguments),
        stdin=subprocess.DEVNULL,
        stdout=theirs if stdout else subprocess.PIPE,
        stderr=subprocess.PIPE if stdout else theirs,
        env=environment(**changes),
    )
    os.close(theirs)
    shown = b""
    with process:
        with contextlib.suppress(OSError):  # Linux says so when the other side has closed
            while part := os.read(ours, 65536):
                shown += part
        pipe = process.stderr if stdout else process.stdout
        assert pipe is not None
        piped = pipe.read()
    os.close(ours)
    return shown, piped


@pytest.mark.parametrize(
    "arguments", [("compare", A, B, "--format", "json"), ("extract", "--jsonl"), ("rules", "list")], ids=" ".join
)
def test_a_reader_who_stops_early_hears_no_complaint(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        (*FACTCHECK, *arguments),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # nobody reads any more, as after `| head -1` has its line
        with contextlib.suppress(BrokenPipeError):
            process.stdin.write((REQUEST * 3).encode())
            process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode in (0, 2)


@posix
def test_a_first_line_is_all_that_head_wants() -> None:
    call = f'"{sys.executable}" -m factcheck compare "$A" "$B" --format json | head -n 1'
    done = subprocess.run(("/bin/sh", "-c", call), env=environment(A=A, B=B), check=True, capture_output=True)
    assert (done.stdout, done.stderr) == (b"{\n", b"")


@posix
@pytest.mark.parametrize(("changes", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_colour_on_a_terminal_unless_it_is_unwanted(changes: dict[str, str], coloured: bool) -> None:
    shown, _ = on_terminal("compare", A, B, stdout=True, **changes)
    assert (b"\x1b[" in shown) is coloured


def test_no_colour_where_nobody_looks(page: bytes) -> None:
    assert b"\x1b" not in page


@posix
def test_progress_shows_on_a_terminal_and_leaves_the_answer_alone() -> None:
    shown, answer = on_terminal("gate", A, B, A, stdout=False)
    piped = factcheck("gate", A, B, A)
    assert shown
    assert piped.stderr == b""
    assert answer == piped.stdout


@pytest.mark.parametrize(
    "changes",
    [{"PYTHONIOENCODING": "latin-1"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=["latin-1", "C"],
)
def test_output_is_utf_8_whatever_the_locale(page: bytes, changes: dict[str, str]) -> None:
    assert factcheck("compare", A, B, **changes).stdout == page


def test_complaints_are_utf_8_whatever_the_locale() -> None:
    done = factcheck("extract", "موفد.txt", PYTHONIOENCODING="latin-1")
    assert done.stderr.decode().startswith("factcheck: موفد.txt: no such file")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("arguments", [("compare", A, B), ("extract", "--jsonl")], ids=["compare", "jsonl"])
def test_a_full_disk_is_told_in_one_line(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("wb") as full:
        call = (*FACTCHECK, *arguments)
        done = subprocess.run(
            call, input=REQUEST.encode(), stdout=full, stderr=subprocess.PIPE, env=environment(), check=False
        )
    assert done.returncode == 2
    (line,) = done.stderr.decode().splitlines()
    assert line.startswith("factcheck: standard output: cannot be written")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take names of text only")
def test_a_name_that_is_no_text_is_a_name_all_the_same(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.txt")).write_bytes(Path(A).read_bytes())
    done = factcheck("gate", str(tmp_path))
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.decode().startswith("go ")
