"""Strict YAML on whatever comes: a value or a UserError, and what was dumped comes back."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.data import strict_yaml
from factcheck.data.strict_yaml import parse, read
from factcheck.model.errors import UserError

YAMLISH = st.text(
    st.sampled_from("ab1.0-:,[]{}#&*!|>'\"%@`?\\ \n\t\r~<=ع\u200f") | st.characters(), max_size=60
) | st.lists(
    st.sampled_from(
        ["a: ", "- ", "\n", "  ", "[", "]", "{", "}", "'", '"', "? ", "| ", "---\n", "...\n", "x", "1", ",", "#"]
    )
).map("".join)


def outcome(text: str, loader: Any) -> tuple[bool, Any]:
    """Give whether a parser takes a text, and the value or the problems."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "_PARSER", loader)
        try:
            return True, parse(text, "f.yaml").value
        except UserError as error:
            return False, error.problems


@settings(max_examples=400)
@given(YAMLISH)
def test_any_text_gives_a_value_or_a_user_error(text: str) -> None:
    """And the two parsers never read two different values out of one text."""
    outcomes = [outcome(text, strict_yaml._PARSER), outcome(text, yaml.SafeLoader)]
    values = [value for taken, value in outcomes if taken]
    assert values[:1] == values[1:] or len(values) < 2
    for problem in (problem for taken, found in outcomes if not taken for problem in found):
        assert problem.line
        assert problem.column
        assert problem.column <= len(text) + 1
        assert problem.message.isprintable()


@settings(max_examples=200)
@given(st.binary(max_size=80))
def test_any_bytes_give_a_value_or_a_user_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.getbasetemp() / "any.yaml"
    file.write_bytes(data)
    with contextlib.suppress(UserError):
        read(file)


class Dumper(yaml.SafeDumper):
    """Writes each value where it stands, and decimals as they are."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


Dumper.add_representer(Decimal, lambda dumper, value: dumper.represent_scalar("tag:yaml.org,2002:float", str(value)))

SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(min_value=-(10**40), max_value=10**40)
    | st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    | st.sampled_from(["yes", "012", "1e6", "0x1F", "2026-01-04", "1:30", "<<", "", " a", "a: b", "- a", "\ufeff", "~"])
)
KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=10)
PLAIN = st.recursive(SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4))


@pytest.mark.usefixtures("each_parser")
@settings(max_examples=150)
@given(value=PLAIN, flow=st.booleans(), width=st.sampled_from([40, 1000]))
def test_a_dumped_structure_comes_back(value: Any, flow: bool, width: int) -> None:
    readable = not any(mark in in_one(value) for mark in "\x85\u2028\u2029")  # PyYAML would write these as they are
    text = yaml.dump(
        value, Dumper=Dumper, allow_unicode=readable, default_flow_style=flow, width=width, sort_keys=False
    )
    document = parse(text, "f.yaml")
    assert document.value == value
    assert set(document.places) == {(), *walk(value)}


def in_one(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)


def walk(value: Any, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, one in inner:
        yield (*keys, key)
        yield from walk(one, (*keys, key))
