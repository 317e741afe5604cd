"""Lines as they come through a pipe or out of a file, no more of them at a time than somebody takes."""

from __future__ import annotations

import io
import os
import select
import stat
from collections import deque
from typing import Protocol

from factcheck.model.errors import UserError

CHUNK = 1 << 16
"""Bytes read at once, as much as a pipe holds."""
LONGEST = 64 << 20
"""Bytes of the longest line; of a longer one so many and one more are kept, by which it is known."""


class Stream(Protocol):
    """What standard input is, and bytes in memory are."""

    def read1(self, size: int, /) -> bytes:
        """Give what is there, at least one byte unless it has ended."""

    def fileno(self) -> int:
        """Give the system's number of it; raises `io.UnsupportedOperation` where there is none."""


class Lines:
    """The lines of a stream that are not blank, without their ends."""

    def __init__(self, stream: Stream, longest: int = LONGEST) -> None:
        self._stream = stream
        self._longest = longest
        self._parts: list[bytes] = []
        self._size = 0
        self._ready: deque[bytes] = deque()
        self._closed = False
        self._pollable = _pollable(stream)
        self.read = 0
        """Bytes read so far."""

    def ended(self) -> bool:
        """Tell whether no line will come any more, as far as can be told without waiting."""
        return self._closed and not self._ready

    @property
    def pollable(self) -> bool:
        """Tell whether somebody can wait for this stream and others at a time."""
        return self._pollable is not None

    def fileno(self) -> int:
        """Give what to wait for."""
        return self._stream.fileno()

    def size(self) -> int | None:
        """Give how many bytes there are in all, if that can be known."""
        found = os.fstat(self.fileno()) if self.pollable else None
        return found.st_size if found is not None and stat.S_ISREG(found.st_mode) else None

    def take(self) -> bytes | None:
        """Give the next line if it is there; never waits."""
        self._look()
        line = self._ready.popleft() if self._ready else None
        self._look()  # the end may be there, too
        return line

    def wait(self) -> None:
        """Wait until something has come; raises UserError where the stream cannot be read."""
        try:
            chunk = self._stream.read1(CHUNK)
        except OSError as error:
            raise UserError.at("-", f"cannot be read ({error.strerror}); send lines of JSON") from None
        self.read += len(chunk)
        first, *more = chunk.split(b"\n")
        self._grow(first)
        for part in more:
            self._end()
            self._grow(part)
        if not chunk:
            self._closed = True
            self._end()

    def _look(self) -> None:
        while not self._ready and not self._closed and (self._pollable is None or self._pollable.poll(0)):
            self.wait()

    def _grow(self, part: bytes) -> None:
        room = self._longest + 1 - self._size
        if part and room > 0:
            self._parts.append(part[:room])
            self._size += min(len(part), room)

    def _end(self) -> None:
        line = b"".join(self._parts)
        self._parts, self._size = [], 0
        if line and not line.isspace():
            self._ready.append(line)


def _pollable(stream: Stream) -> select.poll | None:
    """Give what tells whether something has come; a stream in memory never lets anybody wait, and has none."""
    try:
        number = stream.fileno()
        poll = select.poll()
    except (io.UnsupportedOperation, AttributeError):  # AttributeError: a system that cannot poll pipes
        return None
    poll.register(number, select.POLLIN)
    return poll
