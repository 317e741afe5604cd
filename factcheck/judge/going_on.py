"""Who goes on speaking: the source of a figure whose own sentence names none."""

from __future__ import annotations

from functools import lru_cache

from factcheck.judge.case import Case
from factcheck.judge.drawn_from import is_one, told_throughout
from factcheck.judge.lead_reports import reported_next
from factcheck.judge.materiality import in_lead, outcome
from factcheck.judge.series import ALIKE, STILL, enclosed, is_share, same_series
from factcheck.model.claim import Claim
from factcheck.model.source import Attribution, Source

POLLS = frozenset({"poll", "survey", "census"})
"""Keys of documents that give shares."""
FINDING = POLLS | {"analysis", "research", "study"}
"""Keys of documents whose findings are shares and people."""

AROUND = 2
"""Sentences before and behind a figure's own among which one speaker may go on over it."""
NEAR = 3
"""Characters before the word a sentence begins with (an opening mark)."""
AND_THAT = "and-that"
"""The key of the word that goes on with what the last speaker said."""


def told_before(case: Case, report: int, claim: Claim) -> Source | None:
    """Give who was credited before a figure and goes on over it: a speaker, the head of a list, a poll, a document."""
    return _goes_on(case, report, claim) or _above_list(case, report, claim) or _polled(case, report, claim)


def _polled(case: Case, report: int, claim: Claim) -> Source | None:
    """Give the poll or study that was credited a few sentences before a share, where nobody else has spoken since."""
    if not is_share(claim):
        return None
    for number in range(claim.context.sentence - 1, claim.context.sentence - 1 - STILL, -1):
        spoken = [a.source for a in case.attributions(report, number) if a.source is not None] if number >= 0 else []
        if spoken:
            polled = any(marker.key in FINDING for marker in case.markers(report, number, "document"))
            if polled and spoken[0].kind in ("document", "organisation", "media"):
                return spoken[0]
            break
    return _poll_behind(case, report, claim.context.sentence)


def poll_told_of(case: Case, report: int, claim: Claim) -> bool:
    """Tell whether a share stands behind a poll that is told of, and of whom it is, where nobody has spoken since."""
    first = claim.context.sentence - 1
    for number in range(first, max(-1, first - STILL), -1):
        if any(marker.key in POLLS for marker in case.markers(report, number, "document")):
            return any(marker.group in WHOSE for marker in case.markers(report, number, *WHOSE)) or any(
                c.name is not None and c.name.type == "organisation" for c in case.claims_in(report, number)
            )
        if any(a.source is not None for a in case.attributions(report, number)):
            return False
    return False


WHOSE = ("media", "organisation", "organisation-head")
"""Groups of words for whose a poll is."""


@lru_cache(maxsize=4)  # every share of a report asks
def about_polls(case: Case, report: int) -> bool:
    """Tell a report that names a poll again and again: the shares in it are the poll's."""
    return len({m.sentence for m in case.readings[report].markers if m.group == "document" and m.key in POLLS}) >= OFTEN


OFTEN = 2
"""Sentences that name a poll, from which a report is about polls."""


def _poll_behind(case: Case, report: int, sentence: int) -> Source | None:
    """Give the poll credited right behind a share that stands among its shares: others tell of one before it too."""
    before = range(max(0, sentence - STILL), sentence)
    if not any(m.key in POLLS for n in before for m in case.markers(report, n, "document")):
        return None
    behind = (a.source for a in case.attributions(report, sentence + 1) if a.source is not None)
    polled = any(m.key in POLLS for m in case.markers(report, sentence + 1, "document"))
    return next((source for source in behind if polled and source.kind == "document"), None)


def _above_list(case: Case, report: int, claim: Claim) -> Source | None:
    """Give who is credited in the sentence before a list, of whose items the figure's sentence is one."""
    number = list_head(case, report, claim.context.sentence)
    if number is None:
        return None
    return next((a.source for a in case.attributions(report, number) if a.source is not None), None)


def list_head(case: Case, report: int, sentence: int) -> int | None:
    """Give the sentence that a list stands under, of whose items another sentence is one."""
    sentences = case.sentences(report)
    number = sentence
    while number in sentences and sentences[number].kind == "bullet":
        number -= 1
    return number if number != sentence and number in sentences else None


def _goes_on(case: Case, report: int, claim: Claim) -> Source | None:
    """Give who speaks in the sentences right before and right behind a figure's own, where that is one and the same."""
    sentence = claim.context.sentence
    starts = [
        m.key
        for m in case.markers(report, sentence, "further")
        if m.span.start - _start(case, report, sentence) <= NEAR
    ]
    if starts:
        told = _nearest(case, report, sentence, -1)
        if told and (AND_THAT in starts or (told[-1].source is not None and told[-1].source.kind != "unnamed")):
            return told[-1].source
    if _joins_on(case, report, sentence):
        before, behind = _nearest(case, report, sentence, -1), _nearest(case, report, sentence, 1)
        last, first = before[-1].source if before else None, behind[0].source if behind else None
        # A person's words are not gone on with unasked.
        if last is not None and first is not None and last.kind in ("document", "organisation") and is_one(last, first):
            return last
    return (
        _part_of_told(case, report, claim)
        or _follows_on(case, report, claim)
        or _between(case, report, sentence)
        or same_series(case, report, claim)
        or enclosed(case, report, claim)
        or told_throughout(case, report, claim)
    )


def _part_of_told(case: Case, report: int, claim: Claim) -> Source | None:
    """Give who was credited right before with how many were killed or hurt, where this counts some of them."""
    mine, number = claim.figure, claim.context.sentence - 1
    if mine is None or mine.counted is None or claim.context.earlier or claim.context.moment is not None:
        return None
    sentences = case.sentences(report)
    if any(case.markers(report, number + 1, "place")):
        return None  # those may be of another event
    if number not in sentences or sentences[number].block != sentences[number + 1].block:
        return None
    for attribution in case.attributions(report, number):
        for other in case.figures(report, number):
            if other.figure is None or (whole := other.figure.counted) is None:
                continue
            if whole.kind != "casualty" or not attribution.content.covers(other.span):
                continue
            told = outcome(whole.key) == outcome(mine.counted.key) and (mine.low or 0) < (other.figure.low or 0)
            if told and attribution.source is not None and attribution.source.kind != "unnamed":
                return attribution.source
    return None


def told_after(case: Case, report: int, claim: Claim) -> Source | None:
    """Give who tells right behind the toll of a lead, or of a few, how those died or were hurt.

    The detail bears out the sum.

    Sources that nobody could call bear out nothing, and background is nobody's.
    """
    taken_up = _taken_up(case, report, claim)
    if taken_up is not None:
        return taken_up
    if (reported := reported_next(case, report, claim)) is not None:
        return reported
    claim = _toll_beside(case, report, claim)
    counted = claim.figure.counted if claim.figure is not None else None
    few = claim.figure is not None and (claim.figure.low or 0) <= FEW
    if counted is None or counted.kind != "casualty" or claim.context.earlier:
        return None
    if not (few or in_lead(claim) or _over_several(case, report, claim)):
        return None
    became = outcome(counted.key)
    for number in range(claim.context.sentence + 1, claim.context.sentence + 1 + (AROUND if in_lead(claim) else 1)):
        details = [m.span for m in case.markers(report, number, "outcome", "counted") if outcome(m.key) == became]
        if few and any(_more_fell(other, claim) for other in case.figures(report, number)):
            return None  # those are others
        for attribution in case.attributions(report, number):
            source = attribution.source
            if source is not None and source.rung != "bare" and any(attribution.content.covers(d) for d in details):
                return source
    return None


def _toll_beside(case: Case, report: int, claim: Claim) -> Claim:
    """Give the toll of several events for their number, which its parts bear out as well; else the figure itself."""
    noun = claim.figure.counted if claim.figure is not None else None
    if noun is None or not noun.of_events:
        return claim
    beside = case.figures(report, claim.context.sentence)
    return next((c for c in beside if c.figure and c.figure.counted and c.figure.counted.kind == "casualty"), claim)


def _over_several(case: Case, report: int, claim: Claim) -> bool:
    """Tell a toll of several events, which are told one by one behind ("20 were hurt in three incidents")."""
    nouns = (c.figure.counted for c in case.figures(report, claim.context.sentence) if c.figure and c is not claim)
    return any(noun is not None and noun.of_events for noun in nouns)


def _taken_up(case: Case, report: int, claim: Claim) -> Source | None:
    """Give whom the next sentence of a paragraph credits, at its head, with more of what a share tells."""
    sentences, number = case.sentences(report), claim.context.sentence + 1
    if not is_share(claim) or number not in sentences or sentences[number].block != sentences[number - 1].block:
        return None
    alike = set(claim.context.stems) & set(case.statement(report, number).context.stems)
    cues = [m.span for m in case.markers(report, number, "cue") if m.span.start - sentences[number].span.start <= NEAR]
    for one in case.attributions(report, number):
        named = one.source is not None and one.source.kind != "unnamed"
        if named and one.cue is not None and len(alike) >= ALIKE and any(one.cue.overlaps(cue) for cue in cues):
            return one.source
    return None


def _more_fell(other: Claim, claim: Claim) -> bool:
    """Tell whether a figure counts more who were killed or hurt than another does."""
    if other.figure is None or other.figure.counted is None or claim.figure is None:
        return False
    return other.figure.counted.kind == "casualty" and (other.figure.low or 0) > (claim.figure.low or 0)


FEW = 3
"""People whose fates one sentence tells one by one."""


def _follows_on(case: Case, report: int, claim: Claim) -> Source | None:
    """Give the body or paper whose figures end the sentence before, in one paragraph with this share or like figure."""
    sentences = case.sentences(report)
    number = claim.context.sentence
    before = sentences.get(number - 1)
    if before is None or before.kind != "paragraph" or before.block != sentences[number].block:
        return None
    dates = (c.date.edtf for c in case.claims_in(report, number) if c.date)
    if claim.context.earlier or any(len(date) == YEAR or "/" in date for date in dates):
        return None
    spoken = [a for a in case.attributions(report, number - 1) if a.source is not None]
    last = max(spoken, key=lambda a: a.content.order, default=None)
    if last is None or last.source is None or last.source.kind not in ("document", "organisation"):
        return None
    told = case.statement(report, number - 1).context.stems
    if not is_share(claim) and len(set(claim.context.stems).intersection(told)) < ALIKE:
        return None
    return last.source if any(last.content.covers(c.span) for c in case.figures(report, number - 1)) else None


YEAR = 4
"""Letters of a date that is a year and no more: what is told of it is background."""


def _between(case: Case, report: int, sentence: int) -> Source | None:
    """Give who speaks both just before a sentence and just behind it, with one more such sentence between at most.

    A body may be called its statement in between ("the ministry", "a statement of the interior", "the ministry").
    """
    before, behind = _nearest(case, report, sentence, -1), _nearest(case, report, sentence, 1)
    if not before or not behind or (_far(case, report, sentence, -1) and _far(case, report, sentence, 1)):
        return None
    last, first = before[-1].source, behind[0].source
    if last is None or first is None or last.kind not in SPEAKERS or first.kind not in SPEAKERS:
        return None
    if last.kind == first.kind == "document":  # a paper is gone on with where it is said, or in one paragraph
        return None
    if is_one(last, first):
        return last
    if {last.kind, first.kind} & {"person", "role"}:
        return None
    earlier = (a.source for n in (sentence - 1, sentence - 2) for a in case.attributions(report, n))
    return first if any(source is not None and is_one(source, first) for source in earlier) else None


SPEAKERS = frozenset({"person", "role", "organisation", "document"})


def _far(case: Case, report: int, sentence: int, step: int) -> bool:
    """Tell whether the sentence right beside another credits nobody."""
    return not any(a.source is not None for a in case.attributions(report, sentence + step))


def _start(case: Case, report: int, number: int) -> int:
    return case.sentence(report, number).span.start


def _joins_on(case: Case, report: int, number: int) -> bool:
    """Tell whether a sentence stands in the paragraph of the one before, or begins with a word that adds to it."""
    sentences = case.sentences(report)
    here, before = sentences[number], sentences.get(number - 1)
    if before is not None and before.block == here.block:
        return True
    return any(marker.span.start - here.span.start <= NEAR for marker in case.markers(report, number, "further"))


def _nearest(case: Case, report: int, sentence: int, step: int) -> list[Attribution]:
    """Give the attributions of the nearest sentence to one side that has any; a heading ends what may go on."""
    sentences = case.sentences(report)
    for number in range(sentence + step, sentence + step * (AROUND + 1), step):
        if number not in sentences or sentences[number].kind in ("headline", "heading"):
            return []
        found = [a for a in case.attributions(report, number) if a.source is not None]
        if found:
            return found
    return []
