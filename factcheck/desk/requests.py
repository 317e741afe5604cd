"""What may be asked of the desk: the objects of `--jsonl`, and beside them what an editor answered."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from factcheck.jsonl import ExtractRequest, ReportRequest, day_in_text
from factcheck.model.allowance import Answer, Signed, Written

Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]


class ReadRequest(ExtractRequest):
    """One report to read the claims of; over HTTP an answer needs no `id` to find its way back."""

    id: str = ""


class Given(BaseModel):
    """What an editor answered to one finding."""

    model_config = ConfigDict(extra="ignore", strict=True)

    fingerprint: Fingerprint
    by: Words
    date: Annotated[datetime.date, BeforeValidator(day_in_text)]
    note: str = ""
    answer: Answer = "confirmed"


class LaidRequest(BaseModel):
    """Reports to lay side by side; `draft` is the number of the one that is held against the others, from 0."""

    model_config = ConfigDict(extra="ignore", strict=True)

    id: str = ""
    reports: list[ReportRequest] = Field(min_length=1, max_length=100)
    messages: Literal["en", "ar"] | None = None
    draft: Annotated[int, Field(ge=0)] | None = None
    answers: list[Given] = []
    until: Annotated[datetime.date | None, BeforeValidator(day_in_text)] = None


def signed(answers: Sequence[Given]) -> tuple[Signed, ...]:
    """Give answers as a checklist filled in would."""
    return tuple(Signed(one.by, one.date, one.answer, one.note, one.fingerprint, Written("")) for one in answers)
