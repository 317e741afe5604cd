"""Long reports meet by the words few of their sentences hold, and lose next to nothing by it."""

from __future__ import annotations

import pytest

from factcheck.align import blocking
from factcheck.align.blocking import figures_that_meet, sentences_that_meet
from factcheck.align.exchanged_digits import swapped
from factcheck.align.slots import slot
from factcheck.model.claim import Claim, Context
from factcheck.model.figure import Counted, Figure
from factcheck.model.span import Span


def claim(
    sentence: int,
    *stems: str,
    counted: str | None = None,
    before: tuple[str, ...] = (),
    after: tuple[str, ...] = (),
) -> Claim:
    figure = Figure(None, None, Span(0, 1), counted=Counted(counted, counted) if counted else None)
    context = Context(sentence, Span(0, 1), stems, before=before, after=after)
    return Claim(f"c{sentence}", "figure", Span(0, 1), "", context, figure)


def test_usual_reports_are_compared_whole() -> None:
    a, b = {n: claim(n, "fire") for n in range(5)}, {n: claim(n, "rain") for n in range(7)}
    assert len(list(sentences_that_meet(a, b))) == 35


def test_sentences_of_long_reports_meet_by_a_rare_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking, "USUAL", 10)
    a = {n: claim(n, "said", f"rare{n}") for n in range(40)}
    b = {n: claim(n, "said", f"rare{n}") for n in range(40)}
    assert list(sentences_that_meet(a, b)) == [(n, n) for n in range(40)]


def test_figures_of_long_reports_meet_in_like_sentences_or_by_a_rare_noun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocking, "USUAL", 10)
    ours = [claim(n, counted="crane" if n == 7 else "person") for n in range(20)]
    theirs = [claim(n, counted="crane" if n == 9 else "person") for n in range(20)]
    assert list(figures_that_meet(ours, theirs, {(3, 4): 0.5})) == [(3, 4), (7, 9)]


def test_the_nearest_words_say_which_figure_is_which() -> None:
    one = claim(0, before=("injur", "kill"), after=("monday",))
    same, other = (
        claim(0, before=("injur", "kill"), after=("tuesday",)),
        claim(0, before=("pay", "fund"), after=("monday",)),
    )
    assert slot(one, same)["left"] == 1.0
    assert slot(one, same)["right"] == 0.0
    assert slot(one, other)["left"] == 0.0
    assert "left" not in slot(one, claim(0, after=("monday",)))


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [("318", "381", True), ("8.42", "8.24", True), ("4.14", "14.4", True), ("318", "813", False), ("12", "13", False),
     ("5", "5", False), ("120", "210", True)],
)  # fmt: skip
def test_two_neighbouring_digits_in_each_others_place(one: str, other: str, wanted: bool) -> None:
    assert swapped(one, other) == wanted
