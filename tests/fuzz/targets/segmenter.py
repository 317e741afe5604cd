"""From text to sentences, tokens and lexicon entries."""

from __future__ import annotations

from pathlib import Path

from factcheck.languages.loader import load_languages
from factcheck.pipeline import read_report
from factcheck.text.fold import fold_text
from factcheck.text.segment import segment
from tests.fuzz.oracles import check_report, check_span, text_of
from tests.fuzz.seeds import text_seeds as seeds

__all__ = ["check", "seeds"]


def check(data: bytes, folder: Path) -> None:
    text = text_of(data)
    for language in load_languages().values():
        report = read_report(text, id="r0", language=language.code, title=text[:60])
        check_report(report)
        ends = {"title": 0, "text": 0}
        for passage in segment(report, language):
            span = passage.sentence.span
            assert check_span(report, span).strip()
            assert span.start >= ends[span.field], "sentences overlap"
            ends[span.field] = span.end
            field = report.text if span.field == "text" else report.title or ""
            end = span.start
            for token in passage.tokens:
                assert end <= token.start < token.end <= span.end
                assert fold_text(field[token.start : token.end], language) == token.text
                end = token.end
            for matches in passage.found.values():
                assert all(0 <= match.start < match.end <= len(passage.tokens) for match in matches)
