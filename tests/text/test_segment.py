"""Blocks into sentences: what ends one and what only looks like it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from factcheck.model.language import Language
from factcheck.pipeline import read_report
from factcheck.text.segment import segment


def sentences(text: str, language: Language, title: str | None = None) -> list[str]:
    # A first paragraph might be taken for a headline: the cases stand after one.
    report = read_report(f"x\n\n{text}", id="r0", language=language.code, title=title)
    return [report.surface(p.sentence.span) for p in segment(report, language)][1:]


@pytest.mark.parametrize(
    "parts",
    [
        ["He came on Monday.", "She left."],
        ["Dr. Smith met Mr. Jones.", "They talked."],
        ["The rate rose to 3.5 percent in Jan. 2026.", "It fell later."],
        ["J. K. Rowling wrote it.", "It sold well."],
        ["The talks ended at 10 a.m. on Friday.", "A statement followed."],
        ["The U.S. envoy arrived.", "He said nothing."],
        ["He landed at 9 p.m.", "The talks began."],
        ["Is it true?", "Yes!", "It is."],
        ['"It is over," he said.', "Nobody cheered."],
        ['He said: "It is over."', "Nobody cheered."],
        ["“It is over.”", "Nobody cheered."],
        ["See example.com for more.", "It is free."],
        ["It closed at 12.", "Shops shut."],
        ["The No. 3 seed met the champion.", "One won."],
        ["He waited…", "Nobody came."],
    ],
)
def test_english(parts: list[str], tongues: Mapping[str, Language]) -> None:
    assert sentences(" ".join(parts), tongues["en"]) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["وصل الوفد أمس، وغادر اليوم، ثم عاد.", "وانتهت الزيارة."],
        ["قال د. سامي حداد إن الأمر انتهى.", "وغادر القاعة."],
        ["بلغت النسبة 3.5 في المئة؛ وهي الأعلى.", "ثم انخفضت."],
        ["هل انتهت الأزمة؟", "لا أحد يعرف."],
        ["قال: «انتهى الأمر.»", "وغادر القاعة."],
        ["«انتهى الأمر»، قال الوزير.", "وغادر القاعة."],
        ["تأسست عام 1446 هـ. في مكة.", "ثم انتقلت."],
        ["بلغ السعر 12,5 دولارا.", "وأغلق السوق."],
        ["انتهى الأمر!", "وغادر القاعة…", "ثم عاد."],
    ],
)
def test_arabic(parts: list[str], tongues: Mapping[str, Language]) -> None:
    assert sentences(" ".join(parts), tongues["ar"]) == parts


def test_headlines_and_rows_are_whole_and_boilerplate_is_left_out(tongues: Mapping[str, Language]) -> None:
    text = (
        "Floods. Again\n\nIt rained. It poured.\n\n"
        "| Town | Dead |\n|---|---|\n| St. Ives. North | 3 |\n\nRead more: Storms"
    )
    report = read_report(text, id="r0", language="en", title="Rain. More rain")
    found = [(p.sentence.kind, report.surface(p.sentence.span)) for p in segment(report, tongues["en"])]
    assert ("headline", "Rain. More rain") in found
    assert ("paragraph", "It rained.") in found
    assert [said for kind, said in found if kind == "table-row"] == ["| St. Ives. North | 3 |"]
    assert not any("Read more" in said for _, said in found)


def test_sentences_are_numbered_in_reading_order(tongues: Mapping[str, Language]) -> None:
    report = read_report("One.\n\nTwo. Three.", id="r0", language="en")
    found = [p.sentence for p in segment(report, tongues["en"])]
    assert [s.index for s in found] == list(range(len(found)))
    assert [s.span.order for s in found] == sorted(s.span.order for s in found)


def test_an_empty_report_has_no_sentence(tongues: Mapping[str, Language]) -> None:
    assert segment(read_report(" \n\n ", id="r0", language="en"), tongues["en"]) == ()
