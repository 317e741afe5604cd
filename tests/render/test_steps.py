"""Steps as sentences."""

from __future__ import annotations

from typing import get_args

import pytest

from factcheck.data.messages import Messages
from factcheck.model.claim import Modality
from factcheck.model.pair import Step
from factcheck.model.source import Rung, SourceKind
from factcheck.render.steps import step_text


def test_a_step_that_failed_has_its_own_sentence(english: Messages) -> None:
    values = (("a", "27"), ("b", "37"))
    assert step_text(Step("value-disjoint", False, values), english) == "cannot both hold: 27 against 37"
    assert step_text(Step("same-thing", True, values), english) == "same thing counted: 27 / 37"


def test_words_of_the_model_are_in_the_readers_language(messages: Messages) -> None:
    text = step_text(Step("source", False, (("source", "X"), ("kind", "bare"))), messages)
    assert messages.text("source.bare") in text
    assert messages.text("weekday.2") in step_text(Step("weekday", False, (("weekday", "2"),)), messages)
    assert messages.text("modality.forecast") in step_text(Step("same-modality", True, (("a", "forecast"),)), messages)


@pytest.mark.parametrize(
    ("section", "words"),
    [("source", (*get_args(SourceKind), *get_args(Rung))), ("modality", get_args(Modality))],
)
def test_every_word_of_the_model_has_one(messages: Messages, section: str, words: tuple[str, ...]) -> None:
    assert all(messages.text(f"{section}.{word}") for word in words)
