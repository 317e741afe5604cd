"""What is headline, section, heading, dateline, paragraph and bullet, in both languages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.load.blocks import Layout, split_blocks

Read = Callable[..., list[tuple[str, str]]]

HEADLINE = {"ar": "إصابة 12 شخصا في حريق بميناء جدة", "en": "Twelve people hurt in fire at Jeddah port"}
LEAD = {
    "ar": "أصيب 12 شخصا في حريق اندلع فجر اليوم في مستودع بميناء جدة الإسلامي، حسبما أعلن الدفاع المدني.",
    "en": "Twelve people were hurt when a fire broke out at dawn in a warehouse of the port, civil defence said.",
}
MORE = {
    "ar": "وقال المتحدث إن فرق الإطفاء سيطرت على الحريق خلال ساعتين، وإن التحقيق في أسبابه مستمر.",
    "en": "Crews brought the fire under control within two hours, a spokesman said, and an inquiry has begun.",
}
HEADING = {"ar": "أسباب الحريق", "en": "What caused the fire"}
SECTION = {"ar": "محليات", "en": "World News"}
DATELINE = {"ar": "جدة - واس:", "en": "JEDDAH, March 3 (Agency) -"}
LANGUAGES = pytest.mark.parametrize("code", ["ar", "en"])


@LANGUAGES
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", "\n \t\n"])
def test_a_whole_story(read: Read, code: str, gap: str) -> None:
    lines = [SECTION, HEADLINE, LEAD, HEADING, MORE]
    found = read(gap.join(line[code] for line in lines))
    kinds = ["section", "headline", "paragraph", "heading", "paragraph"]
    assert found == [(kind, line[code]) for kind, line in zip(kinds, lines, strict=True)]


@LANGUAGES
def test_a_long_first_line_is_no_headline(read: Read, code: str) -> None:
    text = LEAD[code].rstrip(".") + " " + MORE[code].rstrip(".")
    assert read(f"{text}\n\n{MORE[code]}") == [("paragraph", text), ("paragraph", MORE[code])]


@LANGUAGES
def test_a_sentence_is_no_headline(read: Read, code: str) -> None:
    line = HEADLINE[code] + "."
    assert read(f"{line}\n\n{LEAD[code]}")[0] == ("paragraph", line)


def test_initials_end_no_sentence(read: Read) -> None:
    assert read(f"Death toll grows in the U.S.\n\n{LEAD['en']}")[0][0] == "headline"


@LANGUAGES
@pytest.mark.parametrize("mark", ["?", "!", "؟"])
def test_a_question_standing_alone_is_a_headline(read: Read, code: str, mark: str) -> None:
    assert read(f"{HEADLINE[code]}{mark}\n\n{LEAD[code]}")[0][0] == "headline"


@LANGUAGES
def test_one_line_alone_is_a_paragraph(read: Read, code: str) -> None:
    assert read(HEADLINE[code]) == [("paragraph", HEADLINE[code])]


@LANGUAGES
def test_a_headline_of_two_lines(read: Read, code: str) -> None:
    found = read(f"{HEADLINE[code]}\n{HEADING[code]}\n{LEAD[code]} {MORE[code]}")
    assert [kind for kind, _ in found] == ["headline", "heading", "paragraph"]


@LANGUAGES
def test_a_title_given_apart(read: Read, code: str) -> None:
    text = f"{HEADLINE[code]}\n{LEAD[code]}"
    assert read(text, title=f"  {HEADLINE[code].upper()}!")[0] == ("headline", HEADLINE[code])
    assert read(text, title=HEADING[code])[0] == ("heading", HEADLINE[code])


@pytest.mark.parametrize("path", ["الرئيسية > محليات", "Home / News", "Home » World » Asia", "أخبار | محليات"])
def test_a_path_of_sections(read: Read, path: str) -> None:
    text = f"{path}\n\n{HEADLINE['en']}\n\n{LEAD['en']}"
    assert [kind for kind, _ in read(text)] == ["section", "headline", "paragraph"]


@LANGUAGES
def test_two_words_before_a_paragraph_are_a_headline(read: Read, code: str) -> None:
    assert read(f"{HEADING[code]}\n\n{LEAD[code]}")[0] == ("headline", HEADING[code])


@LANGUAGES
@pytest.mark.parametrize("end", [":", ",", "،", ";", "."])
def test_a_line_that_ends_so_is_no_heading(read: Read, code: str, end: str) -> None:
    text = f"{HEADLINE[code]}\n\n{LEAD[code]}\n\n{HEADING[code]}{end}\n{MORE[code]}"
    assert read(text)[2] == ("paragraph", HEADING[code] + end)


@LANGUAGES
def test_copy_without_full_stops_has_fewer_headings(read: Read, code: str) -> None:
    line = MORE[code].rstrip(".")[:70].strip()
    text = f"{LEAD[code].rstrip('.')}\n{line}\n{LEAD[code].rstrip('.')} {LEAD[code].rstrip('.')}"
    assert [kind for kind, _ in read(text)][1:] == ["paragraph", "paragraph"]


@LANGUAGES
def test_a_short_last_line_is_a_paragraph(read: Read, code: str) -> None:
    assert read(f"{LEAD[code]}\n{HEADING[code]}")[-1] == ("paragraph", HEADING[code])


@LANGUAGES
@pytest.mark.parametrize("gap", [" ", "\n", "\n\n"])
def test_a_dateline_stands_apart(read: Read, code: str, gap: str) -> None:
    found = read(f"{HEADLINE[code]}\n\n{DATELINE[code]}{gap}{LEAD[code]}\n{MORE[code]}")
    assert found == [
        ("headline", HEADLINE[code]),
        ("dateline", DATELINE[code]),
        ("paragraph", LEAD[code]),
        ("paragraph", MORE[code]),
    ]


@LANGUAGES
def test_a_dateline_without_headline(read: Read, code: str) -> None:
    assert [kind for kind, _ in read(f"{DATELINE[code]} {LEAD[code]}")] == ["dateline", "paragraph"]
    assert [kind for kind, _ in read(f"{DATELINE[code].rstrip(':- ')}\n{LEAD[code]}")] == ["dateline", "paragraph"]


@LANGUAGES
def test_only_the_first_paragraph_has_a_dateline(read: Read, code: str) -> None:
    text = f"{LEAD[code]}\n{DATELINE[code]} {MORE[code]}"
    assert read(text)[1] == ("paragraph", f"{DATELINE[code]} {MORE[code]}")


@pytest.mark.parametrize(
    "speaker", ["ترامب: سنعود غدا إلى المفاوضات في جنيف مع الوفد", "Smith: we will return to the talks"]
)
def test_a_speaker_is_no_dateline(read: Read, speaker: str) -> None:
    assert read(f"{speaker}.") == [("paragraph", f"{speaker}.")]


@pytest.mark.parametrize(("code", "day"), [("ar", "الثلاثاء 3 مارس 2026"), ("en", "Tuesday, March 3, 2026")])
def test_a_day_alone_is_a_dateline(read: Read, code: str, day: str) -> None:
    for first in (HEADLINE[code], HEADLINE[code] + "."):
        assert read(f"{first}\n\n{day}\n\n{LEAD[code]}")[1] == ("dateline", day)


@LANGUAGES
@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "•", "– ", "-\t", "ـ ", "◦ ", "  - "])
def test_bullets(read: Read, code: str, mark: str) -> None:
    text = f"{LEAD[code]}\n{mark}{HEADING[code]}\n{mark}{HEADLINE[code]}\n{MORE[code]}"
    assert read(text)[1:] == [("bullet", HEADING[code]), ("bullet", HEADLINE[code]), ("paragraph", MORE[code])]


@LANGUAGES
@pytest.mark.parametrize("marks", ["1. |2. |3. ", "١- |٢- |٣- ", "1) |2) |3) ", "(1) |(2) |(3) ", "1 - |2 - |3 - "])
def test_numbered_bullets(read: Read, code: str, marks: str) -> None:
    items = [HEADING[code], HEADLINE[code], HEADING[code]]
    text = "\n".join(mark + item for mark, item in zip(marks.split("|"), items, strict=True))
    assert read(text) == [("bullet", item) for item in items]


def test_bullets_without_space(read: Read) -> None:
    assert read("-تبادل المعلومات\n1-تدريب الكوادر\n2.دعم الأسر") == [
        ("bullet", "تبادل المعلومات"),
        ("bullet", "تدريب الكوادر"),
        ("bullet", "دعم الأسر"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "3-year-old boy hurt in fire",
        "-5 degrees at night",
        "12. of them were hurt",
        "1-0 win for the hosts",
        "2026- another",
    ],
)
def test_numbers_are_no_bullets(read: Read, line: str) -> None:
    assert read(f"{LEAD['en']}\n{line}.")[1] == ("paragraph", f"{line}.")


def test_a_bullet_broken_over_lines(read: Read) -> None:
    text = "- the first of two points, which is long enough to be broken\n  over two lines\n- the second"
    assert [kind for kind, _ in read(text)] == ["bullet", "bullet"]


@LANGUAGES
def test_markdown_headings(read: Read, code: str) -> None:
    text = f"# {HEADLINE[code]} #\n{LEAD[code]}\n## {HEADING[code]}\n{MORE[code]}\n**{HEADING[code]}**\n{MORE[code]}"
    assert [block for block in read(text) if block[0] != "paragraph"] == [
        ("headline", HEADLINE[code]),
        ("heading", HEADING[code]),
        ("heading", HEADING[code]),
    ]


@LANGUAGES
def test_markdown_underlines_and_rules(read: Read, code: str) -> None:
    text = f"{HEADLINE[code]}\n=====\n\n{LEAD[code]}\n\n{HEADING[code]}\n---\n{MORE[code]}\n---\n\n***\n"
    assert read(text) == [
        ("headline", HEADLINE[code]),
        ("paragraph", LEAD[code]),
        ("heading", HEADING[code]),
        ("paragraph", MORE[code]),
    ]


def test_markdown_quotations(read: Read) -> None:
    assert read(f"> {LEAD['en']}\n> {MORE['en']}") == [("paragraph", LEAD["en"]), ("paragraph", MORE["en"])]


def test_each_line_is_a_paragraph(read: Read) -> None:
    assert [kind for kind, _ in read(f"{LEAD['ar']}\n{MORE['ar']}\n{LEAD['ar']}")] == ["paragraph"] * 3


def test_english_lines_broken_by_a_program(read: Read) -> None:
    text = (
        "Twelve people were hurt when a fire broke out at dawn in a warehouse\n"
        "of the port on the western coast, the civil defence said in a short\n"
        "statement on Monday.\n\n"
        "Crews brought the fire under control within two hours, a spokesman\n"
        "said."
    )
    assert read(text) == [("paragraph", part) for part in text.split("\n\n")]


def test_arabic_lines_broken_by_a_program(read: Read) -> None:
    text = (
        "أصيب 12 شخصا في حريق اندلع فجر اليوم الثلاثاء في مستودع كبير بميناء\n"
        "جدة الإسلامي على الساحل الغربي حسبما أعلن الدفاع المدني في بيان نشر\n"
        "مساء اليوم على موقعه وقال المتحدث باسم الدفاع المدني إن فرق الإطفاء\n"
        "التي وصلت من مكة المكرمة سيطرت على الحريق خلال ساعتين وإن التحقيق\n"
        "مستمر."
    )
    assert read(text) == [("paragraph", text)]


def test_a_text_without_words_has_no_blocks(read: Read) -> None:
    assert read("") == []
    assert read("\n***\n—\n…") == []


def test_edges_are_trimmed_of_what_nobody_sees(read: Read) -> None:
    text = f"\u200f\xa0\u2003{LEAD['ar']}\u200f \t\u202c"
    assert read(text) == [("paragraph", LEAD["ar"])]


def test_a_body_that_begins_later(layout: Layout) -> None:
    text = f"title: x\n{HEADLINE['en']}\n{LEAD['en']}"
    first = split_blocks(text, layout, 9)[0]
    assert (first.kind, first.span.start) == ("headline", 9)
