"""The comparability ladder: each step, what passes it, and that the first that fails is the answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from factcheck.judge.comparability import comparable, inferred
from factcheck.model.claim import Claim
from factcheck.model.figure import Figure

Make = Callable[..., Claim]
Fig = Callable[..., Figure]
ALIKE: Mapping[str, float] = {"clause": 0.95, "sentence": 0.9, "counted": 1.0}


def stopped(a: Claim, b: Claim, signals: Mapping[str, float] = ALIKE) -> str | None:
    """Give the step that failed; None where the two may be compared."""
    fits, steps = comparable(a, b, signals)
    back, again = comparable(b, a, signals)
    assert (fits, [s.name for s in steps]) == (back, [s.name for s in again])
    assert all(step.passed for step in steps[:-1])
    return None if fits else steps[-1].name


def test_the_same_thing_said_the_same_way_may_be_compared(claim: Make) -> None:
    one = claim("12", key="dead", speaker="civil defence")
    fits, steps = comparable(one, one, ALIKE)
    assert fits
    assert list(inferred(steps)) == []


@pytest.mark.parametrize(
    ("step", "left", "right"),
    [
        ("same-thing", {"key": "dead"}, {"key": "injured"}),
        ("same-thing", {"noun": "sheep"}, {"noun": "turbines"}),
        ("same-scope", {"key": "dead", "names": frozenset({"aden"})}, {"key": "dead", "names": frozenset({"taiz"})}),
        ("same-moment", {"key": "dead", "moment": "2026-01-04"}, {"key": "dead", "moment": "2026-01-05"}),
        ("same-moment", {"key": "dead", "earlier": True}, {"key": "dead"}),
        ("same-session", {"session": True}, {"session": True}),
        ("same-modality", {"key": "dead", "modality": "forecast"}, {"key": "dead"}),
        ("same-voice", {"key": "dead", "speaker": "civil defence"}, {"key": "dead", "speaker": "رئيس البلدية"}),
    ],
)
def test_one_step_tells_them_apart(step: str, left: dict[str, Any], right: dict[str, Any], claim: Make) -> None:
    assert stopped(claim("12", **left), claim("30", **right)) == step


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ({"key": "dead"}, {"key": "dead", "speaker": "civil defence"}),
        ({"key": "dead", "names": frozenset({"aden"})}, {"key": "dead", "names": frozenset({"aden", "taiz"})}),
        ({"key": "dead", "names": frozenset({"aden"})}, {"key": "dead"}),
        ({"key": "dead", "moment": "2026-01-04"}, {"key": "dead"}),
        ({"session": True, "moment": "2026-01-04"}, {"session": True, "moment": "2026-01-04"}),
        ({"noun": "turbine"}, {"noun": "turbines"}),
        ({"key": "dead", "speaker": "the civil defence"}, {"key": "dead", "speaker": "civil defence spokesman"}),
    ],
)
def test_what_one_side_leaves_out_tells_nothing_apart(left: dict[str, Any], right: dict[str, Any], claim: Make) -> None:
    assert stopped(claim("12", **left), claim("30", **right)) is None


def test_amounts_of_two_dimensions_or_currencies_never_meet(claim: Make, fig: Fig) -> None:
    dollars = claim("12", of=fig("12", form="money", unit="USD"))
    euros = claim("12", of=fig("12", form="money", unit="EUR"))
    share = claim("12", of=fig("12", form="percent", unit="%"))
    assert stopped(dollars, euros) == "same-dimension"
    assert stopped(dollars, share) == "same-dimension"
    assert stopped(dollars, dollars) is None


def test_per_another_unit_is_another_scope(claim: Make, fig: Fig) -> None:
    daily = claim("12", of=fig("12", form="measure", unit="bbl", per="d"))
    yearly = claim("12", of=fig("12", form="measure", unit="bbl", per="a"))
    assert stopped(daily, yearly) == "same-scope"


@pytest.mark.parametrize(
    ("clause", "sentence", "fits", "sure"),
    [
        (0.95, 0.9, True, True),
        (0.6, 0.5, True, False),
        (0.4, 0.5, False, False),
        (0.6, 0.3, False, False),
        (0.1, 0.85, True, True),
    ],
)
def test_wording_too_far_apart_is_another_statement(
    clause: float, sentence: float, fits: bool, sure: bool, claim: Make
) -> None:
    one = claim("12", key="dead")
    said, steps = comparable(one, one, {"clause": clause, "sentence": sentence})
    assert said == fits
    assert not fits or (list(inferred(steps)) == []) == sure


def test_across_languages_the_thing_is_one_by_key_and_the_statement_by_what_both_name(claim: Make) -> None:
    one = claim("12", key="dead")
    assert stopped(one, one, {"counted": 1.0, "sentence": 0.7}) is None
    assert stopped(one, one, {"counted": 1.0, "sentence": 0.2}) == "same-statement"
    assert stopped(one, claim("12", key="injured"), {"counted": 0.0, "sentence": 0.9}) == "same-thing"
    assert stopped(one, claim("12"), {"sentence": 0.9}) == "same-thing"


def test_across_languages_the_place_in_a_text_that_follows_another_makes_up_for_a_noun(claim: Make) -> None:
    one = claim("12", key="dead")
    assert stopped(one, claim("12"), {"sentence": 0.6, "order": 0.95}) is None
    assert stopped(one, claim("12"), {"sentence": 0.6, "order": 0.5}) == "same-thing"


def test_a_missing_noun_is_made_up_for_by_the_clause_alone(claim: Make) -> None:
    assert stopped(claim("12", key="dead"), claim("30")) is None
    assert stopped(claim("12", key="dead"), claim("30"), {"clause": 0.5, "sentence": 0.9}) == "same-thing"


def test_every_step_says_what_it_was_decided_on(claim: Make) -> None:
    _, steps = comparable(claim("12", key="dead"), claim("30", key="dead"), ALIKE)
    assert [step.name for step in steps] == [
        "same-dimension", "same-thing", "same-scope", "same-moment", "same-modality", "same-statement", "same-voice",
    ]  # fmt: skip
    assert all({"a", "b"} <= set(dict(step.values)) or "clause" in dict(step.values) for step in steps)
