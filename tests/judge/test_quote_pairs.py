"""Quotations of two reports held against each other, whichever report comes first."""

from __future__ import annotations

from itertools import permutations

import pytest

from factcheck.pipeline import compare_reports, read_report

SAID = "The mayor of Aswan, Salem Haddad, told reporters on Sunday: “{}”"
START = "We will rebuild every house on the river bank and we will pay for it"


@pytest.mark.parametrize(
    ("first", "second", "found"),
    [
        (f"{START} today.", f"{START} next spring.", [("today", "next spring")]),
        (f"{START} today.", f"{START}.", []),
        (f"Friends, {START}.", f"{START} today.", []),
        (START.replace("house", "school"), START, [("school", "house")]),
    ],
)
def test_words_lost_at_an_end_are_cut_and_words_changed_there_are_altered(
    first: str, second: str, found: list[tuple[str, str]]
) -> None:
    for order in permutations((0, 1)):
        texts = [(first, second)[at] for at in order]
        comparison = compare_reports([read_report(SAID.format(text), id=f"r{at}") for at, text in enumerate(texts)])
        steps = [
            tuple(value for _, value in step.values)
            for finding in comparison.findings
            if finding.rule.id == "quote-altered"
            for step in finding.steps
            if step.name == "words"
        ]
        assert steps == [tuple(pair[at] for at in order) for pair in found]


def test_a_quotation_with_two_speakers_has_one_fingerprint_in_either_order() -> None:
    told = "{}, who runs the port, told reporters on Sunday: “{}.”"
    texts = [told.format("Salem Haddad", START), told.format("Karim Mansour", f"{START} today")]
    prints = []
    for reports in permutations([read_report(text, id=f"r{at}") for at, text in enumerate(texts)]):
        found = compare_reports(reports).findings
        prints.append([f.fingerprint for f in found if f.rule.id == "speaker-conflict"])
    assert len(prints[0]) == 1
    assert prints[0] == prints[1]


@pytest.mark.parametrize(
    ("first", "second", "conflicts"),
    [
        ("Senate Minority Leader Harry Reid, who called on Alan Grayson to quit", "Harry Reid", 0),
        ("Alan Grayson's lawyer Lena Hart", "Lena Hart", 0),
        ("Lena Hart, who once worked for Alan Grayson", "Omar Sidki", 1),
    ],
)
def test_somebody_described_by_another_is_not_the_other(first: str, second: str, conflicts: int) -> None:
    texts = [f"“{START} today,” said {name}." for name in (first, second)]
    for order in permutations(texts):
        reports = [read_report(text, id=f"r{at}", language="en") for at, text in enumerate(order)]
        found = [f for f in compare_reports(reports).findings if f.rule.id == "speaker-conflict"]
        assert len(found) == conflicts
