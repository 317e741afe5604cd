"""A figure is held to a fact only where nothing can make it a figure of something else."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from factcheck.align.facts import meet_facts
from factcheck.judge.held_facts import held_facts
from factcheck.model.comparison import Comparison
from factcheck.model.fact import Fact
from factcheck.pipeline import extract_claims, read_report

Hold = Callable[..., Comparison]

TOLD = """
Egypt's population reached 120 million.
Egypt's population is 120 million people, the agency said.
Egypt, which has a population of 120 million, signed the deal.
Egypt, the largest market of the region, has a population of 120 million.
With a population of 120 million, Egypt is the largest market.
The population of Egypt stands at 120 million.
According to the census office, Egypt's population hit 120 million.
Egypt is home to 120 million inhabitants.
Egypt's exports rose 12% to 34 billion dollars in 2024.
Egypt's total exports amounted to $34bn in 2024, up from $30bn in 2023.
Exports from Egypt reached 34 billion dollars.
The unemployment rate in Egypt fell to 7.9%.
Egypt's unemployment rate dropped to 7.9% in 2024 from 8.1% in 2023.
The Lantern Tower is 241 metres tall.
The Lantern Tower, at a height of 241 metres, is lit at night.
Karsand Oil posted a net profit of 12 billion dollars in 2024.
Velm University has 45,000 students.
عدد سكان مصر يبلغ 120 مليون نسمة.
يقدر عدد سكان مصر بنحو 120 مليون نسمة.
مصر، التي يتجاوز عدد سكانها 120 مليون نسمة، وقعت الاتفاق.
تعيش مصر، التي يبلغ عدد سكانها 120 مليون نسمة، من السياحة.
ارتفعت صادرات مصر بنسبة 12% إلى 34 مليار دولار في عام 2024.
قال الوزير إن صادرات مصر بلغت 34 مليار دولار.
تراجع معدل البطالة في مصر إلى 7.9% خلال 2024.
يبلغ ارتفاع برج الفنار 241 مترا.
برج الفنار البالغ ارتفاعه 241 مترا.
حققت نفط كرسند صافي أرباح بلغ 12 مليار دولار في عام 2024.
يبلغ عدد الطلاب في جامعة فيلم 45 ألف طالب.
"""

ALIKE = """
Egypt's urban population is 45 million.
Egypt's population in cities reached 45 million.
Egypt's population of 9 million refugees is growing.
Egypt's population under 30 reached 60 million.
Egypt's population grew by 2 million.
A third of Egypt's population, 35 million, is poor.
Of Egypt's population, 20 million live in cities.
20 million of Egypt's population live in cities.
Egypt's population will reach 150 million by 2050.
Egypt's population was 53 million when the dam was built.
Were Egypt's people, a population of 120 million, asked?
Cairo, Egypt's capital, has a population of 20 million.
The population of Cairo, Egypt, stands at 20 million.
Sudan and Egypt's population is 150 million.
South Egypt's population is 3 million.
Egypt's population density is 120 million.
Exports to Egypt reached 4 billion dollars.
Exports from Turkey to Egypt reached 4 billion dollars.
Egypt's exports to Europe reached 20 billion dollars.
Egypt's non-oil exports reached 34 billion dollars.
Egypt's exports of gas reached 3 billion dollars in 2024.
Egypt's exports, excluding oil, were 30 billion dollars.
Egypt's exports include 3 billion dollars of gas.
Egypt's exports jumped 3 billion dollars.
Egypt's exports reached 9 billion dollars in the first quarter.
Egypt's exports reached 3 billion dollars in March.
Egypt's exports reached 30 billion dollars since January.
Egypt's exports reached 3 billion dollars a month.
Egypt's imports and exports reached 100 billion dollars.
Egypt's exports target is 145 billion dollars.
Egypt wants exports to reach 145 billion dollars.
The minister hopes Egypt's exports reach 145 billion dollars.
Egypt's exports did not exceed 30 billion dollars.
Youth unemployment in Egypt is 17%.
The unemployment rate among women in Egypt is 17%.
Egypt's unemployment rate rose 0.3 percentage points.
Egypt's unemployment rate fell by 0.3%.
The Lantern Tower's spire is 44 metres tall.
A building near the Lantern Tower, 300 metres high, caught fire.
Karsand Oil's second-quarter net profit fell to 2 billion dollars.
Karsand Oil Trading's net profit was 2 billion dollars.
SABIC, owned by Karsand Oil, posted a net profit of 2 billion dollars.
More than 2,000 part-time students in Velm University marched.
About 2,000 Velm University students protested.
Egypt's exports were 3 billion dollars higher.
Egypt's unemployment rate is 1.5% lower.
Egypt's exports have reached 12 billion dollars so far.
In the first quarter of 2024, Egypt's exports reached 9 billion dollars.
In the first nine months of 2024, Egypt's exports reached 30 billion dollars.
In the 2024 fiscal year, Egypt's exports reached 34 billion dollars.
Trade grew in the first quarter of 2024. Egypt's exports reached 9 billion dollars.
In 1990 the war broke out. Egypt's population was 55 million.
Egypt's population was once 3 million.
If Egypt's population were 120 million, it would need more schools.
Had Egypt's population reached 120 million, schools would be full.
The minister denied that Egypt's population is 120 million.
Egypt's population should be 90 million.
Lower Egypt's population is 40 million.
In cities, Egypt's population is 45 million.
According to the forecast, Egypt's population reaches 150 million.
Under the plan, Egypt's exports reach 145 billion dollars.
When the Lantern Tower was 100 metres tall, work stopped.
A replica of the Lantern Tower 30 metres tall was shown.
The population of Egypt's neighbour is 7 million.
Turkey, Egypt's rival, had exports of 255 billion dollars.
Egypt's debt is four times its exports, at 160 billion dollars.
يبلغ عدد سكان الريف في مصر 60 مليون نسمة.
يبلغ عدد سكان مصر من الشباب 60 مليون نسمة.
القاهرة عاصمة مصر التي يبلغ عدد سكانها 20 مليون نسمة.
يبلغ عدد سكان صعيد مصر 30 مليون نسمة.
يبلغ عدد سكان السودان ومصر 150 مليون نسمة.
نصف سكان مصر أي 53 مليون نسمة يعيشون في المدن.
35 مليونا من سكان مصر فقراء.
زاد عدد سكان مصر بنحو مليوني نسمة.
من المتوقع أن يصل عدد سكان مصر إلى 150 مليون نسمة.
كان عدد سكان مصر 35 مليون نسمة عام 1970.
بلغت صادرات مصر من الغاز 3 مليارات دولار.
بلغت صادرات مصر غير النفطية 30 مليار دولار.
بلغت صادرات تركيا إلى مصر 4 مليارات دولار.
بلغت صادرات مصر خلال تسعة أشهر 30 مليار دولار.
بلغت صادرات مصر في مارس 3 مليارات دولار.
بلغت صادرات مصر 3 مليارات دولار شهريا.
ارتفعت صادرات مصر بقيمة 3 مليارات دولار.
لم تتجاوز صادرات مصر 30 مليار دولار.
تستهدف مصر صادرات بقيمة 145 مليار دولار.
بلغت صادرات مصر والسودان 45 مليار دولار.
معدل البطالة بين الشباب في مصر 17%.
انخفض معدل البطالة في مصر بنسبة 0.3%.
يبلغ ارتفاع برج قرب برج الفنار 300 متر.
بلغ صافي أرباح نفط كرسند في الربع الثاني 2 مليار دولار.
وزعت نفط كرسند أرباحا قدرها 3 مليارات دولار.
كرمت جامعة فيلم 200 طالب.
كانت صادرات مصر أعلى بنحو 3 مليارات دولار.
بلغت صادرات مصر 12 مليار دولار حتى الآن.
في الربع الأول من عام 2024، بلغت صادرات مصر 9 مليارات دولار.
في العام المالي 2024 بلغت صادرات مصر 34 مليار دولار.
نمت التجارة في الربع الأول من عام 2024. وبلغت صادرات مصر 9 مليارات دولار.
اندلعت الحرب عام 1990. وكان عدد سكان مصر 55 مليون نسمة.
لو بلغ عدد سكان مصر 150 مليون نسمة لاحتاجت مدارس.
في الريف يبلغ عدد سكان مصر 60 مليون نسمة.
في الريف، يبلغ عدد سكان مصر 60 مليون نسمة.
بالنسبة للنساء بلغ معدل البطالة في مصر 17% في 2024.
وفق الخطة تبلغ صادرات مصر 145 مليار دولار.
يجب ألا يتجاوز عدد سكان مصر 90 مليون نسمة.
ليبيا جارة مصر يبلغ عدد سكانها 7 ملايين نسمة.
زار جارة مصر التي يبلغ عدد سكانها 7 ملايين نسمة.
زيارة ريف مصر الذي يبلغ عدد سكانه 60 مليون نسمة.
يبلغ عدد سكان مصر القديمة 250 ألف نسمة.
"""


@pytest.mark.parametrize("text", TOLD.strip().splitlines())
def test_a_figure_told_of_what_the_desk_knows_is_held_to_it(hold: Hold, text: str) -> None:
    (finding,) = hold(text).findings
    assert finding.rule.id == "fact-contradicted"
    assert [evidence.label for evidence in finding.evidence] == ["figure", "subject", "quantity"]
    assert all(text[e.span.start : e.span.end] == e.text for e in finding.evidence)


@pytest.mark.parametrize("text", ALIKE.strip().splitlines())
def test_a_figure_of_something_else_is_held_to_nothing(hold: Hold, text: str) -> None:
    assert [finding.message for finding in hold(text).findings] == []


@pytest.mark.parametrize(
    "text",
    [
        "Jordan, the player, has a height of 2 metres.",  # and not the country
        "Michael Jordan has a population of 12 million fans.",
    ],
)
def test_a_person_is_not_the_country_of_that_name(hold: Hold, make_fact: Callable[..., object], text: str) -> None:
    facts = (make_fact("Jordan", ["population", "height"], "11 million"),)
    assert hold(text, facts=facts).findings == ()


def test_the_fact_of_the_longer_quantity_is_the_one_that_counts(hold: Hold, make_fact: Callable[..., object]) -> None:
    facts = (
        make_fact("Egypt", "exports", "40 billion dollars", 2024),
        make_fact("Egypt", ["gas exports", "exports of gas"], "5 billion dollars", 2024),
    )
    assert hold("Egypt's gas exports reached 5 billion dollars in 2024.", facts=facts).findings == ()
    (finding,) = hold("Egypt's gas exports reached 8 billion dollars in 2024.", facts=facts).findings
    assert "5 billion" in finding.message


@pytest.mark.parametrize(
    "piece",
    ["Egypt population 1 ", "Egypt's population reached 120 million. ", "In 2024 the population of Egypt was 4, "],
)
def test_meeting_facts_takes_time_by_the_length_of_the_text(known: tuple[Fact, ...], piece: str) -> None:
    times = []
    for count in (100, 400):
        reading = extract_claims(read_report(piece * count, id="r0", language="en"))
        begun = time.process_time()
        held_facts(reading, meet_facts([reading], known)[0])
        times.append(time.process_time() - begun)
    assert times[1] < 10 * times[0] + 0.1
