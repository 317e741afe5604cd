"""A draft held against wires: its author is told what they have, and is not asked about what is theirs alone."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]

DRAFT = """Fire at Haddad oil press hurts workers

Fourteen people were injured in a fire at an oil press in Haddad on Monday, the civil defence said. Several workers
were taken to hospital. The owner said the fire did 3 million dollars of damage, and burned for three hours.
"""
FIRST = """---
source: Coast Agency
---
Fire at Haddad oil press injures 12

Twelve people were injured in a fire at an oil press in Haddad on Monday, the civil defence said. Nine workers
were taken to hospital. Sources said that the fire was set.
"""
SECOND = """Oil press fire in Haddad

Twelve people were injured on Monday when fire swept an oil press in Haddad, the civil defence said. Nine workers
were taken to hospital in the town.
"""
THIRD = """Haddad oil press burns

Fourteen people were injured on Monday in a fire at an oil press in Haddad, the civil defence said. Several workers
were taken to hospital in the town.
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    texts = {"draft": DRAFT, "first": FIRST, "second": SECOND, "third": THIRD}
    for name, text in texts.items():
        Path(f"{name}.txt").write_text(text, "utf-8")


def told(command: Command, *wires: str, messages: str = "en") -> list[tuple[str, str]]:
    asked = ("draft.txt", "--against", *wires, "--messages", messages, "--format", "json")
    (gate,) = json.loads(command("gate", *asked).stdout)
    return [(finding["rule"], finding["message"]) for finding in gate["findings"]]


def test_one_wire_is_named_by_its_source(command: Command) -> None:
    assert told(command, "first.txt") == [
        (
            "figure-conflict",
            "«Fourteen people» in your draft, «Twelve people» in the wire Coast Agency: both cannot be true",
        ),
        ("missing-figure", "«Nine workers» in the wire Coast Agency, no such count in your draft"),
    ]


def test_arabic_speaks_to_the_author_too(command: Command) -> None:
    assert told(command, "second.txt", messages="ar") == [
        (
            "figure-conflict",
            "«Fourteen people» في مسودتك و«Twelve people» في برقية second.txt: لا يصح الرقمان معا",
        ),
        ("missing-figure", "«Nine workers» في برقية second.txt، ولا عدد له في مسودتك"),
    ]


def test_what_several_wires_have_is_told_once_with_their_number(command: Command) -> None:
    (conflict, *others) = told(command, "first.txt", "second.txt", "third.txt")
    rule, message = conflict
    assert rule == "figure-conflict"
    assert message.startswith(
        "«Fourteen people» in your draft, «Twelve people» in 2 of 3 wires (Coast Agency, second.txt)"
    )
    assert [rule for rule, _ in others] == ["missing-figure"]
    assert "in every wire (Coast Agency, second.txt)" in told(command, "first.txt", "second.txt")[0][1]


def test_a_finding_that_speaks_for_several_wires_keeps_all_fingerprints(command: Command) -> None:
    apart = [
        json.loads(command("gate", "draft.txt", "--against", wire, "--format", "json").stdout)[0]["findings"][0]
        for wire in ("first.txt", "second.txt")
    ]
    (gate,) = json.loads(
        command("gate", "draft.txt", "--against", "first.txt", "second.txt", "--format", "json").stdout
    )
    both = gate["findings"][0]
    assert {both["fingerprint"], *both["also"]} == {finding["fingerprint"] for finding in apart}
    assert [item["report"] for item in both["evidence"]] == [0, 1, 1, 2]


def test_two_wires_of_one_source_are_told_apart(command: Command) -> None:
    Path("second.txt").write_text("---\nsource: Coast Agency\n---\n" + SECOND, "utf-8")
    assert "(Coast Agency (first.txt), Coast Agency (second.txt))" in told(command, "first.txt", "second.txt")[0][1]


def test_what_stands_in_wires_alone_is_shown_apart_and_fails_nothing(command: Command) -> None:
    assert command("compare", "draft.txt", "--against", "first.txt", "--fail-on", "error").exit_code == 1
    clean = THIRD.replace("Fourteen", "Twelve").replace("Several workers", "They")
    Path("draft.txt").write_text(clean, "utf-8")
    Path("first.txt").write_text(FIRST.replace("Nine workers", "They"), "utf-8")
    page = command("compare", "draft.txt", "--against", "first.txt", "--fail-on", "note")
    assert page.exit_code == 0, page.stdout
    assert "1 finding in the wires alone, not yours to answer" in page.stdout
    assert "INSIDE B" not in page.stdout
    assert command("checklist", "draft.txt", "--against", "first.txt", "--fail-on", "note").exit_code == 0
    assert command("compare", "draft.txt", "first.txt", "--fail-on", "note").exit_code == 1, "nobody is spoken to"


def test_a_figure_no_wire_has_is_told_in_passing(command: Command) -> None:
    Path("draft.txt").write_text(DRAFT.replace("The owner said the fire did", "The governor said it did"), "utf-8")
    page = command("compare", "draft.txt", "--against", "first.txt", "second.txt").stdout
    assert re.search(r"1 figure no wire has\n  A \d:\d+  «.*3 million dollars", page)
    assert "in no wire" in page
    listed = command("checklist", "draft.txt", "--against", "first.txt").stdout
    assert "# 1 figure no wire has\n\n* `A 4:" in listed
    made = json.loads(command("checklist", "draft.txt", "--against", "first.txt", "--format", "json").stdout)
    assert (made["draft"], [words["text"] for words in made["in_no_wire"]]) == ("A", ["3 million dollars"])
    Path("second.txt").write_text(SECOND.replace("in the town.", "in the town. It did 3 million dollars of damage."))
    assert "figure no wire has" not in command("compare", "draft.txt", "--against", "second.txt").stdout


def test_the_list_of_a_draft_asks_only_its_author(command: Command) -> None:
    page = command("checklist", "draft.txt", "--against", "first.txt", "second.txt").stdout
    assert page.startswith("# Checklist: 2 things to check")
    assert page.count("in every wire") == 2
    assert "Sources" not in page
    assert page.endswith("1 finding in the wires alone, not yours to answer\n")


def test_a_signed_list_settles_what_several_wires_have(command: Command) -> None:
    against = ("draft.txt", "--against", "first.txt", "second.txt")
    command("checklist", *against, "--format", "json", "--output", "list.json")
    filed = json.loads(Path("list.json").read_text("utf-8"))
    for item in filed["items"]:
        item["boxes"]["confirmed"], item["signed"] = True, {"by": "Mona", "date": "2026-03-12"}
    Path("list.json").write_text(json.dumps(filed), "utf-8")
    assert command("gate", *against, "--signed", "list.json").exit_code == 0
    more = command("gate", *against, "third.txt", "--signed", "list.json")
    assert more.exit_code == 0, "a wire that agrees opens nothing"
    Path("third.txt").write_text(THIRD.replace("Fourteen", "Sixteen"), "utf-8")
    assert command("gate", *against, "third.txt", "--signed", "list.json").exit_code == 1, (
        "a new value is a new finding"
    )


def test_several_drafts_or_none_are_spoken_to_as_reports(command: Command) -> None:
    for asked in (("draft.txt", "second.txt", "--against", "first.txt"), ("draft.txt", "first.txt")):
        assert "your draft" not in command("compare", *asked).stdout


RULE = """
id: desk-conflict
extends: figure-conflict
message: {en: "{a} or {b}?"}
examples:
  - {name: differ, reports: ["Police held 12 men in Sohar on Monday.", "Police held 15 men in Sohar on Monday."],
     finds: [{text: 12 men}]}
  - {name: agree, reports: ["Police held 12 men in Sohar on Monday.", "Police held 12 men in Sohar on Monday."],
     finds: []}
"""


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("", "«Fourteen people» or «Twelve people»?"),
        ('to_author: {message: {en: "{a} {here}!"}}', "«Fourteen people» in your draft!"),
        (
            'levels: {proven: {to_author: {message: {en: "{b} {there}"}}}}',
            "«Twelve people» in the wire Coast Agency",
        ),
    ],
)
def test_a_rule_may_have_words_of_its_own_for_authors(command: Command, more: str, says: str) -> None:
    Path("rules").mkdir()
    Path("rules/desk-conflict.yaml").write_text(f"{RULE.strip()}\n{more}\n", "utf-8")
    (gate,) = json.loads(
        command("gate", "draft.txt", "--against", "first.txt", "--rules", "rules", "--format", "json").stdout
    )
    assert says in [finding["message"] for finding in gate["findings"]]


def test_a_wrong_slot_for_authors_is_told_at_its_place(command: Command) -> None:
    Path("rules").mkdir()
    text = RULE.strip() + '\nto_author:\n  message: {en: "{a} and {wire}"}\n'
    Path("rules/desk-conflict.yaml").write_text(text, "utf-8")
    answer = command("gate", "draft.txt", "--rules", "rules")
    assert answer.exit_code == 2
    assert "rules/desk-conflict.yaml:10:17: unknown slot {wire}" in answer.stderr
