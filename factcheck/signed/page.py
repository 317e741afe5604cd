"""A checklist filled in as a page and saved: each item known by the fingerprints in its markup."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.load.tags import attributes_of, read_tags, unescape
from factcheck.model.allowance import Written
from factcheck.signed.answers import FIELDS, Filled, name_of

PRINTS = "data-factcheck"
"""The attribute of an item that holds its fingerprints."""


def is_page(text: str) -> bool:
    """Tell whether a text is a page with items of a checklist, or none but made as one."""
    return text.lstrip()[:15].lower().startswith(("<!doctype html", "<html"))


def read_page(text: str, path: str) -> Iterator[Filled]:
    """Give the items of a filled-in page: which box is ticked in the markup, and what stands in the fields."""
    prints: tuple[str, ...] = ()
    number = ""
    ticked: list[str] = []
    fields: dict[str, str] = {}
    note = False
    for tag in read_tags(text):
        if note and tag.what == "text":
            fields["note"] = unescape(tag.text)
        note = False
        if tag.what != "open":
            continue
        given = attributes_of(tag)
        if PRINTS in given:
            if prints:
                yield Filled(prints, tuple(ticked), fields, Written(path), number)
            prints, number, ticked, fields = tuple(given[PRINTS].split()), given.get("data-number", ""), [], {}
        elif tag.text == "input" and given.get("type") == "radio" and "checked" in given:
            ticked += [name] if (name := name_of(given.get("value", ""))) else []
        elif (name := given.get("data-field", "")) in FIELDS:
            fields[name] = given.get("value", "")
            note = tag.text == "textarea"
    if prints:
        yield Filled(prints, tuple(ticked), fields, Written(path), number)
