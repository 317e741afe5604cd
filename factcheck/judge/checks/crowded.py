"""A sentence with more figures than a reader can hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, cast

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.pair import Step


class CrowdedOptions(Options, frozen=True, kw_only=True):
    """How many are too many."""

    figures: Annotated[int, Meta(ge=2, le=100, description="least number of figures in a sentence")] = 7


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each sentence of running text with so many figures, but for the prices of a market's session."""
    (report,) = where
    least = cast("CrowdedOptions", options).figures
    reading = case.readings[report]
    for sentence in reading.sentences:
        if sentence.kind != "paragraph":
            continue
        figures = [c for c in case.figures(report, sentence.index) if c.figure and c.figure.form != "vague"]
        if len(figures) < least or any(claim.context.session for claim in figures):
            continue
        statement = case.statement(report, sentence.index)
        count = str(len(figures))
        yield Draft(
            level="",
            evidence=(case.evidence(report, sentence.span),),
            basis=((" ".join(sorted(set(statement.context.stems))), "crowded"),),
            values={"items": count},
            steps=(Step("crowded", False, (("items", count),)),),
            claims=((report, statement.id),),
        )


CHECK = Check("report", (), frozenset({"items"}), CrowdedOptions, run)
