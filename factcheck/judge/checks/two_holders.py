"""One office that one person holds, and two people who hold it in one report."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.namesakes import same_office, two_names
from factcheck.judge.offices import Told
from factcheck.judge.people import people_in
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step

MOST = 40
"""Tellings of offices from which a report is a list of them."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each office with one holder, told to be over the same thing, that is given two people's names.

    Nothing is said where a sentence tells of a change of office, nor of a post with a holder before or to come.
    """
    (report,) = where
    people = people_in(case, report)
    told = [(person, Told(*item)) for person in people for item in person.offices if item[1].one]
    if len(told) > MOST:
        return
    seen: set[frozenset[int]] = set()
    for (one, a), (other, b) in itertools.combinations(told, 2):
        both = frozenset({id(one), id(other)})
        if one is other or both in seen or not two_names(one.words, other.words, True):
            continue
        over_one = a.office.of & b.office.of or a.office.fields & b.office.fields
        if over_one and same_office(a.office, b.office, True):
            seen.add(both)
            yield _draft(case, report, a, b)


def _draft(case: Case, report: int, a: Told, b: Told) -> Draft:
    offices = [case.readings[report].report.surface(told.office.span) for told in (a, b)]
    mentions = (a.mention, b.mention)
    return Draft(
        level="",
        evidence=(case.evidence(report, a.mention.span, "a"), case.evidence(report, b.mention.span, "b")),
        basis=tuple((_words(mention), "office") for mention in mentions),
        values={"a": a.mention.text, "b": b.mention.text, "office": offices[0]},
        steps=(Step("one-office", True, (("a", offices[0]), ("b", offices[1]))),),
        claims=tuple((report, mention.id) for mention in mentions),
    )


def _words(claim: Claim) -> str:
    return " ".join(word.text for word in claim.name.words) if claim.name is not None else ""


CHECK = Check("report", (), frozenset({"a", "b", "office"}), Options, run)
