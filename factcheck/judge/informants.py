"""Whether somebody whom nobody names informs of something, or only takes sides, hopes, or is told of."""

from __future__ import annotations

from factcheck.judge.case import Case
from factcheck.judge.sports import is_sport
from factcheck.model.source import Attribution
from factcheck.model.span import Span

STANCES = frozenset(
    {
        "appeal", "call", "demand", "endorse", "find", "instruct", "know", "offer", "oppose", "see", "seek", "urge",
        "want",
    }
)  # fmt: skip
"""Keys of verbs by which people take sides, want, grasp or give something, and inform of nothing."""
FORECASTS = frozenset({"expect", "forecast", "hope", "predict"})
"""Keys of verbs for what followers of a sport think will come, which informs of nothing."""
ACTS = frozenset({"chant", "charge"})
"""Keys of verbs for what is done by saying it, before everyone: a crowd's shouts, a prosecutor's charge."""
SHOW = "show"
"""The key of verbs by which papers inform, and people only behave ("his supporters proved loyal")."""
OPENED = 3
"""Characters between a verb and what it says from which a word opens that ("showed that")."""
PAPERS = frozenset(
    {"document", "estimates", "indications", "information", "news", "reports", "rumour", "statistics", "study"}
)
"""Keys of unnamed sources that are no people."""


def informs(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell an act of saying from one of siding with somebody; what stands in quotation marks is said all the same."""
    if attribution.cue is None:
        return True
    sentence, cue = case.sentences_at(report, attribution.cue)[0], attribution.cue
    verbs = {m.key for m in case.markers(report, sentence, "speech") if m.span.overlaps(cue)}
    if attribution.mode != "indirect" and _of_own_will(case, report, attribution):
        return False
    if attribution.mode == "direct" or not verbs.isdisjoint(ACTS):
        return verbs.isdisjoint(ACTS)
    if _credited_behind(case, report, sentence, attribution) or _is_share(case, report, attribution):
        return False
    if (
        _seen_saying(case, report, attribution)
        or _on_file(case, report, attribution)
        or _passed_on(case, report, sentence, attribution)
    ):
        return False
    if not verbs.isdisjoint(FORECASTS) and is_sport(case, report) and not case.figures(report, sentence):
        return False
    for feelings, people in ((BELIEFS, PARTIES), (FEELINGS, PUBLIC)):
        if not verbs.isdisjoint(feelings) and _is_one_of(case, report, attribution, people):
            return False
    if SHOW in verbs and attribution.source is not None and 0 <= attribution.content.start - cue.end < OPENED:
        heads = case.markers_at(report, attribution.source.span, "unnamed", "document")
        return any(head.group == "document" or head.key in PAPERS for head in heads)
    return verbs.isdisjoint(STANCES)


BELIEFS = frozenset({"attribute", "believe", "consider"})
"""Keys of verbs for what somebody holds to be so."""
PARTIES = frozenset({"fighter", "protester"})
"""Keys of people who are told of for what they do: what they hold is why they do it."""
FEELINGS = frozenset({"express", "fear"})
"""Keys of verbs for what somebody feels."""
PUBLIC = frozenset({"passenger", "protester", "relative", "rescuer", "resident", "survivor", "victim"})
"""Keys of people like you and me: that they are afraid or grateful informs of nothing."""
OPENING = 3
"""Code points of a statement before its first word: marks of quotation."""


def _of_own_will(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell what one of the public wants or will do ("I will not vote," a resident said): nobody else could know it."""
    content = attribution.content
    opening = Span(content.start, min(content.end, content.start + OPENING), content.field)
    return (
        _is_one_of(case, report, attribution, PUBLIC)
        and any(True for _ in case.markers_at(report, opening, "own-stance"))
        and not any(c.figure is not None and c.figure.form != "ordinal" for c in case.claims_at(report, content))
    )


def _is_one_of(case: Case, report: int, attribution: Attribution, people: frozenset[str]) -> bool:
    where = attribution.source.named if attribution.source is not None else attribution.content
    return any(m.key in people for m in case.markers_at(report, where, "unnamed"))


def _credited_behind(case: Case, report: int, sentence: int, attribution: Attribution) -> bool:
    """Tell whether the sentence ends by crediting all of it to somebody named ("..., according to a Harbour poll")."""
    for other in case.attributions(report, sentence):
        if other.source is None or other.source.kind == "unnamed" or other.cue is None or attribution.source is None:
            continue
        formula = any(m.span.overlaps(other.cue) for m in case.markers(report, sentence, "cue"))
        behind = other.cue.start >= attribution.content.end
        # A paper that passes on what nobody named says makes nobody known; a body that heard them stands for them.
        heard = other.cue.start > attribution.source.span.end and other.source.kind in ("organisation", "document")
        if (behind or heard) and formula and other.content.covers(attribution.source.span):
            return True
    return False


def _passed_on(case: Case, report: int, sentence: int, attribution: Attribution) -> bool:
    """Tell somebody in the words of another unnamed source, who is asked about, and media a named paper passes on.

    What a body cites in its statement without saying whose it is ("intelligence circles") it answers for itself.
    """
    source = attribution.source
    for other in case.attributions(report, sentence) if source is not None else ():
        if source is None or other.source is None or other is attribution:
            continue
        within = other.content.covers(source.span) and not other.source.span.overlaps(source.span)
        heads = {m.key for m in case.markers_at(report, source.span, "unnamed")}
        press = other.source.kind == "media" and not heads.isdisjoint(PRESS)
        own = other.source.kind == "organisation" and not heads.isdisjoint(CIRCLES)
        if within and (other.source.kind == "unnamed" or press or own):
            return True
    return False


CIRCLES = frozenset({"circles"})
"""Keys of nobody in particular, whom a body that cites them answers for as it does for its papers."""
PRESS = frozenset({"media-outlets", "reports"})
"""Keys of unnamed sources that are the press."""
COURT_PAPERS = frozenset({"document", "indictment"})
"""Keys of papers that lie at a court for everyone to read."""


def _on_file(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell people who say it in a paper on file ("his lawyers in a court filing")."""
    where = attribution.source.named if attribution.source is not None else attribution.content
    papers = (m for m in case.markers_at(report, where, "document") if m.key in COURT_PAPERS and not m.plural)
    return any(where.covers(m.span) and m.span.start > where.start for m in papers)


def _seen_saying(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell one person whom footage shows saying it ("one of the captives said on camera"): everyone can see who."""
    source = attribution.source
    if source is None or attribution.cue is None:
        return False
    one = any(True for _ in case.markers_at(report, source.named, "one-of"))
    crowd = not one and any(m.plural for m in case.markers_at(report, source.named, "unnamed"))
    here = case.sentences_at(report, attribution.cue)[0]
    seen = case.markers(report, here, "document")
    return not crowd and any(m.key == ON_CAMERA for m in seen)


ON_CAMERA = "on-camera"
"""The key of words for what is said to a camera."""


def _is_share(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell people who are a share of those that a poll asked, and no source ("55 percent of voters said")."""
    where = attribution.source.named if attribution.source is not None else attribution.content
    return any(
        c.figure is not None and c.figure.form == "percent" and where.covers(c.span)
        for c in case.claims_at(report, where)
    )
