"""One person's name spelled two ways in one report."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.align.people import Person, one_word
from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.people import people_in
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.person import NameWord

SHORTEST = 4
"""Letters of a word of a name from which two spellings of it can be told from two words."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for every person whose first or family name a report spells in two ways."""
    (report,) = where
    for person in people_in(case, report):
        found = _two_ways(person)
        if found is not None:
            a, b = found
            yield Draft(
                level="",
                evidence=(case.evidence(report, a.span, "a"), case.evidence(report, b.span, "b")),
                basis=tuple((" ".join(w.text for w in m.name.words), "name") for m in found if m.name is not None),
                values={"a": a.text, "b": b.text},
                steps=(Step("one-person", True, (("a", a.text), ("b", b.text))),),
                claims=((report, a.id), (report, b.id)),
            )


def _two_ways(person: Person) -> tuple[Claim, Claim] | None:
    for a, b in itertools.combinations(person.mentions, 2):
        if a.name is None or b.name is None:
            continue
        ours, theirs = a.name.words, b.name.words
        ends = [(ours[-1], theirs[-1]), (ours[0], theirs[0])][: min(len(ours), len(theirs), 2)]
        if any(_spelled_apart(x, y) for x, y in ends):
            return a, b
    return None


def _spelled_apart(a: NameWord, b: NameWord) -> bool:
    """Tell two spellings of one word; another first letter may be written together with the name."""
    long = min(len(a.text), len(b.text)) >= SHORTEST and a.text[0] == b.text[0]
    return long and a.text != b.text and one_word(a, b, True)


CHECK = Check("report", (), frozenset({"a", "b"}), Options, run)
"""The check."""
