"""A statement between quotation marks that nobody is given."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.report import Sentence
from factcheck.model.span import Span

WHOLE = 5
"""Words from which a sentence that is all quotation is a statement and no cry, title or slogan."""
PART = 8
"""Words from which a quotation inside a sentence is a statement and no borrowed phrase."""
TAG = 40
"""Code points of a sentence that only says who spoke ("the minister said.")."""
BRACKETS = ("[", "(")
"""What a line of credit begins with."""
SPEAKERS = ("stop", "speech", "cue", "role", "unnamed", "document")
"""Groups of words by which somebody may be speaking: pronouns, verbs, formulas, offices, nobodies, texts."""


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each quotation that is no title or term, with no speaker in its sentence or close around it.

    Levels: `whole` where the sentence is nothing but the quotation, `part` where it stands inside the reporter's own.
    What cannot be seen to be without a speaker (a person or a pronoun near by, another quotation) is let pass.
    """
    (report,) = where
    reading = case.readings[report]
    quotes = {c.context.sentence: c for c in reversed(reading.claims) if c.quote is not None}
    for number, quote in sorted(quotes.items()):
        sentence = reading.sentences[number]
        if sentence.kind not in ("paragraph", "bullet") or quote.quote is None or not _closed(case, report, quote):
            continue
        whole = _all_quoted(case, report, sentence, quote.span)
        if len(quote.quote.words) < (WHOLE if whole else PART):
            continue
        if not _spoken_for(case, report, sentence, quote, quotes):
            yield _draft(case, report, quote, "whole" if whole else "part")


def _closed(case: Case, report: int, quote: Claim) -> bool:
    """Tell whether a quotation has both its marks in its sentence: what runs on is followed by whoever says it."""
    text, span = case.readings[report].report.text, quote.span
    around = text[max(0, span.start - 1) : span.start] + text[span.end : span.end + 1]
    return span.field == "text" and len(around) == 2 and not any(mark.isalnum() or mark.isspace() for mark in around)


def _all_quoted(case: Case, report: int, sentence: Sentence, quote: Span) -> bool:
    text = case.readings[report].report.text
    outside = text[sentence.span.start : quote.start] + text[quote.end : sentence.span.end]
    return not any(mark.isalnum() for mark in outside)


def _spoken_for(case: Case, report: int, sentence: Sentence, quote: Claim, quotes: dict[int, Claim]) -> bool:
    """Tell whether anybody may be saying it: in its sentence, going on from those before, or named right behind."""
    own = [m for m in case.markers(report, sentence.index, *SPEAKERS, "quoted-name") if not quote.span.covers(m.span)]
    if own or any(case.attributions(report, sentence.index)) or _person(case, report, sentence.index, quote.span):
        return True
    before = sentence.index - 1
    if before in quotes or _person(case, report, before) or any(case.markers(report, before, *SPEAKERS)):
        return True
    return _tagged_after(case, report, sentence, quotes)


def _tagged_after(case: Case, report: int, sentence: Sentence, quotes: dict[int, Claim]) -> bool:
    """Tell whether the next sentence says who spoke: it is a credit, goes on quoting, or speaks close by."""
    sentences = case.readings[report].sentences
    if sentence.index + 1 >= len(sentences):
        return False
    after = sentences[sentence.index + 1]
    credited = case.readings[report].report.surface(after.span).startswith(BRACKETS)
    spoken = any(case.markers(report, after.index, "speech", "cue"))
    near = after.block == sentence.block or after.span.end - after.span.start <= TAG
    return credited or after.index in quotes or (spoken and near)


def _person(case: Case, report: int, sentence: int, outside: Span | None = None) -> bool:
    return any(
        claim.name is not None and claim.name.type == "person" and claim.context.sentence == sentence
        for claim in case.readings[report].claims
        if outside is None or not outside.covers(claim.span)
    )


def _draft(case: Case, report: int, quote: Claim, level: str) -> Draft:
    return Draft(
        level=level,
        evidence=(case.evidence(report, quote.span),),
        basis=((" ".join(quote.quote.words) if quote.quote is not None else "", "quote"),),
        values={"quote": quote.text},
        steps=(Step("no-speaker", False, (("quote", quote.text),)),),
        claims=((report, quote.id),),
    )


CHECK = Check("report", ("whole", "part"), frozenset({"quote"}), Options, run, turns={"spoken-quote": ("whole",)})
