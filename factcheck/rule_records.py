"""What was measured of the shipped rules: how often each speaks on the shipped events, how it follows changes.

Measuring takes a while and needs the fixtures, which are not in the wheel: `scripts/generate_rules_doc.py` does it and
keeps the figures in a data file, which ships.
"""

from __future__ import annotations

import pathlib
from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from factcheck.data.strict_yaml import read, validate

FILE = "rule_records.yaml"
Count = Annotated[int, Field(ge=0)]
Share = Annotated[list[Count], Field(min_length=2, max_length=2)]


class Closed(BaseModel):
    """A closed mapping: an unknown key is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Record(Closed):
    """One rule's figures."""

    events: Count = Field(description="shipped events on which it speaks, with every pack on")
    findings: Count = Field(description="how often it speaks there")
    changes: Share = Field(description="changed copies of its examples that it followed, and that were made")
    guises: Share = Field(description="copies in another guise of which it said the same, and that were made")


class Records(Closed):
    """All rules' figures."""

    events: Count = Field(description="shipped events")
    rules: dict[str, Record]


@lru_cache(maxsize=1)
def load_records() -> Records:
    """Load the figures; raises UserError for what is wrong in the file."""
    return validate(Records, read(pathlib.Path(__file__).parent / "data" / FILE, FILE), FILE)


def record_of(rule: str) -> Mapping[str, object] | None:
    """Give a shipped rule's figures as plain values, with the number of all events; None where none were measured."""
    records = load_records()
    record = records.rules.get(rule)
    return {**record.model_dump(), "of_events": records.events} if record is not None else None
