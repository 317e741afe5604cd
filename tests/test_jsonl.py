"""The machine interface: what outside programs get for what they send, one JSON object a line."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from pydantic import TypeAdapter

from factcheck.load.front_matter import read_front_matter
from factcheck.render import wire

Command = Callable[..., Result]
Ask = Callable[..., tuple[list[dict[str, Any]], int]]
Object = Mapping[str, Any]
Answered = list[tuple[Object, Object]]
"""Requests, each with its answer."""

EVENTS = sorted(path for path in (Path(__file__).parents[1] / "fixtures" / "events").iterdir() if path.is_dir())
DECIMAL = re.compile(r"-?\d+(\.\d+)?", re.ASCII)


@pytest.fixture(scope="module")
def events(ask: Ask, tongues: Mapping[str, Any]) -> Answered:
    """Give each event's request with its answer: everything known of the reports, and again their texts alone."""
    requests = []
    for folder in EVENTS:
        full = []
        for path in sorted(folder.glob("report-*.txt")):
            text = path.read_bytes().decode()
            front = read_front_matter(text, path.name, tongues)
            published = front.published.isoformat() if front.published else None
            known = {"title": front.title, "published": published, "source": front.source, "id": path.stem}
            full.append({**known, "text": text[front.body :]})
        requests.append({"id": f"{folder.name} in full", "reports": full})
        requests.append({"id": folder.name, "reports": [{"text": report["text"]} for report in full]})
    answers, status = ask("compare", *requests)
    assert status == 0
    return list(zip(requests, answers, strict=True))


@pytest.fixture(scope="module")
def readings(ask: Ask, events: Answered) -> Answered:
    """Give each report sent to `extract`, with its answer."""
    requests = [{**report, "id": str(n)} for request, _ in events for n, report in enumerate(request["reports"])]
    answers, status = ask("extract", *requests)
    assert status == 0
    return list(zip(requests, answers, strict=True))


def exact(shape: Any, value: Object) -> None:
    """Check an object against its type: no field more, none less, none of another type."""
    assert TypeAdapter(shape).validate_python(value, strict=True) == value


def stretches(value: Any) -> Iterator[Object]:
    """Walk everything in an answer that has a place and a text."""
    if isinstance(value, Mapping):
        if {"start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from stretches(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from stretches(inner)


def test_extract_answers_in_the_shape_published(readings: Answered) -> None:
    for request, answer in readings:
        assert answer["id"] == request["id"]
        exact(wire.ReportOut, answer)


def test_compare_answers_in_the_shape_published(events: Answered) -> None:
    for request, answer in events:
        assert answer["id"] == request["id"]
        exact(wire.ComparisonOut, answer)


def test_reports_keep_their_ids_and_their_order(events: Answered) -> None:
    for request, answer in events:
        wanted = [report.get("id", f"r{number}") for number, report in enumerate(request["reports"])]
        assert [report["id"] for report in answer["reports"]] == wanted


def test_every_claim_s_place_holds_its_words(readings: Answered) -> None:
    for request, answer in readings:
        for claim in answer["claims"]:
            field = request[claim["field"]]
            assert field[claim["start"] : claim["end"]] == claim["text"]
            assert claim["text"].strip() == claim["text"] != ""


def test_every_numeral_stands_inside_its_claim(readings: Answered) -> None:
    for _, answer in readings:
        for claim in answer["claims"]:
            if number := claim.get("figure", {}).get("number"):
                assert claim["start"] <= number["start"] < number["end"] <= claim["end"]


def test_every_attribution_s_places_hold_their_words(readings: Answered) -> None:
    for request, answer in readings:
        for attribution in answer["attributions"]:
            for part in stretches(attribution):
                assert request["text"][part["start"] : part["end"]] == part["text"]


@pytest.mark.xfail(
    raises=AssertionError,
    reason="an attribution found in the title is given with the title's offsets, and no field is named",
)
def test_attributions_are_those_of_the_text(ask: Ask) -> None:
    request = {"id": "1", "title": "Police: ten people killed in Aden", "text": "Nobody knows more, the mayor said."}
    (answer,), _ = ask("extract", request)
    assert [part["text"] for part in stretches(answer["attributions"]) if part["text"] not in request["text"]] == []


def test_every_source_s_place_holds_its_words(readings: Answered) -> None:
    for request, answer in readings:
        for source in (claim["source"] for claim in answer["claims"] if claim["source"]):
            fields = [request["text"], request.get("title") or ""]
            assert source["text"] in [field[source["start"] : source["end"]] for field in fields]


def test_every_evidence_s_place_holds_its_words(events: Answered) -> None:
    for request, answer in events:
        for item in stretches([answer["findings"], answer["set_aside"]]):
            field = request["reports"][item["report"]][item["field"]]
            assert field[item["start"] : item["end"]] == item["text"]


def test_decimals_are_text_without_exponent(readings: Answered) -> None:
    for _, answer in readings:
        for figure in (claim["figure"] for claim in answer["claims"] if "figure" in claim):
            stated = [figure["low"], figure["high"], *figure.get("readings", ())]
            assert all(value is None or DECIMAL.fullmatch(value) for value in stated)


def test_a_claim_holds_the_value_of_its_kind_and_no_other(readings: Answered) -> None:
    for _, answer in readings:
        for claim in answer["claims"]:
            held = claim.keys() & {"figure", "date", "name"}
            assert held == ({claim["kind"]} & {"figure", "date", "name"})
            assert claim["explain"], "every claim says what made it"


def test_one_name_claim_a_mention(readings: Answered) -> None:
    for _, answer in readings:
        places = [(c["field"], c["start"], c["end"]) for c in answer["claims"] if c["kind"] == "name"]
        assert len(places) == len(set(places))


def test_what_an_answer_points_to_is_in_it(events: Answered) -> None:
    for _, answer in events:
        ids = [[claim["id"] for claim in report["claims"]] for report in answer["reports"]]
        assert all(len(one) == len(set(one)) for one in ids)
        for pair in answer["pairs"]:
            assert all(pair[side]["claim"] in ids[pair[side]["report"]] for side in "ab")
            assert pair["a"]["report"] < pair["b"]["report"]
            assert pair["verdict"] in ("agree", "conflict", "not comparable")
            assert 0 <= pair["score"] <= 1
            assert pair["explain"]
        for row in answer["matrix"]:
            assert [cell["report"] for cell in row["cells"]] == list(range(len(ids)))
            for cell in row["cells"]:
                assert cell["verdict"] in ("agree", "conflict", "silent", "not comparable")
                assert (cell["verdict"] == "silent") == (cell["claims"] == []) == (cell["value"] == "")
                assert set(cell["claims"]) <= set(ids[cell["report"]])


def test_every_finding_shows_its_proof(events: Answered) -> None:
    for _, answer in events:
        prints = [finding["fingerprint"] for finding in answer["findings"]]
        assert len(prints) == len(set(prints))
        for finding in answer["findings"]:
            assert finding["evidence"]
            assert finding["explain"]
            assert ("kind" in finding) == (finding["category"] == "contradiction")
            assert not re.search(r"[{}]", finding["message"] + finding["question"])


def test_json_in_a_file_holds_the_same(command: Command, events: Answered) -> None:
    for request, answer in events[1::2]:
        names = []
        for number, report in enumerate(request["reports"]):
            names.append(f"{number}.txt")
            Path(names[-1]).write_bytes(report["text"].encode())
        printed = json.loads(command("compare", *names, "--format", "json").stdout)
        assert {**printed, "id": request["id"]} == answer
