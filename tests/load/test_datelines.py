"""Datelines are told by shape; a person before a colon or dash is no place."""

from __future__ import annotations

import pytest

from factcheck.load.datelines import dateline_length, is_dateline, is_day


@pytest.mark.parametrize(
    "line",
    [
        "الرياض - واس: |أعلنت الوزارة",
        "الرياض - |أعلنت الوزارة إصابة 12 شخصا",
        "مكة المكرمة - |أعلنت الوزارة",
        "جدة – «الوكالة»: |أعلنت الوزارة",
        "جدة – «الوكالة» – |أعلنت الوزارة",
        "بيروت (رويترز) - |قال متحدث",
        "القاهرة (أ ف ب): |قال متحدث",
        "الرياض، 3 مارس (واس) - |أعلنت الوزارة",
        "الدمام ـ واس ـ |أعلنت الوزارة",
        "الرياض - واس - |أعلنت الوزارة",
        "كتب أحمد علي - بيروت: |قال متحدث",
        "LONDON, March 3 (Agency) - |Twelve people were hurt",
        "LONDON (Agency) — |Twelve people were hurt",
        "WASHINGTON, D.C. — |The agency said",
        "BEIRUT: |Twelve people were hurt",
        "NEW YORK -- |Twelve people were hurt",
        "Meadow Lake, Canada – |The council voted",
        "Cairo - Agencies - |Twelve people were hurt",
        "Rio de Janeiro — |Twelve people were hurt",
    ],
)
def test_datelines(line: str) -> None:
    expected = line.index("|")
    length = dateline_length(line.replace("|", ""))
    assert line[:length].rstrip() == line[:expected].rstrip()


@pytest.mark.parametrize(
    "line",
    [
        "ترامب: سنعود غدا",
        "وزير الصحة: أصيب 12 شخصا",
        "قال الوزير: إن 12 شخصا أصيبوا",
        "الرئيس الأمريكي السابق دونالد ترامب - وهو مرشح - قال إن",
        "الوزير - وهو طبيب - قال إن 12 شخصا أصيبوا",
        "قتل -الخميس- شخصان",
        "مقتل 12 شخصا - بينهم أطفال - في حريق",
        "ارتفعت الأسعار 3% - وهو الأعلى - أمس",
        "Smith: we will return",
        "Smith – who won – said he would return",
        "Al-Qaeda said on Monday",
        "The minister - a doctor - said",
        "He won 3-1 on Monday",
        "Twelve were hurt. Nobody died - officials said",
        "A spokesman for the ministry of health in the capital said on Monday - again",
        "",
        "-",
        ":",
    ],
)
def test_no_datelines(line: str) -> None:
    assert dateline_length(line) == 0


@pytest.mark.parametrize(
    "line",
    [
        "الرياض - واس",
        "جدة – «الوكالة»",
        "محمد الأحمد – الدمام",
        "الرياض (واس)",
        "الرياض 5 رمضان 1447 هـ الموافق 22 فبراير 2026 م واس",
        "الرياض / واس",
        "CNN --",
        "LONDON - Agency",
        "London (Agency)",
        "Jane Smith – Cairo",
    ],
)
def test_lines_that_are_datelines(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "حريق في الرياض",
        "إصابة 12 شخصا - بينهم أطفال",
        "السعودية - كازاخستان: مباحثات",
        "بين عامي 1994 و 2026",
        "Twelve hurt - officials",
        "Spending grew between 2024 and 2026",
        "Arsenal (3)",
        "Oil",
        "صدر القرار في 14 يناير 2026م الموافق 15 رجب 1447هـ ويعمل به فورا.",
    ],
)
def test_lines_that_are_none(line: str) -> None:
    assert not is_dateline(line)


@pytest.mark.parametrize("line", ["الثلاثاء 3 مارس 2026", "3 مارس 2026م", "Tuesday, March 3, 2026", "3 March 2026"])
def test_days(line: str) -> None:
    assert is_day(line, 4)


@pytest.mark.parametrize(
    "line", ["الانتخابات في 3 مارس 2026 بالرياض", "March 2026", "2026", "Vote 3 March 2026!", "12 hurt"]
)
def test_no_days(line: str) -> None:
    assert not is_day(line, 4)
