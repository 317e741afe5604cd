"""The same input gives the same bytes; the reports in another order give the mirror image."""

from __future__ import annotations

import functools
import itertools
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from factcheck.data.messages import load_messages
from factcheck.pipeline import compare_reports, load_report, read_report
from factcheck.render.json_objects import comparison_object

EVENTS = sorted(path for path in (Path(__file__).parents[1] / "fixtures" / "events").iterdir() if path.is_dir())
NAMES = [event.name for event in EVENTS]

Object = Mapping[str, Any]


def run(*arguments: str, folder: Path, stdin: str = "", **changes: str) -> bytes:
    environment = {**os.environ, "PYTHONPATH": str(EVENTS[0].parents[2]), **changes}
    call = (sys.executable, "-m", "factcheck", *arguments)
    done = subprocess.run(call, cwd=folder, env=environment, input=stdin.encode(), check=False, capture_output=True)
    assert done.stderr == b""
    return done.stdout


def requests() -> str:
    """Give all events as requests for `compare --jsonl`, so that one process answers all."""
    texts = [[path.read_bytes().decode() for path in reports(event)] for event in EVENTS]
    return "".join(
        json.dumps({"id": name, "reports": [{"text": text} for text in one]}) + "\n"
        for name, one in zip(NAMES, texts, strict=True)
    )


def reports(event: Path) -> list[Path]:
    return sorted(event.glob("report-*.txt"))


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder = tmp_path_factory.mktemp("seed-0")
    return run("compare", "--jsonl", folder=folder, stdin=requests(), PYTHONHASHSEED="0")


@pytest.mark.parametrize("seed", ["1", "2"])
def test_no_byte_depends_on_the_order_of_hashes(answers: bytes, tmp_path: Path, seed: str) -> None:
    # Language data is compiled anew: the cache, too, must hold the same under every seed.
    again = run(
        "compare", "--jsonl", folder=tmp_path, stdin=requests(), PYTHONHASHSEED=seed, FACTCHECK_CACHE_DIR=str(tmp_path)
    )
    assert len(answers.splitlines()) == len(EVENTS)
    assert again == answers


@pytest.mark.parametrize("arguments", [("compare",), ("checklist",)], ids=" ".join)
def test_a_page_is_the_same_from_any_folder_under_any_seed(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    event = EVENTS[NAMES.index("bus-accident")]
    inside = run(*arguments, *(path.name for path in reports(event)), folder=event, PYTHONHASHSEED="1")
    outside = run(*arguments, *map(str, reports(event)), folder=tmp_path, PYTHONHASHSEED="2", TZ="Asia/Tokyo")
    assert inside
    assert outside == inside


@functools.cache
def compared(paths: tuple[Path, ...]) -> Object:
    loaded = [load_report(str(path), name=path.stem) for path in paths]
    return {**comparison_object(compare_reports(loaded), load_messages("en"))}


def orders() -> Iterator[Any]:
    """Give every event with its reports in every other order."""
    for event in EVENTS:
        for order in list(itertools.permutations(range(len(reports(event)))))[1:]:
            name = f"{event.name}-{''.join(map(str, order))}"
            yield pytest.param(event, order, id=name, marks=pytest.mark.xdist_group(event.name))


@pytest.mark.parametrize(("event", "order"), list(orders()))
class TestAnotherOrder:
    """`order[n]` is the place that the report at place n has in the usual order."""

    def both(self, event: Path, order: tuple[int, ...]) -> tuple[Object, Object]:
        paths = tuple(reports(event))
        return compared(paths), compared(tuple(paths[place] for place in order))

    def test_each_report_reads_the_same(self, event: Path, order: tuple[int, ...]) -> None:
        usual, other = self.both(event, order)
        assert other["same_event"] == usual["same_event"]
        assert other["reports"] == [usual["reports"][place] for place in order]

    def test_pairs_are_mirrored(self, event: Path, order: tuple[int, ...]) -> None:
        usual, other = self.both(event, order)

        def seen(pairs: Sequence[Object], places: Sequence[int]) -> Counter[str]:
            return Counter(
                json.dumps([sorted([places[p[s]["report"]], p[s]["claim"]] for s in "ab"), p["score"], p["verdict"]])
                for p in pairs
            )

        assert seen(other["pairs"], order) == seen(usual["pairs"], range(len(order)))

    def test_findings_are_the_same_with_their_evidence_mirrored(self, event: Path, order: tuple[int, ...]) -> None:
        usual, other = self.both(event, order)

        def seen(findings: Sequence[Object], places: Sequence[int]) -> dict[str, object]:
            return {
                one["fingerprint"]: (one["rule"], one["severity"], one.get("kind"), evidence(one, places))
                for one in findings
            }

        assert seen(other["findings"], order) == seen(usual["findings"], range(len(order)))

    def test_what_is_set_aside_is_mirrored(self, event: Path, order: tuple[int, ...]) -> None:
        usual, other = self.both(event, order)

        def seen(items: Sequence[Object], places: Sequence[int]) -> Counter[object]:
            return Counter((one["reason"], frozenset(evidence(one, places))) for one in items)

        assert seen(other["set_aside"], order) == seen(usual["set_aside"], range(len(order)))

    def test_the_matrix_has_the_same_rows_with_their_cells_mirrored(self, event: Path, order: tuple[int, ...]) -> None:
        usual, other = self.both(event, order)

        def seen(rows: Sequence[Object], places: Sequence[int]) -> Counter[str]:
            cells = [
                sorted([places[c["report"]], c["value"], c["verdict"], c["claims"]] for c in row["cells"])
                for row in rows
            ]
            return Counter(json.dumps(one) for one in cells)

        assert seen(other["matrix"], order) == seen(usual["matrix"], range(len(order)))


def found(*texts: str) -> list[tuple[str, str, set[int]]]:
    """Give rule, severity and reports of every finding."""
    comparison = compare_reports([read_report(text, id=f"r{number}") for number, text in enumerate(texts)])
    return sorted((f.rule.id, f.severity, {e.report for e in f.evidence}) for f in comparison.findings)


def test_a_fault_two_reports_share_is_shown_in_both() -> None:
    text = "Experts say the damage builds up slowly.\n\nLosses at the port were more than $40 million.\n"
    assert [reports for _, _, reports in found(text, text)] == [{0, 1}, {0, 1}]


def test_which_rule_finds_a_difference_does_not_depend_on_the_order() -> None:
    one, other = "27 killed as bus overturned near Aswan on Monday", "4 as bus overturned near Aswan on Monday"
    there, back = (sorted(finding[:2] for finding in found(*texts)) for texts in ((one, other), (other, one)))
    assert there == back != []


def evidence(one: Object, places: Sequence[int]) -> set[tuple[object, ...]]:
    """Give the stretches something rests on; which of them is called `a` depends on the order."""
    return {(places[e["report"]], e["field"], e["start"], e["end"], e["text"]) for e in one["evidence"]}
