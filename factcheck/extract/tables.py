"""A table's cell takes what it counts from the words of its row and its column."""

from __future__ import annotations

from msgspec.structs import replace

from factcheck.extract.nouns import counted_noun
from factcheck.model.figure import Figure
from factcheck.model.language import Language
from factcheck.model.report import Report
from factcheck.text.passage import Passage, match_lexicon
from factcheck.text.tokens import tokenize


def labelled(figure: Figure, passage: Passage, start: int, report: Report, language: Language) -> Figure:
    """Give a figure in a table cell its counted noun from the row's first cell, or else from the column's header.

    The first cell of a row names what the row is about: in a table it outranks the words inside the cell
    ("12 of the senior officials" under "participants" counts participants). Elsewhere the figure stays as it is.
    """
    cells, heads = passage.sentence.cells, passage.sentence.heads
    if not cells:
        return figure
    token = passage.tokens[start]
    column = next((i for i, cell in enumerate(cells) if cell.start <= token.start < cell.end), None)
    if not column:
        return figure
    labels = [cells[0], *heads[column : column + 1]]
    for label in labels:
        text = report.surface(label)
        tokens = tokenize(text, language)
        for at, matches in sorted(match_lexicon(tokens, language).items()):
            for match in matches:
                if match.entry.group == "counted":
                    shown = " ".join(t.text for t in tokens[at : match.end])
                    return replace(figure, counted=counted_noun(shown, match.entry, passage.groups))
    return figure
