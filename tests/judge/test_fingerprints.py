"""A fingerprint keeps what a finding rests on, and nothing of where it stands."""

from __future__ import annotations

import pytest

from factcheck.judge.findings import fingerprint
from factcheck.model.finding import Finding
from factcheck.pipeline import compare_reports, read_report

ONE = "Police said {} people were killed when a bus overturned near Aswan on Monday."
LONE = "شارك {} متظاهرا في وقفة أمام البرلمان في تونس يوم الجمعة. وانصرف المحتشدون قبل الغروب."


def findings(*texts: str) -> list[Finding]:
    return list(compare_reports([read_report(text, id=f"r{n}") for n, text in enumerate(texts)]).findings)


def prints(*texts: str) -> list[str]:
    return [finding.fingerprint for finding in findings(*texts)]


def test_it_is_built_from_the_rule_and_an_unordered_set() -> None:
    basis = [("bus aswan", "12"), ("bus aswan", "14")]
    assert fingerprint("r", basis) == fingerprint("r", [*basis[::-1], basis[0]])
    assert fingerprint("r", basis) != fingerprint("s", basis)
    assert fingerprint("r", basis) != fingerprint("r", basis[:1])
    assert len(fingerprint("r", basis)) == 16


def test_a_value_does_not_run_into_a_clause() -> None:
    assert fingerprint("r", [("a b", "c")]) != fingerprint("r", [("a", "b c")])


@pytest.mark.parametrize(
    "other",
    [LONE.format("٣٤٠"), LONE.format("340").replace("متظاهرا", "متظاهرًا"), "خبر من تونس\n\n" + LONE.format("340")],
    ids=["other digits", "vowels", "a headline above"],
)
def test_writing_and_place_change_nothing(other: str) -> None:
    assert prints(LONE.format("340"))
    assert set(prints(LONE.format("340"))) <= set(prints(other))


def test_another_value_is_another_finding() -> None:
    assert not set(prints(LONE.format("340"))) & set(prints(LONE.format("341")))


def test_the_order_of_the_reports_changes_nothing() -> None:
    texts = (ONE.format(12), ONE.format(14))
    assert prints(*texts)
    assert sorted(prints(*texts)) == sorted(prints(*texts[::-1]))


def test_no_finding_comes_twice() -> None:
    found = prints(ONE.format(12) + " " + LONE.format(340), ONE.format(14))
    assert len(found) == len(set(found))
