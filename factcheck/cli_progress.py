"""How far long work has got, on standard error where somebody looks at it: how much, how fast, how much longer."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sized
from typing import TypeVar

T = TypeVar("T")
FEW = 3
"""Fewer items are done before anybody has read how far they are."""
PAUSE = 0.1
"""Seconds between two looks."""


def watched(items: Iterable[T], total: int | None = None, done: Callable[[], int] | None = None) -> Iterable[T]:
    """Go through long work, with its progress where standard error is a terminal.

    `total` is the number of items, or whatever `done` counts (bytes read); without it no time left is shown.
    """
    total = len(items) if isinstance(items, Sized) else total
    if not sys.stderr.isatty() or (done is None and total is not None and total < FEW):
        return items
    return _shown(items, total, done)


def _shown(items: Iterable[T], total: int | None, done: Callable[[], int] | None) -> Iterator[T]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, ProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn

    columns: list[ProgressColumn] = [TextColumn("{task.description}")]
    columns += [TimeElapsedColumn()] if total is None else [BarColumn(), TimeRemainingColumn()]
    # No thread draws it: workers are forked from a process that has none. Answers keep out of its way by themselves.
    console = Console(stderr=True)
    with Progress(
        *columns, console=console, transient=True, auto_refresh=False, redirect_stdout=False, redirect_stderr=False
    ) as progress:
        task = progress.add_task("", total=total)
        begun = drawn = time.monotonic()
        for count, item in enumerate(items, 1):
            yield item
            now = time.monotonic()
            if now - drawn >= PAUSE:
                drawn = now
                told = f"{count:,} · {count / (now - begun):,.1f}/s"
                progress.update(task, completed=done() if done else count, description=told, refresh=True)
