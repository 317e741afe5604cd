"""The whole page: right at every width, in both languages, and harmless."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from factcheck.data.messages import Messages
from factcheck.model.claim import Reading
from factcheck.model.comparison import Comparison
from factcheck.model.finding import Finding
from factcheck.model.pair import Step
from factcheck.render.bidi import FSI, PDI, Bidi
from factcheck.render.terminal import render_terminal

WIDTHS = (40, 60, 80, 120, 200)


def page(
    comparison: Comparison, messages: Messages, width: int = 80, *, explain: bool = False, bidi: Bidi = "isolate"
) -> str:
    return render_terminal(comparison, messages, width=width, color=False, explain=explain, bidi=bidi)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("explain", [False, True])
def test_no_line_is_wider_than_the_page(comparison: Comparison, messages: Messages, width: int, explain: bool) -> None:
    lines = page(comparison, messages, width, explain=explain).splitlines()
    assert [line for line in lines if cell_len(line) > width] == []
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("explain", [False, True])
def test_arabic_stands_last_on_its_line(
    english_comparison: Comparison, english: Messages, width: int, explain: bool
) -> None:
    lines = page(english_comparison, english, width, explain=explain).splitlines()
    isolated = [line for line in lines if PDI in line]
    assert isolated
    assert not any(re.search(r"[A-Za-z0-9]", line.rpartition(PDI)[2]) for line in isolated)
    assert all(line.count(FSI) == line.count(PDI) for line in lines)
    bare = re.compile(r"[\u0600-\u06ff]")
    assert not any(bare.search(re.sub(f"{FSI}[^{PDI}]*{PDI}", "", line)) for line in lines)


@pytest.mark.parametrize("width", WIDTHS)
def test_isolates_are_balanced_in_every_language(comparison: Comparison, messages: Messages, width: int) -> None:
    assert all(line.count(FSI) == line.count(PDI) for line in page(comparison, messages, width).splitlines())


def test_without_isolates_the_same_words_stand(comparison: Comparison, messages: Messages) -> None:
    plain = page(comparison, messages, bidi="plain")
    assert not {FSI, PDI} & set(plain)
    assert plain == page(comparison, messages).replace(FSI, "").replace(PDI, "")


def test_colour_is_codes_around_the_same_text(
    comparison: Comparison, messages: Messages, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = page(comparison, messages)
    assert "\x1b" not in plain
    coloured = render_terminal(comparison, messages, width=80, color=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    for name, value in (
        ("NO_COLOR", "1"),
        ("TERM", "dumb"),
        ("COLUMNS", "33"),
        ("FORCE_COLOR", "1"),
        ("COLORTERM", "truecolor"),
    ):
        monkeypatch.setenv(name, value)
    assert render_terminal(comparison, messages, width=80, color=True) == coloured
    assert page(comparison, messages) == plain


def test_the_verdict_comes_first(english_comparison: Comparison, english: Messages) -> None:
    lines = page(english_comparison, english).splitlines()
    assert lines[0] == "factcheck · 2 reports · one event"
    assert lines[1] == "A  report-a.txt  Arabic · 35 words"
    assert lines[2] == f"B  report-b.txt  Arabic · 32 words · 2026-02-08 · {FSI}صحيفة السهل{PDI}"
    assert lines[4] == "1 conflicting value · 1 count only in B · 3 findings inside B"
    assert lines[-1] == "1 error, 3 warnings, 1 note · checks consistency, not truth"


def test_sections_stand_in_order_and_numbers_run_through(english_comparison: Comparison, english: Messages) -> None:
    text = page(english_comparison, english)
    headings = [line for line in text.splitlines() if re.fullmatch(r"[A-Z ]{5,}", line)]
    assert headings == ["BETWEEN THE REPORTS", "INSIDE B", "SET ASIDE"]
    assert re.findall(r"^(\d)  (\w+) +([\w-]+): ", text, re.MULTILINE) == [
        ("1", "error", "figure-conflict"),
        ("2", "warning", "missing-figure"),
        ("3", "warning", "unsupported-figure"),
        ("4", "warning", "unnamed-source"),
        ("5", "note", "unattributed-superlative"),
    ]


def test_a_conflict_shows_both_sides_why_and_what_to_ask(english_comparison: Comparison, english: Messages) -> None:
    lines = [line.replace(FSI, "").replace(PDI, "") for line in page(english_comparison, english).splitlines()]
    start = next(index for index, line in enumerate(lines) if "figure-conflict" in line)
    assert lines[start : start + 5] == [
        "1  error    figure-conflict: 27 here, 37 there: both cannot hold",
        "   A 2:19  «قتل 14 شخصا وأصيب 27 آخرون في زلزال ضرب بلدة السهل فجر الأحد، …»",
        "   B 1:26  «قتل أربعة عشر شخصا وأصيب ٣٧ آخرون في الزلزال، وفق مصادر.»",
        "   why  cannot both hold: 27 against 37",
        "   ask  Which figure is later?",
    ]


def test_a_quote_before_a_colon_goes_behind_it(english_comparison: Comparison, english: Messages) -> None:
    assert f"unnamed-source: nobody one could call: {FSI}«مصادر»{PDI}\n" in page(english_comparison, english)


def test_explaining_shows_every_step_the_pair_and_the_reading(
    english_comparison: Comparison, english: Messages
) -> None:
    text = page(english_comparison, english, explain=True).replace(FSI, "").replace(PDI, "")
    assert "✓ same thing counted: آخرون / آخرون (inferred)" in text.replace("\n         ", " ")
    assert "✗ cannot both hold: 27 against 37" in text
    assert "pair  likeness 0.81 · counted 1.00 · clause 0.70" in text
    assert "read  A 2:19 · 27 · numeral · counts شيئا" in text
    assert "one event: wording shared 0.50, names shared 0.40" in text


def test_reports_of_two_events_are_not_compared(english_comparison: Comparison, english: Messages) -> None:
    apart = (Step("same-event", False, (("words", "0.05"), ("names", "0.00"))),)
    text = page(replace(english_comparison, same_event=False, event_steps=apart), english)
    assert text.startswith("factcheck · 2 reports · not one event\n")
    assert "not one event: wording shared 0.05, names shared 0.00" in text
    assert "BETWEEN" not in text
    assert "figure-conflict" not in text
    assert "verdict" not in text
    assert text.endswith("2 warnings, 1 note, 0 errors · checks consistency, not truth\n")


def test_one_report_alone(
    english_comparison: Comparison, english: Messages, make_finding: Callable[..., Finding]
) -> None:
    alone = english_comparison.readings[1:]
    finding = make_finding(alone, "unnamed-source", [(0, "مصادر", "source")])
    text = page(Comparison(alone, True, (), (), (finding,), (), ()), english)
    assert text.splitlines()[0] == "factcheck · 1 report"
    assert "1 finding inside A" in text
    assert "event" not in text


def test_nothing_found(english_comparison: Comparison, english: Messages) -> None:
    bare = replace(english_comparison, findings=(), set_aside=(), matrix=())
    text = page(bare, english)
    assert "0 conflicting values · nothing to look at\n" in text
    assert text.endswith("0 errors · checks consistency, not truth\n")


def test_many_reports_still_fit(english_comparison: Comparison, english: Messages) -> None:
    a, b = english_comparison.readings
    cells = english_comparison.matrix[2].cells
    row = replace(english_comparison.matrix[2], cells=tuple(replace(cells[r % 2], report=r) for r in range(9)))
    many = Comparison((a, b, a, b, a, b, a, b, a), True, (), (), (), (), (row,))
    for width in WIDTHS[1:]:
        text = page(many, english, width)
        assert all(cell_len(line) <= width for line in text.splitlines())
        assert "آخرون" in text


def test_repeats_are_named_by_their_places(
    english: Messages, make_reading: Callable[..., Reading], make_finding: Callable[..., Finding]
) -> None:
    reading = make_reading("Some 12 were hurt.\nThe 12 hurt went home.", language="en")
    finding = make_finding([reading], "unsupported-figure", [(0, "Some 12", "figure"), (0, "The 12", "again")])
    comparison = Comparison((reading,), True, (), (), (finding,), (), ())
    assert "   also  A 2:1\n" in page(comparison, english)
    assert "A 2:1  again  «The 12 hurt went home.»" in page(comparison, english, explain=True)


def test_hostile_text_is_shown_harmless(
    messages: Messages, make_reading: Callable[..., Reading], make_finding: Callable[..., Finding]
) -> None:
    words = "\x1b[2J\x1b]0;title\x07 \u202e12 dead\u2066 [bold red]loud[/bold red] \u2069 :boom: \r\x08 x"
    reading = make_reading(f"{words}\nend", language="e\x1bn", name="a\x1b[1m.txt", source="b\u202e\n")
    finding = make_finding(
        [reading], "unnamed-source", [(0, words, "\x1b[5m")], message=f"«{words}»: [red]no[/red]", question=words,
        steps=(Step("own-voice", False, (("claim", words),)),),
    )  # fmt: skip
    comparison = Comparison((reading,), True, (), (), (finding,), (), ())
    for explain in (False, True):
        text = page(comparison, messages, explain=explain)
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]", text)
        assert "[bold red]loud[/bold red]" in text
        assert ":boom:" in text
        assert all(line.count(FSI) == line.count(PDI) for line in text.splitlines())
