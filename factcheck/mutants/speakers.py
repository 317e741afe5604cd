"""Who says so: given a name, given to somebody else, left without one."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Evidence
from factcheck.model.source import Attribution
from factcheck.model.span import Span
from factcheck.mutants.tried import Edit, Mutant, Tried, labelled, opposed, sides

VOUCHED = frozenset({"unsupported-figure", "hyperbole"})
"""Categories that a named speaker answers."""
OWN_VOICE = "own"
"""The voice of rules that speak of the reporter's own words only."""
ENDS = ".!?؟…"


def vouched(tried: Tried) -> Iterator[Mutant]:
    """Let somebody with a name say a sentence that nobody vouched for: nothing is left to say."""
    if tried.rule.file.category not in VOUCHED and getattr(tried.rule.options, "voice", "") != OWN_VOICE:
        return
    for finding in tried.findings:
        evidence = finding.evidence[0]
        samples, sentence = tried.samples(evidence.report), tried.sentence(evidence)
        if samples is None or sentence is None or sentence.field == "title" or spoken(tried, evidence.report, sentence):
            continue
        said = tried.surface(evidence.report, sentence).strip().rstrip(ENDS)
        for probe, template in (("a speaker before", samples.says_before), ("a speaker behind", samples.says_after)):
            yield Mutant(probe, (Edit(evidence.report, sentence, template.format(said=said)),), "gone", finding)


def quotation_given(tried: Tried) -> Iterator[Mutant]:
    """Give a quotation that nobody spoke to somebody with a name: nothing is left to say."""
    for finding in tried.findings:
        evidence = finding.evidence[0]
        samples, sentence = tried.samples(evidence.report), tried.sentence(evidence)
        quotes = [c for c in tried.readings[evidence.report].claims if c.quote is not None and c.span == evidence.span]
        if tried.rule.file.category != "attribution" or samples is None or sentence is None or not quotes:
            continue
        if spoken(tried, evidence.report, sentence):
            continue
        marks = Span(evidence.span.start - 1, evidence.span.end + 1, sentence.field)
        if sentence.covers(marks) and len(tried.surface(evidence.report, sentence).strip(ENDS + " ")) == len(
            tried.surface(evidence.report, marks)
        ):
            text = samples.quoted.format(said=tried.surface(evidence.report, marks))
            yield Mutant("a speaker for a quotation", (Edit(evidence.report, sentence, text),), "gone", finding)


def source_named(tried: Tried) -> Iterator[Mutant]:
    """Put somebody with a name where a source had none: nothing is left to say."""
    for finding in tried.findings:
        found = labelled(finding, "source")
        samples = tried.samples(found[0].report) if found else None
        if samples is not None and len(found) == 1:
            edit = source_edit(tried, found[0].report, found[0].span, samples.named)
            yield Mutant("a named source", (edit,), "gone", finding)


def answered(tried: Tried) -> Iterator[Mutant]:
    """Let whom something is said of answer it: nothing is left to say. Let somebody else speak: the finding stands."""
    for finding in tried.findings:
        evidence, samples = finding.evidence[0], tried.samples(finding.evidence[0].report)
        names = (c for c in tried.readings[evidence.report].claims if c.name is not None and c.span == evidence.span)
        if tried.rule.file.category != "attribution" or samples is None or not labelled(finding, "says"):
            continue
        end = Span(len(tried.reports[evidence.report].text.rstrip()), len(tried.reports[evidence.report].text))
        for _ in names:
            for probe, name, gone in (("an answer", evidence.text, True), ("another voice", samples.another, False)):
                edit = Edit(evidence.report, end, f" {samples.answer.format(name=name)}")
                yield Mutant(probe, (edit,), "gone" if gone else "kept", finding)


def third_speaker(tried: Tried) -> Iterator[Mutant]:
    """Give a statement that two people are credited with to a third: the finding stands, as another one."""
    for finding in tried.findings:
        two = sides(finding)
        if two is None or finding.kind != "attribution":
            continue
        samples = tried.samples(two[1].report)
        if samples is not None and all(source_at(tried, evidence) is not None for evidence in two):
            claims = tried.readings[two[1].report].claims
            people = [c.span for c in claims if c.name is not None and c.name.type == "person"]
            name = next((span for span in people if two[1].span.covers(span) and span != two[1].span), None)
            edit = Edit(two[1].report, name or two[1].span, samples.person if name else samples.named)
            yield Mutant("a third speaker", (edit,), "moved", finding)


def two_voices(tried: Tried) -> Iterator[Mutant]:
    """Credit two conflicting figures to two people: that is a dispute, and no contradiction of the reports.

    Of a rule about disputes the opposite holds: credited to one person, the figures are no dispute.
    """
    disputes = tried.rule.severity("dispute") is not None and "dispute" in tried.rule.check.levels
    for finding in tried.findings:
        two = opposed(tried, finding)
        if two is None or tried.rule.file.on != "pair" or finding.kind != "number":
            continue
        claims = [tried.figure(evidence) for evidence in two]
        told = [c.figure for c in claims if c is not None and c.figure is not None and c.figure.role == "quantity"]
        if len(told) < 2 or told[0].exact == told[1].exact or labelled(finding, "again"):
            continue
        edits = [
            _credited(tried, evidence, second) for evidence, second in zip(two, (False, not disputes), strict=True)
        ]
        whole = tuple(edit for edit in edits if edit is not None)
        if len(whole) == len(edits):
            yield Mutant("one speaker" if disputes else "two speakers", whole, "gone", finding)


def _credited(tried: Tried, evidence: Evidence, second: bool) -> Edit | None:
    """Give a figure's sentence to a speaker: in the place of its own, or before it where it has none."""
    samples, sentence = tried.samples(evidence.report), tried.sentence(evidence)
    if samples is None or sentence is None or sentence.field == "title":
        return None
    name = samples.another if second else samples.named
    own = spoken(tried, evidence.report, sentence)
    if own:
        source = own[0].source
        fits = (
            len(own) == 1
            and source is not None
            and own[0].content.covers(evidence.span)
            and sentence.covers(source.span)
        )
        return Edit(evidence.report, source.span, name) if fits and source is not None else None
    said = tried.surface(evidence.report, sentence).strip().rstrip(ENDS)
    text = samples.says_before.format(said=said)
    return Edit(evidence.report, sentence, text.replace(samples.named, name) if samples.named in text else text)


def source_edit(tried: Tried, report: int, span: Span, text: str) -> Edit:
    """Put another source for one; the comma that closes an apposition ("the mayor, Ayse Demir, said") goes with it."""
    closing = Span(span.end, span.end + 1, span.field)
    apposed = "," in tried.surface(report, span) and tried.surface(report, closing) == ","
    return Edit(report, span.join(closing) if apposed else span, text)


def spoken(tried: Tried, report: int, sentence: Span) -> list[Attribution]:
    """Give the attributions of which something stands in a sentence."""
    found = tried.readings[report].attributions
    return [a for a in found if a.content.overlaps(sentence) or (a.cue is not None and a.cue.overlaps(sentence))]


def source_at(tried: Tried, evidence: Evidence) -> Attribution | None:
    """Give the attribution whose source a piece of evidence is."""
    found = tried.readings[evidence.report].attributions
    return next((a for a in found if a.source is not None and a.source.named == evidence.span), None)


PROBES = (
    vouched,
    quotation_given,
    source_named,
    answered,
    third_speaker,
    two_voices,
)
