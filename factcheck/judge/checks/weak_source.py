"""Information credited to nobody one could call: sources, observers, experts, studies."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.judge.case import Case, Draft
from factcheck.judge.checks import Check, Options
from factcheck.judge.informants import informs
from factcheck.judge.materiality import LEAD_SENTENCES, carried
from factcheck.judge.named_after import is_somebody, named_after
from factcheck.judge.schema import When
from factcheck.model.pair import Step
from factcheck.model.source import Attribution, Source


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
    for members in _once(case, report, list(groups.values())):
        said = [member for member in members if informs(case, report, member)]
        if said and is_somebody(case, report, said[0]) and not named_after(case, report, said[0]):
            yield _draft(case, report, said)


def _once(case: Case, report: int, groups: list[list[Attribution]]) -> list[list[Attribution]]:
    """Put those together who are called alike and say one thing, or of whom nothing is told: one question to ask."""
    kept: list[list[Attribution]] = []
    for members in groups:
        first = next((other for other in kept if _one_thing(case, report, other[0], members[0])), None)
        if first is None:
            kept.append(list(members))
        else:
            first.extend(members)
    return kept


def _one_thing(case: Case, report: int, a: Attribution, b: Attribution) -> bool:
    if a.source is None or b.source is None or a.source.rung != b.source.rung:
        return False
    if _one_crowd(case, report, a.source, b.source):
        return True
    if a.source.key != b.source.key:
        return False
    surface = case.readings[report].report.surface
    first, second = ({word for word in surface(x.content).split() if len(word) >= LONG} for x in (a, b))
    return len(first & second) >= ONE_THING * max(1, min(len(first), len(second)))


def _one_crowd(case: Case, report: int, a: Source, b: Source) -> bool:
    """Tell people placed nowhere and called alike ("activists said"): whoever they are, there is one thing to ask."""
    heads = [list(case.markers_at(report, source.named, "unnamed")) for source in (a, b)]
    first, second = ({m.key for m in found} for found in heads)
    if a.rung == "described":
        return a.key == b.key and all(m.plural for found in heads for m in found)
    return a.rung == "bare" and first == second != set()


LONG, ONE_THING = 4, 0.6
"""Letters of a word that counts, and share of the shorter statement's from which people called alike say it again."""


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
