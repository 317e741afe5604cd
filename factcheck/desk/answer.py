"""What the desk answers: a status of HTTP, what the body is, and the body."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

JSON = "application/json"
HTML = "text/html; charset=utf-8"


class Answer(NamedTuple):
    """One answer; `kind` is its media type."""

    status: int
    kind: str
    body: bytes


def of_json(value: Any, status: int = 200) -> Answer:
    """Give an object; half a surrogate pair, which no UTF-8 can hold, is written as JSON's own escape."""
    try:
        return Answer(status, JSON, json.dumps(value, ensure_ascii=False).encode())
    except UnicodeEncodeError:
        return Answer(status, JSON, json.dumps(value).encode())


def of_text(text: str, kind: str) -> Answer:
    """Give a text of some media type, as UTF-8."""
    return Answer(200, f"{kind}; charset=utf-8", text.encode())


def refusal(status: int, message: str) -> Answer:
    """Say in one line what is wrong with a request, and what would be right."""
    return of_json({"error": {"message": " ".join(message.split())}}, status)
