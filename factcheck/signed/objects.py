"""A checklist filled in as JSON: boxes set to true, names and days filled in."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, ValidationError

from factcheck.model.allowance import Written
from factcheck.model.errors import UserError
from factcheck.signed.answers import FIELDS, Filled


class Item(BaseModel):
    """What is read of an item; the rest is for people."""

    model_config = ConfigDict(extra="ignore")

    number: int | None = None
    fingerprints: list[str]
    boxes: dict[str, bool]
    signed: dict[str, str | None] = {}


class Filed(BaseModel):
    """The whole list."""

    model_config = ConfigDict(extra="ignore")

    items: list[Item]


def read_json(text: str, path: str) -> Iterator[Filled]:
    """Give the items of a filled-in checklist; raises UserError for what is none."""
    try:
        filed = Filed.model_validate_json(text)
    except ValidationError as error:
        slip = error.errors(include_url=False)[0]
        where = ".".join(map(str, slip["loc"])) or "the file"
        raise UserError.at(path, f"is no checklist as JSON: {where}: {slip['msg']}") from None
    for item in filed.items:
        ticked = tuple(name for name, set_ in item.boxes.items() if set_)
        fields = {name: item.signed.get(name) or "" for name in FIELDS}
        yield Filled(tuple(item.fingerprints), ticked, fields, Written(path), str(item.number or ""))
