"""A superlative or sensational claim in the reporter's own voice, that nobody vouches for."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.going_on import POLLS
from factcheck.judge.materiality import LEAD_SENTENCES
from factcheck.judge.schema import When
from factcheck.judge.series import is_share
from factcheck.model.claim import Marker
from factcheck.model.pair import Step
from factcheck.model.report import Sentence
from factcheck.model.source import Attribution
from factcheck.model.span import Span

REACH = 60
"""Code points between a superlative and what makes it a claim ("... in decades")."""
NEAR = 20
"""Code points between a superlative and the noun that makes it a plain rank, or a place and the whole of it."""
BESIDE = 5
"""Code points between a superlative and what weakens it ("one of the")."""
ECHO = 2
"""Sentences over which a report takes up a stirring word that somebody has said."""
HEADS = ("headline", "heading")
DASHES = ("-", "–", "—")
OF_SERIES = frozenset({"ever", "in-decades", "on-record", "since"})
"""Scopes that look back over the values of a series."""
OF_TIME = frozenset({"in-decades", "of-its-kind", "on-record", "since", "this-year"})
"""Scopes that look back over the times before, not over a field."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each superlative with a scope, comparison with the whole of something, sensational word.

    A bare "largest" is often plain fact ("the largest party"): only with a scope ("in history", "since ...") is it a
    claim that wants a source, and not even then where it is a rank everybody knows ("the second largest economy in
    the world"). Levels: `event` in the headline and the lead, or beside a figure; `elsewhere`, for what is weakened
    ("one of the"), for values of a series ("their highest level since June"), which are printed every day, where the
    sentence credits somebody with something else, and between dashes.
    """
    (report,) = where
    found = [
        (sentence, span, word, _vouched(case, report, sentence, span, word))
        for sentence in case.readings[report].sentences
        for span, word in _claims(case, report, sentence)
    ]
    borne_out = {word.key for sentence, _, word, vouched in found if vouched and sentence.kind not in HEADS}
    told: list[Span] = []
    said: dict[str, int] = {}
    for sentence, span, word, vouched in found:
        if vouched:
            said[word.key] = sentence.index
        # A headline sums up what the text tells with its source.
        if vouched or (sentence.kind in HEADS and word.key in borne_out) or any(span.overlaps(t) for t in told):
            continue
        if word.group == "sensational" and sentence.index - said.get(word.key, -ECHO - 1) <= ECHO:
            continue  # a word of somebody's, taken up again
        told.append(span)
        yield _draft(case, report, sentence, span, word)


def _claims(case: Case, report: int, sentence: Sentence) -> Iterator[tuple[Span, Marker]]:
    def after(first: Marker, group: str, reach: int = REACH) -> Marker | None:
        found = case.markers(report, sentence.index, group)
        return next((m for m in found if 0 <= m.span.start - first.span.end <= reach), None)

    for marker in case.markers(report, sentence.index, "superlative"):
        scope = after(marker, "scope")
        if scope is not None and not _plain(case, report, marker, scope):
            yield marker.span.join(scope.span), marker
    for marker in case.markers(report, sentence.index, "exceed"):
        place = after(marker, "place")
        whole = after(place, "totality", NEAR) if place is not None else None
        if place is not None and whole is not None:
            yield marker.span.join(place.span).join(whole.span), marker
    for marker in case.markers(report, sentence.index, "sensational"):
        yield marker.span, marker


def _plain(case: Case, report: int, word: Marker, scope: Marker) -> bool:
    """Tell whether a superlative only ranks or counts: the second largest, the largest economy, the first this year."""
    if word.key == "first" and (scope.key == "this-year" or _counts(case, report, word.span)):
        return True
    for other in case.markers(report, word.sentence, "ordinal", "plain-rank"):
        behind, before = other.span.start - word.span.end, word.span.start - other.span.end
        if (other.group == "ordinal" and 0 <= before <= 1) or (other.group == "plain-rank" and 0 <= behind <= NEAR):
            return True
    return False


def _counts(case: Case, report: int, word: Span) -> bool:
    """Tell whether "first" belongs to a number or a compound: "the first four months", "first-quarter"."""
    text = case.readings[report].report.surface(Span(word.end, word.end + 1, word.field))
    figures = (c.span for c in case.readings[report].claims if c.figure is not None or c.date is not None)
    return text == "-" or any(0 <= span.start - word.end <= 1 or span.overlaps(word) for span in figures)


def _vouched(case: Case, report: int, sentence: Sentence, span: Span, word: Marker) -> bool:
    """Tell whether somebody who can be called says so, and the reporter only passes it on.

    Beside a sensational word any verb of saying before it is enough: somebody is speaking, whoever it is.
    """
    for attribution in case.attributions(report, sentence.index):
        source = attribution.source
        named = source is not None and (source.kind != "unnamed" or source.rung in ("placed", "reasoned"))
        if named and _said(attribution).overlaps(span):
            return True
    if _polled(case, report, sentence, span):
        return True
    quotes = (c.span for c in case.readings[report].claims if c.quote is not None)
    if any(quote.covers(span) for quote in quotes) or _in_marks(case, report, span):
        return True
    spoken = case.markers(report, sentence.index, "speech")
    return word.group == "sensational" and any(verb.span.end <= span.start for verb in spoken)


def _polled(case: Case, report: int, sentence: Sentence, span: Span) -> bool:
    """Tell the highest or lowest share for some time of a poll that was just told of: the poll shows that it is."""
    scopes = (m for m in case.markers(report, sentence.index, "scope") if m.span.end == span.end)
    shares = any(is_share(claim) for claim in case.figures(report, sentence.index))
    near = range(sentence.index - ECHO, sentence.index + 1)
    told = any(m.key in POLLS for number in near for m in case.markers(report, number, "document"))
    return shares and told and any(scope.key in OF_SERIES for scope in scopes)


def _in_marks(case: Case, report: int, span: Span) -> bool:
    """Tell a word that stands alone in quotation marks: it is somebody's, whom the report passes on."""
    text = case.readings[report].report.surface(Span(max(0, span.start - 1), span.end + 1, span.field))
    return text[:1] in MARKS and text[-1:] in MARKS


MARKS = frozenset('"“”«»')
"""Marks of quotation."""


def _said(attribution: Attribution) -> Span:
    """Give all that an act of saying takes up: its words, its verb and who speaks."""
    said = attribution.content
    parts = (attribution.cue, attribution.source.span if attribution.source is not None else None)
    for part in parts:
        if part is not None and part.field == said.field:
            said = said.join(part)
    return said


def _draft(case: Case, report: int, sentence: Sentence, span: Span, word: Marker) -> Draft:
    statement = case.statement(report, sentence.index)
    lead = sentence.index < LEAD_SENTENCES or sentence.kind in HEADS
    figure = any(True for _ in case.figures(report, sentence.index))
    market = any(case.markers(report, sentence.index, "session")) or _in_series(case, report, word, span)
    told = word.group != "sensational" and any(a.source is not None for a in case.attributions(report, sentence.index))
    text = case.readings[report].report.surface(span)
    mild = market or told or _weakened(case, report, word) or _aside(case, report, sentence, span)
    return Draft(
        level="event" if (lead or figure) and not mild else "elsewhere",
        evidence=(case.evidence(report, span, "claim"),),
        basis=((" ".join(sorted(set(statement.context.stems))), word.key),),
        values={"claim": text},
        steps=(Step("own-voice", False, (("claim", text),)),),
    )


def _in_series(case: Case, report: int, word: Marker, span: Span) -> bool:
    """Tell whether a level or a change is the highest for some time: a table of values shows that it is."""
    values = case.markers(report, word.sentence, "series")
    scopes = (m for m in case.markers(report, word.sentence, "scope") if m.span.end == span.end)
    return any(scope.key in OF_TIME for scope in scopes) and any(span.overlaps(value.span) for value in values)


def _aside(case: Case, report: int, sentence: Sentence, span: Span) -> bool:
    """Tell whether a superlative stands between two dashes, as what everybody knows of a thing."""
    before = case.readings[report].report.surface(Span(sentence.span.start, span.start, span.field))
    behind = case.readings[report].report.surface(Span(span.end, sentence.span.end, span.field))
    return behind.lstrip().startswith(DASHES) and any(mark in before[-NEAR:] for mark in DASHES)


def _weakened(case: Case, report: int, word: Marker) -> bool:
    """Tell whether a superlative is said of several: "one of the largest", "among the oldest"."""
    hedges = case.markers(report, word.sentence, "one-of")
    return any(h.span.start < word.span.start and word.span.start - h.span.end <= BESIDE for h in hedges)


CHECK = Check("report", ("event", "elsewhere"), frozenset({"claim"}), Options, run, turns={"vouched-for": ()})
