"""A fact's value and names, read as the same words in a report are read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from factcheck.extract.reading import extract
from factcheck.languages.loader import load_languages
from factcheck.load.document import report_from_text
from factcheck.model.claim import Reading
from factcheck.model.figure import Figure
from factcheck.text.detect import detect_language
from factcheck.text.segment import segment
from factcheck.text.tokens import tokenize


@lru_cache(maxsize=4096)
def read_value(value: str) -> Figure:
    """Read the one figure that a value is; raises ValueError (what is wrong, and what would be right) for all else."""
    reading = _read(value)
    figures = [claim for claim in reading.claims if claim.figure is not None]
    dates = [claim for claim in reading.claims if claim.date is not None]
    if dates and not figures:
        raise ValueError(f"{value!r} reads as a date, and a fact holds an amount; write its unit or noun beside it")
    if len(figures) != 1 or figures[0].figure is None:
        many = "more than one figure" if figures else "no figure"
        raise ValueError(f"{value!r} holds {many}; write one as it would be printed: 4.6 million people, 12%, 25 km")
    figure = figures[0].figure
    if (
        figure.form in ("vague", "ordinal")
        or figure.role not in ("quantity", "period")
        or (figure.low is None and figure.high is None)
    ):
        what = figure.form if figure.form in ("vague", "ordinal") else figure.role
        raise ValueError(f"{value!r} reads as {what}, and a fact holds an amount; write 4.6 million people, 12%, 25 km")
    return figure


def read_keys(names: Sequence[str]) -> frozenset[str]:
    """Give what the lexicons know places and bodies of these names by, in every language at once."""
    return frozenset(key for name in names for key in _keys(name))


@lru_cache(maxsize=4096)
def _keys(name: str) -> tuple[str, ...]:
    named = (c for c in _read(name).claims if c.name is not None and c.span.end - c.span.start == len(name))
    return tuple(c.name.key for c in named if c.name and c.name.type != "person" and c.name.key.isascii())


@lru_cache(maxsize=4096)
def has_word(phrase: str) -> bool:
    """Tell whether a phrase holds anything to look for."""
    language = load_languages()[_language(phrase)]
    return any(token.kind == "word" for token in tokenize(phrase, language))


def _language(text: str) -> str:
    return detect_language(text, load_languages())


def _read(text: str) -> Reading:
    languages = load_languages()
    detect = partial(detect_language, languages=languages)
    report = report_from_text(text.strip(), id="fact", languages=languages, detect=detect)
    language = languages[report.language]
    return extract(report, segment(report, language), language)
