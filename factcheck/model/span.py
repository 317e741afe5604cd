"""Where something stands in a report."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Field = Literal["title", "text"]


class Span(Struct, frozen=True):
    """A half-open range of code points in one untouched field of a report: `text[start:end]` is its surface."""

    start: int
    end: int
    field: Field = "text"

    @property
    def order(self) -> tuple[bool, int, int]:
        """Reading order: the title stands before the text."""
        return (self.field == "text", self.start, self.end)

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one code point of the same field."""
        return self.field == other.field and self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.field == other.field and self.start <= other.start and other.end <= self.end

    def join(self, other: Span) -> Span:
        """Give the smallest span that covers both (of one field)."""
        return Span(min(self.start, other.start), max(self.end, other.end), self.field)
