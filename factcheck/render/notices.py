"""What is off with waivers and baselines: a waiver that expired or waives nothing, an entry whose finding is gone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.data.messages import Messages
from factcheck.model.allowance import Notice
from factcheck.render.bidi import harmless

if TYPE_CHECKING:
    from factcheck.render.wire import NoticeOut

MOST_LINES = 10
"""So many lines a file has on a page; how many more there are is told."""


def notice_text(notice: Notice, messages: Messages) -> str:
    """Say what is off."""
    values = {name: harmless(value) for name, value in notice.values}
    return messages.text(f"notice.{notice.problem}", **values)


def notice_object(notice: Notice, messages: Messages) -> NoticeOut:
    """Give the same for a program."""
    return {
        "problem": notice.problem,
        "severity": notice.severity,
        "message": notice_text(notice, messages),
        "path": notice.written.path,
        "line": notice.written.line,
        "column": notice.written.column,
    }


def by_file(notices: Sequence[Notice]) -> Iterator[tuple[str, list[Notice]]]:
    """Part notices by the file they are about, in the order of the first."""
    for path in dict.fromkeys(notice.written.path for notice in notices):
        yield path, [notice for notice in notices if notice.written.path == path]


def paper_lines(path: str, notices: Sequence[Notice], stop: bool, messages: Messages) -> Iterator[str]:
    """Say stop or go for a file of waivers or a baseline, as if it were copy: a line for each thing that is off."""
    word = messages.text("gate.stop" if stop else "gate.go")
    for notice in notices[:MOST_LINES]:
        severity = messages.text(f"severity.{notice.severity}")
        yield f"{word}  {harmless(str(notice.written))}  {severity}: {notice_text(notice, messages)}"
    if len(notices) > MOST_LINES:
        yield f"{word}  {harmless(path)}  {messages.text('notice.more', count=len(notices) - MOST_LINES)}"


def paper_object(path: str, notices: Sequence[Notice], stop: bool, messages: Messages) -> dict[str, Any]:
    """Give the same for a program: no findings, for there is no copy, but notices."""
    told = [notice_object(notice, messages) for notice in notices]
    return {"report": path, "stop": stop, "findings": [], "notices": told}
