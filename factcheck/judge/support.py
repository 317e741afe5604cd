"""Whether a figure has a source, and whether that source is one that can carry it."""

from __future__ import annotations

from typing import Literal

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.source import Source

Support = Literal["named", "described", "bare", "none"]


def support(case: Case, report: int, claim: Claim) -> tuple[Support, Step]:
    """Grade a figure's source: `named` carries it, `described` for what such a source can know, `bare` does not.

    A source counts where its statement covers the figure, or where it speaks anywhere in the figure's sentence.
    """
    source = claim.attribution.source if claim.attribution is not None else None
    if source is None:
        spoken = [a.source for a in case.attributions(report, claim.context.sentence) if a.source is not None]
        source = min(spoken, key=_weight) if spoken else None
    if source is None:
        return "none", Step("no-source", True, (("figure", claim.text),))
    grade: Support = "named"
    if source.kind == "unnamed":
        grade = "bare" if source.rung == "bare" else "described"
    text = case.readings[report].report.surface(source.named)
    return grade, Step("source", grade != "bare", (("source", text), ("kind", source.rung or source.kind)))


def _weight(source: Source) -> int:
    return {"bare": 2, "described": 1}.get(source.rung or "", 0)
