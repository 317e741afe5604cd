"""What is timed: one function per engine, made once with its models, and the values it found, read afterwards.

Each engine imports its own package when it is made: the peers live in an environment without factcheck's dependencies.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, NamedTuple


class Engine(NamedTuple):
    """`read` is the extraction that is timed (text, language); `values` gives the plain values of what it found."""

    read: Callable[[str, str], Any]
    values: Callable[[Any], list[str]]


def factcheck_whole() -> Engine:
    """All that `extract` does: figures, dates, names, quotes, attributions and the context of each."""
    from factcheck.pipeline import extract_claims, read_report

    def read(text: str, language: str) -> Any:
        return extract_claims(read_report(text, id="r0", language=language))

    return Engine(read, lambda reading: _exact(claim.figure for claim in reading.claims if claim.figure is not None))


def factcheck_figures() -> Engine:
    """What a peer does as well: the text cut into sentences, and the numbers in each, those of dates among them."""
    from factcheck.extract.figures import find_figures
    from factcheck.languages.loader import load_languages
    from factcheck.pipeline import read_report
    from factcheck.text.segment import segment

    languages = load_languages()

    def read(text: str, language: str) -> Any:
        tongue = languages[language]
        report = read_report(text, id="r0", language=language)
        found: list[Any] = []
        for passage in segment(report, tongue):
            found += find_figures(passage, tongue, frozenset())
        return found

    return Engine(read, lambda found: _exact(item.figure for item in found))


def factcheck_attributions() -> Engine:
    """Who says what: the text cut into sentences, the quotations and names it rests on, and every act of saying."""
    from factcheck.extract.attribution import find_attributions
    from factcheck.extract.reading import read_scenes
    from factcheck.languages.loader import load_languages
    from factcheck.pipeline import read_report
    from factcheck.text.segment import segment

    languages = load_languages()

    def read(text: str, language: str) -> Any:
        report = read_report(text, id="r0", language=language)
        passages = segment(report, languages[language])
        return list(find_attributions(read_scenes(report, passages, languages[language])))

    return Engine(read, lambda _: [])


def _exact(figures: Iterable[Any]) -> list[str]:
    return [str(figure.low) for figure in figures if figure.low is not None and figure.low == figure.high]


def recognizers() -> Engine:
    """recognizers-text: its number, percentage, currency and dimension models, English."""
    culture = importlib.import_module("recognizers_text").Culture.English
    plain = importlib.import_module("recognizers_number").NumberRecognizer(culture)
    unit = importlib.import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(culture)
    models = (
        plain.get_number_model(),
        plain.get_percentage_model(),
        unit.get_currency_model(),
        unit.get_dimension_model(),
    )

    def read(text: str, language: str) -> Any:
        return [result for model in models for result in model.parse(text)]

    def values(found: Any) -> list[str]:
        return [str(value).rstrip("%") for result in found if (value := (result.resolution or {}).get("value"))]

    return Engine(read, values)


def quantulum() -> Engine:
    """quantulum3 as it is installed, without its classifier; it reads what it can of an Arabic text."""
    parse = importlib.import_module("quantulum3.parser").parse

    def read(text: str, language: str) -> Any:
        return parse(text)

    return Engine(read, lambda found: [str(Decimal(repr(quantity.value))) for quantity in found])


ENGINES: dict[str, Callable[[], Engine]] = {
    "factcheck": factcheck_whole,
    "factcheck, figures alone": factcheck_figures,
    "factcheck, attributions alone": factcheck_attributions,
    "recognizers-text": recognizers,
    "quantulum3": quantulum,
}
PEERS = {"en": "recognizers-text", "ar": "quantulum3"}
"""The peer that reads a language."""
