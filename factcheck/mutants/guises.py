"""The same reports in another guise: whatever a rule says of them, it must go on saying, with the same fingerprints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.languages.loader import load_languages
from factcheck.model.span import Span
from factcheck.mutants.tried import BETWEEN, Edit, Mutant, Tried, rewritten

ASCII = "0123456789"
LEAST_LETTERS = 4
"""Letters of a word that takes a vowel sign."""


def digits(tried: Tried) -> Iterator[Mutant]:
    """Write every digit in the other script that the language knows."""

    def other(report: int, text: str) -> str | None:
        samples = tried.samples(report)
        if samples is None or samples.digits is None:
            return None
        there, back = (ASCII, samples.digits), (samples.digits, ASCII)
        return text.translate(str.maketrans(*(there if re.search("[0-9]", text) else back)))

    yield from rewritten(tried, "digits", other)


def vowel_signs(tried: Tried) -> Iterator[Mutant]:
    """Write a vowel sign in every longer word, in languages that may leave them out."""

    def signed(report: int, text: str) -> str | None:
        samples = tried.samples(report)
        if samples is None or samples.mark is None:
            return None
        word = re.compile(rf"(?<![^\W_])([^\W\d_]{{2}})(?=[^\W\d_]{{{LEAST_LETTERS - 2}}})")
        return word.sub(rf"\1{samples.mark}", text)

    yield from rewritten(tried, "vowel signs", signed)


def spaces(tried: Tried) -> Iterator[Mutant]:
    """Put two spaces where one stands between words."""
    yield from rewritten(tried, "spaces", lambda _, text: re.sub(r"(?<=[^\W\d]) (?=[^\W\d])", "  ", text))


def quotation_marks(tried: Tried) -> Iterator[Mutant]:
    """Put every quotation into other marks of its language, where all can be."""
    edits: list[Edit] = []
    for number, reading in enumerate(tried.readings):
        pairs = load_languages()[reading.report.language].quotes
        for claim in reading.claims:
            span = claim.quote.span if claim.quote is not None else None
            if span is None or span.start == 0:
                continue
            before, after = Span(span.start - 1, span.start, span.field), Span(span.end, span.end + 1, span.field)
            marks = (tried.surface(number, before), tried.surface(number, after))
            other = next((pair for pair in pairs if marks in pairs and pair != marks and len(set(pair)) == 2), None)
            if other is None:
                return  # marks of two kinds would be another text
            edits += [Edit(number, before, other[0]), Edit(number, after, other[1])]
    if edits:
        yield Mutant("quotation marks", tuple(edits), "same")


def order_of_reports(tried: Tried) -> Iterator[Mutant]:
    """Give the reports the other way round."""
    if len(tried.readings) > 1:
        yield Mutant("order of reports", (), "same", order=tuple(range(len(tried.readings)))[::-1])


def copy(tried: Tried) -> Iterator[Mutant]:
    """Lay a copy of the first report beside the others: who copies says nothing new, but that it is a copy."""
    if tried.rule.file.on == "report" or (tried.rule.file.on == "pair" and tried.rule.file.category in BETWEEN):
        yield Mutant("a copy", (), "same", order=(*range(len(tried.readings)), 0))


def aside(tried: Tried) -> Iterator[Mutant]:
    """Let the first report, or the last, go on with a paragraph about something else."""
    for number in sorted({0, len(tried.reports) - 1}):
        samples, report = tried.samples(number), tried.reports[number]
        if samples is not None:
            end = len(report.text.rstrip())
            yield Mutant("an aside", (Edit(number, Span(end, len(report.text)), f"\n\n{samples.aside}\n"),), "same")


PROBES = (
    digits,
    vowel_signs,
    spaces,
    quotation_marks,
    order_of_reports,
    copy,
    aside,
)
