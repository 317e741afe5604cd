"""The cache saves time and does nothing else, whatever happens to its files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

import factcheck.data
from factcheck.data import cache
from factcheck.data.cache import cache_folder, cached

CONTENT = [b"one", b"two"]
VALUE = {"words": ["عين", "eye", 'quo"te', "\ud800"], "numbers": [1, 0.5, None, True], "nested": {"a": [[]]}}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("FACTCHECK_CACHE", raising=False)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "deep" / "cache"))
    return tmp_path / "deep" / "cache"


def builder(value: Any = VALUE) -> tuple[Callable[[], Any], list[int]]:
    built: list[int] = []

    def build() -> Any:
        built.append(1)
        return value

    return build, built


def test_the_second_time_nothing_is_built(folder: Path) -> None:
    build, built = builder()
    assert cached("rules", CONTENT, build) == cached("rules", iter(CONTENT), build) == VALUE
    assert built == [1]
    (file,) = folder.iterdir()
    assert json.loads(file.read_bytes())["value"] == VALUE
    assert file.name.startswith("rules-")


def test_first_and_later_results_have_the_same_shape_and_are_not_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    results = [cached("rules", CONTENT, lambda: {"pair": (1, 2)}) for _ in range(2)]
    monkeypatch.setenv("FACTCHECK_CACHE", "off")
    results.append(cached("rules", CONTENT, lambda: {"pair": (1, 2)}))
    assert results == [{"pair": [1, 2]}] * 3
    results[0]["pair"].append(3)
    assert results[1] == {"pair": [1, 2]}


def test_null_is_a_value_like_any_other() -> None:
    build, built = builder(None)
    assert [cached("rules", CONTENT, build) for _ in range(3)] == [None] * 3
    assert built == [1]


@pytest.mark.parametrize(
    ("kind", "content"),
    [("rules", [b"onet", b"wo"]), ("rules", [b"one", b"two", b""]), ("rules", []), ("other", CONTENT)],
)
def test_other_content_is_another_entry(kind: str, content: list[bytes]) -> None:
    cached("rules", CONTENT, lambda: 1)
    assert cached(kind, content, lambda: 2) == 2


def test_another_version_or_format_is_another_entry(monkeypatch: pytest.MonkeyPatch) -> None:
    assert cached("rules", CONTENT, lambda: 1) == 1
    monkeypatch.setattr(cache, "FORMAT", cache.FORMAT + 1)
    assert cached("rules", CONTENT, lambda: 2) == 2
    monkeypatch.setattr(sys.modules["factcheck"], "__version__", "999", raising=False)
    assert cached("rules", CONTENT, lambda: 3) == 3


def test_off_leaves_no_file(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_CACHE", "off")
    build, built = builder()
    assert cached("rules", CONTENT, build) == cached("rules", CONTENT, build) == VALUE
    assert built == [1, 1]
    assert not folder.exists()


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:-1],
        lambda data: data[: len(data) // 2],
        lambda data: data + b" ",
        lambda data: data.replace(b"eye", b"ear"),
        lambda data: data.replace(b'"sha256": "', b'"sha256": "0', 1),
        lambda data: b"\0" * len(data),
        lambda _: b"{",
        lambda _: b'{"sha256": "", "value": 1}',
        lambda _: b"[" * 200_000,
        lambda _: cache._framed(b"no json"),
        lambda _: cache._framed(b""),
        lambda _: cache._framed(b"[" * 200_000),
        lambda _: cache._framed(b"\xff"),
    ],
)
def test_a_damaged_file_is_built_anew(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    build, built = builder()
    cached("rules", CONTENT, build)
    (file,) = folder.iterdir()
    good = file.read_bytes()
    file.write_bytes(damage(good))
    assert cached("rules", CONTENT, build) == VALUE
    assert built == [1, 1]
    assert file.read_bytes() == good


def test_a_deleted_file_or_folder_is_built_anew(folder: Path) -> None:
    build, built = builder()
    cached("rules", CONTENT, build)
    next(folder.iterdir()).unlink()
    cached("rules", CONTENT, build)
    next(folder.iterdir()).unlink()
    folder.rmdir()
    assert cached("rules", CONTENT, build) == VALUE
    assert built == [1, 1, 1]


def test_a_folder_that_cannot_be_written(folder: Path) -> None:
    folder.parent.mkdir()
    folder.write_text("a file stands where the folder should be", encoding="utf-8")
    assert cached("rules", CONTENT, lambda: 1) == 1
    assert folder.is_file()


def test_a_folder_where_the_file_should_be(folder: Path) -> None:
    cached("rules", CONTENT, lambda: 1)
    (file,) = folder.iterdir()
    file.unlink()
    file.mkdir()
    assert cached("rules", CONTENT, lambda: 2) == 2
    assert [item.name for item in folder.iterdir()] == [file.name]


def test_a_disk_that_is_full(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as stream:
            stream.write(data[:10])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert cached("rules", CONTENT, lambda: 1) == 1
    assert list(folder.iterdir()) == []


def test_what_build_raises_is_passed_on_and_leaves_no_file(folder: Path) -> None:
    def fail() -> Any:
        raise LookupError("no such rule")

    with pytest.raises(LookupError, match="no such rule"):
        cached("rules", CONTENT, fail)
    with pytest.raises(TypeError):
        cached("rules", CONTENT, lambda: Decimal("1.5"))
    with pytest.raises(ValueError, match="JSON"):
        cached("rules", CONTENT, lambda: float("nan"))
    assert not folder.exists()


def test_old_files_of_a_kind_go_and_no_others(folder: Path) -> None:
    folder.mkdir(parents=True)
    kept = ["rules-mine.json", f"rules-x-{'0' * 64}.json", f"{'0' * 64}.json", "notes.txt"]
    for name in kept:
        (folder / name).write_text("mine", encoding="utf-8")
    left = folder / f"rules-{'0' * 64}.json.{'0' * 16}.tmp"
    left.write_text("left by a process that was stopped", encoding="utf-8")
    os.utime(left, (1, 1))
    for number in range(cache.KEPT + 5):
        cached("rules", [bytes([number])], lambda: 1)
    names = {item.name for item in folder.iterdir()}
    assert set(kept) <= names
    assert left.name not in names
    assert len(names) == len(kept) + cache.KEPT


WRITER = """
import sys
from factcheck.data.cache import cached
for number in range(60):
    content = [str(number % 3).encode()]
    value = {"n": number % 3, "text": "\u0639\u064a\u0646" * 20000}
    assert cached("rules", content, lambda: value) == value, "another's value"
    if number % 5 == int(sys.argv[1]):
        import os, pathlib
        for file in pathlib.Path(os.environ["FACTCHECK_CACHE_DIR"]).glob("*.json"):
            file.unlink(missing_ok=True)
"""


def test_processes_that_write_and_delete_at_once_never_see_half_a_file(folder: Path) -> None:
    root = str(Path(factcheck.data.__file__).parents[2])
    environ = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))}
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(which)], env=environ, stderr=subprocess.PIPE, text=True)
        for which in range(3)
    ]
    outcomes = [(writer.communicate(timeout=60)[1], writer.returncode) for writer in writers]
    assert outcomes == [("", 0)] * 3
    assert not list(folder.glob("*.tmp"))


@pytest.mark.parametrize(
    ("environ", "platform", "expected"),
    [
        ({}, "linux", "/home/a/.cache/factcheck"),
        ({"XDG_CACHE_HOME": "/x"}, "linux", "/x/factcheck"),
        ({"XDG_CACHE_HOME": "x"}, "linux", "/home/a/.cache/factcheck"),
        ({"XDG_CACHE_HOME": ""}, "freebsd14", "/home/a/.cache/factcheck"),
        ({"XDG_CACHE_HOME": "/x"}, "darwin", "/home/a/Library/Caches/factcheck"),
        ({"LOCALAPPDATA": "/l"}, "win32", "/l/factcheck"),
        ({}, "win32", None),
        ({"FACTCHECK_CACHE_DIR": "here"}, "linux", "here"),
        ({"FACTCHECK_CACHE_DIR": "~/there"}, "darwin", "/home/a/there"),
        ({"FACTCHECK_CACHE": " OFF ", "FACTCHECK_CACHE_DIR": "here"}, "linux", None),
        ({"FACTCHECK_CACHE": "on"}, "linux", "/home/a/.cache/factcheck"),
    ],
)
def test_where_the_cache_is(environ: dict[str, str], platform: str, expected: str | None) -> None:
    assert cache_folder(environ, platform, "/home/a") == (expected and Path(expected))


def test_without_a_home_there_is_no_cache() -> None:
    assert cache_folder({}, "linux", "~") is None
    assert cache_folder({}, "darwin", "~") is None
