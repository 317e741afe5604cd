"""Which figures of two reports meet; whether they agree is not asked here."""

from __future__ import annotations

import pytest

from factcheck.align.alignment import Alignment, align
from factcheck.model.claim import Claim, Reading
from factcheck.pipeline import extract_claims, read_report


def readings(*texts: str, code: str = "en") -> list[Reading]:
    return [extract_claims(read_report(text, id=f"r{number}", language=code)) for number, text in enumerate(texts)]


def met(given: list[Reading], alignment: Alignment) -> list[tuple[str, str]]:
    pairs = [(given[p.a.report].claim(p.a.claim), given[p.b.report].claim(p.b.claim)) for p in alignment.pairs]
    return [(a.text, b.text) for a, b in pairs if a.figure is not None]


DEAD = "The blast killed {} people and injured {} in the market of Aden on Monday, police said."


def test_the_same_thing_meets_whatever_its_value() -> None:
    given = readings(DEAD.format(12, 30), DEAD.format(14, 90))
    assert met(given, align(given)) == [("12 people", "14 people"), ("30", "90")]


@pytest.mark.parametrize("second", [("12", "30"), ("13", "31"), ("700", "2")])
def test_values_never_score_the_pair(second: tuple[str, str]) -> None:
    given = readings(DEAD.format(12, 30), DEAD.format(*second))
    reference = readings(DEAD.format(12, 30), DEAD.format(12, 30))
    scores = [pair.score for pair in align(given).pairs]
    assert scores == pytest.approx([pair.score for pair in align(reference).pairs], abs=0.01)


def test_amounts_of_different_dimensions_never_meet() -> None:
    first = "The fair in Aden drew 500 visitors on Monday, the organisers said."
    second = "The fair in Aden earned $500 on Monday, the organisers said."
    given = readings(first, second)
    assert met(given, align(given)) == []


def test_reports_of_two_events_are_not_paired() -> None:
    given = readings(DEAD.format(12, 30), "Norvale made a profit of 12 million pounds and opened 30 shops in Wales.")
    alignment = align(given)
    assert not alignment.same_event
    assert alignment.pairs == ()


def test_the_order_of_the_reports_does_not_matter() -> None:
    texts = (DEAD.format(12, 30), DEAD.format(14, 31) + " Some 40 homes burned.")
    forth, back = readings(*texts), readings(*texts[::-1])
    turned = sorted((b, a) for a, b in met(back, align(back)))
    assert sorted(met(forth, align(forth))) == turned


def test_every_pair_carries_its_signals() -> None:
    given = readings(DEAD.format(12, 30), DEAD.format(14, 31))
    for pair in align(given).pairs:
        claim: Claim = given[pair.a.report].claim(pair.a.claim)
        if claim.figure is not None:
            assert {"clause", "sentence", "position"} <= set(dict(pair.signals))
            assert 0 < pair.score <= 1
