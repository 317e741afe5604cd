"""What is left on disk when something goes wrong: an output is there whole or not at all, and what was there stays."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from factcheck.data.whole_file import whole_file, write_unchanged, write_whole
from factcheck.model.errors import UserError

EVENT = Path(__file__).parents[1] / "fixtures" / "events" / "minister-talks"
A, B = "report-a.txt", "report-b.txt"
COMPARE = ("compare", A, B, "--format", "json")
FACTCHECK = (sys.executable, "-m", "factcheck")
REQUEST = json.dumps({"id": "1", "reports": [{"text": "Ten people died on Sunday, police said."}] * 2}) + "\n"
ROOM = 500
"""Bytes a file may have on the full disk: less than any output here."""

Command = Callable[..., Result]
posix = pytest.mark.skipif(os.name != "posix", reason="needs limits and signals of POSIX")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with two reports."""
    monkeypatch.chdir(tmp_path)
    for name in (A, B):
        shutil.copy(EVENT / name, name)


def holding() -> dict[str, bytes]:
    """Give every file of the folder and of those in it, with what it holds."""
    return {str(path): path.read_bytes() for path in sorted(Path().rglob("*")) if path.is_file()}


def refused(done: subprocess.CompletedProcess[bytes] | Result, told: str) -> None:
    status = done.exit_code if isinstance(done, Result) else done.returncode
    said = done.stderr if isinstance(done.stderr, str) else done.stderr.decode()
    (line,) = said.splitlines()
    assert status == 2
    assert told in line


def little_room() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


OUTPUTS: list[tuple[tuple[str, ...], str]] = [
    ((*COMPARE, "--output", "out"), "out"),
    (("compare", "--jsonl", "--output", "out"), "out"),
    (("gate", B, "--write-baseline", "out"), "out"),
    (("rules", "new", "late-figure", "--dir", "desk"), "desk/late-figure.yaml"),
]


@posix
@pytest.mark.parametrize("there", [False, True], ids=["new", "old"])
@pytest.mark.parametrize(("arguments", "output"), OUTPUTS, ids=lambda value: " ".join(value) if value[1:] else value)
def test_a_full_disk_leaves_everything_as_it_was(arguments: tuple[str, ...], output: str, there: bool) -> None:
    if there and arguments[0] != "rules":
        Path(output).write_text("")
    before = holding()
    done = subprocess.run(
        (*FACTCHECK, *arguments),
        input=(REQUEST * 9).encode(),
        env={**os.environ, "FACTCHECK_CACHE": "off"},
        preexec_fn=little_room,
        check=False,
        capture_output=True,
    )
    refused(done, f"{output}: cannot be written (File too large)")
    assert holding() == before


@pytest.mark.parametrize("path", ["nowhere/out", ".", f"{A}/out", "x" * 300, "/proc/out"])
def test_an_output_that_cannot_be_written(command: Command, path: str) -> None:
    before = holding()
    refused(command(*COMPARE, "--output", path), "cannot be written")
    assert holding() == before


def test_a_workbook_without_room_for_its_working_files(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")
    monkeypatch.setattr(tempfile, "tempdir", str(Path("nosuch").resolve()))
    result = command("checklist", A, B, "--format", "xlsx", "--output", "list.xlsx")
    assert result.exit_code == 2
    assert result.stderr.startswith("factcheck: --format: xlsx needs room for files while it is made: No such file")
    assert result.stderr.count("\n") == 1
    assert sorted(os.listdir()) == [A, B]  # noqa: PTH208


def test_a_write_protected_file_is_not_replaced(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("out").write_text("mine")
    monkeypatch.setattr(os, "access", lambda *_: False)  # root may write everywhere
    refused(command(*COMPARE, "--output", "out"), "out: cannot be written (Permission denied)")
    assert holding()["out"] == b"mine"


def interrupted(*arguments: str, begun: Callable[[], bool]) -> subprocess.CompletedProcess[bytes]:
    """Send a line, and Ctrl-C as soon as the work has begun, before the input ends."""
    call = (*FACTCHECK, *arguments)
    with subprocess.Popen(
        call, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdin is not None
        process.stdin.write(REQUEST.encode())
        process.stdin.flush()
        end = time.monotonic() + 60
        while not begun() and time.monotonic() < end:
            time.sleep(0.02)
        os.killpg(process.pid, signal.SIGINT)
        out, err = process.communicate(timeout=60)
    return subprocess.CompletedProcess(call, process.returncode, out, err)


@posix
@pytest.mark.parametrize("there", [False, True], ids=["new", "old"])
def test_an_interrupt_in_mid_batch(there: bool) -> None:
    if there:
        Path("out").write_text("answers of yesterday")
    before = holding()
    done = interrupted(
        "compare", "--jsonl", "--output", "out", begun=lambda: any(p.stat().st_size for p in Path().glob(".out.*.tmp"))
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (130, False)
    assert holding() == before


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit, MemoryError])
def test_a_stop_in_mid_write(stop: type[BaseException]) -> None:
    Path("out").write_text("mine")
    before = holding()

    def write() -> None:
        with whole_file("out") as file:
            file.write("half of it")
            file.flush()
            raise stop

    with pytest.raises(stop):
        write()
    assert holding() == before


def test_what_is_replaced_hands_on_its_permissions_and_links() -> None:
    os.umask(umask := os.umask(0))
    write_whole("out", b"old")
    assert os.stat("out").st_mode & 0o777 == 0o666 & ~umask  # noqa: PTH116
    Path("out").chmod(0o640)
    Path("link").symlink_to("out")
    write_whole("link", b"new")
    assert (Path("link").is_symlink(), Path("out").read_bytes()) == (True, b"new")
    assert os.stat("out").st_mode & 0o777 == 0o640  # noqa: PTH116
    Path("dangling").symlink_to("later")
    write_whole("dangling", b"new")
    assert Path("later").read_bytes() == b"new"


@posix
def test_a_device_is_written_and_not_replaced(command: Command) -> None:
    assert command(*COMPARE, "--output", os.devnull).exit_code == 0
    assert Path(os.devnull).is_char_device()
    os.mkfifo("pipe")
    with subprocess.Popen((*FACTCHECK, *COMPARE, "--output", "pipe")) as process:
        assert json.loads(Path("pipe").read_text("utf-8"))["same_event"]
    assert (process.returncode, Path("pipe").is_fifo()) == (0, True)


@pytest.mark.parametrize(
    ("form", "empty", "filled"),
    [
        ("markdown", "- Checked by:", "- Checked by: Nour"),
        ("markdown", "- [ ] confirmed", "- [x] confirmed"),
        ("json", '"note": ""', '"note": "ask the ministry"'),
    ],
)
def test_a_checklist_with_answers_is_not_replaced(command: Command, form: str, empty: str, filled: str) -> None:
    write = ("checklist", A, B, "--format", form, "--output", "list")
    assert command(*write).exit_code == 0
    assert command(*write).exit_code == 0, "nobody has written in it"
    Path("list").write_text(Path("list").read_text("utf-8").replace(empty, filled, 1), "utf-8")
    before = holding()
    refused(command(*write), "list is a checklist with answers")
    refused(command(*COMPARE, "--output", "list"), "list is a checklist with answers")
    assert holding() == before


RULE = ("rules", "new", "late-figure", "--dir", "desk")


@pytest.mark.parametrize(
    ("output", "what"),
    [
        (A, "one of the reports"),
        ("same", "one of the reports"),
        ("desk/late-figure.yaml", "a rule"),
        ("factcheck.toml", "the configuration"),
        ("facts.yaml", "a file of facts"),
        ("known.jsonl", "the baseline"),
        ("waived.yaml", "the waivers"),
    ],
)
def test_what_is_read_is_not_replaced(command: Command, output: str, what: str) -> None:
    command(*RULE)
    Path("same").symlink_to(A)
    Path("factcheck.toml").write_text('packs = ["core"]\n')
    Path("facts.yaml").write_text("[]\n")
    Path("waived.yaml").write_text("[]\n")
    command("gate", B, "--write-baseline", "known.jsonl")
    before = holding()
    read = ("--rules", "desk", "--waivers", "waived.yaml", "--baseline", "known.jsonl")
    refused(command(*COMPARE, *read, "--facts", "facts.yaml", "--output", output), f"{output} is {what}")
    assert holding() == before


def test_a_rule_that_is_there_is_left_alone(command: Command) -> None:
    assert command(*RULE).exit_code == 0
    before = holding()
    refused(command(*RULE), "is there already")
    assert holding() == before


def test_a_baseline_somebody_else_wrote_meanwhile_is_left_alone() -> None:
    for before in (None, b"what I read"):
        Path("known").write_bytes(b"theirs")
        with pytest.raises(UserError, match="changed while this ran"):
            write_unchanged("known", before, b"mine")
        assert holding()["known"] == b"theirs"


def test_processes_that_write_one_baseline_at_once_lose_nothing() -> None:
    names = [f"copy-{number}.txt" for number in range(4)]
    for name in names:
        shutil.copy(B, name)
    gates: dict[str, subprocess.Popen[str]] = {
        name: subprocess.Popen(
            (*FACTCHECK, "gate", name, "--write-baseline", "known.jsonl"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        for name in names
    }
    written = set[str]()
    for name, gate in gates.items():
        said = gate.communicate(timeout=100)[1]
        if gate.returncode == 2:
            assert "was changed while this ran" in said
        else:
            written.add(name)
    entries: list[dict[str, Any]] = [json.loads(line) for line in Path("known.jsonl").read_text("utf-8").splitlines()]
    assert written
    assert {entry["report"] for entry in entries} == written
    assert not [name for name in holding() if name.endswith(".tmp")]
