"""Several sources announced, and one that speaks: "sources said ... the source added"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.claim import Marker
from factcheck.model.pair import Step
from factcheck.model.source import Attribution
from factcheck.model.span import Span


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each unnamed source told of in the plural that speaks on as one.

    It must be pointed back to by the same word in the singular, with nobody else speaking between and no such source
    told of in the singular before.
    """
    (report,) = where
    attributions = sorted(case.readings[report].attributions, key=_place)
    told: set[Span] = set()
    for at, attribution in enumerate(attributions):
        source = attribution.source
        if source is None or source.kind != "unnamed" or source.name is None or source.name in told:
            continue
        one, several = _word(case, report, source.span), _word(case, report, source.name)
        if one is None or several is None or one.key != several.key:
            continue
        if one.plural or not several.plural or _told_as_one(case, report, one):
            continue
        between = attributions[:at]
        if any(a.source is not None and a.source.named != source.name and _after(a, several.span) for a in between):
            continue
        told.add(source.name)
        yield _draft(case, report, source.name, source.span, one)


def _place(attribution: Attribution) -> tuple[bool, int, int]:
    return (attribution.cue or attribution.content).order


def _after(attribution: Attribution, span: Span) -> bool:
    return _place(attribution) > span.order


def _word(case: Case, report: int, span: Span) -> Marker | None:
    """Give the word for a source nobody names that stands first in some words for one."""
    return next((m for m in _sources(case, report) if span.covers(m.span)), None)


def _told_as_one(case: Case, report: int, word: Marker) -> bool:
    return any(
        m.key == word.key and not m.plural and m.span.order < word.span.order
        for m in _sources(case, report)
        if not m.span.overlaps(word.span)
    )


def _sources(case: Case, report: int) -> Iterator[Marker]:
    return (m for m in case.readings[report].markers if m.group == "unnamed")


def _draft(case: Case, report: int, several: Span, one: Span, word: Marker) -> Draft:
    surface = case.readings[report].report.surface
    clause = case.statement(report, word.sentence).context.stems
    return Draft(
        level="",
        evidence=(case.evidence(report, several), case.evidence(report, one, "again")),
        basis=((" ".join(sorted(set(clause))), word.key),),
        values={"sources": surface(several), "source": surface(one)},
        steps=(Step("source-number", False, (("a", surface(several)), ("b", surface(one)))),),
    )


CHECK = Check("report", (), frozenset({"sources", "source"}), Options, run)
