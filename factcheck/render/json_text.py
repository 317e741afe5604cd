"""JSON to hand on: letters as they are, and what stands invisibly or turns the line around as an escape."""

from __future__ import annotations

import json
import unicodedata
from typing import Any


def json_text(value: Any) -> str:
    """Write JSON that reads the same in every viewer; ends in a newline."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return "".join(_escape(char) if _invisible(char) else char for char in text) + "\n"


def _invisible(char: str) -> bool:
    # The signs of Arabic numbers are format characters too, but stand visibly.
    category = unicodedata.category(char)
    hidden = category == "Cf" and unicodedata.bidirectional(char) != "AN"
    return char != "\n" and (hidden or category in ("Cc", "Cs", "Zl", "Zp"))


def _escape(char: str) -> str:
    units = char.encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
