"""What was considered and let pass, in a few lines: restraint is part of the proof."""

from __future__ import annotations

from collections.abc import Iterable

from rich.text import Text

from factcheck.data.messages import Messages
from factcheck.model.comparison import Comparison
from factcheck.model.finding import SetAside
from factcheck.render.bidi import harmless
from factcheck.render.compact import compact, compact_sum
from factcheck.render.flow import TIE
from factcheck.render.sheet import Sheet, heading, joined
from factcheck.render.terminal_allowed import allowed_lines

MOST_ITEMS = 10
ORIGIN = "origin"
"""The slot that holds words of a desk's own, which are no value."""
PLAIN = frozenset({"plain-year", "role-name-part", "role-locator"})
"""Reasons whose value is a mark rather than an amount: 2030 is not 2,030."""


def set_aside_lines(sheet: Sheet, comparison: Comparison) -> list[Text]:
    """Set the list, wrapped; nothing where nothing was set aside."""
    items = set_aside_items(comparison, sheet.messages)
    allowed = list(allowed_lines(sheet, comparison))
    if not items:
        return [*heading(sheet, sheet.say("set-aside")), *allowed] if allowed else []
    shown = items if sheet.explain else items[:MOST_ITEMS]
    more = [sheet.say("more-set-aside", count=len(items) - len(shown))] if len(items) > len(shown) else []
    return [*heading(sheet, sheet.say("set-aside")), *sheet.paragraph(joined([*shown, *more]), style="dim"), *allowed]


def set_aside_items(comparison: Comparison, messages: Messages) -> list[str]:
    """Say each thing let pass once, in the order of the first; values let pass for one plain reason share an item."""
    values: dict[tuple[str, ...], list[str]] = {}
    slots: dict[tuple[str, ...], dict[str, str]] = {}
    for item in comparison.set_aside:
        given = {name: _shown(item, name, value, messages) for name, value in item.values}
        alone = list(given) == ["value"]
        key = (item.reason,) if alone else (item.reason, *given.values())
        slots.setdefault(key, given)
        if alone and given["value"] not in values.setdefault(key, []):
            values[key].append(given["value"])
    return [
        _text(key[0], slots[key] | ({"value": _listed(values[key], messages)} if key in values else {}), messages)
        for key in slots
    ]


def _shown(item: SetAside, name: str, value: str, messages: Messages) -> str:
    if name == ORIGIN:
        return harmless(value)
    if item.reason in PLAIN:
        return value
    return (compact_sum if name == "terms" else compact)(value, messages).replace(" ", TIE)


def _listed(values: Iterable[str], messages: Messages) -> str:
    return messages.text("terminal.comma").join(values)


def _text(reason: str, slots: dict[str, str], messages: Messages) -> str:
    key = f"set-aside.{reason}"
    return messages.text(key, **{slot: slots.get(slot, "–") for slot in messages.slots(key)})
