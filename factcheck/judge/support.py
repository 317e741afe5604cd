"""Whether a figure has a source, and whether that source is one that can carry it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from factcheck.judge.case import Case
from factcheck.judge.filings import credited_in_brackets
from factcheck.judge.going_on import FINDING, about_polls, poll_told_of, told_after, told_before
from factcheck.judge.on_record import CROWDS
from factcheck.judge.one_voice import one_voice
from factcheck.judge.own_deeds import own_deed
from factcheck.judge.series import is_share
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.source import Attribution, Source
from factcheck.model.span import Span

Support = Literal["named", "described", "bare", "none"]


def support(case: Case, report: int, claim: Claim) -> tuple[Support, Step]:
    """Grade a figure's source: `named` carries it, `described` for what such a source can know, `bare` does not.

    A source counts where its statement covers the figure, where it speaks anywhere in the figure's sentence, and where
    the same one speaks right before and right behind it. Words in quotation marks are somebody's, and so is what a
    verb of saying covers whose subject the program cannot read.
    """
    source = claim.attribution.source if claim.attribution is not None else None
    if source is None:
        here = [
            a for a in case.attributions(report, claim.context.sentence) if not _begins_behind(case, report, claim, a)
        ]
        spoken = [a.source for a in here if a.source is not None and not _counts_them(claim, a.source)]
        source = min(spoken, key=_weight) if spoken else None
    if source is not None and source.rung == "bare":
        source = min((source, *_around(case, report, claim)), key=_weight)
    polled = is_share(claim) and poll_told_of(case, report, claim)
    if source is not None and source.rung == "bare" and polled:
        return "named", Step("source-unread", True, (("figure", claim.text),))
    if source is None and (claim.attribution is not None or _told(case, report, claim)):
        return "named", Step("source-unread", True, (("figure", claim.text),))
    if source is None:
        source = told_before(case, report, claim) or one_voice(case, report, claim) or told_after(case, report, claim)
    if source is None and (_quoted(case, report, claim) or _in_poll(case, report, claim)):
        return "named", Step("source-unread", True, (("figure", claim.text),))
    deed = own_deed(case, report, claim) if source is None else None
    if deed is not None:
        text = case.readings[report].report.surface(deed.span)
        return "named", Step("own-deed", True, (("figure", claim.text), ("deed", text)))
    if source is None:
        return "none", Step("no-source", True, (("figure", claim.text),))
    grade: Support = "named"
    if source.kind == "unnamed":
        grade = "bare" if source.rung == "bare" else "described"
    text = case.readings[report].report.surface(source.named)
    return grade, Step("source", grade != "bare", (("source", text), ("kind", source.rung or source.kind)))


def _counts_them(claim: Claim, source: Source) -> bool:
    """Tell whether a figure is of a crowd that is heard itself ("some 200 protesters chanted"): it counts nobody."""
    noun = claim.figure.counted if claim.figure is not None else None
    return noun is not None and noun.key in CROWDS and source.named.covers(claim.span)


def carried(grade: Support) -> bool:
    """Tell whether a source of this grade carries a figure."""
    return grade in ("named", "described")


def _weight(source: Source) -> int:
    return {"bare": 2, "described": 1}.get(source.rung or "", 0)


def _around(case: Case, report: int, claim: Claim) -> Iterator[Source]:
    """Give who passes on what nobody named says of a figure ("the mayor added that statistics show ...")."""
    ahead = [m.span for m in case.markers(report, claim.context.sentence, "speech") if m.key in AHEAD]
    for attribution in case.attributions(report, claim.context.sentence):
        cue, source = attribution.cue, attribution.source
        if source is None or cue is None or not attribution.content.covers(claim.span):
            continue
        if not any(verb.overlaps(cue) for verb in ahead):
            yield source


def _told(case: Case, report: int, claim: Claim) -> bool:
    """Tell what a verb before a figure shows to be somebody's words, though not whose they are.

    What somebody is accused of is the charge's, and "announced in May profits of 67 million" is announced.
    """
    sentence = claim.context.sentence
    verbs = [m for m in case.markers(report, sentence, "speech") if m.span.end <= claim.span.start]
    if any(verb.key == ACCUSE for verb in verbs):
        return True
    if any(case.attributions(report, sentence)) or claim.context.negated:
        return False
    return any(verb.key in ANNOUNCED and claim.span.start - verb.span.end <= NEAR for verb in verbs)


ACCUSE = "accuse"
"""The key of verbs of accusing."""
ANNOUNCED = frozenset({"affirm", "announce", "disclose", "reveal"})
"""Keys of verbs that nothing but words can be the object of."""
NEAR = 60
"""Characters from such a verb to a figure of what it announces."""


def _begins_behind(case: Case, report: int, claim: Claim, attribution: Attribution) -> bool:
    """Tell a look ahead that only begins behind the figure ("... , and the mayor expects that ...")."""
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None or attribution.content.start < cue.end:
        return False
    verbs = (m.key for m in case.markers(report, claim.context.sentence, "speech") if m.span.overlaps(cue))
    return min(cue.start, source.span.start) > claim.span.end and not AHEAD.isdisjoint(verbs)


AHEAD = frozenset({"call", "expect", "fear", "hope", "predict", "warn"})
"""Keys of verbs that say what may come, and do not bear out what is told before them."""


def _quoted(case: Case, report: int, claim: Claim) -> bool:
    """Tell what stands in quotation marks: in a quotation, or alone as the phrase somebody is known for."""
    text = case.readings[report].report.surface(
        Span(max(0, claim.span.start - 1), claim.span.end + 1, claim.span.field)
    )
    if text[:1] in MARKS and text[-1:] in MARKS:
        return True
    return any(c.quote is not None and c.quote.span.covers(claim.span) for c in case.claims_at(report, claim.span))


MARKS = frozenset('"“”«»')
"""Marks of quotation."""
FOOTAGE = "footage"
"""The key of what is seen: its viewers can count."""


def _in_poll(case: Case, report: int, claim: Claim) -> bool:
    """Tell shares and people of a poll or study that is named, what footage shows, and what brackets credit."""
    markers = [marker.key for marker in case.markers(report, claim.context.sentence, "document")]
    people = claim.figure is not None and claim.figure.counted is not None and claim.figure.counted.kind == "people"
    if credited_in_brackets(case, report, claim):
        return True
    told_of = is_share(claim) and (about_polls(case, report) or poll_told_of(case, report, claim))
    if FOOTAGE in markers or told_of:
        return True
    return (is_share(claim) or people) and not FINDING.isdisjoint(markers)
