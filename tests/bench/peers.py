"""What else a user could take: single peers, and the stack assembled of them for the whole check."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from tests.bench.engines import Engine


def recognizers() -> Engine:
    """recognizers-text: its number, percentage, currency and dimension models, English (it has no Arabic)."""
    parse = _quantities()
    return Engine(lambda texts, _: [result for text in texts for result in parse(text)], _resolved)


def _quantities() -> Callable[[str], list[Any]]:
    culture = importlib.import_module("recognizers_text").Culture.English
    plain = importlib.import_module("recognizers_number").NumberRecognizer(culture)
    unit = importlib.import_module("recognizers_number_with_unit").NumberWithUnitRecognizer(culture)
    models = (
        plain.get_number_model(),
        plain.get_percentage_model(),
        unit.get_currency_model(),
        unit.get_dimension_model(),
    )
    return lambda text: [result for model in models for result in model.parse(text)]


def _resolved(found: Sequence[Any]) -> list[str]:
    return [str(value).rstrip("%") for result in found if (value := (result.resolution or {}).get("value"))]


def quantulum() -> Engine:
    """quantulum3 as it is installed, without its classifier; it reads what it can of an Arabic text."""
    parse = importlib.import_module("quantulum3.parser").parse
    return Engine(
        lambda texts, _: [quantity for text in texts for quantity in parse(text)],
        lambda found: [str(Decimal(repr(quantity.value))) for quantity in found],
    )


def dateparser() -> Engine:
    """dateparser.search, told the language."""
    find = importlib.import_module("dateparser.search").search_dates
    return Engine(
        lambda texts, language: [found for text in texts for found in find(text, languages=[language]) or ()],
        lambda found: [moment.date().isoformat() for _, moment in found],
    )


def stack() -> Engine:
    """What a user would assemble for the whole check, sentence by sentence, so that what is found has its sentence.

    pysbd, recognizers-text, dateparser and proselint on every report; then all sentences of one report against all of
    the other by rapidfuzz's token_set_ratio, paired by scipy's optimal assignment. On Arabic it is the same: of the
    corpus of this project recognizers-text finds no less there than quantulum3 does.
    """
    quantities = _quantities()
    return _stack(quantities, sentences=True)


def stack_at_once() -> Engine:
    """The cheapest form of it: whole texts, where one call of recognizers-text costs far less than one a sentence."""
    return _stack(_quantities(), sentences=False)


def _stack(quantities: Callable[[str], list[Any]], *, sentences: bool) -> Engine:
    segmenter = importlib.import_module("pysbd").Segmenter
    dates = importlib.import_module("dateparser.search").search_dates
    register = importlib.import_module("proselint.checks").__register__
    importlib.import_module("proselint.registry").CheckRegistry().register_many(register)
    lint = importlib.import_module("proselint.tools").LintFile
    cdist = importlib.import_module("rapidfuzz.process").cdist
    token_set_ratio = importlib.import_module("rapidfuzz.fuzz").token_set_ratio
    assign = importlib.import_module("scipy.optimize").linear_sum_assignment

    def read(texts: Sequence[str], language: str) -> Any:
        cut = [segmenter(language=language, clean=False).segment(text) for text in texts]
        found: list[Any] = []
        for text, parts in zip(texts, cut, strict=True):
            for part in parts if sentences else [text]:
                found += [*quantities(part), *(dates(part, languages=[language]) or ())]
            found += lint("report", text).lint()
        likeness = cdist(cut[0], cut[1], scorer=token_set_ratio)
        return found, assign(likeness, maximize=True)

    return Engine(read, lambda _: [])


PEERS: dict[str, Callable[[], Engine]] = {
    "recognizers-text": recognizers,
    "quantulum3": quantulum,
    "dateparser": dateparser,
    "stack": stack,
    "stack at once": stack_at_once,
}
