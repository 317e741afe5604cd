"""Marks at both ends of a range of tokens: which belong to the words between them."""

from __future__ import annotations

from factcheck.text.passage import Passage


def trimmed(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Take marks off both ends of a range, but for those that belong to a figure or a bracket."""
    while start < end and passage.tokens[start].kind == "mark" and passage.tokens[start].text not in "$€£¥(":
        start += 1
    while start < end and passage.tokens[end - 1].kind == "mark" and passage.tokens[end - 1].text not in "%)":
        end -= 1
    return start, end


def without_marks(passage: Passage, start: int, end: int) -> tuple[int, int]:
    """Take the marks off both ends of a source, but for one that closes a name in it."""
    while start < end and passage.tokens[start].kind == "mark":
        start += 1
    while start < end and passage.tokens[end - 1].kind == "mark" and not _closes(passage, start, end - 1):
        end -= 1
    return start, end


def _closes(passage: Passage, start: int, at: int) -> bool:
    """Tell a mark that closes what another one opened behind the first word of a source ("sources of «The Star»")."""
    opening = OPENING.get(passage.tokens[at].text)
    return any(passage.tokens[k].text == opening for k in range(start + 1, at))


OPENING = {"»": "«", "”": "“", '"': '"'}
"""What opens that which these marks close."""
