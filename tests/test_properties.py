"""What holds for any text: spans quote, folding keeps its map, spelling changes no finding, nothing raises."""

from __future__ import annotations

import random
import re
import sys
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.data.strict_yaml import read
from factcheck.languages.loader import load_languages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.language import Language
from factcheck.model.report import Report
from factcheck.model.span import Span
from factcheck.pipeline import compare_reports, extract_claims, load_report, read_report
from factcheck.text.fold import fold, fold_text
from factcheck.text.segment import SET_APART, segment
from factcheck.text.tokens import tokenize

EVENTS = Path(__file__).parents[1] / "fixtures" / "events"
FILES = {
    path.parent.name: tuple(path.parent / name for name in read(path).value["files"])
    for path in sorted(EVENTS.glob("*/expected.yaml"))
}
TEXTS = {f"{slug}/{path.name}": path.read_text("utf-8") for slug, paths in FILES.items() for path in paths}
ASCII, ARABIC_INDIC, PERSIAN = "0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹"
SCRIPTS = {"ASCII": ASCII, "Arabic-Indic": ARABIC_INDIC, "Persian": PERSIAN}
HARAKAT = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"
TATWEEL = "\u0640"
CODES = st.sampled_from(["ar", "en"])

MIXED = st.text(
    st.sampled_from(
        f"{ASCII}{ARABIC_INDIC}{PERSIAN}{HARAKAT}{TATWEEL}ابتثجحخدرسعفقكلمنهويةىءأإآئؤabcdeSTU"
        ".,،؛:;؟?!%٪٫٬$€£«»“”\"'()[]|-–…ﷺ℃№´/#*\n\n\t     \u00a0\u200f\u200e\u202b\u202c½²ﻻ\ufeff\0"
    )
    | st.characters(exclude_categories=["Cs"]),
    max_size=120,
)
WORDS = sorted({word for text in TEXTS.values() for word in text.split()})
SOUP = st.lists(
    st.sampled_from(WORDS) | st.sampled_from(["\n\n", "\n", "|", "- ", "12", "٣٤", "%", "مليون", "million", "و", "."]),
    max_size=40,
).map(" ".join)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Take a stretch of a shipped report and cut, double and stir it a little."""
    text = draw(st.sampled_from(sorted(TEXTS.values())))
    start = draw(st.integers(0, max(0, len(text) - 400)))
    letters = list(text[start : start + 400])
    for _ in range(draw(st.integers(0, 8))):
        if not letters:
            break
        at = draw(st.integers(0, len(letters) - 1))
        match draw(st.sampled_from(["cut", "double", "put"])):
            case "cut":
                del letters[at : at + draw(st.integers(1, 20))]
            case "double":
                letters[at:at] = letters[at : at + 10]
            case _:
                letters.insert(at, draw(st.sampled_from('0٣.,،«»"()\n|-%\u200fـ')))
    return "".join(letters)


def read_claims(text: str, code: str, title: str | None = None) -> Reading:
    return extract_claims(read_report(text, id="r0", language=code, title=title))


def check_spans(reading: Reading) -> None:
    report = reading.report

    def quoted(span: Span) -> str:
        field = report.text if span.field == "text" else report.title or ""
        assert 0 <= span.start < span.end <= len(field)
        return field[span.start : span.end]

    for claim in reading.claims:
        assert quoted(claim.span) == claim.text
        assert quoted(claim.context.clause)
        if claim.figure is not None:
            assert claim.span.covers(claim.figure.number)
            assert quoted(claim.figure.number)
        if claim.quote is not None:
            assert claim.span.covers(claim.quote.span)
    for attribution in reading.attributions:
        quoted(attribution.content)
        for span in (attribution.cue, attribution.source.span if attribution.source else None):
            assert span is None or quoted(span)
    for marker in reading.markers:
        quoted(marker.span)
    for sentence in reading.sentences:
        assert quoted(sentence.span).strip()


def prints(comparison: Comparison) -> set[tuple[str, str, str]]:
    return {(finding.fingerprint, finding.rule.id, finding.severity) for finding in comparison.findings}


# ---------------------------------------------------------------- spans


@settings(max_examples=150)
@given(MIXED, CODES)
def test_spans_quote_what_they_cover_on_any_text(text: str, code: str) -> None:
    check_spans(read_claims(text, code, title=text[:40]))


@settings(max_examples=80)
@given(SOUP | mutated(), CODES)
def test_spans_quote_what_they_cover_on_stirred_reports(text: str, code: str) -> None:
    check_spans(read_claims(text, code))


@pytest.mark.parametrize("name", TEXTS)
def test_spans_quote_what_they_cover_on_shipped_reports(name: str) -> None:
    check_spans(extract_claims(load_report(str(EVENTS / name))))


# ---------------------------------------------------------------- folding


@settings(max_examples=200)
@given(MIXED, CODES)
def test_folding_twice_is_folding_once_and_its_map_runs_forward(text: str, code: str) -> None:
    language = load_languages()[code]
    folded = fold(text, language)
    assert folded.text == fold_text(text, language)
    assert fold_text(folded.text, language) == folded.text
    assert len(folded.origin) == len(folded.text)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= at < len(text) for at in folded.origin)


@pytest.mark.parametrize("code", ["ar", "en"])
def test_every_character_folds_to_something_that_stays(code: str, tongues: Mapping[str, Language]) -> None:
    language = tongues[code]
    points = [p for p in range(sys.maxunicode + 1) if unicodedata.category(chr(p)) not in ("Cn", "Co", "Cs", "Lo")]
    points += [*range(0x600, 0x780), *range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)]
    folded = {p: fold_text(chr(p), language) for p in points}
    assert [hex(p) for p, text in folded.items() if fold_text(text, language) != text] == []


# ---------------------------------------------------------------- segmentation


@settings(max_examples=150)
@given(MIXED | SOUP | mutated(), CODES)
def test_sentences_cover_every_visible_character_of_the_body_once(text: str, code: str) -> None:
    language = load_languages()[code]
    report = read_report(text, id="r0", language=code)
    counts = [0] * len(text)
    for passage in segment(report, language):
        for token in passage.tokens:
            for at in range(token.start, token.end):
                counts[at] += 1
    for block in report.blocks:
        wanted = 0 if block.kind in SET_APART else 1
        for at in range(block.span.start, block.span.end):
            if visible(text[at], language):
                assert counts[at] == wanted, f"{text[at]!r} at {at} stands in {counts[at]} sentences of {block.kind}"


def visible(char: str, language: Language) -> bool:
    return bool(fold_text(char, language).strip())


@settings(max_examples=100)
@given(MIXED, CODES)
def test_tokens_lose_nothing_but_space_and_stand_in_order(text: str, code: str) -> None:
    language = load_languages()[code]
    end = 0
    for token in tokenize(text, language):
        assert token.start >= end
        assert not fold_text(text[end : token.start], language).strip()
        assert fold_text(text[token.start : token.end], language) == token.text
        end = token.end
    assert not fold_text(text[end:], language).strip()


# ---------------------------------------------------------------- comparing


def check_self(report: Report) -> None:
    comparison = compare_reports([report, report])
    assert [f.message for f in comparison.findings if f.rule.on != "report"] == []
    tables = [{c.id: c for c in reading.claims} for reading in comparison.readings]
    for pair in comparison.pairs:
        if tables[0][pair.a.claim].figure is not None:
            assert pair.verdict == "agree", f"{tables[0][pair.a.claim].text} / {tables[1][pair.b.claim].text}"


@pytest.mark.parametrize("name", TEXTS)
def test_a_report_agrees_with_itself(name: str) -> None:
    check_self(load_report(str(EVENTS / name)))


@settings(max_examples=40)
@given(SOUP | mutated(), CODES)
def test_any_text_agrees_with_itself(text: str, code: str) -> None:
    check_self(read_report(text, id="r0", language=code))


@settings(max_examples=60)
@given(MIXED | SOUP, MIXED | mutated(), CODES, CODES)
def test_nothing_raises(first: str, second: str, one: str, two: str) -> None:
    reports = [read_report(first, id="a", language=one, title=second[:20]), read_report(second, id="b", language=two)]
    forth, back = compare_reports(reports), compare_reports(reports[::-1])
    assert prints(forth) == prints(back)


# ---------------------------------------------------------------- spelling


def rewritten(slug: str, change: Callable[[str], str]) -> Comparison:
    """Compare an event with the bodies of its reports rewritten; front matter stays, and so do languages and dates."""
    reports = []
    for number, path in enumerate(FILES[slug]):
        given = load_report(str(path))
        text = given.text
        body = text.index("\n---\n", 4) + 5 if text.startswith("---\n") else 0
        title = change(given.title) if given.title else None
        reports.append(
            read_report(
                change(text[body:]), id=f"r{number}", title=title, language=given.language, published=given.published
            )
        )
    return compare_reports(reports)


def in_script(digits: str) -> Callable[[str], str]:
    table = {ord(old): new for script in SCRIPTS.values() for old, new in zip(script, digits, strict=True)}
    return lambda text: text.translate(table)


def vowelled(seed: int, marks: str) -> Callable[[str], str]:
    """Put marks behind letters inside Arabic words, by a draw that is the same every time."""
    draw = random.Random(seed)  # noqa: S311  # no secret: which letters get a mark

    def change(text: str) -> str:
        put = lambda match: match[0] + (draw.choice(marks) if draw.random() < 0.4 else "")  # noqa: E731
        return re.sub("[\u0621-\u063a\u0641-\u064a](?=[\u0621-\u063a\u0641-\u064a])", put, text)

    return change


def same(text: str) -> str:
    return text


@pytest.mark.parametrize("script", SCRIPTS)
@pytest.mark.parametrize("slug", FILES)
def test_the_script_of_the_digits_changes_no_finding(slug: str, script: str) -> None:
    assert prints(rewritten(slug, in_script(SCRIPTS[script]))) == prints(rewritten(slug, same))


@pytest.mark.parametrize("marks", [HARAKAT, TATWEEL, HARAKAT + TATWEEL], ids=["harakat", "tatweel", "both"])
@pytest.mark.parametrize("slug", FILES)
def test_added_vowels_and_strokes_change_no_finding(slug: str, marks: str) -> None:
    plain = prints(rewritten(slug, same))
    assert all(prints(rewritten(slug, vowelled(seed, marks))) == plain for seed in range(3))


@pytest.mark.parametrize("slug", FILES)
def test_the_order_of_the_reports_changes_no_finding(slug: str) -> None:
    reports = [load_report(str(path)) for path in FILES[slug]]
    assert prints(compare_reports(reports)) == prints(compare_reports(reports[::-1]))
