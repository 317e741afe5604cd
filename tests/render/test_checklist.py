"""One item for each thing to check, in the order an editor works."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace
from pydantic import TypeAdapter

from factcheck.data.messages import Messages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.figure import Figure
from factcheck.model.finding import Finding
from factcheck.render.checklist import checklist_items
from factcheck.render.checklist_json import ChecklistOut, checklist_object


def test_findings_of_one_claim_are_one_item(english_comparison: Comparison) -> None:
    items = checklist_items(english_comparison)
    assert [(item.number, item.severity, item.rules) for item in items] == [
        (1, "error", ("figure-conflict",)),
        (2, "warning", ("unnamed-source",)),
        (3, "warning", ("missing-figure", "unsupported-figure")),
        (4, "note", ("unattributed-superlative",)),
    ]
    assert sorted(f.fingerprint for f in english_comparison.findings) == sorted(
        p for i in items for p in i.fingerprints
    )


def test_an_item_holds_the_words_of_every_report(english_comparison: Comparison) -> None:
    conflict, source, count, claim = checklist_items(english_comparison)
    assert [(w.report, w.line, w.column, w.text) for w in conflict.words] == [
        (0, 2, 19, "27 آخرون"),
        (1, 1, 26, "٣٧ آخرون"),
    ]
    assert conflict.subject == "14 شخصا وأصيب 27 آخرون"
    assert [(cell.report, cell.value) for cell in conflict.cells] == [(0, "27"), (1, "37")]
    assert {w.report for w in count.words} == {0, 1}
    assert count.questions == ("Who counted?", "Who gave it?")
    assert source.subject == "مصادر"
    assert claim.subject == "الأكبر في تاريخ البلاد"


def test_whom_to_ask_is_whom_the_text_names(english_comparison: Comparison) -> None:
    conflict, source, *_ = checklist_items(english_comparison)
    assert [(whom.report, whom.text, whom.kind) for whom in conflict.whom] == [
        (0, "مدير المستشفى سالم العلي", "person")
    ]
    assert source.whom == ()


def test_a_report_that_tells_the_event_and_not_this_is_silent(
    english_comparison: Comparison, make_finding: Callable[..., Finding]
) -> None:
    finding = make_finding(
        english_comparison.readings,
        "unsupported-figure",
        [(1, "أكثر من 65 مليون دولار", "figure")],
        claims=((1, "c5"),),
    )
    (item,) = checklist_items(replace(english_comparison, findings=(finding,)))
    assert item.silent == (0,)


def test_a_report_no_finding_quotes_gives_its_words_too(
    english_comparison: Comparison, make_finding: Callable[..., Finding]
) -> None:
    finding = make_finding(
        english_comparison.readings, "unsupported-figure", [(0, "14 شخصا", "figure")], claims=((0, "c0"),)
    )
    (item,) = checklist_items(replace(english_comparison, findings=(finding,)))
    assert [(words.report, words.text) for words in item.words] == [(0, "14 شخصا"), (1, "أربعة عشر شخصا")]
    assert item.silent == ()


def test_a_source_that_says_many_things_does_not_join_them(
    make_reading: Callable[..., Reading], make_finding: Callable[..., Finding], make_number: Callable[..., Figure]
) -> None:
    claims = [("12 trucks", make_number("12")), ("40 homes", make_number("40"))]
    reading = make_reading("Sources spoke of 12 trucks and 40 homes.", claims, language="en")
    findings = (
        make_finding([reading], "unsupported-figure", [(0, "12 trucks", "figure")], claims=((0, "c0"),)),
        make_finding([reading], "unsupported-figure", [(0, "40 homes", "figure")], claims=((0, "c1"),)),
        make_finding([reading], "unnamed-source", [(0, "Sources", "source")], claims=((0, "c0"), (0, "c1"))),
    )
    items = checklist_items(Comparison((reading,), True, (), (), findings, (), ()))
    assert [item.rules for item in items] == [("unnamed-source",), ("unsupported-figure",), ("unsupported-figure",)]


def test_the_same_words_are_one_item_even_without_a_claim(
    make_reading: Callable[..., Reading], make_finding: Callable[..., Finding]
) -> None:
    reading = make_reading("It was the worst storm in decades, and nobody slept.", language="en")
    findings = (
        make_finding([reading], "loud", [(0, "worst storm", "")]),
        make_finding([reading], "bold", [(0, "storm in decades", "")], question="Says who?"),
        make_finding([reading], "calm", [(0, "nobody slept", "")]),
    )
    items = checklist_items(Comparison((reading,), True, (), (), findings, (), ()))
    assert [item.rules for item in items] == [("loud", "bold"), ("calm",)]
    assert items[0].questions == ("Who says so?", "Says who?")


def test_contradictions_come_before_what_is_worse(
    make_reading: Callable[..., Reading], make_finding: Callable[..., Finding]
) -> None:
    readings = [make_reading("one two three", language="en"), make_reading("four five", language="en")]
    findings = (
        make_finding(readings, "sum", [(0, "one", "")], severity="error"),
        make_finding(readings, "later", [(1, "four", "")]),
        make_finding(readings, "earlier", [(0, "three", "")]),
        make_finding(
            readings, "clash", [(0, "two", ""), (1, "five", "")], on="pair", category="contradiction", severity="note"
        ),
    )
    items = checklist_items(Comparison(tuple(readings), True, (), (), findings, (), ()))
    assert [item.rules for item in items] == [("clash",), ("sum",), ("earlier",), ("later",)]


def test_findings_between_reports_of_two_events_are_left_out(english_comparison: Comparison) -> None:
    items = checklist_items(replace(english_comparison, same_event=False))
    assert "figure-conflict" not in {rule for item in items for rule in item.rules}


def test_claims_of_one_subject_are_one_item(
    english_comparison: Comparison, make_finding: Callable[..., Finding]
) -> None:
    readings = english_comparison.readings
    findings = (
        make_finding(readings, "unsupported-figure", [(0, "14 شخصا", "figure")], claims=((0, "c0"),)),
        make_finding(readings, "unsupported-figure", [(1, "أربعة عشر شخصا", "figure")], claims=((1, "c0"),)),
    )
    (item,) = checklist_items(replace(english_comparison, findings=findings))
    assert item.rules == ("unsupported-figure",)
    assert len(item.fingerprints) == 2


def test_json_is_plain_and_has_the_published_shape(english_comparison: Comparison, english: Messages) -> None:
    made = checklist_object(english_comparison, english)
    TypeAdapter(ChecklistOut).validate_python(made, strict=True)
    assert made["items"][0]["values"] == {"A": "27", "B": "37"}
    assert made["items"][0]["boxes"] == {"confirmed": False, "corrected": False, "cut": False}
    assert made["reports"][1]["published"] == "2026-02-08"
    assert "published" not in made["reports"][0]
    for item in made["items"]:
        for quote in item["quotes"]:
            reading = english_comparison.readings["AB".index(quote["report"])]
            assert reading.report.text[quote["start"] : quote["end"]] == quote["text"]


def test_nothing_to_check(english_comparison: Comparison, english: Messages) -> None:
    bare = replace(english_comparison, findings=())
    assert checklist_items(bare) == ()
    assert checklist_object(bare, english)["items"] == []
