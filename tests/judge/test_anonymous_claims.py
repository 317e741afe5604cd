"""What only a named source may say, said by an unnamed one; and the graver of two findings on the same words."""

from __future__ import annotations

import pytest

from factcheck.judge.rules import load_rules
from factcheck.model.finding import Finding
from factcheck.pipeline import compare_reports, read_report

ABOUT_SOURCES = ("anonymous-attack", "anonymous-opinion", "unnamed-source")
ON = [rule for rule in load_rules().require() if rule.file.id in ABOUT_SOURCES]


def about_sources(text: str) -> list[Finding]:
    found = compare_reports([read_report(text, id="r0")], ON).findings
    return [finding for finding in found if finding.rule.category == "unnamed-source"]


def rules(text: str) -> list[str]:
    return [finding.rule.id for finding in about_sources(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Two officials close to the talks accused Sudan of dragging its feet.",
        "A senior party official described Prime Minister John Carter as lazy and out of his depth.",
        "According to a security source, Hassan Barakat betrayed the group and took bribes from smugglers.",
        "واتهم مصدر أمني رجل الأعمال خالد العمري بتمويل المهربين.",
        "وقالت مصادر حزبية إن رئيس الحكومة يوسف الكيلاني كذب على النواب وأخفى معلومات عنهم.",
        '"حسان بركات فاشل وغير مؤهل لإدارة الهيئة"، بحسب مسؤول في الهيئة طلب عدم ذكر اسمه.',
        "وأكد مصدر مقرب من المفاوضات أن شركة النور للمقاولات تلاعبت بالعطاءات.",
    ],
)
def test_an_attack_is_the_one_thing_said_of_its_source(text: str) -> None:
    assert rules(text) == ["anonymous-attack"]


@pytest.mark.parametrize(
    "text",
    [
        "One official said the plan was doomed and the ministry should never have signed it.",
        '"It was a big mistake to close the border," a western diplomat said.',
        "Diplomats believe the sanctions will change nothing.",
        "واعتبر خبراء أن الخطة غير واقعية.",
        "وبحسب مصادر دبلوماسية، فإن المبادرة ولدت ميتة.",
        "ورأى محللون أن الاندماج لا يخدم أيا من المصرفين.",
    ],
)
def test_an_opinion_is_the_one_thing_said_of_its_source(text: str) -> None:
    assert rules(text) == ["anonymous-opinion"]


@pytest.mark.parametrize(
    "text",
    [
        "A security source said Hassan Barakat denied that he took bribes.",
        "A security source said Hassan Barakat did not take part and never betrayed the group.",
        "A court official said the trial of Hassan Barakat would open on Sunday.",
        "Witnesses said they believed the road was closed.",
        "وقال مصدر أمني إن حسان بركات لم يكذب على المحققين.",
        "وقال مصدر قضائي إن محاكمة حسان بركات تبدأ الأحد.",
    ],
)
def test_information_from_an_unnamed_source_is_neither(text: str) -> None:
    assert set(rules(text)) <= {"unnamed-source"}


def test_the_graver_finding_keeps_the_evidence_and_the_worse_severity() -> None:
    (finding,) = about_sources("Analysts argue that the merger will cost $30 million and helps neither bank.")
    assert (finding.rule.id, finding.severity) == ("anonymous-opinion", "warning")
    assert "$30 million" in [item.text for item in finding.evidence]


def test_a_source_that_informs_here_and_accuses_there_is_told_of_once() -> None:
    text = (
        "A security source said two trucks were stopped near Aswan. "
        "The source added that Hassan Barakat had bribed the guards."
    )
    assert rules(text) == ["anonymous-attack"]
