"""Two reports that differ on one person: the name, the age, the office."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from factcheck.judge.ages import age_conflicts
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.name_conflicts import name_conflicts
from factcheck.judge.schema import When
from factcheck.judge.title_conflicts import title_conflicts


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every person whom two reports name, age or title differently.

    Levels: `holder` where one office has two holders, `letters` where two names differ in one consonant, `spelling`
    where they differ as spellings of one name do; `age`, and `age-year` where a birthday or another calendar may lie
    between the two; `title`, and `title-moved` where a sentence tells of a change of office.
    """
    for draft in name_conflicts(case, where):
        yield replace(draft, kind="name", level=draft.level.replace("office", "holder"))
    for draft in age_conflicts(case, where):
        yield replace(draft, kind="number", level={"year": "age-year"}.get(draft.level, "age"))
    for draft in title_conflicts(case, where):
        yield replace(draft, kind="entity", level={"moved": "title-moved"}.get(draft.level, "title"))


CHECK = Check(
    "pair",
    ("holder", "letters", "spelling", "age", "age-year", "title", "title-moved"),
    frozenset({"a", "b"}),
    Options,
    run,
    turns={"equal-ages": ("age",)},
    more_slots={level: frozenset({"person"}) for level in ("age", "age-year", "title", "title-moved")},
)
