"""What the YAML parser complains of, in one line: where, what, and what would be right."""

from __future__ import annotations

import re

import yaml

from factcheck.data.document import Place
from factcheck.model.errors import Problem

_BREAK = re.compile("\r\n|\r|\n")

# Control characters and surrogates are no YAML; of the rest, the parsers disagree on whether a byte order mark inside
# the text counts, and they end a line at U+0085, U+2028 and U+2029 where editors do not.
_REFUSED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_INVISIBLE = (0x85, 0x2028, 0x2029, 0xFEFF)

_HINTS = (
    ("mapping values", "put text that holds ': ' in quotes, or check the indentation"),
    ("sequence entries", "begin the list on a line of its own, or put the text in quotes"),
    ("tab character", "indent with spaces, not tabs"),
    ("end of stream", "close the quote or bracket"),
    ("',' or", "close the bracket, or put the missing comma"),
    ("escape", "use single quotes, or write a backslash as \\\\"),
    ("expected key", "check the indentation and the colon after the key"),
    ("expected '-'", "check the indentation"),
    ("<block end>", "check the indentation"),
    ("expected ':'", "put a colon after the key"),
    ("<document start>", "keep one value in the file, and put text with special characters in quotes"),
)


MAX_DEPTH = 40
TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep; make it flatter"


def end_of(text: str) -> Place:
    """Find the place just after the last character of a text."""
    lines = _BREAK.split(text)
    return len(lines), len(lines[-1]) + 1


def character_problem(text: str, path: str) -> Problem | None:
    """Find the first character that must not stand in a file, or None."""
    if not (found := _REFUSED.search(text)):
        return None
    point = ord(found[0])
    if point in _INVISIBLE:
        message = f'character U+{point:04X} is invisible here; remove it, or write "\\u{point:04X}" in double quotes'
    else:
        message = f"character U+{point:04X} is not allowed; remove it"
    return Problem(path, message, *end_of(text[: found.start()]))


def syntax_problem(error: yaml.YAMLError, text: str, path: str) -> Problem:
    """Put the parser's error as a problem with a place inside the text."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = str(getattr(error, "problem", None) or getattr(error, "reason", None) or "not YAML")
    place = _within(text, mark.line, mark.column) if mark else (1, 1)
    if "nesting depth" in what:  # newer versions of libyaml have a limit of their own, and scan ahead of ours
        return Problem(path, TOO_DEEP, *place)
    context, begun = getattr(error, "context", None), getattr(error, "context_mark", None)
    if context:
        since = f" that begins on line {begun.line + 1}" if begun and begun.line + 1 != place[0] else ""
        what = f"{what} ({context}{since})"
    return Problem(path, f"{' '.join(what.split())}; {_hint(what, text, place)}", *place)


def _within(text: str, line: int, column: int) -> Place:
    """Count the place from 1; libyaml puts the end of the text one line past a last line that is not ended."""
    return min((line + 1, column + 1), end_of(text))


def _hint(what: str, text: str, place: Place) -> str:
    line = _BREAK.split(text)[place[0] - 1]
    if line[place[1] - 1 : place[1]] == "\t":
        return "indent with spaces, not tabs"
    return next((hint for part, hint in _HINTS if part in what), "put text with special characters in quotes")
