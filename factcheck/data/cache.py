"""Compiled data kept between runs, in files of the user's cache folder.

The cache only ever saves time: deleted, damaged, unwritable or shared by several processes, it changes no result and
raises nothing. FACTCHECK_CACHE=off does without it; FACTCHECK_CACHE_DIR names another folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeAlias, TypeVar

T = TypeVar("T")

JSON: TypeAlias = Any
"""What JSON can hold: dict with text keys, list, str, int, float, bool, None."""

FORMAT = 1
"""To be raised when what a stage compiles changes its shape within one version of the package."""
KEPT = 8
"""So many files of a kind stay; writing one more removes the oldest, or edited rules would fill the folder."""

_OPENING = b'{"sha256": "'
_MIDDLE = b'", "value": '
_END = b"}\n"


def cached(kind: str, content: Iterable[bytes], build: Callable[[], JSON]) -> JSON:
    """Return what `build` returns as JSON gives it back (tuples come as lists), from an earlier run if there is one.

    `kind` is a short name of letters and hyphens. `content` is everything the result depends on beside the version of
    the package. Raises what `build` raises, and TypeError or ValueError where JSON cannot hold its result.
    """

    def written() -> bytes:
        return json.dumps(build(), ensure_ascii=False, allow_nan=False).encode("utf-8", "surrogatepass")

    return kept(kind, content, written, json.loads)


def kept(kind: str, content: Iterable[bytes], build: Callable[[], bytes], read: Callable[[bytes], T]) -> T:
    """Read what `build` writes as JSON, from an earlier run if there is one that `read` takes; see `cached`.

    `read` raises ValueError or RecursionError for what it does not take.
    """
    file = _file(kind, content)
    body = _load(file) if file else None
    if body is not None:
        with suppress(ValueError, RecursionError):
            return read(body)
    body = build()
    if file:
        _save(file, body)
        _prune(file.parent, kind)
    return read(body)


def cache_folder(environ: Mapping[str, str], platform: str, home: str) -> Path | None:
    """Where compiled data is kept, or None to go without; takes os.environ, sys.platform and the user's home folder."""
    if environ.get("FACTCHECK_CACHE", "").strip().lower() == "off":
        return None
    if chosen := environ.get("FACTCHECK_CACHE_DIR"):
        return Path(home, chosen[2:]) if chosen.startswith("~/") else Path(chosen)
    if platform == "win32":
        base = Path(environ.get("LOCALAPPDATA", ""))
    elif platform == "darwin":
        base = Path(home, "Library", "Caches")
    else:
        base = Path(environ.get("XDG_CACHE_HOME", ""))
        base = base if base.is_absolute() else Path(home, ".cache")  # the XDG rule: a relative path counts for nothing
    return base / "factcheck" if base.is_absolute() else None


def _file(kind: str, content: Iterable[bytes]) -> Path | None:
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home() raises where there is none
    folder = cache_folder(os.environ, sys.platform, home)
    if folder is None:
        return None
    # Looked up rather than imported: the package's top imports every stage, and this is the lowest of them.
    version = str(getattr(sys.modules["factcheck"], "__version__", ""))
    digest = hashlib.sha256()
    for piece in (version.encode(), str(FORMAT).encode(), kind.encode(), *content):
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return folder / f"{kind}-{digest.hexdigest()}.json"


def _load(file: Path) -> bytes | None:
    """Give what a file holds, or None if it is missing or not as it was written."""
    try:
        data = file.read_bytes()
    except (OSError, ValueError):
        return None
    start = len(_OPENING) + 64 + len(_MIDDLE)
    body = data[start : -len(_END)]
    return body if data[:start] == _head(body) and data.endswith(_END) else None


def _framed(body: bytes) -> bytes:
    return _head(body) + body + _END


def _head(body: bytes) -> bytes:
    return _OPENING + hashlib.sha256(body).hexdigest().encode() + _MIDDLE


def _save(file: Path, body: bytes) -> None:
    """Write beside and move into place, so that no process ever reads half a file."""
    # Process numbers are not enough for a name: containers sharing a home all have a process 1.
    beside = file.with_name(f"{file.name}.{os.urandom(8).hex()}.tmp")
    with suppress(OSError, ValueError):
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            beside.write_bytes(_framed(body))
            beside.replace(file)
        except BaseException:
            with suppress(OSError):
                beside.unlink()
            raise


def _prune(folder: Path, kind: str) -> None:
    """Remove the oldest files of a kind, and the leavings of processes that were stopped while writing."""
    ours = re.compile(re.escape(kind) + r"-[0-9a-f]{64}\.json(\.[0-9a-f]{16}\.tmp)?")
    with suppress(OSError):
        files = [file for file in folder.iterdir() if ours.fullmatch(file.name)]
        for file in sorted(files, key=lambda file: file.stat().st_mtime, reverse=True)[KEPT:]:
            file.unlink()
