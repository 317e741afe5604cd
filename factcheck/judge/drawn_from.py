"""What a report is drawn from: the one paper or body, or the papers of one body, that go on over all of it."""

from __future__ import annotations

from functools import lru_cache

from factcheck.judge.case import Case
from factcheck.model.claim import Claim
from factcheck.model.source import Attribution, Source

MOST, TWICE = 4, 2
"""Times that a body, and a document, that a report is drawn from is credited at least."""
MOST_SOURCES = 60
"""Sources, as written, from which a report is a chronicle and drawn from none of them."""
STILL = 4
"""Sentences over which the papers of a body go on."""
JOINED_TO = 4
"""Letters of a word from which two more before it are an article."""


def told_throughout(case: Case, report: int, claim: Claim) -> Source | None:
    """Give the document or body that a report is drawn from, where a sentence stands between two of its statements."""
    found = _drawn_from(case, report)
    if found is None:
        return _papers_throughout(case, report, claim)
    source, told = found
    sentence = claim.context.sentence
    span = case.sentence(report, sentence).span
    places = [a.cue.order for a in told if a.cue is not None]
    goes_on = source.kind == "document" and _gives_the_like(case, report, claim, told)
    if min(places) < span.order and (span.order < max(places) or goes_on):
        return source
    return _papers_throughout(case, report, claim)


def _papers_throughout(case: Case, report: int, claim: Claim) -> Source | None:
    """Give a paper told of before a figure, in a report of the papers of one body, called by many names, and no more.

    "A report by the roads council", "the council's estimates", "the council": their words meet.
    """
    before = range(claim.context.sentence - STILL, claim.context.sentence)
    near = any(a.source is not None for number in before for a in case.attributions(report, number))
    return _first_paper(case, report) if near else None


@lru_cache(maxsize=2)  # every figure of a report asks
def _first_paper(case: Case, report: int) -> Source | None:
    """Give the first of the papers that a report is drawn from, if it is drawn from nothing else."""
    spoken = [a for a in case.readings[report].attributions if a.source is not None and a.cue is not None]
    sources = [a.source for a in spoken if a.source is not None]
    papers = [source for source in sources if source.kind == "document"]
    if len(papers) < TWICE or len(sources) < MOST or any(s.kind not in ("document", "organisation") for s in sources):
        return None
    met, rest = sources[:1], sources[1:]
    while joined := [s for s in rest if any(_meet(s, other) for other in met)]:
        met, rest = [*met, *joined], [s for s in rest if s not in joined]
    return papers[0] if not rest else None


def _meet(a: Source, b: Source) -> bool:
    """Tell whether the names of two sources share a word that is no mere particle."""
    return any(len(one) >= JOINED_TO and any(alike(one, other) for other in b.key.split()) for one in a.key.split())


@lru_cache(maxsize=2)  # every figure of a report asks
def _drawn_from(case: Case, report: int) -> tuple[Source, list[Attribution]] | None:
    """Give the first document or body that is credited more often than everyone else together, and where it is.

    A document is credited twice at least, a body four times. A report of very many sources is drawn from none.
    """
    spoken = [a for a in case.readings[report].attributions if a.source is not None and a.cue is not None]
    first: dict[tuple[str, str], Source] = {}
    for attribution in spoken:
        if attribution.source is not None:
            first.setdefault((attribution.source.kind, attribution.source.key), attribution.source)
    if len(first) > MOST_SOURCES:
        return None
    for source in first.values():
        least = TWICE if source.kind == "document" else MOST
        if source.kind in ("document", "organisation", "media") and len(spoken) >= least:
            told = [a for a in spoken if a.source is not None and is_one(a.source, source)]
            if len(told) >= least and 2 * len(told) > len(spoken):
                return source, told
    return None


def _gives_the_like(case: Case, report: int, claim: Claim, told: list[Attribution]) -> bool:
    """Tell whether a document was credited with a figure of the same form and unit: its list goes on."""
    kind = (claim.figure.form, claim.figure.unit) if claim.figure is not None else None
    given = (c for c in case.figures(report) if c.figure is not None and (c.figure.form, c.figure.unit) == kind)
    return kind is not None and kind[1] is not None and any(a.content.covers(c.span) for c in given for a in told)


def is_one(a: Source, b: Source) -> bool:
    """Tell whether two mentions are of one source: the same words, or one a part of the other's."""
    one, other = a.key.split(), b.key.split()
    fewer, more = (one, other) if len(one) <= len(other) else (other, one)
    if a.kind == b.kind == "document" and fewer:
        heads = [word for word in fewer if len(word) >= JOINED_TO][:1]
        return bool(heads) and _among(heads[0], more)  # "a council's report", "the report"
    return a.named == b.named or bool(fewer and all(_among(word, more) for word in fewer))


def _among(word: str, others: list[str]) -> bool:
    """Tell whether a word is one of some others, with an article joined to it or without."""
    if word in others:
        return True
    end = word[-JOINED_TO:]
    return any(alike(word, other) for other in [other for other in others if other[-JOINED_TO:] == end])


def alike(a: str, b: str) -> bool:
    """Tell one word with an article joined to it, and without."""
    shorter, longer = (a, b) if len(a) <= len(b) else (b, a)
    return shorter == longer or (
        len(shorter) >= JOINED_TO and longer.endswith(shorter) and len(longer) <= len(shorter) + 2
    )
