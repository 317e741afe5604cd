"""A language out of the cache is the language its files make, whatever became of the cache."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import factcheck.languages
from factcheck.languages.loader import load_language
from factcheck.model.language import Language
from factcheck.model.lexicon import Node

FOLDER = Path(factcheck.languages.__path__[0]) / "en"


def words(language: Language) -> list[tuple[object, ...]]:
    """List all spellings with what they mean."""
    found: list[tuple[object, ...]] = []

    def walk(node: Node, before: tuple[str, ...]) -> None:
        meant = [
            (f.entry.group, f.entry.key, f.entry.value, dict(f.entry.tags), f.number, f.clitics) for f in node.forms
        ]
        found.append((before, meant))
        for word, following in node.next.items():
            walk(following, (*before, word))

    walk(language.lexicon.root, ())
    return found


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache folder of its own."""
    monkeypatch.delenv("FACTCHECK_CACHE", raising=False)
    monkeypatch.setenv("FACTCHECK_CACHE_DIR", str(tmp_path / "cache"))
    return tmp_path / "cache"


def deleted(file: Path) -> None:
    """Harm a file of the cache."""
    file.unlink()


def cut_short(file: Path) -> None:
    """Harm a file of the cache."""
    file.write_bytes(file.read_bytes()[:-40])


def turned_over(file: Path) -> None:
    """Harm a file of the cache."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))


def emptied(file: Path) -> None:
    """Harm a file of the cache."""
    file.write_bytes(b"")


@pytest.mark.parametrize("harm", [deleted, cut_short, turned_over, emptied], ids=lambda harm: harm.__name__)
def test_a_harmed_cache_changes_no_word(cache: Path, harm: Callable[[Path], None]) -> None:
    first = load_language(FOLDER)
    made = words(first)
    kept = sorted(cache.iterdir())
    assert len(kept) == 2
    assert len(made) > 10_000
    assert words(load_language(FOLDER)) == made  # as the cache gives them
    for file in kept:
        harm(file)
    second = load_language(FOLDER)
    assert words(second) == made
    assert (second.abbreviations, second.boilerplate) == (first.abbreviations, first.boilerplate)
    assert sorted(cache.iterdir()) == kept


def test_a_cache_that_goes_between_two_words_is_missed_by_nobody(cache: Path) -> None:
    language = load_language(FOLDER)
    for file in cache.iterdir():
        file.unlink()
    assert "million" in language.lexicon.root.next


def test_a_language_nobody_writes_in_is_not_read(cache: Path) -> None:
    load_language(FOLDER)
    assert [file.name.partition("-")[0] for file in cache.iterdir()] == ["language"]


def test_two_processes_on_one_empty_cache(cache: Path) -> None:
    asked = (
        "from factcheck.languages.loader import load_languages\n"
        "print(*sorted(load_languages()['en'].lexicon.root.next['million'].forms[0].entry.key))"
    )
    command = [sys.executable, "-c", asked]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) for _ in range(2)]
    said = [process.communicate()[0] for process in both]
    assert said[0] == said[1]
    assert b"Error" not in said[0]
    assert not list(cache.glob("*.tmp"))
