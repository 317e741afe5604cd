"""One statement given to two people."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.quote_pairs import quote_pairs
from factcheck.judge.schema import When
from factcheck.judge.speakers import Disputed, disputed
from factcheck.model.pair import Step
from factcheck.model.person import NameWord


def run(case: Case, where: tuple[int, ...], when: When, options: BaseModel) -> Iterator[Draft]:
    """Give a draft for every statement, word for word or nearly, that two reports give to two people by name.

    Quotations are left to the check of quotations.
    """
    first, second = where
    quoted = [(pair.a.span, pair.b.span) for pair in quote_pairs(case, where)]
    told: set[tuple[str, str]] = set()
    for found in disputed(case, (first, second)):
        a, b = found.a.attribution, found.b.attribution
        key = _name(found.a.speakers[0].words), _name(found.b.speakers[0].words)
        if key in told or any(a.content.overlaps(x) and b.content.overlaps(y) for x, y in quoted):
            continue
        told.add(key)
        yield _draft(case, (first, second), found)


def _draft(case: Case, where: tuple[int, int], found: Disputed) -> Draft:
    evidence, values = [], {}
    for report, spoken, slot in zip(where, (found.a, found.b), "ab", strict=True):
        source = spoken.attribution.source
        if source is not None:
            evidence.append(case.evidence(report, source.named, slot))
            values[slot] = evidence[-1].text
        evidence.append(case.evidence(report, spoken.attribution.content, "says"))
    return Draft(
        level="",
        evidence=tuple(sorted(evidence, key=lambda e: e.label == "says")),
        basis=tuple((" ".join(s.words), _name(s.speakers[0].words)) for s in (found.a, found.b)),
        values=values,
        steps=(
            Step("one-statement", True, (("alike", f"{found.alike:.2f}"),)),
            Step("same-voice", False, tuple(values.items())),
        ),
    )


def _name(words: tuple[NameWord, ...]) -> str:
    return " ".join(word.text for word in words)


CHECK = Check("pair", (), frozenset({"a", "b"}), Options, run)
"""The check."""
