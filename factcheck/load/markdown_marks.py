"""Markdown without the marks inside its lines: `**12** dead` reads as plain copy, and lines stay the file's lines."""

from __future__ import annotations

import re

_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->))*+-->")
_WHOLE_LINE = re.compile(r"[ \t]*(?:(\*\*|__)[^*_\n]{1,200}\1|!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\))[ \t]*")
"""A line that is one bold phrase or one picture means more than its words: read_marker knows it."""
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[[^\]\n]{1,100}\]:[ \t]+(?:<[^<>\n]{1,500}>|[^\s<>]{1,500})(?:[ \t]+[\"'(][^\n]{0,300})?$", re.MULTILINE
)
_NOTE = re.compile(r"\[\^[^\]\s]{1,40}\](:[ \t]*)?")
_TITLE = r"(?:[ \t]+(?:\"[^\"\n]{0,200}\"|'[^'\n]{0,200}'))?"
_TARGET = rf"\((?:<[^<>\n]{{0,1000}}>|[^()\s]{{0,1000}}(?:\([^()\s]{{0,200}}\)[^()\s]{{0,200}})?){_TITLE}\)"
_PICTURE = re.compile(rf"!\[[^\[\]\n]{{0,300}}\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]{{1,500}})\](?:{_TARGET}|\[[^\[\]\n]{{0,100}}\])")
_STRUCK = re.compile(r"~~(?=\S)[^~\n]{1,500}(?<=\S)~~")
_EMPHASIS = (
    re.compile(r"(?<![*\\])\*\*(?=[^\s*])([^*\n]{1,500})(?<=[^\s*])\*\*(?!\*)"),
    re.compile(r"(?<![_\w\\])__(?=[^\s_])([^\n_]{1,500})(?<=[^\s_])__(?![_\w])"),
    re.compile(r"(?<![*\w\\])\*(?=[^\s*])([^*\n]{1,500})(?<=[^\s*])\*(?![*\w])"),
    re.compile(r"(?<![_\w\\])_(?=[^\s_])([^\n_]{1,500})(?<=[^\s_])_(?![_\w])"),
    re.compile(r"(?<!`)`(?!`)([^`\n]{1,200})`(?!`)"),
)
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!>~-])")


def without_marks(text: str) -> str:
    """Take emphasis, addresses of links, pictures, notes' marks, comments and struck words out of every line."""
    text = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    text = _DEFINITION.sub("", text)
    return "".join(_line(line) for line in text.splitlines(keepends=True))


def _line(line: str) -> str:
    if _WHOLE_LINE.fullmatch(line.rstrip("\r\n")):
        return line
    line = _NOTE.sub("", line)
    line = _PICTURE.sub("", line)
    line = _LINK.sub(r"\1", line)
    line = _STRUCK.sub("", line)
    for emphasis in _EMPHASIS:
        line = emphasis.sub(r"\1", line)
    return _ESCAPED.sub(r"\1", line)
