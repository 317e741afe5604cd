"""How an Arabic report and an English one meet: by names, dates, things counted and order, not by their own values."""

from __future__ import annotations

import pytest

from factcheck.align.alignment import align
from factcheck.model.comparison import Comparison
from factcheck.pipeline import compare_reports, read_report

ARABIC = """لقي {} أشخاص حتفهم وأصيب {} آخرون في فيضانات ضربت ولاية كسلا شرق السودان يوم الثلاثاء،
بحسب ما أعلن وزير الصحة هيثم إبراهيم.

وقال الوزير في الخرطوم إن المياه دمرت {} منزلا وأغلقت الطريق إلى بورتسودان.

وأرسلت مصر طائرة تحمل {} طنا من المواد الغذائية، فيما تعهد الاتحاد الأوروبي بدفع مليوني يورو.

وكان الدفاع المدني قد حذر في 3 أغسطس 2025 من ارتفاع منسوب نهر القاش."""
ENGLISH = """{} people were killed and {} injured in floods that hit Kassala state in eastern Sudan on Tuesday,
Health Minister Haitham Ibrahim said.

The minister said in Khartoum that the water destroyed {} houses and closed the road to Port Sudan.

Egypt sent a plane carrying {} tons of food, while the European Union pledged two million euros.

Civil defence had warned on 3 August 2025 that the Gash river was rising."""
OTHER = """The European Union pledged two million euros for Sudan, two diplomats said in Brussels on Friday.

Floods in Kassala closed schools for {} days, and Khartoum asked for {} tents."""


def compared(arabic: str, english: str) -> Comparison:
    reports = [read_report(arabic, id="r0", language="ar"), read_report(english, id="r1", language="en")]
    return compare_reports(reports)


def verdicts(comparison: Comparison) -> dict[tuple[str, str], str]:
    a, b = comparison.readings
    pairs = [(a.claim(p.a.claim), b.claim(p.b.claim), p.verdict) for p in comparison.pairs]
    return {(x.text, y.text): verdict for x, y, verdict in pairs if x.figure is not None}


def contradictions(comparison: Comparison) -> int:
    return sum(finding.rule.category == "contradiction" for finding in comparison.findings)


def test_every_figure_of_a_translation_agrees_with_the_one_it_translates() -> None:
    found = compared(ARABIC.format(7, 31, 240, 12), ENGLISH.format("Seven", 31, 240, 12))
    agreed = {english for (_, english), verdict in verdicts(found).items() if verdict == "agree"}
    assert agreed == {"Seven people", "31 injured", "240 houses", "12 tons", "two million euros"}
    assert contradictions(found) == 0


@pytest.mark.parametrize(
    ("values", "pair"),
    [
        (("Seven", 41, 240, 12), ("31 آخرون", "41 injured")),
        (("Seven", 31, 420, 12), ("240 منزلا", "420 houses")),
        (("Seven", 31, 240, 21), ("12 طنا من المواد", "21 tons")),
    ],
)
def test_a_figure_changed_in_a_translation_is_a_conflict(values: tuple[object, ...], pair: tuple[str, str]) -> None:
    found = compared(ARABIC.format(7, 31, 240, 12), ENGLISH.format(*values))
    assert [(a, b) for (a, b), verdict in verdicts(found).items() if verdict == "conflict"] == [pair]
    assert contradictions(found) == 1


def test_numbers_under_one_hedge_are_compared_in_a_translation() -> None:
    arabic, english = ARABIC.format(7, 31, "أكثر من 240", 12), ENGLISH.format("Seven", 31, "more than 420", 12)
    found = verdicts(compared(arabic, english))
    assert [b for (_, b), verdict in found.items() if verdict == "conflict"] == ["more than 420 houses"]


def test_equal_numbers_under_opposed_hedges_do_not_agree() -> None:
    arabic, english = ARABIC.format(7, 31, "أكثر من 240", 12), ENGLISH.format("Seven", 31, "fewer than 240", 12)
    assert verdicts(compared(arabic, english))["أكثر من 240 منزلا", "fewer than 240 houses"] == "not comparable"


def test_dozens_in_one_language_are_tens_in_the_other() -> None:
    arabic, english = ARABIC.format(7, 31, "عشرات", 12), ENGLISH.format("Seven", 31, "dozens of", 12)
    arabic = arabic.replace("منزلا", "المنازل")
    agreed = [b for (_, b), verdict in verdicts(compared(arabic, english)).items() if verdict == "agree"]
    assert "dozens of houses" in agreed


def test_the_order_the_reports_are_given_in_says_nothing() -> None:
    arabic, english = ARABIC.format(7, 31, 240, 12), ENGLISH.format("Seven", 41, 240, 12)
    forth = verdicts(compared(arabic, english))
    reports = [read_report(english, id="r0", language="en"), read_report(arabic, id="r1", language="ar")]
    back = verdicts(compare_reports(reports))
    assert {(b, a): verdict for (a, b), verdict in back.items()} == forth


def test_figures_of_reports_written_apart_do_not_conflict_for_their_units() -> None:
    found = compared(ARABIC.format(7, 31, 240, 12), OTHER.format(20, 500))
    assert contradictions(found) == 0
    assert verdicts(found)["مليوني يورو", "two million euros"] == "agree"


def test_names_and_dates_meet_across_scripts() -> None:
    found = compared(ARABIC.format(7, 31, 240, 12), ENGLISH.format("Seven", 31, 240, 12))
    a, b = found.readings
    pairs = {(a.claim(p.a.claim).text, b.claim(p.b.claim).text) for p in found.pairs}
    assert {("السودان", "Sudan"), ("3 أغسطس 2025", "3 August 2025")} <= pairs
    assert any(english == "Haitham Ibrahim" for _, english in pairs)


def test_a_pair_is_scored_without_its_own_values() -> None:
    def score(changed: object) -> float:
        texts = (ARABIC.format(7, 31, 240, 12), ENGLISH.format("Seven", 31, changed, 12))
        comparison = compared(*texts)
        a, b = comparison.readings
        assert align([a, b]).same_event
        return next(p.score for p in comparison.pairs if "houses" in b.claim(p.b.claim).text)

    assert score(241) == score(977)
