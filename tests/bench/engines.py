"""What of factcheck is timed: one function an engine, and the values it found, read afterwards.

Packages are imported when an engine is made, here and for the peers: each side runs without the other's packages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple


class Engine(NamedTuple):
    """`read` is what is timed (texts, the code of their language); `values` gives the plain values of what it found."""

    read: Callable[[Sequence[str], str], Any]
    values: Callable[[Any], list[str]]


def comparison() -> Engine:
    """The whole check: texts made reports, read, laid side by side and judged."""
    from factcheck.pipeline import compare_reports, read_report

    def read(texts: Sequence[str], language: str) -> Any:
        return compare_reports([read_report(text, id=f"r{n}", language=language) for n, text in enumerate(texts)])

    return Engine(read, lambda _: [])


def extraction() -> Engine:
    """All that `extract` does: figures, dates, names, quotes, attributions and the context of each."""
    from factcheck.pipeline import extract_claims, read_report

    def read(texts: Sequence[str], language: str) -> Any:
        readings = [extract_claims(read_report(text, id="r0", language=language)) for text in texts]
        return [claim.figure for reading in readings for claim in reading.claims if claim.figure is not None]

    return Engine(read, _exact)


def figures() -> Engine:
    """What a reader of quantities does as well: the text cut into sentences, and numbers with their units in each."""
    from factcheck.extract.figures import find_figures

    return _by_sentence(
        lambda passage, language: [found.figure for found in find_figures(passage, language, frozenset())], _exact
    )


def dates() -> Engine:
    """What a reader of dates does as well: the text cut into sentences, and the dates in each."""
    from factcheck.extract.dates import find_dates

    return _by_sentence(
        lambda passage, language: [found.date.edtf for found in find_dates(passage, language, None)], list
    )


def _by_sentence(find: Callable[[Any, Any], list[Any]], values: Callable[[Any], list[str]]) -> Engine:
    from factcheck.languages.loader import load_languages
    from factcheck.pipeline import read_report
    from factcheck.text.segment import segment

    languages = load_languages()

    def read(texts: Sequence[str], language: str) -> Any:
        known = languages[language]
        reports = [read_report(text, id="r0", language=language) for text in texts]
        return [found for report in reports for passage in segment(report, known) for found in find(passage, known)]

    return Engine(read, values)


def _exact(figures: Iterable[Any]) -> list[str]:
    return [str(figure.low) for figure in figures if figure.low is not None and figure.low == figure.high]


OWN: dict[str, Callable[[], Engine]] = {
    "factcheck": comparison,
    "factcheck extract": extraction,
    "factcheck figures": figures,
    "factcheck dates": dates,
}
