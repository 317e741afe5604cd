"""Other words: taken over from the other report, denied, made part of a longer word, left out."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.model.finding import Evidence, Finding
from factcheck.model.span import Span
from factcheck.mutants.dates import date_at
from factcheck.mutants.tried import BETWEEN, Edit, Mutant, Tried, labelled, sides

WORDED = frozenset({"wording", "hyperbole"})
"""Categories in which the words themselves are what is spoken of."""
LISTED = "wording"
"""The check whose rules list the words they speak of."""
MOST_LISTED = 4
"""So many words of a list are tried in an example, from all over the list."""
DENIABLE = frozenset({"antonym", "negation"})


def taken_over(tried: Tried) -> Iterator[Mutant]:
    """Let one side say in the other's words what a finding holds against it: nothing is left to say.

    Where one report counts what the other does not, its whole sentence is taken over.
    """
    for finding in tried.findings:
        for here, there in _pairs(tried, finding):
            text = tried.surface(there.report, there.span)
            if (
                text != tried.surface(here.report, here.span)
                and not _touching(here, there)
                and not _relative(tried, there)
            ):
                yield Mutant("the other's words", (Edit(here.report, here.span, text),), "gone", finding)


def twice_the_same(tried: Tried) -> Iterator[Mutant]:
    """Lay a report beside itself: it contradicts nothing in it, and leaves nothing out."""
    if tried.rule.file.on == "pair" and tried.rule.file.category in BETWEEN:
        for number in range(len(tried.readings)):
            yield Mutant("the same report twice", (), "silent", order=(number, number))


def denied(tried: Tried) -> Iterator[Mutant]:
    """Deny one of two opposites: they no longer exclude each other. Deny one of two equal statements: they do now."""
    for finding in tried.findings:
        two = sides(finding)
        if two is None:
            continue
        a, b = two
        samples, text = tried.samples(b.report), tried.surface(a.report, a.span)
        if samples is None:
            continue
        own = tried.surface(b.report, b.span)
        one_word = len(own.split()) == len(text.split()) == 1
        if (
            finding.kind in DENIABLE
            and one_word
            and tried.reports[a.report].language == tried.reports[b.report].language
        ):
            yield Mutant(
                "an opposite denied", (Edit(b.report, b.span, samples.never.format(word=own)),), "gone", finding
            )
            yield Mutant("the same denied", (Edit(b.report, b.span, samples.never.format(word=text)),), "kept", finding)
        elif finding.kind == "quote" and text not in own and own not in text and (parts := text.split(maxsplit=1))[1:]:
            new = samples.deny.format(first=parts[0], rest=parts[1])
            yield Mutant("the same denied", (Edit(b.report, b.span, new),), "kept", finding)


def part_of_a_word(tried: Tried) -> Iterator[Mutant]:
    """Put a letter before and behind words that are spoken of: they are other words now, and nothing is left to say."""
    for finding in tried.findings:
        edits: list[Edit] = []
        for evidence in finding.evidence:
            samples = tried.samples(evidence.report)
            if _worded(tried) and samples is not None:
                words = tried.surface(evidence.report, evidence.span).split()
                if any(letter.isdigit() for word in words for letter in word):
                    continue
                glued = " ".join(f"{samples.inside}{word}{samples.inside}" for word in words)
                edits.append(Edit(evidence.report, evidence.span, glued))
        if edits:
            yield Mutant("part of a longer word", tuple(edits), "gone", finding)


def left_out(tried: Tried) -> Iterator[Mutant]:
    """Leave out the words that are spoken of: nothing is left to say."""
    for finding in tried.findings:
        if _worded(tried):
            edits = tuple(Edit(evidence.report, evidence.span, "") for evidence in finding.evidence)
            yield Mutant("left out", edits, "gone", finding)


def left_out_of_one(tried: Tried) -> Iterator[Mutant]:
    """Leave words that two reports share out of one of them: nothing is left to say of both."""
    for finding in tried.findings:
        first, *others = finding.evidence
        if tried.rule.file.on == "pair" and len(others) == 1 and not first.label and first.report != others[0].report:
            for evidence in finding.evidence:
                yield Mutant("left out of one", (Edit(evidence.report, evidence.span, ""),), "gone", finding)


def another_of_the_list(tried: Tried) -> Iterator[Mutant]:
    """Put another word of a rule's list in the place of the one found: the finding stands."""
    listed = getattr(tried.rule.options, "words", None) if tried.rule.file.check == LISTED else None
    if listed is None:
        return
    for finding in tried.findings[:1]:
        evidence = finding.evidence[0]
        words = listed.root.get(tried.reports[evidence.report].language, [])
        for word in words[:: max(1, len(words) // MOST_LISTED)]:
            yield Mutant("another word of the list", (Edit(evidence.report, evidence.span, word),), "kept", finding)


def _worded(tried: Tried) -> bool:
    return tried.rule.file.category in WORDED or tried.rule.file.check == LISTED


def _pairs(tried: Tried, finding: Finding) -> Iterator[tuple[Evidence, Evidence]]:
    """Give what may be written over, and what is to stand there."""
    two = sides(finding)
    if two is not None:
        repeated = {evidence.report for evidence in labelled(finding, "again")}
        if not repeated and tried.reports[two[0].report].language == tried.reports[two[1].report].language:
            yield two[0], two[1]
            yield two[1], two[0]
        return
    first, again = finding.evidence[0], labelled(finding, "again")
    if first.label == "" and len(again) == 1:
        yield again[0], first
    count, event = labelled(finding, "count"), labelled(finding, "event")
    if count and event:
        spans = [tried.sentence(evidence) for evidence in (count[0], event[0])]
        if spans[0] is not None and spans[1] is not None:
            whole = [_with(e, span) for e, span in zip((count[0], event[0]), spans, strict=True) if span is not None]
            yield whole[1], whole[0]


def _with(evidence: Evidence, span: Span) -> Evidence:
    return Evidence(evidence.report, span, evidence.text, evidence.label)


def _relative(tried: Tried, evidence: Evidence) -> bool:
    """Tell a day that the same words would not name in the other report (tomorrow)."""
    claim = date_at(tried, evidence)
    return claim is not None and claim.date is not None and claim.date.relative and len(_days(tried)) > 1


def _days(tried: Tried) -> set[object]:
    return {report.published for report in tried.reports}


def _touching(here: Evidence, there: Evidence) -> bool:
    return here.report == there.report and here.span.overlaps(there.span)


PROBES = (
    another_of_the_list,
    taken_over,
    twice_the_same,
    denied,
    part_of_a_word,
    left_out,
    left_out_of_one,
)
