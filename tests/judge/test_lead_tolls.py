"""Which figures are the toll that a report opens with."""

from __future__ import annotations

import pytest

from factcheck.judge.lead_tolls import lead_tolls
from factcheck.pipeline import extract_claims, read_report

REST = "\n\nThe injured were taken to hospital.\n\nThe road was closed for an hour."


@pytest.mark.parametrize(
    ("opening", "tolls"),
    [
        ("Three people were killed and 12 injured in an accident on Friday.", {"dead", "injured"}),
        ("Three people were killed and 12 injured in two separate accidents on Friday.", set()),
        ("An accident killed three people on Friday.\n\nSix people were killed in it, police said later.", set()),
    ],
)
def test_the_toll_a_report_opens_with(opening: str, tolls: set[str]) -> None:
    reading = extract_claims(read_report(opening + REST, id="r0", language="en"))
    assert set(lead_tolls(reading).values()) == tolls
