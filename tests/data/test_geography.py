"""What lies in what: every place is one the languages know, and a place excludes neither what holds it nor itself."""

from __future__ import annotations

from importlib.resources import files

import pytest

from factcheck.data.geography import apart
from factcheck.data.strict_yaml import parse
from factcheck.languages.loader import load_languages
from factcheck.model.lexicon import Node


def place_keys() -> set[str]:
    found: set[str] = set()

    def walk(node: Node) -> None:
        found.update(form.entry.key for form in node.forms if form.entry.group == "place")
        for following in node.next.values():
            walk(following)

    for language in load_languages().values():
        walk(language.lexicon.root)
    return found


def test_every_place_is_one_the_languages_name() -> None:
    name = "geography.yaml"
    table = parse((files("factcheck.data") / name).read_text("utf-8"), name).value
    listed = {*table, *(place for places in table.values() for place in places)}
    assert listed - place_keys() == set()


@pytest.mark.parametrize(("a", "b"), [("EG", "TR"), ("cairo", "aleppo"), ("rafah", "nablus"), ("leeds", "glasgow")])
def test_two_places_apart(a: str, b: str) -> None:
    assert apart(a, b)
    assert apart(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("cairo", "cairo"),
        ("cairo", "EG"),  # a capital stands for its state
        ("cairo", "TR"),  # a city against a state: neither is in the slot of the other
        ("khan-younis", "gaza"),
        ("el-fasher", "darfur"),
        ("red-sea", "jeddah"),  # a sea holds no one state's places
        ("asia", "europe"),
    ],
)
def test_two_places_that_may_be_one(a: str, b: str) -> None:
    assert not apart(a, b)
    assert not apart(b, a)
