"""Every key and value of a TOML file has its line and column, and a broken one is told where it breaks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.data.document import Keys
from factcheck.data.strict_toml import MAX_SIZE, parse_toml, read_toml
from factcheck.model.errors import UserError

TEXT = '''\
# a comment with [brackets] and = signs
plain = "text # no comment"   # a comment
list = [ 'one', # two ]
  "three", ]
dotted.key = { inner = 1, "y.z" = [ {q = 2}, 3 ] }
long = """
 [no-table] ""quoted"" = 1"""""
day = 2026-05-27 07:32:00
[table]
number = 1_000
 [other."a b".c]
 literal = \'\'\'it's = here\'\'\'
[[things]]
name = "first"
[[things]]
name = "second"
[things.more]
deep = 1.5
'''


def stretch(text: str, place: tuple[int, int]) -> str:
    return text.split("\n")[place[0] - 1][place[1] - 1 :]


@pytest.mark.parametrize(
    ("keys", "key", "value"),
    [
        (("plain",), "plain =", '"text'),
        (("list", 1), None, '"three"'),
        (("dotted", "key"), "key =", "{ inner"),
        (("dotted", "key", "y.z"), '"y.z" =', "[ {q"),
        (("dotted", "key", "y.z", 0, "q"), "q = 2", "2}"),
        (("long",), "long =", '"""'),
        (("day",), "day =", "2026-05-27 07"),
        (("table", "number"), "number", "1_000"),
        (("other", "a b", "c"), "c]", "c]"),
        (("other", "a b", "c", "literal"), "literal", "'''it"),
        (("things", 0, "name"), "name", '"first"'),
        (("things", 1, "name"), "name", '"second"'),
        (("things", 1, "more", "deep"), "deep", "1.5"),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_keys_and_values_have_places(keys: Keys, key: str | None, value: str, ends: str) -> None:
    document = parse_toml(TEXT.replace("\n", ends), "f")
    assert stretch(TEXT, document.places[keys]).startswith(value)
    assert (key is None) == (keys not in document.key_places)
    if key is not None:
        assert stretch(TEXT, document.key_places[keys]).startswith(key)


def walk(value: Any, keys: Keys = ()) -> list[Keys]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [keys, *(way for key, part in inner for way in walk(part, (*keys, key)))]


def test_nothing_is_without_a_place() -> None:
    document = parse_toml(TEXT, "f")
    assert set(walk(document.value)) == set(document.places)


def written(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{quoted(key)} = {written(part)}" for key, part in value.items()) + "}"
    return "[" + ", ".join(map(written, value)) + "]" if isinstance(value, list) else quoted(value)


def quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


words = st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=8)
values = st.recursive(
    st.booleans() | st.integers(-9, 99) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(words, values, max_size=4))
def test_whatever_is_written_is_found_again(value: dict[str, Any]) -> None:
    text = "".join(f"{quoted(key)} = {written(part)}\n" for key, part in value.items())
    document = parse_toml(text, "f")
    assert document.value == value
    assert set(walk(value)) == set(document.places)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a = 1\nb == 2\n", "f:2:4: is not TOML"),
        ("a = [\n", "f:2:1: is not TOML"),
        ("a = 1\na = 2\n", "f:2:6: is not TOML"),
        ("a = " + "[" * 60 + "]" * 60, "more than 40 levels"),
        ("a = " + "[" * 5000 + "]" * 5000, "more than 40 levels"),
        (".".join("a" * 60) + " = 1", "more than 40 levels"),
        ("a" * (MAX_SIZE + 1), "longer than"),
    ],
)
def test_what_is_no_toml(text: str, told: str) -> None:
    with pytest.raises(UserError) as error:
        parse_toml(text, "f")
    assert told in str(error.value)


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    (tmp_path / "f.toml").write_bytes(b"\xef\xbb\xbfa = 1\n")
    assert read_toml(tmp_path / "f.toml").places["a",] == (1, 5)


def test_a_part_is_a_document_of_its_own() -> None:
    part = parse_toml(TEXT, "f").under(
        "things",
    )
    assert part.value == [{"name": "first"}, {"name": "second", "more": {"deep": part.value[1]["more"]["deep"]}}]
    table = parse_toml(TEXT, "f").under("table")
    assert (table.value, table.places["number",], table.key_places["number",]) == ({"number": 1000}, (10, 10), (10, 1))
    assert parse_toml(TEXT, "f").under("nowhere", "at all").value is None
