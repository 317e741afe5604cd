"""What comes of holding a figure to a fact: whose time counts, whose voice, and what a series says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.data.messages import load_messages
from factcheck.model.comparison import Comparison
from factcheck.model.fact import Fact
from factcheck.pipeline import compare_reports, read_report
from factcheck.render.terminal import render_terminal

Hold = Callable[..., Comparison]
Make = Callable[..., Fact]


@pytest.mark.parametrize(
    ("text", "published", "found"),
    [
        ("In 2024, Egypt's population reached 120 million.", None, ("error", "fact-contradicted")),
        ("Egypt's population reached 120 million.", None, ("warning", "fact-contradicted")),
        ("Egypt's population reached 120 million.", "2024-05-01", ("warning", "fact-contradicted")),
        ("Egypt's population reached 120 million.", "2025-05-01", ("warning", "fact-contradicted")),
        ("Egypt's population reached 120 million.", "2027-05-01", ("note", "fact-out-of-date")),
        ("Egypt's population reached 90 million.", "2015-05-01", None),
        ("Egypt's population reached 120 million last year.", "2025-05-01", ("warning", "fact-contradicted")),
        ("Egypt's population reached 104 million last year.", "2024-05-01", None),
        ("In 2024, Egypt's population reached 120 million, the mayor said.", None, ("warning", "fact-contradicted")),
        (
            "Egypt's population reached 120 million, the mayor said on May 3, 2024.",
            None,
            ("warning", "fact-contradicted"),
        ),
        ("In 2023, Egypt's population reached 104 million.", "2024-05-01", None),
        ("Egypt's population reached 104 million in 2023.", "2024-05-01", None),
        ("Egypt's population reached 104 million (2023).", "2024-05-01", None),
        ("Egypt's population reached 106 million in 2024.", None, None),
        ("Egypt's population is more than 100 million.", None, None),
        ("Egypt's population is about 110 million.", None, None),  # said to the ten million
        ("The Lantern Tower is 241 metres tall.", "2030-01-01", ("error", "fact-contradicted")),
        ("The Lantern Tower is about 241 metres tall.", None, ("warning", "fact-contradicted")),
        ("The Lantern Tower was 100 metres tall in 2007.", None, ("warning", "fact-contradicted")),  # half built, maybe
        ("The Lantern Tower is 702 feet tall.", None, None),  # 214 metres
        ("The Lantern Tower is 802 feet tall.", None, ("error", "fact-contradicted")),
        ("بلغ عدد سكان مصر ١٢٠ مليون نسمة في عام ٢٠٢٤.", None, ("error", "fact-contradicted")),
        ("بلغ عدد سكان مصر مئة وستة ملايين نسمة في عام 2024.", None, None),
    ],
)
def test_time_voice_and_wording_decide(hold: Hold, text: str, published: str | None, found: object) -> None:
    findings = hold(text, published=published).findings
    assert [(finding.severity, finding.rule.id) for finding in findings] == ([found] if found else [])


def test_a_series_tells_what_was_from_what_is(hold: Hold, make_fact: Make) -> None:
    facts = tuple(
        make_fact("Egypt", "unemployment rate", value, year) for value, year in (("7.4%", 2023), ("6.9%", 2024))
    )
    cases = {
        "Egypt's unemployment rate is 7.4%.": [("note", "fact-out-of-date")],
        "Egypt's unemployment rate was 7.4% in 2023.": [],
        "Egypt's unemployment rate was 6.9% in 2023.": [("error", "fact-contradicted")],
        "Egypt's unemployment rate was 7.4% in 2024.": [("error", "fact-contradicted")],
        "Egypt's unemployment rate is 6.9%.": [],
    }
    for order in (facts, facts[::-1]):
        for text, wanted in cases.items():
            found = hold(text, facts=order, published="2025-02-01").findings
            assert [(finding.severity, finding.rule.id) for finding in found] == wanted, text


def test_a_fact_of_one_day_is_held_to_the_year_around_it_and_a_year_to_no_month(hold: Hold, make_fact: Make) -> None:
    day = (make_fact("Egypt", "population", "106 million", "2024-07-01"),)
    (finding,) = hold("In 2024, Egypt's population reached 120 million.", facts=day).findings
    assert finding.severity == "warning"
    assert hold("In 2023, Egypt's population reached 104 million.", facts=day).findings == ()
    assert hold("In March 2024, Egypt's exports reached 3 billion dollars.").findings == ()


def test_other_currencies_units_and_kinds_do_not_meet(hold: Hold) -> None:
    for said in ("exports reached 34 billion euros", "exports rose 12%", "unemployment is 3 million"):
        assert hold(f"In 2024, Egypt's {said}.").findings == ()


def test_what_the_desk_knows_needs_no_other_source(known: tuple[Fact, ...]) -> None:
    text = "Egypt's exports reached 40 billion dollars in 2024. Turkey's exports reached 200 billion dollars."
    report = read_report(text, id="r0")
    without = {f.evidence[0].text for f in compare_reports([report]).findings if f.rule.id == "unsupported-figure"}
    comparison = compare_reports([report], facts=known)
    told = {f.evidence[0].text for f in comparison.findings if f.rule.id == "unsupported-figure"}
    assert without - told == {"40 billion dollars"}
    assert [item.reason for item in comparison.set_aside if "fact" in item.reason] == ["fact-agrees"]
    page = render_terminal(comparison, load_messages("en"), width=100, color=False)
    assert "agrees with the desk's facts, 40 bn USD (the office, 2024)" in " ".join(page.split())


def test_a_contradicted_figure_is_one_finding_with_its_repeats(known: tuple[Fact, ...]) -> None:
    text = "Egypt's exports reached 34 billion dollars in 2024. In 2024 Egypt's exports were 34 billion dollars."
    findings = compare_reports([read_report(text, id="r0")], facts=known).findings
    assert [finding.rule.id for finding in findings] == ["fact-contradicted"]
    assert [evidence.label for evidence in findings[0].evidence] == ["figure", "subject", "quantity", "again"]


def test_what_a_report_gives_rightly_is_not_warned_of_again(hold: Hold) -> None:
    comparison = hold("Egypt's population is 106 million. Egypt's population reached 98 million, the mayor said.")
    assert comparison.findings == ()
    assert [item.reason for item in comparison.set_aside] == ["fact-agrees", "fact-apart"]


def test_the_fingerprint_changes_with_the_figure_and_the_fact_alone(hold: Hold, make_fact: Make) -> None:
    def mark(text: str, value: str = "214 metres") -> str:
        return hold(text, facts=(make_fact("Lantern Tower", "tall", value),)).findings[0].fingerprint

    first = mark("The Lantern Tower is 241 metres tall.")
    assert mark("Much happened. The Lantern Tower is ٢٤١ metres tall.") == first
    assert mark("The Lantern Tower is 242 metres tall.") != first
    assert mark("The Lantern Tower is 241 metres tall.", "215 metres") != first


def test_explaining_names_the_fact_and_where_it_stands(hold: Hold, known: tuple[Fact, ...]) -> None:
    comparison = hold("In 2024, Egypt's population reached 120 million.")
    names = [step.name for step in comparison.findings[0].steps]
    assert names[:3] == ["fact", "fact-told", "same-moment"]
    assert names[-1] == "value-disjoint"
    assert known[0].value in dict(comparison.findings[0].steps[0].values).values()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Egypt's population is 120 million. The council met in 2027.", ["note"]),  # the report is no older than that
        ("Egypt's population is 120 million. The council met in 2024.", ["warning"]),
        ("Egypt's population is 120 million. The council met in 1999.", ["warning"]),
    ],
)
def test_the_years_a_report_names_tell_its_time(hold: Hold, text: str, found: list[str]) -> None:
    assert [finding.severity for finding in hold(text).findings] == found


def test_a_name_that_sounds_like_a_forecast_is_none(hold: Hold, make_fact: Make) -> None:
    facts = (make_fact("مصر", "متوسط العمر المتوقع", "75 عاما", 2024),)
    (finding,) = hold("بلغ متوسط العمر المتوقع في مصر 71 عاما في عام 2024.", facts=facts).findings
    assert finding.severity == "error"
    assert hold("من المتوقع أن يبلغ متوسط العمر المتوقع في مصر 81 عاما.", facts=facts).findings == ()


def test_two_facts_of_one_sentence_are_held_each_to_its_figure(hold: Hold) -> None:
    text = "In 2024, Egypt's population reached 120 million, and Egypt's exports reached 34 billion dollars."
    assert [finding.evidence[0].text for finding in hold(text).findings] == ["120 million", "34 billion dollars"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, Egypt's exports to Europe reached 40 billion dollars.",
        "In 2024, Egypt's exports are expected to reach 40 billion dollars.",
        "In 2024, Egypt's exports reached more than 3 billion dollars.",  # so did everybody's
        "In 2019, Egypt's exports reached 40 billion dollars.",
    ],
)
def test_what_the_facts_do_not_say_they_do_not_bear_out(hold: Hold, text: str) -> None:
    comparison = hold(text)
    assert comparison.findings == ()
    assert [item.reason for item in comparison.set_aside if item.reason == "fact-agrees"] == []


def test_a_conflict_of_two_reports_says_whom_the_facts_bear_out(known: tuple[Fact, ...]) -> None:
    story = "The ministry published its figures on Sunday. In 2024, Egypt's exports reached {} billion dollars."
    reports = [read_report(story.format(value), id=f"r{n}") for n, value in enumerate((40, 34))]
    findings = {finding.rule.id: finding for finding in compare_reports(reports, facts=known).findings}
    steps = {step.name: dict(step.values) for step in findings["figure-conflict"].steps}
    assert steps["fact-upholds"] == {
        "a": "40 billion dollars",
        "value": "40 billion dollars",
        "origin": "the office, 2024",
    }
    assert "fact-upholds" not in {s.name for f in compare_reports(reports).findings for s in f.steps}
    assert [e.report for e in findings["fact-contradicted"].evidence] == [1, 1, 1]


def test_a_fact_of_a_quarter_or_a_month_is_held_to_that_and_to_nothing_else(hold: Hold, make_fact: Make) -> None:
    facts = (
        make_fact(["Egypt", "مصر"], ["exports", "صادرات"], "9 billion dollars", "2024-01/2024-03"),
        make_fact(["Egypt", "مصر"], ["exports", "صادرات"], "40 billion dollars", 2024),
        make_fact(["Egypt", "مصر"], ["inflation", "التضخم"], "26%", "2024-05"),
    )
    cases = {
        "In the first quarter of 2024, Egypt's exports reached 12 billion dollars.": "9 billion dollars",
        "Egypt's exports reached 12 billion dollars in the first quarter of 2024.": "9 billion dollars",
        "بلغت صادرات مصر 12 مليار دولار في الربع الأول من عام 2024.": "9 billion dollars",
        "Egypt's exports reached 34 billion dollars in 2024.": "40 billion dollars",
        "Inflation in Egypt was 36% in May 2024.": "26%",
        "بلغ التضخم في مصر 36% في مايو.": "26%",
        "بلغ التضخم في مصر 36% في شهر مايو 2024.": "26%",
        "Egypt's exports reached 12 billion dollars in the second quarter of 2024.": "",
        "Egypt's exports reached 12 billion dollars in the first quarter of 2023.": "",
        "Egypt's exports reached 12 billion dollars in the first quarter.": "",
        "Egypt's exports reached 9 billion dollars in the first quarter of 2024.": "",
        "Inflation in Egypt was 36% in April 2024.": "",
        "Inflation in Egypt was 36% in 2024.": "",
    }
    for text, value in cases.items():
        found = [finding.message for finding in hold(text, facts=facts, published="2024-06-10").findings]
        assert len(found) == bool(value), text
        assert all(value in message for message in found)
