"""Quoting a stretch of a report with the words around it, so that a reader knows where it stands."""

from __future__ import annotations

from itertools import takewhile

from msgspec import Struct
from rich.cells import cell_len

from factcheck.model.claim import Reading
from factcheck.model.report import Sentence
from factcheck.model.span import Span
from factcheck.render.bidi import harmless
from factcheck.render.cells import ELLIPSIS, cut

MOST_WORDS = 8
"""Words of context on either side, at most."""
STOPS = ".,;:!?|،؛؟"
"""Marks that part a phrase from the words before it."""
DOTS = 2
"""Cells of an ellipsis with its space."""


class Quotation(Struct, frozen=True):
    """The words meant, and the words of their sentence before and after; spaces between are part of the outer two."""

    before: str
    words: str
    after: str

    @property
    def text(self) -> str:
        """Everything in one."""
        return self.before + self.words + self.after


def quotation(reading: Reading, span: Span, room: int, around: int = MOST_WORDS) -> Quotation:
    """Quote a span in at most `room` cells, with up to `around` whole words of its sentence on each side as they fit.

    An ellipsis shows where the sentence goes on.
    """
    lead, words, trail = _parted(reading, span)
    if around == 0:
        words = Quotation(words.before, words.words, words.after.rstrip(STOPS))
    own = cell_len(words.text)
    if own > room:
        return Quotation("", cut(words.text, room), "")
    left, right = _taken(lead[::-1][:around], trail[:around], room - own - 2 * DOTS)
    dots = around > 0 and own + 2 * DOTS <= room
    opening = ELLIPSIS + " " if dots and left < len(lead) else ""
    closing = " " + ELLIPSIS if dots and right < len(trail) else ""
    return _put_together(lead[len(lead) - left :], words, trail[:right], opening, closing)


def phrase(reading: Reading, span: Span, room: int, before: int, after: int) -> Quotation:
    """Give a span with so many words before and after it, fewer where a comma or full stop parts them from it."""
    lead, words, trail = _parted(reading, span)
    near = list(takewhile(lambda word: word[-1] not in STOPS, lead[::-1][:before]))
    open_end = not words.after and words.words[-1:] not in STOPS
    far = [word.rstrip(STOPS) for word in trail[:after]] if open_end else []
    words = Quotation(words.before, words.words, words.after.rstrip(STOPS))
    if cell_len(words.text) > room:
        return Quotation("", cut(words.text, room), "")
    left, right = _taken(near, far, room - cell_len(words.text))
    return _put_together(near[:left][::-1], words, far[:right])


def sentence_at(reading: Reading, span: Span) -> int:
    """Give the index of the sentence a span stands in, -1 where it is in none."""
    return next((sentence.index for sentence in reading.sentences if sentence.span.covers(span)), -1)


def _put_together(
    lead: list[str], words: Quotation, trail: list[str], opening: str = "", closing: str = ""
) -> Quotation:
    before = opening + "".join(f"{word} " for word in lead) + words.before
    return Quotation(before, words.words, words.after + "".join(f" {word}" for word in trail) + closing)


def _parted(reading: Reading, span: Span) -> tuple[list[str], Quotation, list[str]]:
    """Give the words before a span in its sentence, the span with what is written together with it, the words after."""
    before, words, after = _sentence(reading, span)
    # A clitic, the rest of a word or a full stop has no space between: it goes wherever the span goes.
    glue, tail = before.rpartition(" ")[2], after.partition(" ")[0]
    lead, trail = before.split()[: -1 if glue else None], after.split()[1 if tail else 0 :]
    return lead, Quotation(glue, words, tail), trail


def _sentence(reading: Reading, span: Span) -> tuple[str, str, str]:
    """Give what stands before a span in its sentence, the span, and what stands after; spaces at the seams are kept."""
    report = reading.report
    whole = next((_said(s) for s in reading.sentences if _said(s).covers(span)), span)
    before = report.surface(Span(whole.start, span.start, span.field))
    after = report.surface(Span(span.end, whole.end, span.field))
    # A letter at the seam keeps the space there, wherever it stands among characters that are dropped.
    return harmless(f"{before}x")[:-1], harmless(report.surface(span)), harmless(f"x{after}")[1:]


def _said(sentence: Sentence) -> Span:
    """Give the words of a sentence; of a table's row, without the bars at its ends."""
    cells = sentence.cells
    return cells[0].join(cells[-1]) if cells else sentence.span


def _taken(before: list[str], after: list[str], room: int) -> tuple[int, int]:
    """Tell how many words of each side fit, one from each in turn, from the middle outwards."""
    counts = [0, 0]
    sides = (before, after)
    growing = [0, 1]
    while growing:
        for side in tuple(growing):
            more = sides[side][counts[side] : counts[side] + 1]
            need = cell_len(more[0]) + 1 if more else room + 1
            if need > room:
                growing.remove(side)
            else:
                room -= need
                counts[side] += 1
    return counts[0], counts[1]
