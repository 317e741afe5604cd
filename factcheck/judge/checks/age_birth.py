"""An age and a year of birth that do not go together in any year the report names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.drafts import claims_draft
from factcheck.judge.schema import When
from factcheck.judge.sums import exact
from factcheck.judge.word_lists import Worded, WordList
from factcheck.model.claim import Claim
from factcheck.model.pair import Step

REACH = 30
"""Code points between the words for a birth and its year."""
YEAR = len("1950")


class BirthOptions(Options, frozen=True, kw_only=True):
    """How a birth is told."""

    born: Annotated[WordList, Meta(description="words before the year of a birth")]


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each sentence with one age and one year of birth that fit no year it may speak of.

    These are the year of publication and every other year of the sentence; where none is known, nothing is said. An age
    may be a year less, before the birthday.
    """
    (report,) = where
    reading = case.readings[report]
    published = reading.report.published
    births: dict[int, list[Worded]] = {}
    for found in case.worded[report].get(cast("BirthOptions", options).born.name, ()):
        births.setdefault(found.sentence, []).append(found)
    told: dict[int, list[Claim]] = {}
    for claim in reading.claims:
        if claim.context.sentence in births and (_year(claim) or _age(claim)):
            told.setdefault(claim.context.sentence, []).append(claim)
    for sentence, claims in told.items():
        ages, years = [c for c in claims if _age(c)], [c for c in claims if _year(c)]
        born = births[sentence][0].span
        birth = next((c for c in years if 0 <= c.span.start - born.end <= REACH), None)
        if birth is None or len(ages) != 1 or len(births[sentence]) > 1:
            continue
        spoken = {_year(c) for c in years if c is not birth} | ({published.year} if published is not None else set())
        made = [year - _year(birth) for year in sorted(spoken) if year > _year(birth)]
        if made and not any(age - 1 <= _age(ages[0]) <= age for age in made):
            values = {"age": ages[0].text, "birth": birth.text}
            step = Step("age-of", False, (("age", str(_age(ages[0]))), ("years", " / ".join(map(str, made)))))
            yield claims_draft(case, report, [ages[0], birth], values, step)


def _age(claim: Claim) -> int:
    return max(0, exact(claim)) if claim.figure is not None and claim.figure.role == "age" else 0


def _year(claim: Claim) -> int:
    date = claim.date
    told = date is not None and date.calendar == "gregorian" and not date.relative and date.edtf[:YEAR].isdigit()
    return int(date.edtf[:YEAR]) if date is not None and told else 0


CHECK = Check("report", (), frozenset({"age", "birth"}), BirthOptions, run)
