"""What stands in one place of two sentences that run on alike around it."""

from __future__ import annotations

from factcheck.pipeline import compare_reports, read_report


def warnings_of(first: str, second: str) -> list[str]:
    reports = [read_report(text, id=name, language="en") for name, text in (("r0", first), ("r1", second))]
    found = compare_reports(reports).findings
    rules = ("opposite-statement", "other-name")
    return [f.evidence[1].text for f in found if f.rule.id in rules and f.severity == "warning"]


ARTICLE = (
    "The harbour board of Port Lessing said on Monday that it would sell the small cranes of its northern quay to a "
    "haulage firm, after months of talks with the crews, who have asked for a written promise that every job is kept."
)


def test_a_short_summary_of_a_long_sentence_is_held_against_the_words_it_keeps() -> None:
    kept = "The harbour board of Port Lessing would sell the small cranes of its northern quay to a haulage firm."
    assert warnings_of(ARTICLE, kept) == []
    assert warnings_of(ARTICLE, kept.replace("sell", "buy")) == ["buy"]
    assert warnings_of(ARTICLE, kept.replace("small", "large")) == ["large"]
    assert warnings_of(ARTICLE, kept.replace("would sell", "would not sell")) == ["would not sell"]


def test_a_full_stop_that_lost_its_space_still_parts_two_sentences() -> None:
    glued = "The cranes stand idle.The crews, who have waited for months, welcomed the plan of the harbour board."
    assert warnings_of(glued, "The crews welcomed the plan of the harbour board.") == []
    changed = "The crews, who have waited for months, rejected the plan of the harbour board."
    assert warnings_of(glued, changed) == ["rejected"]


def test_a_word_between_the_same_two_is_held_against_the_other_though_it_comes_again_later() -> None:
    article = "The port will buy a guidance system for small, crewed tugs with manned bridges in the spring."
    draft = "The port will buy a guidance system for small, uncrewed tugs such as barges with manned bridges."
    assert warnings_of(article, draft) == ["uncrewed"]


def test_another_kind_of_one_class_stands_in_the_place() -> None:
    article = (
        "Divers recovered the mooring ring from a cave below the old lighthouse of Port Lessing, the museum said, "
        "after a search of three weeks that had cost more than the crews were promised at the outset."
    )
    kept = "Divers recovered the mooring ring from a cave below the old lighthouse of Port Lessing."
    assert warnings_of(article, kept) == []
    assert warnings_of(article, kept.replace("cave", "cliff")) == ["cliff"]
    assert warnings_of(article, kept.replace("Divers", "Scuba divers")) == []


def test_two_words_in_common_do_not_make_what_was_undone_one_thing() -> None:
    first = "A fire burned in Aswan on Monday. The knife was stopped by his belt buckle."
    second = "A fire burned in Aswan on Monday. He hit the belt buckle."
    assert warnings_of(first, second) == warnings_of(second, first) == []


def test_one_person_named_in_full_and_by_the_last_word_is_one_name() -> None:
    told = "Almost a week after the trial began, {} broke off the talks with the harbour board of Port Lessing."
    for first, second in (("Donald Hart", "Hart"), ("Hart", "Donald Hart")):
        assert warnings_of(told.format(first), told.format(second)) == []
