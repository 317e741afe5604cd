"""One rule as a page to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def render_rule(rule: Mapping[str, Any], pack: str, on: bool, record: Mapping[str, Any] | None) -> str:
    """Lay out a rule file's content: what it is, why, where from, its words, its figures, its examples.

    `pack` is empty for a desk's own rule, `on` says whether it runs as things are set, `record` holds what was measured
    (None where nothing was).
    """
    graded = rule["severity"]
    severity = graded if isinstance(graded, str) else ", ".join(f"{level}: {word}" for level, word in graded.items())
    lines = [
        rule["id"],
        "",
        rule["why"],
        "",
        f"pack      {pack or 'your own'}, {'on' if on else 'off'}",
        *([f"off as    {rule['off_because']}"] if rule.get("off_because") else []),
        f"check     {rule['check']} (on each {rule['on']})",
        f"category  {rule['category']}",
        f"severity  {severity}",
        f"origin    {rule['origin']}",
        *_figures(rule.get("precision"), record),
        *_told("says", rule["message"]),
        *_told("asks", rule["question"]),
    ]
    for levels, own in _alike(rule.get("levels", {})):
        lines += ["", f"{', '.join(levels)}:"]
        lines += _told("says", own["message"]) if "message" in own else []
        lines += _told("asks", own["question"]) if "question" in own else []
    lines += [
        "",
        "examples",
    ]
    for example in rule["examples"]:
        found = "; ".join(find["text"] for find in example["finds"]) or "nothing"
        lines.append(f"  {example['name']}: finds {found}")
        for given in example["reports"]:
            text = given if isinstance(given, str) else given["text"]
            lines += [f"    | {line}" for line in text.splitlines() if line.strip()]
    return "\n".join(lines)


def _figures(precision: Mapping[str, Any] | None, record: Mapping[str, Any] | None) -> Iterator[str]:
    if precision is not None:
        yield f"read      {precision_line(precision)}"
    if record is not None:
        times = f" ({record['findings']} findings)" if record["findings"] > record["events"] else ""
        yield f"speaks    on {record['events']} of the {record['of_events']} shipped events{times}"
        changes, guises = (" of ".join(map(str, record[what])) for what in ("changes", "guises"))
        yield f"follows   {changes} changes of its examples, keeps to what it says in {guises} other guises"


def precision_line(precision: Mapping[str, Any]) -> str:
    """Write what reading a rule's findings showed in one line."""
    wrong = f"; the others: {precision['wrong']}" if precision.get("wrong") else ""
    return f"{precision['right']} of {precision['read']} right, on {precision['on']}{wrong}"


def _told(name: str, text: Mapping[str, str]) -> list[str]:
    said = list(text.values())
    return [f"{name:9} {said[0]}", *(f"          {other}" for other in said[1:])]


def _alike(levels: Mapping[str, Any]) -> Iterator[tuple[list[str], Any]]:
    """Gather the levels that speak in the same words."""
    told: list[tuple[list[str], Any]] = []
    for level, own in levels.items():
        known = next((names for names, words in told if words == own), None)
        if known is None:
            told.append(([level], own))
        else:
            known.append(level)
    yield from told
