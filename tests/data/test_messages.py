"""Interface messages: complete in every language, and strict about what fills them."""

from __future__ import annotations

from typing import get_args

import pytest
from babel import Locale

from factcheck.data.messages import Messages, load_messages, message_languages, read_messages
from factcheck.data.strict_yaml import parse
from factcheck.model.errors import UserError
from factcheck.model.finding import SEVERITIES, Category, ContradictionKind
from factcheck.model.pair import Verdict

LANGUAGES = message_languages()
RULES = "plural:\n  - {category: one, n: [1]}\n  - {category: few, mod100: [3, 10], mod10: [3]}\n"


def messages(text: str) -> Messages:
    return read_messages(parse(RULES + text, "m.yaml"), "xx", "m.yaml")


def test_arabic_and_english_are_there() -> None:
    assert {"ar", "en"} <= set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_the_same_messages_with_the_same_slots(language: str) -> None:
    one, other = load_messages("en"), load_messages(language)
    assert {key: one.slots(key) for key in one.templates} == {key: other.slots(key) for key in other.templates}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_the_same_nature_everywhere(language: str) -> None:
    natures = [{key: isinstance(load_messages(code).templates[key], str) for key in load_messages("en").templates}
               for code in ("en", language)]  # fmt: skip
    assert natures[0] == natures[1]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("verdict", get_args(Verdict)),
        ("severity", SEVERITIES),
        ("category", get_args(Category)),
        ("kind", get_args(ContradictionKind)),
    ],
)
def test_every_closed_word_of_the_model_has_a_name(language: str, section: str, words: tuple[str, ...]) -> None:
    names = [load_messages(language).text(f"{section}.{word}") for word in words]
    assert all(names)
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_plural_rules_are_those_of_cldr(language: str) -> None:
    loaded, locale = load_messages(language), Locale.parse(language)
    numbers = [*range(1200), 1_000_000, 1_000_003, 1_000_011]
    assert {n: loaded.category(n) for n in numbers} == {n: locale.plural_form(n) for n in numbers}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_plural_message_has_a_form_for_every_category(language: str) -> None:
    loaded = load_messages(language)
    categories = {rule.category for rule in loaded.plural} | {"other"}
    forms = {key: set(value) for key, value in loaded.templates.items() if not isinstance(value, str)}
    assert forms == dict.fromkeys(forms, categories)


def test_counts() -> None:
    english, arabic = load_messages("en"), load_messages("ar")
    assert [english.text("severity.count.warning", count=count) for count in (0, 1, 2)] == [
        "0 warnings",
        "1 warning",
        "2 warnings",
    ]
    assert [arabic.text("severity.count.error", count=count) for count in (0, 1, 2, 3, 10, 11, 100, 103)] == [
        "لا أخطاء",
        "خطأ واحد",
        "خطآن",
        "3 أخطاء",
        "10 أخطاء",
        "11 خطأً",
        "100 خطأ",
        "103 أخطاء",
    ]


def test_slots_are_filled_once_and_never_read_again() -> None:
    found = messages('a: {b: "{x} and {y2}, {x}"}').text("a.b", x="{y2}", y2=3)
    assert found == "{y2} and 3, {y2}"


def test_a_plural_form_that_is_not_given_is_other() -> None:
    found = messages('a: {one: one only, other: "{count} of {kind}"}')
    assert found.slots("a") == {"count", "kind"}
    assert [found.text("a", count=count, kind="x") for count in (1, 3, -1, 1.5, "1")] == [
        "one only",
        "3 of x",
        "one only",
        "1.5 of x",
        "1 of x",
    ]


def test_all_conditions_of_a_plural_rule_must_hold() -> None:
    found = messages("a: b")
    assert [n for n in range(220) if found.category(n) == "few"] == [3, 103, 203]


def test_a_section_may_have_a_message_called_other() -> None:
    assert messages("kind: {number: n, other: o}").text("kind.other") == "o"


@pytest.mark.parametrize(
    ("key", "slots"),
    [("none", {}), ("a", {}), ("a", {"y": 1}), ("a", {"x": 1, "y": 2}), ("b", {"x": 1}), ("c", {"z": 1})],
)
def test_a_key_or_slot_that_does_not_fit_is_a_bug(key: str, slots: dict[str, int]) -> None:
    loaded = messages('a: "{x}"\nb: plain\nc: {other: "{z}"}')
    with pytest.raises(KeyError):
        loaded.text(key, **slots)


def test_messages_do_not_change() -> None:
    loaded = load_messages("en")
    assert load_messages("en") is loaded
    with pytest.raises(AttributeError):
        loaded.language = "ar"  # type: ignore[misc]
    with pytest.raises(TypeError):
        loaded.templates["verdict.agree"] = "x"  # type: ignore[index]


@pytest.mark.parametrize("language", ["fr", "", "../en", "en.yaml"])
def test_a_language_without_messages(language: str) -> None:
    with pytest.raises(UserError, match="choose ar or en"):
        load_messages(language)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a: 1", "m.yaml:4:4: a must be text; put it in quotes"),
        ("a: {b: [x]}", "m.yaml:4:8: a.b must be text; put it in quotes"),
        ("a: {one: 1, other: b}", "m.yaml:4:4: a must be text; put it in quotes"),
        ("a.b: c", "m.yaml:4:6: a.b has a dot in a name"),
        ('a.b: {c: "d"}', "m.yaml:4:10: a.b.c has a dot in a name"),
        ('a: "{X}"', "m.yaml:4:4: a has a brace that is no slot"),
        ('a: "{x"', "m.yaml:4:4: a has a brace that is no slot"),
        ('a: "{{x}}"', "m.yaml:4:4: a has a brace that is no slot"),
    ],
)
def test_a_message_file_with_a_mistake(text: str, says: str) -> None:
    with pytest.raises(UserError) as caught:
        messages(text)
    assert str(caught.value).startswith(says)


def test_a_plural_rule_with_a_mistake() -> None:
    with pytest.raises(UserError) as caught:
        read_messages(parse("plural: [{category: on, n: [1, 2, 3], m: 1}]", "m.yaml"), "xx", "m.yaml")
    assert "did you mean 'one'" in str(caught.value)
