"""Facts and reports of one's own making."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest

from factcheck.data.document import Document
from factcheck.data.validation import validate
from factcheck.facts.load import fact_of
from factcheck.facts.schema import FactEntry
from factcheck.judge.rules import FACT_PACK, load_rules
from factcheck.model.comparison import Comparison
from factcheck.model.fact import Fact
from factcheck.pipeline import compare_reports, read_report


def fact(subject: object, quantity: object, value: object, as_of: object = None, source: str = "the office") -> Fact:
    """Make a fact as a file of facts would give it."""
    given = {"subject": subject, "quantity": quantity, "value": value, "as-of": as_of, "source": source}
    known = {key: part for key, part in given.items() if part is not None}
    return fact_of(validate(FactEntry, Document(known, {(): (1, 1)}), "facts.yaml"))


KNOWN = (
    fact(["Egypt", "مصر"], ["population", "عدد السكان", "سكان", "inhabitants"], "106 million", 2024),
    fact(["Egypt", "مصر"], ["exports", "صادرات"], "40 billion dollars", 2024),
    fact(["Egypt", "مصر"], ["unemployment rate", "unemployment", "معدل البطالة", "البطالة"], "6.9%", 2024),
    fact(["Lantern Tower", "برج الفنار"], ["height", "tall", "high", "ارتفاع"], "214 metres"),
    fact(["Karsand Oil", "نفط كرسند"], ["net profit", "net income", "صافي أرباح", "أرباح"], "9 billion dollars", 2024),
    fact(["Velm University", "جامعة فيلم"], ["students", "طلاب", "عدد الطلاب", "طالب"], "30 thousand students", 2024),
)
"""What the desk of these tests knows."""


@pytest.fixture(scope="session")
def known() -> tuple[Fact, ...]:
    return KNOWN


@pytest.fixture(scope="session")
def make_fact() -> Callable[..., Fact]:
    return fact


@pytest.fixture(scope="session")
def hold() -> Callable[..., Comparison]:
    """Give what holds texts to facts, with the rules for facts alone."""
    rules = [rule for rule in load_rules().require() if rule.pack == FACT_PACK]

    def held(*texts: str, facts: tuple[Fact, ...] = KNOWN, published: str | None = None, **given: Any) -> Comparison:
        day = datetime.date.fromisoformat(published) if published else None
        reports = [read_report(text, id=f"r{n}", published=day, **given) for n, text in enumerate(texts)]
        return compare_reports(reports, rules, facts=facts)

    return held
