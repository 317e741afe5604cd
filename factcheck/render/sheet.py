"""What a terminal's page is made with: its width, its reader's language, and the ways to set a line on it."""

from __future__ import annotations

from collections.abc import Iterable
from io import StringIO

from msgspec import Struct
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from factcheck.data.messages import Messages
from factcheck.render.bidi import PDI, Bidi, is_rtl, isolate
from factcheck.render.flow import TIE, flow
from factcheck.render.quotation import Quotation

LEAST_WIDTH = 40
"""Narrower pages are made as wide as this: a line has to hold a place and a few words."""

WIDEST_ITEM = 40
"""Items of a list that take more cells may be broken over lines."""

SEVERITY_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}


class Sheet(Struct, frozen=True):
    """A page's settings: `width` in cells, `rtl` where the reader's language is written from right to left."""

    messages: Messages
    width: int
    bidi: Bidi = "isolate"
    explain: bool = False

    @property
    def rtl(self) -> bool:
        """Tell whether the reader's language is written from right to left."""
        return self.messages.text("direction") == "rtl"

    def say(self, key: str, /, **slots: object) -> str:
        """Give an interface message of the section `terminal`."""
        return self.messages.text(f"terminal.{key}", **slots)

    def isolated(self, text: str) -> str:
        """Wrap right-to-left text for this page."""
        return isolate(text, self.bidi)

    def flow(self, text: str, width: int, first: int | None = None, *, technical: bool = False) -> list[str]:
        """Wrap a message of the reader's language, or notes on how something was read, which are in no language."""
        return flow(text, width, rtl=self.rtl and not technical, bidi=self.bidi, first=first)

    def paragraph(
        self, text: str, *, head: Text | None = None, indent: int = 0, style: str = "", technical: bool = False
    ) -> list[Text]:
        """Set a message: after `head` on the first line, further lines at `indent` (the head's width, if not given)."""
        start = head if head is not None else Text(" " * indent)
        indent = indent or start.cell_len
        pieces = self.flow(text, self.width - indent, self.width - start.cell_len, technical=technical)
        first = start.copy().append(pieces[0], style)
        return [first, *(Text(" " * indent).append(piece, style) for piece in pieces[1:])]

    def words(self, quotation: Quotation, opening: str = "", closing: str = "") -> Text:
        """Set words of a report, the words around those meant in a fainter colour."""
        line = Text(opening).append(quotation.before, "dim")
        line.append(quotation.words, "bold" if quotation.text != quotation.words else "").append(quotation.after, "dim")
        line.append(closing)
        wrapped = self.isolated(line.plain)
        return Text(wrapped[0]).append_text(line).append(PDI) if wrapped != line.plain else line

    def quote(self, quotation: Quotation) -> Text:
        """Set quoted words in guillemets."""
        return self.words(quotation, "«", "»")


def heading(sheet: Sheet, text: str) -> list[Text]:
    """Set a section's heading, with a line of air above."""
    return [Text(""), Text(sheet.isolated(text), "bold")]


def printed(lines: Iterable[Text], width: int, *, color: bool) -> str:
    """Give lines as text, with colours as ANSI codes or none at all; independent of the environment."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        force_terminal=color,
        force_jupyter=False,
        color_system="standard" if color else None,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
        _environ={},
    )
    for line in lines:
        line.rstrip()
        console.print(line, soft_wrap=True)
    return out.getvalue()


def joined(items: Iterable[str]) -> str:
    """Join short items; lines end between two items rather than within one, and never before the dot."""
    return f"{TIE}· ".join(tied(item) for item in items if item)


def tied(item: str) -> str:
    """Keep a short item on one line; right-to-left words are left alone: their direction is settled word by word."""
    return item if is_rtl(item) or cell_len(item) > WIDEST_ITEM else item.replace(" ", TIE)
