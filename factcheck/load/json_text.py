"""JSON from strangers: no depth, number or encoding of theirs ends in a traceback."""

from __future__ import annotations

import json
from typing import Any

from factcheck.load.decode import decode
from factcheck.model.errors import UserError


def read_json(text: str, path: str, line: int = 1) -> Any:
    """Read a JSON text that begins on this line of its file; raises UserError with the place where it is none."""
    try:
        return json.loads(text, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        place = (line + error.lineno - 1, error.colno)
        raise UserError.at(path, f"is no JSON ({error.msg}); save it anew", *place) from None
    except RecursionError:
        raise UserError.at(path, "is JSON nested too deeply; no report is", line) from None
    except ValueError as error:
        raise UserError.at(path, f"is no JSON ({error}); save it anew", line) from None


def read_json_file(data: bytes, path: str) -> Any:
    """Read a file that is one JSON text."""
    return read_json(decode(data, path, len(data)), path)


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is no number")
