"""What fuzzing found, each with the least input that showed it."""

from __future__ import annotations

import itertools
import json
from decimal import Decimal
from pathlib import Path

import pytest

from factcheck.model.errors import UserError
from factcheck.pipeline import compare_readings, compare_reports, extract_claims, read_report
from factcheck.signed.reading import read_signed
from tests.fuzz.oracles import check_reading, check_turned

HUGE = [
    "It sold 99999999999999999999999999999999 fifth things.",
    "It sold 999999999999999999999999 thousand million billion trillion trillion and a half things.",
    "In a share of 999999999999999999999999 million, said sources.",
]


@pytest.mark.parametrize("text", HUGE)
def test_numbers_of_more_digits_than_decimals_are_counted_with(text: str) -> None:
    check_reading(extract_claims(read_report(text, id="r0", language="en")))


def test_a_numeral_nobody_reads_aloud_is_a_serial_number() -> None:
    def figures(text: str) -> list[Decimal | None]:
        claims = extract_claims(read_report(text, id="r0", language="en")).claims
        return [claim.figure.low for claim in claims if claim.figure is not None]

    assert figures("It sold 123456789012 things.") == [123456789012]
    assert figures(f"It sold {'7' * 30} things.") == []


@pytest.mark.parametrize("mark", ['"', "«"])
def test_a_quotation_left_open_in_the_title_ends_there(mark: str) -> None:
    text = f"{mark}We hand out sixty tanks each day here, and more. She pointed to the plant."
    report = read_report(text, id="r0", language="en", title=f"The mayor says: {mark}We hand out sixty tanks each day")
    check_reading(extract_claims(report))


def test_opposites_do_not_depend_on_which_report_comes_first() -> None:
    texts = ("debts fell, rose last year fell, report ", "debts fell last year rose, annual report.")
    check_turned([extract_claims(read_report(text, id=f"r{n}", language="en")) for n, text in enumerate(texts)])


@pytest.mark.parametrize(
    "content",
    [
        "answer,by,date,note,factcheck\nperhaps,x,2026-01-04,,0123456789abcdef\n",
        json.dumps(
            {
                "items": [
                    {
                        "fingerprints": ["0123456789abcdef"],
                        "boxes": {"perhaps": True},
                        "signed": {"by": "x", "date": "2026-01-04"},
                    }
                ]
            }
        ),
    ],
    ids=["csv", "json"],
)
def test_an_answer_of_another_name_is_told(content: str, tmp_path: Path) -> None:
    file = tmp_path / "list"
    file.write_text(content, "utf-8")
    with pytest.raises(UserError, match=r"'perhaps' is no answer: write one of confirmed, corrected, cut"):
        read_signed(str(file))


def test_a_lead_before_many_counts_is_added_up_in_time() -> None:
    counts = " ".join(f"{number} people were hurt in one town." for number in range(100, 400))
    comparison = compare_reports([read_report(f"9,000 people were hurt in all. {counts}", id="r0", language="en")])
    assert comparison.findings


@pytest.mark.parametrize(
    "text",
    [
        "It sold a hundred $ 5005 things.",
        "It sold ten $1.4 things.",
        "في 1994 ساعة الثلث مليون",
        "باعت ثلاثة $ 5005",
        "أسبوعين على الأقل إل٧",
    ],
)
def test_no_two_figures_share_a_word(text: str) -> None:
    for language in ("en", "ar"):
        claims = extract_claims(read_report(text, id="r0", language=language)).claims
        spans = sorted((c.span.start, c.span.end) for c in claims if c.figure is not None)
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(spans))


def test_a_mark_of_money_belongs_to_the_numeral_it_is_written_with() -> None:
    def money(text: str) -> list[str]:
        claims = extract_claims(read_report(text, id="r0", language="en")).claims
        return [claim.text for claim in claims if claim.figure is not None and claim.figure.form == "money"]

    assert money("They sold ten $43 tickets.") == ["$43"]
    assert money("They paid 20$ 43 times.") == ["20$"]


def test_a_text_that_gives_one_statement_to_two_people_does_not_contradict_itself() -> None:
    text = (
        'قال وزير الخارجية سالم الحارثي: "لن نقبل بأي نائب يوسف الكيلاني: "تعب الناس من الانتظار ومن الوعود التي لا '
        'ينفذها أحد".\n\nوقالت رئيسة البلدية ليلى حداد: "تعب الناس من الانتظار ومن الوعود التي لا ينفذها أحد".\n'
    )
    reading = extract_claims(read_report(text, id="r0", language="ar"))
    assert [f for f in compare_readings([reading, reading]).findings if f.rule.on != "report"] == []
