"""Which files changed since a revision, as git tells it; git is asked only to list, never to write or to fetch."""

from __future__ import annotations

import os
import pathlib
import subprocess
from collections.abc import Iterator, Sequence
from functools import cache

from factcheck.load.files import STANDARD_INPUT, named
from factcheck.model.errors import Problem, UserError

_HOOK = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_COMMON_DIR", "GIT_PREFIX", "GIT_NAMESPACE")
"""What git sets for its hooks: it would speak of that repository, whatever folder is asked about."""
_Changes = tuple[frozenset[str], frozenset[str]]
_CAUTION = (
    "--no-optional-locks",
    "-c",
    "core.fsmonitor=false",  # it names a program, and a stranger's repository may have it set
    "-c",
    "core.quotePath=false",
)


def changed_since(revision: str, files: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part files into those that changed since a revision and those that did not; deleted ones are in neither.

    What counts is the file as it is now: committed since, staged, not staged, or new and not ignored. A file that was
    renamed or moved has changed, under its new name; one that is ignored and not in the repository never has.
    Raises UserError where git is missing, a file is in no repository, or its repository has no such revision.
    """
    if revision.startswith("-") or not revision.strip() or "\0" in revision:
        raise UserError.at("--since", f"{revision!r} is no revision; name a branch, a tag or a commit")
    top = cache(_top)
    known: dict[str, _Changes] = {}
    changed: list[str] = []
    others: list[str] = []
    for name in files:
        if name == STANDARD_INPUT:
            raise UserError.at("--since", "standard input is in no repository; name files, or leave it out")
        file = named(name).path
        repository = top(pathlib.Path(os.path.realpath(pathlib.Path(file).parent)))
        if repository is None:
            raise UserError.at(file, "is in no git repository; leave out --since to judge it")
        if repository not in known:
            known[repository] = _changes(revision, repository, file)
        new, gone = known[repository]
        places = _places(file)
        there = os.path.lexists(file)
        if there or not places & gone:  # what never was there is judged, and so missed
            (changed if places & new or not there else others).append(name)
    return changed, others


def _places(file: str) -> frozenset[str]:
    """Give where a file is, and where what it links to is: either may have changed."""
    path = pathlib.Path(file)
    return frozenset((os.path.join(os.path.realpath(path.parent), path.name), os.path.realpath(path)))  # noqa: PTH118  # as text


def _top(folder: pathlib.Path) -> str | None:
    """Give the top folder of the repository that a folder is in."""
    return next((str(one) for one in (folder, *folder.parents) if (one / ".git").exists()), None)


def _changes(revision: str, top: str, file: str) -> _Changes:
    """Give the files of a repository, in which this file is, that changed or are new, and those that are gone."""
    commit = _git(top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if commit is None:
        _git(top, "rev-parse", "--git-dir", must=True)  # a repository git will not read is told as that
        message = f"no revision {revision!r} in the repository of {file}; a shallow clone must fetch it first"
        raise UserError.at("--since", message)
    point = commit.strip()
    diff = ("diff", "--no-renames", "--no-ext-diff", "--ignore-submodules", "--name-status", "-z", point, "--")
    told = (_git(top, *diff, must=True) or "").split("\0")
    fresh = (_git(top, "ls-files", "--others", "--exclude-standard", "-z", must=True) or "").split("\0")
    named_so = [(status, _in(top, name)) for status, name in zip(told[::2], told[1::2], strict=False)]
    gone = frozenset(path for status, path in named_so if status == "D")
    new = frozenset((*(path for status, path in named_so if status != "D"), *(_in(top, n) for n in fresh if n)))
    return new, gone - new


def _in(top: str, name: str) -> str:
    return os.path.join(top, *name.split("/"))  # noqa: PTH118  # names that Path would tidy are kept as they are


def _git(top: str, *words: str, must: bool = False) -> str | None:
    """Ask git in a repository; None where it fails, or UserError with its reason where it must not."""
    surroundings = {name: value for name, value in os.environ.items() if name not in _HOOK}
    surroundings |= {"LC_ALL": "C", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
    try:
        answer = subprocess.run(  # noqa: S603  # a revision that begins with - was refused, and the rest is ours
            ["git", *_CAUTION, "-C", top, *words],  # noqa: S607  # git is where the user's PATH has it
            capture_output=True,
            check=False,
            env=surroundings,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError:
        raise UserError.at(
            "--since", "git is not installed, and it alone knows what changed; leave out --since"
        ) from None
    except OSError as error:
        raise UserError.at("--since", f"git cannot be run ({error.strerror}); leave out --since") from None
    if answer.returncode:
        if must:
            lines = os.fsdecode(answer.stderr).strip().splitlines()
            raise UserError(
                Problem(top, f"git cannot read this repository ({next(_reasons(lines), 'no reason given')})")
            )
        return None
    return os.fsdecode(answer.stdout)


def _reasons(lines: Sequence[str]) -> Iterator[str]:
    yield from (line.partition(": ")[2] or line for line in lines if line.startswith("fatal"))
    yield from lines
