"""Lexicons both languages share by key: a class or a scale in one of them is the same in the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from factcheck.languages.loader import load_languages
from factcheck.model.lexicon import Entry, Node

GAPS = {"charge"}
"""Steps one language does not tell from another: Arabic accuses and charges with one verb."""


def entries(language: str, group: str) -> Iterator[Entry]:
    def walk(node: Node) -> Iterator[Entry]:
        yield from (form.entry for form in node.forms if form.entry.group == group)
        for following in node.next.values():
            yield from walk(following)

    return walk(load_languages()[language].lexicon.root)


def things(language: str) -> set[tuple[str, str]]:
    return {(entry.tag("class"), entry.key) for entry in entries(language, "kind")}


def steps(language: str) -> set[tuple[str, str]]:
    return {(entry.tag("scale"), entry.key) for entry in entries(language, "scale")}


def test_things_of_a_class_are_the_same_in_both_languages() -> None:
    assert things("ar") == things("en")


def test_no_class_has_one_thing_alone() -> None:
    classes = [name for name, _ in things("en")]
    assert {name for name in classes if classes.count(name) < 2} == set()


def test_steps_are_the_same_in_both_languages() -> None:
    assert {key for _, key in steps("ar") ^ steps("en")} <= GAPS


@pytest.mark.parametrize("language", ["ar", "en"])
def test_steps_of_a_scale_have_an_order(language: str) -> None:
    order: dict[str, set[tuple[int, str]]] = {}
    for entry in entries(language, "scale"):
        assert entry.value is not None
        order.setdefault(entry.tag("scale"), set()).add((int(entry.value), entry.key))
    for scale, found in order.items():
        assert sorted(step for step, _ in found) == list(range(1, len(found) + 1)), scale
