"""Texts made to hurt: each ends in time, with the claims a reader would find or one line that says what is wrong."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import Result

from factcheck.data.messages import load_messages
from factcheck.model.errors import UserError
from factcheck.model.limits import Limits
from factcheck.pipeline import compare_reports, extract_claims, load_report, read_report
from tests.fuzz.oracles import check_reading

RLO, LRO, PDF, LRE, ISOLATE, POP = "\u202e", "\u202d", "\u202c", "\u202a", "\u2067", "\u2069"
ENDING = " The fire killed 12 people, the ministry said.\n"
STORMS = {
    "digits": "7" * 1_000_000,
    "digits and marks": "1,234." * 100_000,
    "brackets": "([{«" * 50_000,
    "quotation marks": '"' * 100_000,
    "combining marks": "a" + "\u0301\u0316" * 100_000,
    "marks on a digit": "1" + "\u0651" * 100_000,
    "no width": "\u200b\u200c\u200d\u2060\ufeff" * 40_000,
    "overrides": RLO * 100_000,
    "embeddings": f"{LRE}{ISOLATE}" * 50_000 + f"{POP}{PDF}" * 50_000,
    "blank lines": "\n" * 500_000,
    "table cells": "| " * 100_000,
    "underlines": "-\n=\n" * 50_000,
    "tags half open": "<a <b " * 50_000,
    "emphasis": "**a" * 50_000,
    "list marks": "- " * 100_000,
    "one word": "ا" * 500_000,
    "tatweel": "ق" + "ـ" * 300_000 + "تل",
    "ligatures": "ﷺ" * 50_000,
    "emoji joined": "👩\u200d" * 50_000,
    "beyond the plane": "𝟙𝟚" * 50_000,
    "front matter": "---\n" * 50_000,
}
"""Each of some hundred thousand characters; a second is a long time for it, and two dozen are a broken bound."""
SECONDS = 25


@pytest.mark.parametrize("name", STORMS)
def test_a_storm_of_one_thing_ends_in_time_and_hides_nothing(name: str, tmp_path: Path) -> None:
    file = tmp_path / "storm.txt"
    file.write_text(f"{STORMS[name]}\n\n{ENDING}", "utf-8")
    start = time.thread_time()
    reading = extract_claims(load_report(str(file), language="en"))
    check_reading(reading)
    assert Decimal(12) in [claim.figure.low for claim in reading.claims if claim.figure is not None]
    assert time.thread_time() - start < SECONDS


@pytest.mark.parametrize("code", ["ar", "en"])
def test_a_long_line_of_one_claim_after_another_is_refused_by_their_number(code: str) -> None:
    sentence = {"ar": "قتل 12 شخصا وأصيب 30 في المدينة. ", "en": "12 people were killed and 30 hurt in town. "}[code]
    report = read_report(sentence * 1000, id="r0", name="long.txt", language=code)
    with pytest.raises(UserError, match=r"^long\.txt: holds more than 1,500 claims; "):
        extract_claims(report, Limits(claims=1500))


LARGE = """
import resource, sys
from factcheck.cli import main
resource.setrlimit(resource.RLIMIT_AS, (700_000_000, 700_000_000))
main(sys.argv[1:])
"""


@pytest.mark.parametrize(
    ("suffix", "begins"),
    [("txt", "a"), ("html", "<html><body>"), ("json", '{"text": "'), ("xml", "<rss>"), ("eml", "To: a\n")],
)
def test_a_line_of_100_mb_is_refused_in_little_memory(tmp_path: Path, suffix: str, begins: str) -> None:
    file = tmp_path / f"large.{suffix}"
    with file.open("wb") as out:
        out.write(begins.encode())
        for _ in range(100):
            out.write(b"a" * 1_000_000)
    command = [sys.executable, "-c", LARGE, "extract", str(file)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 2, done.stderr
    assert "is larger than 5,000,000 bytes; give the report's text alone" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\0" * 1000, "is binary, not text"),
        (b"The fire killed 12 people.\0 It burnt.", "is binary, not text"),
        ("قتل 12 شخصا\n".encode() * 3 + "قتل 12 شخصا".encode("cp1256"), "UTF-8 but damaged"),
        ("قتل 12 شخصا".encode("utf-16") + b"\xff", "damaged"),
        (b"\xff\xfe\x00\xd8\x00\x00", "damaged"),
        (bytes(range(256)) * 20, "binary"),
    ],
    ids=["nul", "nul inside", "two encodings", "half a character", "half a pair", "every byte"],
)
def test_bytes_that_are_no_text_are_told_in_one_line(command: Callable[..., Result], content: bytes, said: str) -> None:
    Path("broken.txt").write_bytes(content)
    result = command("extract", "broken.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("factcheck: broken.txt")
    assert said in result.stderr
    assert result.stderr.count("\n") == 1


def test_half_a_pair_in_json_is_told_where_it_stands(command: Callable[..., Result]) -> None:
    Path("half.json").write_text('{"text": "The fire killed \\ud835 12 people."}', "utf-8")
    result = command("extract", "half.json")
    assert result.exit_code == 2
    assert "holds half a character at offset 16" in result.stderr


# ---------------------------------------------------------------- numbers that look otherwise

HIDDEN = {
    "an override around": f"{RLO}21{PDF}",
    "an override inside": f"2{RLO}1{PDF}",
    "left to right, forced": f"{LRO}21{PDF}",
    "a space without width": "2\u200b1",
    "a joiner": "2\u20601",
    "a byte order mark": "2\ufeff1",
    "an embedding inside": f"2{LRE}1{PDF}",
}
USUAL = {
    "plain": "21",
    "direction marks around": "\u200f21\u200e",
    "isolated": f"{ISOLATE}21{POP}",
    "embedded": f"{LRE}21{PDF}",
    "an override that has ended": f"{RLO}abc{PDF} 21",
    "an override on the line before": f"{RLO}abc\n21",
}
SENTENCES = {"en": "The fire killed {} people, the ministry said.", "ar": "قالت الوزارة إن الحريق قتل {} شخصا."}


def hidden(text: str, code: str) -> tuple[list[Decimal | None], list[str], str]:
    """Give the figures read, the words of the findings of hidden marks, and what they say."""
    comparison = compare_reports([read_report(text, id="r0", language=code)], messages=code)
    (reading,) = comparison.readings
    check_reading(reading)
    found = [finding for finding in comparison.findings if finding.rule.id == "hidden-marks"]
    figures = [claim.figure.low for claim in reading.claims if claim.figure is not None]
    return figures, [finding.severity for finding in found], " ".join(finding.message for finding in found)


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize("name", HIDDEN)
def test_a_number_is_read_as_stored_and_what_hides_it_is_told(name: str, code: str) -> None:
    figures, severities, said = hidden(SENTENCES[code].format(HIDDEN[name]), code)
    assert figures == [21]
    assert severities == ["note"]
    assert "«21»" in said
    assert {"en": "hidden characters", "ar": "محارف خفية"}[code] in said


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize("name", USUAL)
def test_marks_that_papers_use_are_no_news(name: str, code: str) -> None:
    figures, severities, _ = hidden(SENTENCES[code].format(USUAL[name]), code)
    assert figures == [21]
    assert severities == []


def test_a_hidden_number_is_shown_without_what_hides_it(command: Callable[..., Result]) -> None:
    Path("a.txt").write_text(SENTENCES["en"].format(f"{RLO}21{PDF}"), "utf-8")
    Path("b.txt").write_text(SENTENCES["en"].format("34"), "utf-8")
    for form in ("terminal", "markdown", "html", "github"):
        said = command("compare", "a.txt", "b.txt", "--format", form).stdout
        assert "21" in said
        assert RLO not in said, form


@pytest.mark.parametrize("code", ["ar", "en"])
def test_the_step_is_told_in_both_languages(code: str) -> None:
    assert "{figure}" in load_messages(code).templates["steps.hidden-marks.no"]
