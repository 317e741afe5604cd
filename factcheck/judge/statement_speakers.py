"""One statement given to two people."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.align.people import Person
from factcheck.judge.case import Case, Draft
from factcheck.judge.quote_pairs import quote_pairs
from factcheck.judge.speakers import Disputed, disputed
from factcheck.model.finding import Evidence
from factcheck.model.pair import Step


def statement_speakers(case: Case, where: tuple[int, ...]) -> Iterator[Draft]:
    """Give a draft for every statement, word for word or nearly, that two reports give to two people by name.

    Quotations are left to the check of quotations.
    """
    first, second = where
    quoted = [(pair.a.span, pair.b.span) for pair in quote_pairs(case, where)]
    told: set[tuple[str, str]] = set()
    for found in disputed(case, (first, second)):
        key = _name(found.speakers[0]), _name(found.speakers[1])
        a, b = found.a.attribution.content, found.b.attribution.content
        by_quote = any(a.overlaps(x) and b.overlaps(y) for x, y in quoted)
        if key not in told and not by_quote:
            told.add(key)
            yield _draft(case, (first, second), found)


def _draft(case: Case, where: tuple[int, int], found: Disputed) -> Draft:
    sources, statements = list[Evidence](), list[Evidence]()
    for report, (attribution, _), label in zip(where, (found.a, found.b), "ab", strict=True):
        if attribution.source is not None:
            sources.append(case.evidence(report, attribution.source.named, label))
        statements.append(case.evidence(report, attribution.content, "says"))
    values = {source.label: source.text for source in sources}
    return Draft(
        level="",
        evidence=(*sources, *statements),
        basis=tuple(
            (" ".join(spoken.words), _name(person))
            for spoken, person in zip((found.a, found.b), found.speakers, strict=True)
        ),
        values=values,
        steps=(
            Step("one-statement", True, (("alike", f"{found.alike:.2f}"),)),
            Step("same-voice", False, tuple(values.items())),
        ),
    )


def _name(person: Person) -> str:
    return " ".join(word.text for word in person.words)
