"""Whether a figure has a source, and whether that source is one that can carry it."""

from __future__ import annotations

from typing import Literal

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.source import Attribution, Source

Support = Literal["named", "described", "bare", "none"]

AROUND = 2
"""Sentences before and behind a figure's own among which one speaker may go on over it."""

MOST = 4
"""Times that what a report is drawn from is credited, at least."""
NEAR = 3
"""Characters before the word a sentence begins with (an opening mark)."""


def support(case: Case, report: int, claim: Claim) -> tuple[Support, Step]:
    """Grade a figure's source: `named` carries it, `described` for what such a source can know, `bare` does not.

    A source counts where its statement covers the figure, where it speaks anywhere in the figure's sentence, and where
    the same one speaks right before and right behind it. Words in quotation marks are somebody's, and so is what a
    verb of saying covers whose subject the program cannot read.
    """
    source = claim.attribution.source if claim.attribution is not None else None
    if source is None:
        here = [a for a in case.attributions(report, claim.context.sentence) if not _begins_behind(claim, a)]
        spoken = [a.source for a in here if a.source is not None]
        source = min(spoken, key=_weight) if spoken else None
    if source is None and claim.attribution is not None:
        return "named", Step("source-unread", True, (("figure", claim.text),))
    if source is None:
        source = _goes_on(case, report, claim) or _above_list(case, report, claim) or _polled(case, report, claim)
    if source is None and (_quoted(case, report, claim) or _in_poll(case, report, claim)):
        return "named", Step("source-unread", True, (("figure", claim.text),))
    if source is None:
        return "none", Step("no-source", True, (("figure", claim.text),))
    grade: Support = "named"
    if source.kind == "unnamed":
        grade = "bare" if source.rung == "bare" else "described"
    text = case.readings[report].report.surface(source.named)
    return grade, Step("source", grade != "bare", (("source", text), ("kind", source.rung or source.kind)))


def carried(grade: Support) -> bool:
    """Tell whether a source of this grade carries a figure."""
    return grade in ("named", "described")


def _weight(source: Source) -> int:
    return {"bare": 2, "described": 1}.get(source.rung or "", 0)


def _begins_behind(claim: Claim, attribution: Attribution) -> bool:
    """Tell a statement that only begins in a clause behind the figure's ("... , and the mayor expects that ...")."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or attribution.content.start < cue.end:
        return False
    return min(cue.start, source.span.start) > claim.context.clause.end


def _quoted(case: Case, report: int, claim: Claim) -> bool:
    return any(c.quote is not None and c.quote.span.covers(claim.span) for c in case.readings[report].claims)


POLLS = frozenset({"poll", "survey", "census"})
"""Keys of documents that give shares."""
STILL = 4
"""Sentences over which a poll that was credited gives shares."""


def _in_poll(case: Case, report: int, claim: Claim) -> bool:
    """Tell a share whose sentence names the poll it is from, without a word of saying ("in this month's poll")."""
    markers = case.markers(report, claim.context.sentence, "document")
    return _is_share(claim) and any(marker.key in POLLS for marker in markers)


def _polled(case: Case, report: int, claim: Claim) -> Source | None:
    """Give the poll that was credited a few sentences before a share, where nobody else has spoken since."""
    if not _is_share(claim):
        return None
    for number in range(claim.context.sentence - 1, claim.context.sentence - 1 - STILL, -1):
        spoken = [a.source for a in case.attributions(report, number) if a.source is not None] if number >= 0 else []
        if spoken:
            polls = [m for m in case.markers(report, number, "document") if m.key in POLLS]
            return spoken[0] if any(m.span.overlaps(spoken[0].named) for m in polls) else None
    return None


def _is_share(claim: Claim) -> bool:
    return claim.figure is not None and claim.figure.form in ("percent", "percentage-point")


def _above_list(case: Case, report: int, claim: Claim) -> Source | None:
    """Give who is credited in the sentence before a list, of whose items the figure's sentence is one."""
    sentences = {s.index: s for s in case.readings[report].sentences}
    number = claim.context.sentence
    while number in sentences and sentences[number].kind == "bullet":
        number -= 1
    if number == claim.context.sentence or number not in sentences:
        return None
    return next((a.source for a in case.attributions(report, number) if a.source is not None), None)


def _goes_on(case: Case, report: int, claim: Claim) -> Source | None:
    """Give who speaks in the sentences right before and right behind a figure's own, where that is one and the same."""
    sentence = claim.context.sentence
    starts = [
        m.key
        for m in case.markers(report, sentence, "further")
        if m.span.start - _start(case, report, sentence) <= NEAR
    ]
    if AND_THAT in starts:
        told = _nearest(case, report, sentence, -1)
        return told[-1].source if told else None
    if not _joins_on(case, report, sentence):
        return _told_throughout(case, report, sentence)
    before = _nearest(case, report, sentence, -1)
    behind = _nearest(case, report, sentence, 1)
    if not before or not behind:
        return None
    last, first = before[-1].source, behind[0].source
    if last is None or first is None or last.kind not in ("document", "organisation"):
        return None  # a person's words are not gone on with unasked
    return last if _one(last, first) else None


AND_THAT = "and-that"
"""The key of the word that goes on with what the last speaker said."""


def _start(case: Case, report: int, number: int) -> int:
    return next(s.span.start for s in case.readings[report].sentences if s.index == number)


def _told_throughout(case: Case, report: int, sentence: int) -> Source | None:
    """Give the document or body that a report is drawn from, where a sentence stands between two of its statements.

    It has to be credited at least four times, more than everyone else together.
    """
    spoken = [a for a in case.readings[report].attributions if a.source is not None and a.cue is not None]
    sources = [a.source for a in spoken if a.source is not None]
    for source in sources:
        same = [a for a in spoken if a.source is not None and _one(a.source, source)]
        if source.kind in ("document", "organisation", "media") and len(same) >= MOST and 2 * len(same) > len(spoken):
            span = next(s.span for s in case.readings[report].sentences if s.index == sentence)
            places = [a.cue.order for a in same if a.cue is not None]
            return source if min(places) < span.order < max(places) else None
    return None


def _joins_on(case: Case, report: int, number: int) -> bool:
    """Tell whether a sentence stands in the paragraph of the one before, or begins with a word that adds to it."""
    sentences = {s.index: s for s in case.readings[report].sentences}
    here, before = sentences[number], sentences.get(number - 1)
    if before is not None and before.block == here.block:
        return True
    return any(marker.span.start - here.span.start <= NEAR for marker in case.markers(report, number, "further"))


def _nearest(case: Case, report: int, sentence: int, step: int) -> list[Attribution]:
    """Give the attributions of the nearest sentence to one side that has any; a heading ends what may go on."""
    sentences = {s.index: s for s in case.readings[report].sentences}
    for number in range(sentence + step, sentence + step * (AROUND + 1), step):
        if number not in sentences or sentences[number].kind in ("headline", "heading"):
            return []
        found = [a for a in case.attributions(report, number) if a.source is not None]
        if found:
            return found
    return []


def _one(a: Source, b: Source) -> bool:
    """Tell whether two mentions are of one source: the same words, or one a part of the other's."""
    words = set(a.key.split()), set(b.key.split())
    return a.named == b.named or bool(words[0] and words[1] and (words[0] <= words[1] or words[1] <= words[0]))
