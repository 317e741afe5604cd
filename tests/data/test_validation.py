"""From pydantic's errors to lines a desk editor can act on."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator

from factcheck.data.strict_yaml import parse, validate
from factcheck.model.errors import UserError


class Closed(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Example(Closed):
    name: str
    finds: list[dict[str, int]] = []


class Words(Closed):
    check: Literal["words"]
    words: list[str | int]


class Limit(Closed):
    check: Literal["limit"]
    most: Decimal


class Sheet(Closed):
    id: Annotated[str, Field(pattern="^[a-z-]+$")]
    severity: Literal["error", "warning", "note"] | dict[str, Literal["error", "warning", "note"]] = "note"
    on_page: bool = False
    values: dict[str, str | int | Decimal | bool | list[str | int]] = {}
    examples: Annotated[list[Example], Field(max_length=3)] = []
    body: Annotated[Words | Limit, Field(discriminator="check")] | None = None
    names: dict[Annotated[str, Field(pattern="^[a-z]+$")], int] = {}

    @field_validator("values")
    @classmethod
    def _no_zero(cls, values: dict[str, Any]) -> dict[str, Any]:
        if 0 in values.values():
            raise ValueError("zero counts nothing; leave it out")
        return values


def said(text: str, model: Any = Sheet) -> list[str]:
    with pytest.raises(UserError) as caught:
        validate(model, parse(text, "s.yaml"), "s.yaml")
    return [str(problem) for problem in caught.value.problems]


def test_a_right_file_becomes_the_model() -> None:
    sheet = validate(Sheet, parse("id: a\nvalues: {a: 1, b: 1.50, c: yes, d: true}\n", "s.yaml"), "s.yaml")
    assert sheet.values == {"a": 1, "b": Decimal("1.50"), "c": "yes", "d": True}
    assert isinstance(sheet.values["b"], Decimal)


def test_any_type_will_do() -> None:
    document = parse("[[a, 1], [b, 2]]", "s.yaml")
    assert validate(list[tuple[str, int]], document, "s.yaml") == [("a", 1), ("b", 2)]
    assert validate(dict[str, int], parse("a: 1", "s.yaml"), "s.yaml") == {"a": 1}


def test_all_problems_at_once_in_the_order_of_the_file() -> None:
    text = (
        "body: {check: limit, most: x}\nnames: {a: b, C: 1}\non_page: maybe\nid: 12\nexamples:\n  - {name: 3}\n  - x\n"
    )
    assert said(text) == [
        "s.yaml:1:28: body.most must be a number, not 'x'",
        "s.yaml:2:12: names.a must be a whole number, not 'b'",
        "s.yaml:2:15: the key names.C must match pattern '^[a-z]+$', not 'C'",
        "s.yaml:3:10: on_page must be true or false, not 'maybe'",
        "s.yaml:4:5: id must be text, not 12; put it in quotes",
        "s.yaml:6:12: examples[0].name must be text, not 3; put it in quotes",
        "s.yaml:7:5: examples[1] must be a mapping, not 'x'",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("sevrity: note\nid: a", "s.yaml:1:1: unknown key sevrity; did you mean 'severity'?"),
        ("id: a\non-page:\n  true", "s.yaml:2:1: unknown key on-page; did you mean 'on_page'?"),
        ("id: a\nSeverity: note", "s.yaml:2:1: unknown key Severity; did you mean 'severity'?"),
        (
            "id: a\nqqq: 1",
            "s.yaml:2:1: unknown key qqq; the keys here are id, severity, on_page, values, examples, body, names",
        ),
        ("id: a\nids: b", "s.yaml:2:1: unknown key ids; the keys here are"),
        ("id: a\nexamples: [{name: x, fnds: []}]", "s.yaml:2:22: unknown key examples[0].fnds; did you mean 'finds'?"),
        (
            "id: a\nbody: {check: limit, most: 1, zz: 1}",
            "s.yaml:2:31: unknown key body.zz; the keys here are check, most",
        ),
        ('id: a\n"\\e[31m": 1', "s.yaml:2:1: unknown key \\x1b[31m; the keys here are"),
    ],
)
def test_an_unknown_key(text: str, line: str) -> None:
    (only,) = said(text)
    assert only.startswith(line)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("severity: note", "s.yaml:1:1: id is missing; add it"),
        ("id: a\nexamples:\n  - finds: []", "s.yaml:3:5: examples[0].name is missing; add it"),
        ("id: a\nbody: {words: []}", "s.yaml:2:7: body.check is missing; add it"),
        (
            "id: a\nbody: {check: limits}",
            "s.yaml:2:15: body.check must be one of 'words', 'limit', not 'limits'; did you mean 'limit'?",
        ),
        (
            "id: a\nbody: {check: words, words: [a, 1.5]}",
            "s.yaml:2:33: body.words[1] must be text or a whole number, not 1.5; put it in quotes",
        ),
        (
            "id: a\nseverity: {a: eror}",
            "s.yaml:2:15: severity.a must be 'error', 'warning' or 'note', not 'eror'; did you mean 'error'?",
        ),
        ("id: a\nvalues: {a: [x, [y]]}", "s.yaml:2:17: values.a[1] must be text or a whole number, not a list"),
        (
            "id: a\nvalues: {a: ~}",
            "s.yaml:2:13: values.a must be text, a whole number, a number, true or false, or a list, not empty",
        ),
        ("id: a\nvalues: {a: 0}", "s.yaml:2:9: values: zero counts nothing; leave it out"),
        (
            "id: a\nexamples: [{name: a}, {name: a}, {name: a}, {name: a}]",
            "s.yaml:2:11: examples must have at most 3 items, not 4",
        ),
        ("- a", "s.yaml:1:1: the file must be a mapping, not a list"),
        ("", "s.yaml:1:1: the file must be a mapping, not empty"),
        (
            f"id: a\nseverity: {'x' * 1000}",
            f"s.yaml:2:11: severity must be 'error', 'warning' or 'note' or a mapping, not '{'x' * 57}...'",
        ),
    ],
)
def test_one_mistake_is_one_line(text: str, line: str) -> None:
    assert said(text) == [line]


def test_a_large_file_of_the_wrong_kind_is_told_of_at_once() -> None:
    text = "id: a\nvalues:\n" + "".join(f"  k{n}: {{a: 1}}\n" for n in range(5000))
    start = time.process_time()
    lines = said(text)
    assert time.process_time() - start < 5
    assert lines[-1] == "s.yaml: has more problems than these; repair these first"
    text = "".join(f"- {{id: a, zz{n}: 1}}\n" for n in range(3000))
    assert len(said(text, list[Sheet])) == 1001


def test_a_key_that_only_a_validator_made_has_the_place_it_was_made_from() -> None:
    class Short(Closed):
        example: Example

        @field_validator("example", mode="before")
        @classmethod
        def _long(cls, value: str) -> dict[str, str]:
            return {"name": value, "nmae": value}

    assert said("example: x", Short)[0].startswith("s.yaml:1:10: unknown key example.nmae")
