"""Libraries that come with an extra: imported where they are used, and asked for by name where they are missing."""

from __future__ import annotations

import importlib
from typing import Any

from factcheck.model.errors import UserError


def library(name: str, extra: str, path: str, what: str) -> Any:
    """Import a library that reading a file needs; raises UserError, saying what to install, where it is not there."""
    try:
        return importlib.import_module(name)
    except ImportError:
        message = f"is {what}, and reading it needs {name}; run: pip install 'newsroom-factcheck[{extra}]'"
        raise UserError.at(path, message) from None
