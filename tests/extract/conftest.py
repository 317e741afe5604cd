"""Short ways to read one sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.model.claim import Reading
from factcheck.model.language import Language
from factcheck.pipeline import extract_claims, read_report
from factcheck.text.passage import Passage
from factcheck.text.segment import segment


@pytest.fixture(scope="session")
def passage() -> Callable[[str, Language], Passage]:
    """Give what cuts one sentence into a passage."""

    def make(text: str, language: Language) -> Passage:
        (found,) = segment(read_report(f"{text}.", id="r0", language=language.code), language)
        return found

    return make


@pytest.fixture(scope="session")
def reading() -> Callable[[str, str], Reading]:
    """Give what reads the claims of a text."""

    def make(text: str, code: str) -> Reading:
        return extract_claims(read_report(text, id="r0", language=code))

    return make
