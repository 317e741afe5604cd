"""A ladder's step as a sentence in the reader's language."""

from __future__ import annotations

from factcheck.data.messages import Messages
from factcheck.model.pair import Step

VOCABULARY = {
    "kind": "source",
    "rung": "source",
    "a": "modality",
    "b": "modality",
    "weekday": "weekday",
    "stated": "weekday",
}
"""The slots that may hold a word of the model's own, and the section of the messages that has it."""


def step_text(step: Step, messages: Messages) -> str:
    """Fill a step's values into its sentence; a step that failed has a sentence of its own."""
    key = f"steps.{step.name}.{'yes' if step.passed else 'no'}"
    values = {slot: _word(slot, value, messages) for slot, value in step.values}
    return messages.text(key, **{slot: values.get(slot, "–") for slot in messages.slots(key)})


def _word(slot: str, value: str, messages: Messages) -> str:
    """Give the reader's word for a kind, a rung or a modality; any other value stays as it is."""
    key = f"{VOCABULARY[slot]}.{value}" if slot in VOCABULARY else ""
    template = messages.templates.get(key)
    return template if isinstance(template, str) else value
