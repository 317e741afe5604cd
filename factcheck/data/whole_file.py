"""Files written whole or not at all: beside their place, down to the disk, then moved into it."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from factcheck.model.errors import UserError

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

READABLE = 0o666
"""What a new file may be, as far as the user's umask lets it."""


@contextlib.contextmanager
def whole_file(path: str) -> Iterator[TextIO]:
    """Give a file of UTF-8 to write, which takes the place of `path` when the block ends well; else nothing changes.

    What is replaced hands on its permissions and, where that is allowed, its owner; a symbolic link goes on pointing
    where it did. What is no file (a pipe, a device) is written as it stands. Raises UserError where it cannot be
    written.
    """
    with _told(path):
        target = Path(os.path.realpath(path))
        before = target.stat() if target.exists() else None
        beside = None if before and not stat.S_ISREG(before.st_mode) else _name_beside(target, before)
        file = (beside or target).open("w" if beside is None else "x", encoding="utf-8", newline="\n")
    try:
        yield file
        with _told(path):
            file.flush()
            if beside is not None:
                if before is not None:
                    _hand_on(before, beside)
                os.fsync(file.fileno())
            file.close()
            if beside is not None:
                beside.replace(target)
    except BaseException:
        with contextlib.suppress(OSError):  # what is still in the buffer finds no more room than the rest
            file.close()
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise


def write_whole(path: str, content: bytes) -> None:
    """Write a file whole or not at all, as `whole_file` does."""
    with whole_file(path) as file, _told(path):
        file.buffer.write(content)


def write_unchanged(path: str, before: bytes | None, content: bytes) -> None:
    """Write a file whole or not at all where anything changes; `before` is what it held, None where it was not there.

    Raises UserError where it cannot be written, or holds something else by now: somebody has written it meanwhile.
    """
    with _told(path), _alone(Path(os.path.realpath(path)).parent):
        file = Path(path)
        if before != (file.read_bytes() if file.exists() else None):
            raise UserError.at(path, "was changed while this ran, and is left as it is; run it again")
        if before != content:
            write_whole(path, content)


def unwritable(path: str, error: Exception) -> UserError:
    """Say why something cannot be written."""
    reason = getattr(error, "strerror", None) or error
    return UserError.at(path, f"cannot be written ({reason}); name a file in a folder you may write to")


@contextlib.contextmanager
def _told(path: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:  # ValueError: a name no system call takes
        raise unwritable(path, error) from None


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Wait until no other process is in here with this folder, where the system knows such locks."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _name_beside(target: Path, before: os.stat_result | None) -> Path:
    """Name a file that is not there in the folder of another; raises OSError where that one is write-protected."""
    if before is not None and not os.access(target, os.W_OK):  # to move something over it would need no leave
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target.with_name(f".{target.name[:80]}.{os.urandom(8).hex()}.tmp")


def _hand_on(before: os.stat_result, file: Path) -> None:
    file.chmod(stat.S_IMODE(before.st_mode))
    if hasattr(os, "chown"):
        with contextlib.suppress(OSError):
            os.chown(file, before.st_uid, before.st_gid)
