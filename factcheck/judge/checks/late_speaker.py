"""A quotation that runs on before anybody is named for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated

from msgspec import Meta

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.schema import When
from factcheck.model.claim import Claim
from factcheck.model.pair import Step
from factcheck.model.source import Attribution


class LateSpeaker(Options, frozen=True, kw_only=True):
    """How long a reader may wait."""

    words: Annotated[
        int, Meta(ge=1, le=1000, description="words of two or more sentences before which a speaker is to be named")
    ] = 25


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each quotation of two sentences or more whose speaker is named only behind them.

    Somebody named before the quotation, or going on from before it ("he said"), is known to the reader.
    """
    if not isinstance(options, LateSpeaker):
        raise TypeError(f"options of late_speaker are {type(options).__name__}")
    (report,) = where
    quotes = [c for c in case.claims_of(report, "quote") if c.span.field == "text"]
    at = 0
    while at < len(quotes):
        parts = _parts(case, report, quotes, at)
        at += len(parts)
        speaker = parts[0].attribution
        if speaker is None or speaker.cue is None or speaker.source is None:
            continue
        before = [part for part in parts if part.span.end <= speaker.cue.start]
        words = sum(len(part.quote.words) for part in before if part.quote is not None)
        named = speaker.source.named.order > parts[0].span.order
        if len(before) > 1 and words >= options.words and named and not _known(case, report, parts[0], speaker):
            yield _draft(case, report, before, speaker, words)


def _parts(case: Case, report: int, quotes: list[Claim], at: int) -> list[Claim]:
    """Give the sentences of one quotation: nothing but spaces stands between them."""
    parts = [quotes[at]]
    text = case.readings[report].report.text
    for part in quotes[at + 1 :]:
        if text[parts[-1].span.end : part.span.start].strip():
            break
        parts.append(part)
    return parts


def _known(case: Case, report: int, quote: Claim, speaker: Attribution) -> bool:
    """Tell whether the speaker is named in the sentence before, or somebody speaks there who may well be the same."""
    around = [case.statement(report, n).span for n in (quote.context.sentence - 1, quote.context.sentence) if n >= 0]
    near = (a for n in (quote.context.sentence - 1, quote.context.sentence) for a in case.attributions(report, n))
    cues = (a.cue for a in near if a.source is not None and a.cue is not None)
    if any(cue.end <= quote.span.start and span.overlaps(cue) for cue in cues for span in around):
        return True
    people = [c for c in case.claims_of(report, "name") if c.name is not None and c.name.type == "person"]
    named = speaker.source.named if speaker.source is not None else quote.span
    words = _words(c for c in people if c.span.overlaps(named))
    before = _words(c for c in people if c.span.end <= quote.span.start and any(s.covers(c.span) for s in around))
    return bool(words & before)


def _words(people: Iterable[Claim]) -> frozenset[str]:
    return frozenset(word.skeleton for claim in people if claim.name is not None for word in claim.name.words)


def _draft(case: Case, report: int, parts: list[Claim], speaker: Attribution, words: int) -> Draft:
    source = speaker.source
    if source is None:
        raise ValueError("a quotation that nobody speaks is left to orphan_quote")
    text = case.readings[report].report.surface(source.named)
    told = tuple(" ".join(part.quote.words) for part in parts if part.quote is not None)
    return Draft(
        level="",
        evidence=(*(case.evidence(report, part.span) for part in parts), case.evidence(report, source.named)),
        basis=(("\n".join(told), " ".join(source.key.split())),),
        values={"source": text},
        steps=(Step("late-speaker", False, (("source", text), ("words", str(words)))),),
        claims=tuple((report, part.id) for part in parts),
    )


CHECK = Check("report", (), frozenset({"source"}), LateSpeaker, run)
