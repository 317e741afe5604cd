"""A fact's value and names, read as the same words in a report are read."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial

from factcheck.extract.dates import find_dates
from factcheck.extract.figures import find_figures
from factcheck.languages.loader import load_languages
from factcheck.load.document import report_from_text
from factcheck.model.figure import Figure
from factcheck.model.language import Language
from factcheck.text.detect import detect_language
from factcheck.text.passage import match_lexicon
from factcheck.text.segment import segment
from factcheck.text.tokens import tokenize

AMOUNTS = frozenset({"quantity", "period"})
NAMED = frozenset({"organisation", "place"})
"""Groups of the lexicons whose keys are one for every spelling and language."""


@lru_cache(maxsize=4096)
def read_value(value: str) -> Figure:
    """Read the one figure that a value is; raises ValueError (what is wrong, and what would be right) for all else."""
    figures, dated = _figures(value)
    if dated and not figures:
        raise ValueError(f"{value!r} reads as a date, and a fact holds an amount; write its unit or noun beside it")
    if len(figures) != 1:
        many = "more than one figure" if figures else "no figure"
        raise ValueError(f"{value!r} holds {many}; write one as it would be printed: 4.6 million people, 12%, 25 km")
    (figure,) = figures
    what = figure.form if figure.form in ("vague", "ordinal") else figure.role
    if what not in AMOUNTS or (figure.low is None and figure.high is None):
        raise ValueError(f"{value!r} reads as {what}, and a fact holds an amount; write 4.6 million people, 12%, 25 km")
    return figure


def read_keys(names: Sequence[str]) -> frozenset[str]:
    """Give what the lexicons know places and bodies of these names by, in every language at once."""
    return frozenset(key for name in names for key in _keys(name))


@lru_cache(maxsize=4096)
def _keys(name: str) -> tuple[str, ...]:
    language = _language(name)
    tokens = tokenize(name, language)
    matches = match_lexicon(tokens, language).get(0, ()) if tokens else ()
    whole = (match.entry for match in matches if match.end == len(tokens) and not match.prefix)
    return tuple(entry.key for entry in whole if entry.group in NAMED and not entry.tag("demonym"))


@lru_cache(maxsize=4096)
def folded(phrase: str) -> str:
    """Give the words of a phrase in one spelling; empty where it holds none to look for."""
    tokens = tokenize(phrase, _language(phrase))
    return " ".join(token.text for token in tokens) if any(token.kind == "word" for token in tokens) else ""


def _language(text: str) -> Language:
    languages = load_languages()
    return languages[detect_language(text, languages)]


def _figures(value: str) -> tuple[list[Figure], bool]:
    """Give the figures of a value, and whether it holds a date."""
    languages = load_languages()
    detect = partial(detect_language, languages=languages)
    report = report_from_text(value.strip(), id="fact", languages=languages, detect=detect)
    language, figures, found_date = languages[report.language], [], False
    for passage in segment(report, language):
        dates = list(find_dates(passage, language, None))
        taken = frozenset(at for date in dates for at in range(date.start, date.end))
        figures += [found.figure for found in find_figures(passage, language, taken)]
        found_date = found_date or bool(dates)
    return figures, found_date
