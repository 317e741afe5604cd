"""What a command found, put together for the outputs other tools read."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Mapping, Sequence
from typing import Any

from msgspec.structs import replace

import factcheck
from factcheck.config import Config
from factcheck.judge.allowances import looked
from factcheck.judge.rules import Rule
from factcheck.model.allowance import Notice
from factcheck.model.comparison import Comparison
from factcheck.model.errors import Problem, UserError
from factcheck.render.outcome import Look, Outcome

ADDRESS = ("https://", "http://")


def outcome_of(
    found: Sequence[tuple[Comparison, Sequence[int]]],
    rules: Sequence[Rule],
    given: Mapping[str, Any],
    config: Config,
    off: Sequence[Notice],
    unread: Sequence[Problem] = (),
) -> Outcome:
    """Give what came of comparisons, each with the reports of it that are judged.

    Raises UserError for a `--docs-url` that is no address of a page.
    """
    docs = given["docs_url"]
    if docs and (not docs.startswith(ADDRESS) or any(char.isspace() or char in "<>\"'`#" for char in docs)):
        raise UserError.at("--docs-url", f"{docs!r} is no address of a page; write https://HOST/PATH, without #")
    return Outcome(
        looks=tuple(look_of(comparison, judged) for comparison, judged in found),
        rules=tuple(rule.info for rule in rules),
        version=factcheck.__version__,
        notices=tuple(off),
        unread=tuple(unread),
        least=given["fail_on"] or config.fail_on or "warning",
        docs=docs,
    )


def page_file() -> str:
    """Make an empty file for a page nobody named a place for, where the system keeps what may be lost."""
    import tempfile

    handle, path = tempfile.mkstemp(prefix="factcheck-", suffix=".html")
    os.close(handle)
    return path


def open_page(path: str) -> None:
    """Show a page in the browser; raises UserError where none can be started."""
    import webbrowser

    address = pathlib.Path(path).resolve().as_uri()
    if not webbrowser.open(address):
        raise UserError.at("--open", f"no browser could be started; the page is {path}, open it there")


def look_of(comparison: Comparison, judged: Sequence[int]) -> Look:
    """Keep of the findings those of the reports judged."""
    look = looked(comparison, judged)
    kept = replace(comparison, findings=look.findings, waived=look.waived, accepted=look.accepted)
    return Look(kept, tuple(judged))
