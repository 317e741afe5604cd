"""A sentence as attribution sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from factcheck.extract.found_names import FoundName
from factcheck.extract.quotes import FoundQuote
from factcheck.model.language import Language
from factcheck.text.passage import Passage


class Scene(NamedTuple):
    """A sentence's tokens, its language and untouched text, and the quotations and names found in it."""

    passage: Passage
    language: Language
    surface: str
    quotes: Sequence[FoundQuote]
    names: Sequence[FoundName]

    def person_from(self, start: int, end: int) -> FoundName | None:
        """Give the first person named wholly within a range of tokens."""
        return next((n for n in self.names if n.type == "person" and start <= n.start and n.end <= end), None)
