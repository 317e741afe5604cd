"""One rule as a page to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def render_rule(rule: Mapping[str, Any]) -> str:
    """Lay out a rule file's content: what it is, why, where from, its words, its examples."""
    graded = rule["severity"]
    severity = graded if isinstance(graded, str) else ", ".join(f"{level}: {word}" for level, word in graded.items())
    lines = [
        rule["id"],
        "",
        rule["why"],
        "",
        f"check     {rule['check']} (on each {rule['on']})",
        f"category  {rule['category']}",
        f"severity  {severity}",
        f"origin    {rule['origin']}",
        f"says      {rule['message']['en']}",
        f"          {rule['message']['ar']}",
        f"asks      {rule['question']['en']}",
        f"          {rule['question']['ar']}",
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
