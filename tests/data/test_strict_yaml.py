"""Strict YAML: what is taken for what, what is refused and where, and that nothing else ever comes out."""

from __future__ import annotations

import contextlib
import os
import time
from decimal import Decimal
from pathlib import Path

import pytest

import factcheck.data
from factcheck.data import strict_yaml
from factcheck.data.strict_yaml import parse, read
from factcheck.data.yaml_errors import MAX_DEPTH
from factcheck.model.errors import Problem, UserError

both = pytest.mark.usefixtures("each_parser")


def problems(text: str) -> tuple[Problem, ...]:
    with pytest.raises(UserError) as caught:
        parse(text, "f.yaml")
    return caught.value.problems


def place(text: str) -> tuple[int | None, int | None]:
    (problem,) = problems(text)
    return problem.line, problem.column


@both
@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("0", 0),
        ("-17", -17),
        ("1.50", Decimal("1.50")),
        ("-0.5", Decimal("-0.5")),
        *(
            (text, text)
            for text in ("yes", "no", "on", "off", "True", "NULL", "y", "2026-01-04", "2026-01-04T10:00:00Z")
        ),
        *(
            (text, text)
            for text in ("012", "0o14", "0x1F", "1:30", "190:20:30", "1_000", "+5", "1e6", ".5", "1.", ".inf")
        ),
        ('"true"', "true"),
        ("'12'", "12"),
        ('"1.5"', "1.5"),
        ("٣٤", "٣٤"),
        ("=", "="),
        ('"<<"', "<<"),
        ('"\\u2028\\uFEFF"', "\u2028\ufeff"),
    ],
)
def test_what_a_scalar_is(written: str, value: object) -> None:
    found = parse(f"a: {written}\n", "f.yaml").value["a"]
    assert found == value
    assert type(found) is type(value)
    assert str(found) == str(value)


@both
def test_values_and_their_places() -> None:
    document = parse("a: 1\nb:\n  - x\n  - {c: [y]}\n'd e': |\n  text\nع: ب\n", "f.yaml")
    assert document.value == {"a": 1, "b": ["x", {"c": ["y"]}], "d e": "text\n", "ع": "ب"}
    assert document.places == {
        (): (1, 1),
        ("a",): (1, 4),
        ("b",): (3, 3),
        ("b", 0): (3, 5),
        ("b", 1): (4, 5),
        ("b", 1, "c"): (4, 9),
        ("b", 1, "c", 0): (4, 10),
        ("d e",): (5, 8),
        ("ع",): (7, 4),
    }
    assert document.key_places["b", 1, "c"] == (4, 6)


@both
@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "\ufeff", "---\n", "~"])
def test_an_empty_file_is_none_and_has_a_place(text: str) -> None:
    document = parse(text, "f.yaml")
    assert document.value is None
    assert () in document.places


@both
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_counts_as_one(end: str) -> None:
    assert parse(f"a: 1{end}b: 2{end}", "f.yaml").places["b",] == (2, 4)


@both
def test_a_byte_order_mark_at_the_start_counts_for_nothing() -> None:
    assert parse("\ufeffa: 1", "f.yaml").key_places["a",] == (1, 1)


@both
@pytest.mark.parametrize(
    ("text", "where", "says"),
    [
        ("a: 1\nb: 2\na: 3\n", (3, 1), "key 'a' is already on line 1"),
        ("x:\n  - {b: 1, b: 2}\n", (2, 12), "key 'b' is already on line 2"),
        ("a: 1\n'a': 2\n", (2, 1), "already"),
        ("a: &here 1\n", (1, 4), "anchors ('&here') are not allowed"),
        ("a: &x [*x]\n", (1, 4), "anchors"),
        ("- 1\n- *x\n", (2, 3), "aliases ('*x') are not allowed"),
        ("a: !!int 3\n", (1, 4), "tags"),
        ("a: ! b\n", (1, 4), "tags"),
        ("a: !!python/object/apply:os.system [ls]\n", (1, 4), "tags"),
        ("!%1b%5b31m a", (1, 1), "tags ('!\\x1b[31m')"),
        ("b: 1\n<<: {a: 1}\n", (2, 1), "merge keys"),
        ("12: a\n", (1, 1), 'write "12" in quotes'),
        ("{true: a}\n", (1, 2), 'write "true" in quotes'),
        ("? [a]\n: b\n", (1, 3), "keys must be text"),
        ("? {a: b}\n: c\n", (1, 3), "keys must be text"),
        ("? \n: c\n", None, "key"),
        ("a: 1\n---\nb: 2\n", (2, 1), "a second document begins here"),
        ("%YAML 1.1\n---\na: 1\n", (1, 1), "directives"),
        ("%TAG ! !x\n---\na: 1\n", (1, 1), "directives"),
        ("a:\n\t- b\n", (2, 1), "spaces, not tabs"),
        ("a: \0\n", (1, 4), "U+0000 is not allowed"),
        ("a: 1\nb: \x1b[31m\n", (2, 4), "U+001B is not allowed"),
        ("a: \x7f", (1, 4), "U+007F is not allowed"),
        ("a: \ud800", (1, 4), "U+D800 is not allowed"),
        ("a: \ufffe", (1, 4), "U+FFFE is not allowed"),
        ("a: x\u2028y", (1, 5), 'write "\\u2028" in double quotes'),
        ("a: 1\r\n\ufeffb: 2", (2, 1), 'write "\\uFEFF" in double quotes'),
        ("a: x: y\n", (1, 5), "': ' in quotes"),
        ("a: [1, 2\n", (2, 1), "close the bracket"),
        ("a: 'x", (1, 6), "close the quote"),
        ('a: "\\q"', None, "write a backslash as \\\\"),
        ('a: "\\ud83d\\ude00"', None, "haracter"),
        ('a: "\\U00110000"', None, "haracter"),
        ('a: "\\UFFFFFFFF"', None, "haracter"),
        ("a: @b\n", (1, 4), "in quotes"),
        (f"a: {'1' * 101}\n", (1, 4), "more than 100 digits"),
        (f"a: {'9' * 90}.{'9' * 90}\n", (1, 4), "more than 100 digits"),
    ],
)
def test_what_is_refused_and_where(text: str, where: tuple[int, int] | None, says: str) -> None:
    (problem,) = problems(text)
    assert says in problem.message
    assert problem.path == "f.yaml"
    assert problem.message.isprintable()
    assert where is None or (problem.line, problem.column) == where


def test_repeated_keys_are_told_together_with_what_stopped_the_work() -> None:
    found = problems("a: 1\na: 2\nb: {c: 1, c: 2}\nd: &e\n")
    assert [(problem.line, problem.column) for problem in found] == [(2, 1), (3, 11), (4, 4)]


def test_problems_are_not_without_end() -> None:
    assert len(problems("a: 1\n" * 1000)) == strict_yaml.MAX_PROBLEMS


def test_long_pieces_of_a_file_are_cut_in_problems() -> None:
    for text in ("!" * 1_000_000, f"&{'a' * 1_000_000} b", f"{'a' * 1000}: 1\n" * 2):
        assert len(problems(text)[0].message) < 200


NESTED = 200_000


@both
@pytest.mark.parametrize("nest", ["[", "- ", "[[", "{a: ", "[{a: ", "? ", "{? ", "{"])
def test_nested_without_end_is_one_clear_line_at_once(nest: str) -> None:
    start = time.process_time()
    (problem,) = problems(nest * NESTED)
    assert time.process_time() - start < 1
    assert "nested more than 40 levels deep" in problem.message or "keys must be text" in problem.message
    assert len(str(problem)) < 120
    assert problem.line is not None


def test_the_depth_that_is_allowed() -> None:
    value = parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, "f.yaml").value
    for _ in range(MAX_DEPTH - 1):
        (value,) = value
    assert value == []
    assert place("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1)) == (1, 41)


@both
def test_an_alias_bomb_is_one_clear_line() -> None:
    levels = [f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 10) if n else 'x'}]" for n in range(30)]
    assert place("\n".join(levels)) == (1, 5)


def test_limits_on_size_and_on_the_number_of_values() -> None:
    (problem,) = problems("x" * (strict_yaml.MAX_SIZE + 1))
    assert str(problem) == "f.yaml: is larger than 2 MB; split it into smaller files"
    (problem,) = problems("- a\n" * (strict_yaml.MAX_NODES + 1))
    assert "more than 250000" in problem.message


@pytest.mark.parametrize(
    "piece",
    [
        "'",
        '"',
        "#",
        "# x\n",
        "!",
        "%",
        "\n",
        " ",
        "a ",
        "a:",
        "[a:",
        "...\n",
        "|\n a\n",
        "-\t",
        '"\\n',
        "a\n\n",
        "{a: b, ",
    ],
)
def test_two_megabytes_of_nonsense_take_no_time(piece: str) -> None:
    start = time.process_time()
    with contextlib.suppress(UserError):
        parse(piece * ((strict_yaml.MAX_SIZE - 1) // len(piece)), "f.yaml")
    assert time.process_time() - start < 2


def test_reading_a_file(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(b"\xef\xbb\xbfa: \xd8\xb9\r\n")
    assert read(file).value == {"a": "ع"}
    assert read(Path(factcheck.data.__path__[0]) / "messages" / "en.yaml").value["verdict"]["agree"] == "agree"


@pytest.mark.parametrize(
    ("data", "where", "says"),
    [
        (b"a: 1\nb: caf\xe9\n", (2, 7), "byte 0xE9 is not UTF-8; save the file as UTF-8"),
        ("a: ع\n".encode("utf-16"), (1, 1), "is not UTF-8"),
        (b"a: \xd8", (1, 4), "is not UTF-8"),
        (b"a: \xed\xa0\x80", (1, 4), "is not UTF-8"),
        (b"x" * (strict_yaml.MAX_SIZE + 1), (None, None), "is larger than 2 MB"),
    ],
)
def test_bytes_that_are_no_text(tmp_path: Path, data: bytes, where: tuple[int | None, int | None], says: str) -> None:
    file = tmp_path / "a.yaml"
    file.write_bytes(data)
    with pytest.raises(UserError) as caught:
        read(file, "given.yaml")
    (problem,) = caught.value.problems
    assert (problem.path, problem.line, problem.column) == ("given.yaml", *where)
    assert says in problem.message


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    for file, says in (
        (tmp_path / "none.yaml", "no such file"),
        (tmp_path, "is a folder"),
        (Path("a\0b.yaml"), "cannot be read"),
        (tmp_path / ("x" * 5000), "cannot be read"),
    ):
        with pytest.raises(UserError, match=says):
            read(file)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no /dev/zero")
def test_a_file_without_end() -> None:
    with pytest.raises(UserError, match="is no plain file"):
        read(Path("/dev/zero"))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text("a: 1", encoding="utf-8")
    file.chmod(0)
    with pytest.raises(UserError, match="permissions"):
        read(file)
