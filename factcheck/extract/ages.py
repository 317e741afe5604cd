"""The age told beside a person's name."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.extract.found import FoundFigure
from factcheck.extract.found_names import FoundName
from factcheck.extract.scene import Scene
from factcheck.model.person import Age
from factcheck.text.passage import Passage

NEAR = 6
"""Tokens between a name and its age, all of them marks or words of an age."""
LONGEST_WORD = 3
"""Tokens by which a word of an age may reach over the end of the figure ("34-year-old")."""
BEHIND_NAME = ("age", "stop", "unit")
BEFORE_NAME = ("age", "unit", "role", "title", "post", "place", "counted", "office-level", "portfolio")
MARKS = frozenset("(,،-–—")
YEARS = "a"


def age_of(scene: Scene, name: FoundName, figures: Sequence[FoundFigure]) -> Age | None:
    """Give the age that a person's name is followed by ("Omar, 34") or led by ("34-year-old Omar")."""
    passage = scene.passage
    ages = [(f, f.figure.exact) for f in figures if f.figure.role == "age" and f.figure.exact is not None]
    # In a list of people ("Omar Reed, 25, Ann Cole, 34") what stands before a name is another one's.
    behind = (pair for pair in ages if _beside(passage, name.end, pair[0].start, BEHIND_NAME))
    before = (pair for pair in ages if _before(scene, pair[0], name))
    for found, value in (*behind, *before):
        return Age(passage.span(found.start, found.end), value, found.figure.unit or YEARS)
    return None


def _before(scene: Scene, found: FoundFigure, name: FoundName) -> bool:
    """Tell an age before a name, where names are not followed by what is told of them in other ways."""
    if "capitals-name" not in scene.language.options:
        return False
    return found.end == name.start or _beside(scene.passage, found.end, name.start, BEFORE_NAME)


def _beside(passage: Passage, start: int, end: int, groups: Sequence[str]) -> bool:
    """Tell whether nothing but marks and words of some groups stands between two tokens."""
    if not 0 < end - start <= NEAR:
        return False
    covered = set[int]()
    for at in range(max(0, start - LONGEST_WORD), end):
        match = passage.at(at, *groups)
        if match is not None:
            covered.update(range(at, match.end))
        elif passage.tokens[at].text in MARKS:
            covered.add(at)
    return covered.issuperset(range(start, end))
