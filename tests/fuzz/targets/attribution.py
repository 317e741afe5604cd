"""Who says what in a text: quotations, names and speakers."""

from __future__ import annotations

from pathlib import Path

from factcheck.extract.attribution import find_attributions
from factcheck.extract.reading import read_scenes
from factcheck.languages.loader import load_languages
from factcheck.pipeline import read_report
from factcheck.text.segment import segment
from tests.fuzz.oracles import check_span, text_of
from tests.fuzz.seeds import text_seeds as seeds

__all__ = ["check", "seeds"]


def check(data: bytes, folder: Path) -> None:
    text = text_of(data)
    for language in load_languages().values():
        report = read_report(text, id="r0", language=language.code, title=text[:60])
        passages = segment(report, language)
        scenes = read_scenes(report, passages, language)
        for scene in scenes:
            stretches = [(one.start, one.end) for one in scene.quotes] + [(one.start, one.end) for one in scene.names]
            assert all(0 <= start < end <= len(scene.passage.tokens) for start, end in stretches)
        for covered, attribution in find_attributions(scenes):
            assert all(0 <= number < len(passages) for number in covered)
            assert check_span(report, attribution.content)
            for span in (attribution.cue, attribution.source.span if attribution.source else None):
                assert span is None or check_span(report, span)
