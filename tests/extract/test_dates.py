"""Dates read from sentences: what is found, its EDTF, and what must not be taken for a date."""

from __future__ import annotations

import datetime
import time

import pytest

from factcheck.extract.dates import find_dates
from factcheck.languages.loader import load_languages
from factcheck.model.date import Date
from factcheck.pipeline import extract_claims, read_report
from factcheck.text.segment import segment

PUBLISHED = datetime.date(2026, 3, 10)
"""A Tuesday; 21 Ramadan 1447."""


def dates(text: str, language: str, published: datetime.date | None = PUBLISHED) -> list[Date]:
    reading = extract_claims(read_report(text, id="r0", language=language, published=published))
    return [claim.date for claim in reading.claims if claim.date is not None]


def edtf(text: str, language: str, published: datetime.date | None = PUBLISHED) -> list[str]:
    return [date.edtf for date in dates(text, language, published)]


def why(text: str, language: str) -> str:
    reading = extract_claims(read_report(text, id="r0", language=language, published=PUBLISHED))
    return "; ".join(step for claim in reading.claims if claim.date is not None for step in claim.explain)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The bridge opened on 22/4/2016.", ["2016-04-22"]),
        ("The bridge opened on 22.4.2016 as planned.", ["2016-04-22"]),
        ("The bridge opened on 4/22/2016.", ["2016-04-22"]),
        ("The bridge opened on 2016-11-22.", ["2016-11-22"]),
        ("The bridge opened on 9-18-15.", ["2015-09-18"]),
        ("The bridge opened on 05/05/71.", ["1971-05-05"]),
        ("The bridge opened on the twenty second of June 2017.", ["2017-06-22"]),
        ("The bridge opened on September 10, nineteen zero one.", ["1901-09-10"]),
        ("The bridge opened on 2019-sep-1.", ["2019-09-01"]),
        ("The bridge opened in January, the ministry said.", ["XXXX-01"]),
        ("The bridge opened in March of last year.", ["2025-03"]),
        ("The fair runs from December 28, 2025, to January 3, 2026.", ["2025-12-28/2026-01-03"]),
        ("The fair runs from December 28 to January 3, 2026.", ["2025-12-28/2026-01-03"]),
        ("The town grew between 1990 and 2005.", ["1990/2005"]),
        ("The 2024-25 season ended.", ["2024/2025"]),
        ("Prices fell in the '80s and in the 1990s.", ["198X", "199X"]),
        ("The bridge opened on the first Friday of July 2016.", ["2016-07-01"]),
        ("The May 3, 2019 attacks closed the bridge.", ["2019-05-03"]),
        ("The bridge fell in the March 11 earthquake.", ["XXXX-03-11"]),
        ("The bridge was an issue in the 2018 elections.", ["2018"]),
    ],
)
def test_english_dates_that_need_no_publication_date(text: str, wanted: list[str]) -> None:
    assert edtf(text, "en") == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("وصلت القافلة في 22/4/2016م.", ["2016-04-22"]),
        ("وصلت القافلة في 18-9-15 ليلا.", ["2015-09-18"]),
        ("وصلت القافلة في الثاني والعشرين من أبريل 2016.", ["2016-04-22"]),
        ("وصلت القافلة في أول يناير.", ["XXXX-01-01"]),
        ("وصلت القافلة في 14 تموز (يوليو) الماضي.", ["2025-07-14"]),
        ("وصلت القافلة في تموز/يوليو 2014 وغادرت في أوت 2015.", ["2014-07", "2015-08"]),
        ("وصلت القافلة في مارس من العام الماضي.", ["2025-03"]),
        ("تقام الدورة يومي 3 و5 مارس 2026.", ["2026-03-03", "2026-03-05"]),
        ("تقام الدورة من 28 شعبان إلى 3 رمضان 1447هـ.", ["2026-02-16/2026-02-20"]),
        ("تأسست الشركة عام 1398هـ.", ["1977-12-11/1978-11-30"]),
        ("توسعت الشركة في الثمانينيات.", ["198X"]),
        (
            "وفي 2012 وقع البلدان اتفاقا بشأن المياه.",
            ["2012"],
        ),  # a verb, then a noun
    ],
)
def test_arabic_dates(text: str, wanted: list[str]) -> None:
    assert edtf(text, "ar") == wanted


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The envoy left yesterday.", "en", "2026-03-09"),
        ("The envoy left the day before yesterday.", "en", "2026-03-08"),
        ("The envoy left last Friday.", "en", "2026-03-06"),
        ("The envoy left on Friday.", "en", "2026-03-06"),
        ("The envoy will leave on Friday.", "en", "2026-03-13"),
        ("The envoy will leave this Friday.", "en", "2026-03-13"),
        ("The envoy will leave next Friday.", "en", "2026-03-20"),
        ("The envoy left two weeks ago.", "en", "2026-02-24"),
        ("The envoy will leave two weeks from now.", "en", "2026-03-24"),
        ("The envoy will leave in 3 weeks.", "en", "2026-03-31"),
        ("The envoy left two days before yesterday.", "en", "2026-03-07"),
        ("The envoy left 1 month and 21 days ago.", "en", "2026-01-20"),
        ("The envoy left Friday the 6th.", "en", "2026-03-06"),
        ("The envoy left this month.", "en", "2026-03"),
        ("The envoy left two years ago.", "en", "2024"),
        ("The envoy left last May.", "en", "2025-05"),
        ("غادر المبعوث أمس.", "ar", "2026-03-09"),
        ("غادر المبعوث أمس الأول.", "ar", "2026-03-08"),
        ("غادر المبعوث أمس (الأحد).", "ar", "2026-03-08"),
        ("يغادر المبعوث الأحد المقبل.", "ar", "2026-03-15"),
        ("غادر المبعوث الأحد الماضي.", "ar", "2026-03-08"),
        ("غادر المبعوث يوم الأحد.", "ar", "2026-03-08"),
        ("من المقرر أن يغادر المبعوث يوم الأحد.", "ar", "2026-03-15"),
        ("يغادر المبعوث بعد أسبوعين من الآن.", "ar", "2026-03-24"),
        ("غادر المبعوث قبل ثلاثة أيام.", "ar", "2026-03-07"),
        ("غادر المبعوث قبل عامين.", "ar", "2024"),
        ("يغادر المبعوث يوم الجمعة من الأسبوع المقبل.", "ar", "2026-03-20"),
        ("يغادر المبعوث في 20 من الشهر المقبل.", "ar", "2026-04-20"),
        ("غادر المبعوث في شوال الماضي.", "ar", "2025-03-30/2025-04-28"),
        ("يغادر المبعوث في 5 شوال.", "ar", "2026-03-24"),
    ],
)
def test_relative_dates_only_from_the_publication_date(text: str, language: str, wanted: str) -> None:
    found = dates(text, language)
    assert [date.edtf for date in found] == [wanted]
    assert found[0].relative
    assert edtf(text, language, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "افتتح الجسر في 15 رجب 1447 هـ الموافق 4 يناير 2026 بحضور الأهالي.",
        "افتتح الجسر يوم الأحد 15/7/1447هـ الموافق 4/1/2026م بحضور الأهالي.",
        "افتتح الجسر في 4 يناير 2026 (15 رجب 1447هـ) بحضور الأهالي.",
    ],
)
def test_one_day_told_in_both_calendars(text: str) -> None:
    found = dates(text, "ar")
    assert {(date.edtf, date.corresponds) for date in found} == {("2026-01-04", "2026-01-04")}
    assert {date.calendar for date in found} == {"gregorian", "hijri"}


def test_two_calendars_that_disagree_are_kept_as_told() -> None:
    hijri, gregorian = dates("افتتح الجسر في 15 رجب 1447 هـ الموافق 9 يناير 2026 بحضور الأهالي.", "ar")
    assert (hijri.edtf, hijri.corresponds) == ("2026-01-04", "2026-01-09")
    assert (gregorian.edtf, gregorian.corresponds) == ("2026-01-09", "2026-01-04")


def test_a_weekday_is_kept_even_where_it_is_wrong() -> None:
    found = dates("The bridge opened on Monday, March 3, 2026.", "en")
    assert [(date.edtf, date.weekday) for date in found] == [("2026-03-03", 1)]


def test_a_weekday_beside_yesterday_wins_over_a_late_crawl() -> None:
    assert edtf("غادر المبعوث أمس الأحد.", "ar") == ["2026-03-08"]


def test_the_order_of_day_and_month_is_said_to_be_open() -> None:
    assert "possible too" in why("The bridge opened on 4/3/2016.", "en")
    assert "possible too" not in why("The bridge opened on 24/3/2016.", "en")
    assert edtf("The bridge opened on 4/3/2016.", "en") == ["2016-03-04"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The truce held for three months.", "en"),
        ("He arrived two days before the vote.", "en"),
        ("The town sold 2016 houses and 1500 people came.", "en"),
        ("The poll of 2047 registered voters is out.", "en"),
        ("The plan is a part of Vision 2030.", "en"),
        ("The side played 4-3-3 and the shop is open 24/7.", "en"),
        ("Three out of four, or 3/4, of the shops closed.", "en"),
        ("They may march 12 miles.", "en"),
        ("ينتظر حضور نحو 2000 من موظفي الميناء.", "ar"),
        ("The mosque was full for Friday prayers.", "en"),
        ("He sat. The sun. It was wed.", "en"),
        ("استمرت الهدنة ثلاثة أشهر.", "ar"),
        ("وصل القطار قبل 3 أيام من الموعد.", "ar"),
        ("تابع ذلك على مدى السنوات الماضية.", "ar"),
        ("توج الفريق قبل أيام باللقب.", "ar"),
        ("أدى الناس صلاة الجمعة في الجامع.", "ar"),
        ("فاز الفريق على ضيفه 2/ صفر.", "ar"),
        ("احتفل الأهالي باليوم الوطني.", "ar"),
        ("وصل الشاعر يزيد ومحمد الخميس إلى القاعة.", "ar"),
        ("تقع ضمن رؤية المملكة 2030 مشاريع كثيرة.", "ar"),
    ],
)
def test_what_is_no_date(text: str, language: str) -> None:
    assert edtf(text, language) == []


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("The bridge opened on 31 November 2025.", "en", ["2025-11"]),
        ("The bridge opened on 31/11/2025.", "en", []),
        ("The bridge opened on February 30.", "en", []),
        ("افتتح الجسر في 31 نوفمبر 2025.", "ar", ["2025-11"]),
        ("افتتح الجسر في 32/13/2025.", "ar", []),
        ("افتتح الجسر في 30 رجب 9999 هـ.", "ar", []),
    ],
)
def test_impossible_dates_raise_nothing(text: str, language: str, wanted: list[str]) -> None:
    assert edtf(text, language) == wanted


@pytest.mark.parametrize("published", [datetime.date.min, datetime.date.max])
@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("He left 400 years ago, last Friday, the day after tomorrow, last month and next year.", "en"),
        ("غادر قبل 400 عام ثم أمس الأحد وفي شوال الماضي وبعد غد والعام المقبل.", "ar"),
    ],
)
def test_the_ends_of_the_calendar_raise_nothing(text: str, language: str, published: datetime.date) -> None:
    dates(text, language, published)


@pytest.mark.parametrize("piece", ["1 day ", "Friday, ", "March 3-", "2016 - ", "(1) of ", "last ", "'90"])
def test_long_runs_take_linear_time(piece: str) -> None:
    language = load_languages()["en"]

    def cost(times: int) -> float:
        report = read_report(f"The {piece * times}end.", id="r0", language="en", published=PUBLISHED)
        passages = segment(report, language)
        begun = time.process_time()
        for passage in passages:
            list(find_dates(passage, language, PUBLISHED))
        return time.process_time() - begun

    cost(10)
    assert min(cost(4000), cost(4000)) < 40 * max(cost(400), 0.005)
