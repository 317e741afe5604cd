"""People named inside the phrase of a source, where capitals tell names: behind their office, or with it."""

from __future__ import annotations

from factcheck.extract.capitals import capital
from factcheck.extract.whose_sources import is_preposition
from factcheck.model.language import Language
from factcheck.text.passage import Passage

FEWEST_CAPITALS = 4
"""Words of a phrase all in capitals from which it is an office and its holder ("Auto Workers Secretary Ann Lee")."""


def all_capitals(passage: Passage, start: int, end: int, language: Language, surface: str) -> bool:
    """Tell whether a phrase is all proper names and offices, where capitals tell names."""
    words = [at for at in range(start, end) if passage.tokens[at].kind == "word"]
    if "capitals-name" not in language.options or len(words) < FEWEST_CAPITALS:
        return False
    return all(capital(passage, at, surface) for at in words)


LONGEST_NAME = 2
"""Words of a name that ends a phrase."""


def ends_in_person(passage: Passage, behind: range, surface: str) -> bool:
    """Tell whether the words behind an office end in a name, past another office ("the aide, editor Ann Lee")."""
    name = behind[-LONGEST_NAME:]
    if len(name) < LONGEST_NAME or len(behind) == LONGEST_NAME or any(is_preposition(passage, at) for at in behind):
        return False
    if any(passage.tokens[at].kind != "word" for at in behind):
        return False
    listed = any(passage.at(at, "organisation", "organisation-head", "place", "media", "document") for at in name)
    return not listed and all(capital(passage, at, surface) for at in name)
