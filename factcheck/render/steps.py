"""A ladder's step as a sentence in the reader's language."""

from __future__ import annotations

from factcheck.data.messages import Messages
from factcheck.model.pair import Step


def step_text(step: Step, messages: Messages) -> str:
    """Fill a step's values into its sentence; a step that failed has a sentence of its own."""
    key = f"steps.{step.name}.{'yes' if step.passed else 'no'}"
    values = dict(step.values)
    return messages.text(key, **{slot: values.get(slot, "–") for slot in messages.slots(key)})
