"""Errors a user can cause: always one line saying where, what, and what would be right."""

from __future__ import annotations

from msgspec import Struct


class Problem(Struct, frozen=True):
    """One thing wrong with something the user gave us.

    `path` names the file (or `-` for standard input, or an option); `line` and `column` count from 1
    and are None where the problem has no place inside the file.
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{place}: {self.message}" if place else self.message


class UserError(Exception):
    """One or more problems that stop the work, collected so that all are reported together."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems

    @classmethod
    def at(cls, path: str, message: str, line: int | None = None, column: int | None = None) -> UserError:
        """Build the error for a single problem."""
        return cls(Problem(path, message, line, column))
