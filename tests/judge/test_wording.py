"""What a rule of words may ask beside its list: what stands near by or elsewhere, and whose words they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.judge.rules import load_rules
from factcheck.pipeline import compare_reports, read_report

RULE = """\
id: big-word
check: wording
on: report
category: wording
severity: note
options:
  words: {{en: [huge]}}
{options}
message: {{en: "{{words}}", ar: "{{words}}"}}
question: {{en: How big?, ar: كم؟}}
why: A big word measures nothing.
origin: the desk
examples:
  - {{name: fires, reports: ["A huge ship."], finds: [{{text: huge}}]}}
  - {{name: is silent, reports: ["A ship."], finds: []}}
"""


def found(folder: Path, options: str, text: str) -> list[str]:
    lines = "".join(f"  {line.strip()}\n" for line in options.split(";") if line.strip())
    (folder / "big-word.yaml").write_text(RULE.format(options=lines), "utf-8")
    rules = [rule for rule in load_rules([folder]).require() if rule.file.id == "big-word"]
    comparison = compare_reports([read_report(text, id="r0", language="en")], rules)
    return [item.text for finding in comparison.findings for item in finding.evidence]


@pytest.mark.parametrize(
    ("options", "text", "words"),
    [
        ("needs: {en: [ship]}", "A huge thing lay there, and far away from it stood another ship.", ["huge"]),
        ("needs: {en: [ship]}; within: 10", "A huge thing lay there, and far away from it stood another ship.", []),
        ("needs: {en: [ship]}; within: 10", "A huge old ship lay there.", ["huge"]),
        ("unless: {en: [ship]}; within: 10", "A huge old ship lay there.", []),
        ("unless: {en: [ship]}; within: 10", "A huge thing lay there, and far away stood a ship.", ["huge"]),
        ("unless_told: {en: [metres]}", "A huge ship lay there. It is 300 metres long.", []),
        ("unless_told: {en: [metres]}", "A huge ship lay there. It is long.", ["huge"]),
        ("voice: own", "Captain Laila Haddad said a huge ship lay there.", []),
        ("voice: source", "Captain Laila Haddad said a huge ship lay there.", ["huge"]),
        ("voice: unquoted", "Captain Laila Haddad said a huge ship lay there.", ["huge"]),
        ("voice: unquoted", '"There lay a huge old ship," Captain Laila Haddad said.', []),
        ("voice: quotation", '"There lay a huge old ship," Captain Laila Haddad said.', ["huge"]),
    ],
)
def test_a_phrase_is_spoken_of_where_the_rule_says(tmp_path: Path, options: str, text: str, words: list[str]) -> None:
    assert found(tmp_path, options, text) == words


def test_one_finding_may_speak_for_all_phrases_of_a_report(tmp_path: Path) -> None:
    text = "A huge ship lay there. Nobody saw the Huge one."
    assert found(tmp_path, "together: true", text) == ["huge", "Huge"]
