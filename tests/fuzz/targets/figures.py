"""The figures of a text, whatever else it holds."""

from __future__ import annotations

from pathlib import Path

from factcheck.extract.figures import find_figures
from factcheck.languages.loader import load_languages
from factcheck.pipeline import read_report
from factcheck.text.segment import segment
from tests.fuzz.oracles import check_span, text_of
from tests.fuzz.seeds import text_seeds as seeds

__all__ = ["check", "seeds"]


def check(data: bytes, folder: Path) -> None:
    text = text_of(data)
    for language in load_languages().values():
        report = read_report(text, id="r0", language=language.code)
        for passage in segment(report, language):
            end = 0
            for found in sorted(find_figures(passage, language, frozenset()), key=lambda found: found.start):
                assert end <= found.start < found.end <= len(passage.tokens)
                end = found.end
                span, figure = passage.span(found.start, found.end), found.figure
                assert check_span(report, span)
                assert span.covers(figure.number)
                for bound in (figure.low, figure.high):
                    assert bound is None or bound.is_finite()
                assert figure.low is None or figure.high is None or figure.low <= figure.high
