"""The dates of a text, whatever else it holds."""

from __future__ import annotations

import re
from pathlib import Path

from factcheck.extract.dates import find_dates
from factcheck.languages.loader import load_languages
from factcheck.pipeline import read_report
from factcheck.text.segment import segment
from tests.fuzz.oracles import check_span, text_of
from tests.fuzz.seeds import DAY
from tests.fuzz.seeds import text_seeds as seeds

__all__ = ["check", "seeds"]

_PART = r"-?[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?(?:T[0-9:+Z-]+)?"
_EDTF = re.compile(rf"(?:{_PART}|\.\.)?(?:/(?:{_PART}|\.\.)?)?")


def check(data: bytes, folder: Path) -> None:
    text = text_of(data)
    for language in load_languages().values():
        report = read_report(text, id="r0", language=language.code)
        for passage in segment(report, language):
            for day in (None, DAY):
                end = 0
                for found in find_dates(passage, language, day):
                    assert end <= found.start < found.end <= len(passage.tokens)
                    end = found.end
                    assert check_span(report, passage.span(found.start, found.end))
                    assert _EDTF.fullmatch(found.date.edtf), found.date.edtf
