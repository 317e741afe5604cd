"""Files of facts: what editors write loads, and whatever is wrong is told with its place, all at once."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from factcheck.facts.load import load_facts
from factcheck.model.errors import UserError
from factcheck.model.figure import shown

DESK = Path(__file__).parents[2] / "fixtures" / "facts" / "desk"


def problems(path: Path) -> list[str]:
    with pytest.raises(UserError) as error:
        load_facts([path])
    return [str(problem).removeprefix(f"{path}:") for problem in error.value.problems]


def test_a_folder_of_yaml_and_tables_loads_in_order() -> None:
    facts = load_facts([DESK])
    assert [(Path(fact.path).name, fact.line) for fact in facts] == [
        ("harbours.yaml", 2), ("harbours.yaml", 8), ("harbours.yaml", 14), ("harbours.yaml", 20),
        ("trade.csv", 2), ("trade.csv", 3),
    ]  # fmt: skip
    assert shown(facts[4].figure) == "34000000000 USD"
    assert facts[4].subject == ("Karsand", "كرسند")
    assert load_facts([DESK, DESK / "trade.csv"]) == facts  # each file once


@pytest.mark.parametrize(
    ("value", "means"),
    [
        ("4.6 million", "4600000"),
        ("about 12%", "~12 %"),
        ("between 3 and 4 million", "3000000..4000000"),
        ("٣٤ مليار دولار", "34000000000 USD"),
        ("1994", "1994"),
        ("1,994 people", "1994"),
        ("0.50", "0.5"),
        ("more than 30 km", ">30 km"),
        ("مئة ألف طالب", "100000"),
    ],
)
def test_a_value_is_read_as_reports_are(tmp_path: Path, value: str, means: str) -> None:
    (tmp_path / "a.yaml").write_text(f"- {{subject: A, quantity: b, value: {value!r}, source: c}}", "utf-8")
    (fact,) = load_facts([tmp_path])
    assert shown(fact.figure) == means


def test_everything_wrong_in_a_file_is_told_at_once(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text(
        "- subject: X\n"
        '  quantity: "..."\n'
        "  value: soon\n"
        "  as-of: 2024-13\n"
        "  source: Y\n"
        "- {subject: Z, quantity: floors, value: in 1994, source: Y}\n"
        "- {subject: Z, quantity: floors, value: dozens, sauce: Y}\n"
        "- {subject: [], quantity: floors, value: 3 and 4 metres and 5 tonnes, source: Y, as-of: 2024-05/2023}\n",
        "utf-8",
    )
    found = problems(path)
    assert [problem.split(": ")[0] for problem in found] == [
        "2:13", "3:10", "4:10", "6:41", "7:41", "7:49", "8:13", "8:42", "8:89",
    ]  # fmt: skip
    assert "did you mean 'source'?" in found[5]
    assert "reads as a date" in found[3]
    assert "write 2026" in found[2]


def test_a_table_names_line_and_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("subject;quantity;value;as-of;source\nA|B;c;lots;2024;\n\nA;c;12;2024;d;e\n;c;12;;d\n", "utf-8")
    found = problems(path)
    assert [problem.split(": ")[0] for problem in found] == ["2:1", "2:3", "4:1", "5:1"]
    assert "source is missing" in found[0]
    assert "6 cells under 5 columns" in found[2]


def test_two_values_for_one_thing_are_told(tmp_path: Path) -> None:
    rows = ["Egypt,population,106 million,2024", "مصر|Egypt,سكان|Population,107 million,2024"]
    rows += ["Egypt,population,104 million,2023", "Egypt,population,106000000,2024", "Egypt,population,12%,2024"]
    text = "subject,quantity,value,as-of,source\n" + "".join(f"{row},x\n" for row in rows)
    (tmp_path / "a.csv").write_text(text, "utf-8")
    with pytest.raises(UserError) as error:
        load_facts([tmp_path])
    (problem,) = error.value.problems
    assert (problem.line, problem.column) == (3, 1)
    assert "106 million in" in problem.message
    assert "a.csv:2, and 107 million here" in problem.message


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_any_spreadsheet_is_read(tmp_path: Path, delimiter: str) -> None:
    rows = [["Subject", "quantity", "value", "source"], ["مصر|Egypt", "سكان", '"106 ملايين"', "x"]]
    text = "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows)
    (tmp_path / "a.csv").write_text(text, "utf-8", newline="")
    (fact,) = load_facts([tmp_path])
    assert fact.subject == ("مصر", "Egypt")
    assert fact.keys == {"EG"}


HOSTILE = {
    "deep.yaml": "[" * 100_000,
    "alias.yaml": "- &a {subject: A}\n- *a\n",
    "mapping.yaml": "subject: A",
    "nul.csv": "subject,quantity,value,source\nA\x00,b,1,c",
    "open.csv": 'subject,quantity,value,source\n"A,b,1,c',
    "huge-cell.csv": "subject,quantity,value,source\n" + "A" * 30_000 + ",b,1,c",
    "heads.csv": "a,b,c",
    "twice.csv": "subject,subject,quantity,value,source\n",
    "empty.csv": "",
    "marks.yaml": "- {subject: A, quantity: b, value: '" + "9" * 199 + "', source: c, as-of: ٢٠٢٤}",
    "number.yaml": "- {subject: 12, quantity: b, value: true, source: 3}",
    "page.txt": "subject",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_files_are_refused_with_lines_of_their_own(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(HOSTILE[name], "utf-8")
    begun = time.process_time()
    found = problems(path)
    assert found
    assert all("\n" not in problem and len(problem) < 400 for problem in found)
    assert time.process_time() - begun < 5


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    assert "no such file" in problems(tmp_path / "none.yaml")[0]
    assert "holds no facts" in problems(tmp_path)[0]
    (tmp_path / "latin.csv").write_bytes("subject,quantity,value,source\nÉ,b,1,c".encode("latin-1"))
    assert "not UTF-8" in problems(tmp_path / "latin.csv")[0]
