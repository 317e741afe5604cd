"""Quoting a stretch of a report with the words around it, so that a reader knows where it stands."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from factcheck.model.claim import Reading
from factcheck.model.span import Span
from factcheck.render.bidi import harmless
from factcheck.render.cells import ELLIPSIS, cut

MOST_WORDS = 8
"""Words of context on either side, at most."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words meant, and the words of their sentence before and after; spaces between are part of the outer two."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """Everything in one."""
        return self.before + self.words + self.after


def quotation(reading: Reading, span: Span, room: int, around: int = MOST_WORDS) -> Quotation:
    """Quote a span in at most `room` cells: whole words of its sentence around it as they fit, `…` where more follow."""
    report = reading.report
    words = harmless(report.surface(span))
    sentence = next((s.span for s in reading.sentences if s.span.covers(span)), span)
    left = report.surface(Span(sentence.start, span.start, span.field))
    right = report.surface(Span(span.end, sentence.end, span.field))
    before, after = harmless(left).split(), harmless(right).split()
    glue = "" if not left or left[-1].isspace() else before.pop() if before else ""
    tail = "" if not right or right[0].isspace() else after.pop(0) if after else ""
    words_cells = cell_len(glue + words + tail)
    if words_cells > room:
        return Quotation("", cut(glue + words + tail, room), "")
    taken_before, taken_after = _taken(before[-around:] if around else [], after[:around], room - words_cells - 4)
    lead = before[len(before) - taken_before :]
    trail = after[:taken_after]
    opening = ELLIPSIS + " " if taken_before < len(before) and words_cells + 4 <= room else ""
    closing = " " + ELLIPSIS if taken_after < len(after) and words_cells + 4 <= room else ""
    return Quotation(
        opening + "".join(f"{word} " for word in lead) + glue, words, tail + "".join(f" {word}" for word in trail) + closing
    )


def _taken(before: list[str], after: list[str], room: int) -> tuple[int, int]:
    """Tell how many words of each side fit, taking them in turn from the middle outwards; `room` leaves two ellipses."""
    counts = [0, 0]
    sides = (before[::-1], after)
    open_sides = [0, 1]
    while open_sides:
        for side in tuple(open_sides):
            words = sides[side]
            need = cell_len(words[counts[side]]) + 1 if counts[side] < len(words) else room + 1
            if need > room:
                open_sides.remove(side)
            else:
                room -= need
                counts[side] += 1
    return counts[0], counts[1]
