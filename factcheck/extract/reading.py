"""All extractors over one report, and the context each claim stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import Any

from msgspec.structs import replace

from factcheck.extract.ages import age_of
from factcheck.extract.attribution import find_attributions
from factcheck.extract.capitals import unknown_capitals
from factcheck.extract.contexts import context_of
from factcheck.extract.dateline_day import dateline_day
from factcheck.extract.dates import find_dates
from factcheck.extract.deeds import find_deeds
from factcheck.extract.figures import find_figures
from factcheck.extract.found import FoundFigure
from factcheck.extract.found_names import FoundName
from factcheck.extract.name_words import name_words
from factcheck.extract.names import find_names
from factcheck.extract.office_phrases import titled_from
from factcheck.extract.offices import offices_of
from factcheck.extract.people import settle_people
from factcheck.extract.quotes import find_quotes, is_statement
from factcheck.extract.scene import Scene
from factcheck.extract.statements import words_in
from factcheck.extract.tables import labelled
from factcheck.model.claim import Claim, ClaimKind, Context, Marker, Name, Quote, Reading
from factcheck.model.errors import UserError
from factcheck.model.language import Language
from factcheck.model.lexicon import Form
from factcheck.model.limits import ENDLESS, LIMITS, Clock, Limits
from factcheck.model.report import Report
from factcheck.model.source import Attribution
from factcheck.text.clitics import WORDS
from factcheck.text.passage import Passage
from factcheck.text.stems import content_stems

MARKED = frozenset({
    "superlative", "scope", "sensational", "totality", "exceed", "vague-count", "total", "part", "breakdown", "unnamed",
    "update", "session", "earlier", "counted", "count-word", "place", "withheld", "weekday", "eve", "date-bound",
    "day-offset", "change", "change-noun", "change-end", "negation", "rate-basis", "share-of", "list-word", "outcome",
    "takes-part", "payment", "pays", "speech", "cue", "judgement", "accusation", "quoted-name", "role", "ordinal",
    "plain-rank", "one-of", "series", "sport", "ruling", "further", "document", "tariff", "record", "no-toll",
    "own-stance",
})  # fmt: skip
"""Groups of words that judging looks at and that are no claims."""


def extract(
    report: Report, passages: Sequence[Passage], language: Language, limits: Limits = LIMITS, clock: Clock = ENDLESS
) -> Reading:
    """Read every claim and attribution of a report; ids are `c0`, `c1` ... in reading order.

    Raises UserError for a report of more claims than the limits allow, and where the clock says that time is up.
    """
    scenes = read_scenes(report, passages, language)
    said: dict[int, list[Attribution]] = {}
    attributions: list[Attribution] = []
    for covered, attribution in find_attributions(scenes):
        attributions.append(attribution)
        for number in covered:
            said.setdefault(number, []).append(attribution)
    market = _market(passages)
    claims: list[Claim] = []
    for scene in scenes:
        clock.check()
        here = said.get(scene.passage.sentence.index, ())
        found = _claims(report, scene)
        if scene.passage.sentence.index in market:
            found = [_of_session(claim) for claim in found]
        claims += [_attributed(claim, here) for claim in found] if here else found
        if len(claims) > limits.claims:
            what = f"holds more than {limits.claims:,} claims"
            raise UserError.at(
                report.name or report.id, f"{what}; give one report's text alone, or raise limits.claims"
            )
    claims.sort(key=attrgetter("span.order", "kind"))
    numbered = tuple([replace(claim, id=f"c{number}") for number, claim in enumerate(claims)])
    sentences = tuple(passage.sentence for passage in passages)
    markers = tuple([m for scene in scenes for m in (*_markers(scene.passage, language), *find_deeds(scene))])
    spoken = tuple(sorted(attributions, key=attrgetter("content.order")))
    return Reading(report, sentences, numbered, spoken, markers, dateline_day(report, language))


def read_scenes(report: Report, passages: Sequence[Passage], language: Language) -> list[Scene]:
    """Read what attribution rests on: the quotations and the names of every sentence."""
    quotes = find_quotes(passages, language)
    surfaces = [report.surface(passage.sentence.span) for passage in passages]
    found = [list(find_names(p, language, surface)) for p, surface in zip(passages, surfaces, strict=True)]
    people = settle_people(passages, found, language, surfaces)
    every = zip(passages, surfaces, quotes, people, strict=True)
    return [Scene(passage, language, surface, marked, names) for passage, surface, marked, names in every]


def _claims(report: Report, scene: Scene) -> list[Claim]:
    passage, language, surface, quotes, names = scene
    dates = list(find_dates(passage, language, report.published))
    dated = frozenset(at for date in dates for at in range(date.start, date.end))
    near = {at: name.key for name in names for at in range(name.start, name.end)}
    beside = unknown_capitals(passage, surface) | near
    moment = next((date.date.edtf for date in dates if date.date.bound in ("", "until")), None)

    def claim(kind: ClaimKind, start: int, end: int, explain: Iterable[str], **value: Any) -> Claim:
        where = passage.span(start, end)
        context = context_of(passage, start, end, report, language, beside, moment)
        return Claim("", kind, where, report.surface(where), context, explain=tuple(explain), **value)

    claims: list[Claim] = []
    figures = list(find_figures(passage, language, dated))
    for found in figures:
        figure = labelled(found.figure, passage, found.start, report, language)
        claims.append(claim("figure", found.start, found.end, found.explain, figure=figure))
    claims += [claim("date", date.start, date.end, date.explain, date=date.date) for date in dates]
    claims += [claim("name", n.start, n.end, (n.how,), name=_name(scene, n, figures)) for n in names]
    for quote in quotes:
        if is_statement(passage, quote):
            words = tuple(t.text for t in passage.tokens[quote.start : quote.end] if t.kind != "mark")
            how = "quotation marks" if quote.closed else "quotation mark left open"
            value = Quote(passage.span(quote.start, quote.end), words, quote.closed, quote.continued)
            claims.append(claim("quote", quote.start, quote.end, (how,), quote=value))
    content = words_in(passage, language, names, dates, [found.figure.number for found in figures], surface)
    return [*claims, replace(_statement(passage, language, near, moment, surface), words=content)]


def _name(scene: Scene, name: FoundName, figures: Sequence[FoundFigure]) -> Name:
    if name.type != "person":
        return Name(name.type, name.key)
    words = name_words(scene.passage, name, scene.language)
    titled = scene.passage.span(titled_from(scene, name), name.end)
    return Name(name.type, name.key, words, offices_of(scene, name), age_of(scene, name, figures), titled)


def _statement(passage: Passage, language: Language, near: dict[int, str], moment: str | None, surface: str) -> Claim:
    """The sentence itself, with all its stems: what missing figures and statements are compared by."""
    end = len(passage.tokens)
    context = Context(
        passage.sentence.index,
        passage.sentence.span,
        content_stems(passage, 0, end, language),
        frozenset(near.values()),
        moment,
        earlier="earlier" in passage.groups,
        session="session" in passage.groups,
        negated="negation" in passage.groups,
    )
    return Claim(
        "",
        "statement",
        passage.sentence.span,
        surface,
        context,
        explain=(f"{passage.sentence.kind} {passage.sentence.index}",),
    )


def _market(passages: Sequence[Passage]) -> frozenset[int]:
    """Give the sentences of market talk: those with a word of it, and those right beside one."""
    said = {number for number, passage in enumerate(passages) if "session" in passage.groups}
    return frozenset(
        passage.sentence.index for number, passage in enumerate(passages) if said & {number - 1, number, number + 1}
    )


def _of_session(claim: Claim) -> Claim:
    """Have a price, a share or a measure in market talk hold for one trading session."""
    moving = claim.figure is not None and claim.figure.form in ("money", "percent", "percentage-point", "measure")
    if not moving or claim.context.session:
        return claim
    return replace(claim, context=replace(claim.context, session=True))


def _attributed(claim: Claim, said: Iterable[Attribution]) -> Claim:
    """Give a claim the attribution it stands in: the narrowest whose words cover it."""
    covering = [a for a in said if a.content.overlaps(claim.span)]
    if claim.kind == "name":
        covering = [a for a in covering if a.content.covers(claim.span)]
    if not covering:
        return claim
    best = min(covering, key=lambda a: (a.source is None, a.content.end - a.content.start))
    return replace(claim, attribution=best)


def _markers(passage: Passage, language: Language) -> list[Marker]:
    if passage.groups.isdisjoint(MARKED):
        return []
    found = [
        Marker(match.entry.group, match.entry.key, passage.span(match.start, match.end), passage.sentence.index, *said)
        for matches in passage.found.values()
        for match in matches
        if (said := _marking(match.form)) is not None
    ]
    return [*found, *_joins(passage, language)] if "list-word" in passage.groups else found


@lru_cache(maxsize=WORDS)
def _marking(form: Form) -> tuple[str, bool, str] | None:
    """Give the class, plural and number of a marker made of a form; None where none is."""
    entry = form.entry
    # Of the function words, those that stand for somebody who may be speaking.
    if entry.group not in MARKED and not entry.tag("speaker"):
        return None
    number, kind = entry.tag("number") or form.number, entry.tag("class")
    return kind, number == "plural" or (kind == "people" and not number), number  # what is written out is one mostly


def _joins(passage: Passage, language: Language) -> Iterator[Marker]:
    """Give the words that join the items of a list, and those that begin with such a word."""
    joined = language.prefixes[0] if language.prefixes else ()
    for at, token in enumerate(passage.tokens):
        glued = token.text.startswith(joined) and token.text not in joined
        if glued or passage.at(at, "number-joiner"):
            yield Marker("join", "and", passage.span(at, at + 1), passage.sentence.index)
