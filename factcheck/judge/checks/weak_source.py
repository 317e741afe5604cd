"""Information credited to nobody one could call: sources, observers, experts, studies."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.materiality import LEAD_SENTENCES, carried
from factcheck.judge.named_after import is_somebody, named_after
from factcheck.judge.schema import When
from factcheck.judge.sports import is_sport
from factcheck.model.pair import Step
from factcheck.model.source import Attribution


def run(case: Case, where: tuple[int, ...], when: When, options: Options) -> Iterator[Draft]:
    """Give a draft for each unnamed source of a report, its further statements gathered under the first.

    Levels: `carrying` where a bare or described source carries a figure or stands in the lead, `weak` where it says
    something else, `placed` where it is tied to a named body, `reasoned` where why the name is withheld is said too.
    """
    (report,) = where
    reading = case.readings[report]
    groups: dict[tuple[str, int], list[Attribution]] = {}
    for attribution in reading.attributions:
        source = attribution.source
        if source is not None and source.kind == "unnamed" and (not when.rung or source.rung in when.rung):
            # Two acts of one sentence may take in more or fewer words of one source.
            groups.setdefault((source.named.field, source.named.start), []).append(attribution)
    for members in groups.values():
        said = [member for member in members if _says(case, report, member)]
        if said and is_somebody(case, report, said[0]) and not named_after(case, report, said[0]):
            yield _draft(case, report, said)


STANCES = frozenset(
    {"appeal", "demand", "endorse", "find", "instruct", "know", "offer", "oppose", "see", "seek", "urge", "want"}
)
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


def _says(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell an act of saying from one of siding with somebody; what stands in quotation marks is said all the same."""
    if attribution.cue is None:
        return True
    sentence, cue = case.sentences_at(report, attribution.cue)[0], attribution.cue
    verbs = {m.key for m in case.markers(report, sentence, "speech") if m.span.overlaps(cue)}
    if attribution.mode == "direct" or not verbs.isdisjoint(ACTS):
        return verbs.isdisjoint(ACTS)
    if _credited_behind(case, report, sentence, attribution) or _is_share(case, report, attribution):
        return False
    if _on_file(case, report, attribution) or _passed_on(case, report, sentence, attribution):
        return False
    if not verbs.isdisjoint(FORECASTS) and is_sport(case, report) and not case.figures(report, sentence):
        return False
    if not verbs.isdisjoint(BELIEFS) and _is_party(case, report, attribution):
        return False
    if SHOW in verbs and attribution.source is not None and 0 <= attribution.content.start - cue.end < OPENED:
        heads = case.markers_at(report, attribution.source.span, "unnamed", "document")
        return any(head.group == "document" or head.key in PAPERS for head in heads)
    return verbs.isdisjoint(STANCES)


BELIEFS = frozenset({"believe", "consider"})
"""Keys of verbs for what somebody holds to be so."""
PARTIES = frozenset({"fighter"})
"""Keys of people who are told of for what they do: what they hold is why they do it."""


def _is_party(case: Case, report: int, attribution: Attribution) -> bool:
    where = attribution.source.named if attribution.source is not None else attribution.content
    return any(m.key in PARTIES for m in case.markers_at(report, where, "unnamed"))


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
    """Tell somebody in the words of another unnamed source, who is asked about, and media a named paper passes on."""
    source = attribution.source
    for other in case.attributions(report, sentence) if source is not None else ():
        if source is None or other.source is None or other is attribution:
            continue
        within = other.content.covers(source.span) and not other.source.span.overlaps(source.span)
        heads = {m.key for m in case.markers_at(report, source.span, "unnamed")}
        press = other.source.kind == "media" and not heads.isdisjoint(PRESS)
        if within and (other.source.kind == "unnamed" or press):
            return True
    return False


PRESS = frozenset({"media-outlets", "reports"})
"""Keys of unnamed sources that are the press."""
COURT_PAPERS = frozenset({"document", "indictment"})
"""Keys of papers that lie at a court for everyone to read."""


def _on_file(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell people who say it in a paper on file ("his lawyers in a court filing")."""
    where = attribution.source.named if attribution.source is not None else attribution.content
    papers = (m for m in case.markers_at(report, where, "document") if m.key in COURT_PAPERS and not m.plural)
    return any(where.covers(m.span) and m.span.start > where.start for m in papers)


def _is_share(case: Case, report: int, attribution: Attribution) -> bool:
    """Tell people who are a share of those that a poll asked, and no source ("55 percent of voters said")."""
    where = attribution.source.named if attribution.source is not None else attribution.content
    return any(
        c.figure is not None and c.figure.form == "percent" and where.covers(c.span)
        for c in case.claims_at(report, where)
    )


def _draft(case: Case, report: int, members: list[Attribution]) -> Draft:
    reading = case.readings[report]
    source = members[0].source
    if source is None:
        raise ValueError("only attributions with a source are gathered")
    figures = carried(case, report, members)
    lead = any(sentence < LEAD_SENTENCES for sentence in case.sentences_at(report, source.named))
    rung = source.rung or "bare"
    level = rung if rung in ("placed", "reasoned") else "carrying" if figures or lead else "weak"
    text = reading.report.surface(source.named)
    said = next((case.statement(report, at) for at in case.sentences_at(report, members[0].content)), None)
    clause = " ".join(sorted(set(said.context.stems))) if said is not None else ""
    return Draft(
        level=level,
        evidence=(
            case.evidence(report, source.named, "source"),
            case.evidence(report, members[0].content, "says"),
            *(case.evidence(report, claim.span, "figure") for claim in figures),
        ),
        basis=((clause, " ".join(source.key.split())),),
        values={"source": text},
        steps=(Step("rung", False, (("source", text), ("rung", rung))),),
        claims=tuple((report, claim.id) for claim in figures),
    )


CHECK = Check(
    "report",
    ("carrying", "weak", "placed", "reasoned"),
    frozenset({"source"}),
    Options,
    run,
    frozenset({"rung"}),
    turns={"named-source": ()},
)
