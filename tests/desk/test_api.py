"""The JSON API: the same answers as the command line's, and one clear line for whatever is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import Result

Send = Callable[..., Any]


def test_compare_answers_as_the_command_line_does(send: Send, ask: Callable[..., Any], toll: dict[str, Any]) -> None:
    ((answer,), _) = ask("compare", {"id": "e1", **toll})
    reply = send("POST", "/v1/compare", {"id": "e1", **toll})
    assert reply.status == 200
    assert reply.object == answer
    assert [finding["rule"] for finding in reply.object["findings"]] == ["figure-conflict"]


def test_extract_answers_as_the_command_line_does(send: Send, ask: Callable[..., Any], toll: dict[str, Any]) -> None:
    request = {"id": "r1", **toll["reports"][0]}
    ((answer,), _) = ask("extract", request)
    assert send("POST", "/v1/extract", request).object == answer


def test_messages_in_the_language_asked_for(send: Send, toll: dict[str, Any]) -> None:
    english, arabic = (
        send("POST", "/v1/compare", {**toll, "messages": code}).object["findings"][0] for code in ("en", "ar")
    )
    assert english["question"] != arabic["question"]
    assert english["fingerprint"] == arabic["fingerprint"]
    assert send("POST", "/v1/compare", {**toll, "messages": "fr"}).error.startswith("messages: ")


def test_what_somebody_answered_stands(send: Send, toll: dict[str, Any]) -> None:
    (finding,) = send("POST", "/v1/compare", toll).object["findings"]
    given = {"fingerprint": finding["fingerprint"], "by": "R. Haddad", "date": "2026-11-26", "note": "two days"}
    answer = send("POST", "/v1/compare", {**toll, "answers": [given]}).object
    assert answer["findings"] == []
    assert answer["settled"][0]["signed"]["by"] == "R. Haddad"


def test_an_answer_is_signed_on_the_checklist_and_becomes_a_waiver(
    send: Send, command: Callable[..., Result], toll: dict[str, Any]
) -> None:
    (finding,) = send("POST", "/v1/compare", toll).object["findings"]
    given = {"fingerprint": finding["fingerprint"], "by": 'R. "H" \u202e#', "date": "2026-11-26", "note": "a: b\n- c"}
    request = {**toll, "answers": [given], "until": "2027-01-31"}
    (item,) = send("POST", "/v1/checklist?format=json", request).object["items"]
    assert item["signed"] == {"by": given["by"], "date": "2026-11-26", "note": given["note"]}
    for number, report in enumerate(toll["reports"]):
        Path(f"{number}.txt").write_text(report["text"], "utf-8")
    Path("waivers.yaml").write_bytes(send("POST", "/v1/checklist?format=waivers", request).body)
    gate = command("gate", "0.txt", "--against", "1.txt", "--waivers", "waivers.yaml", "--today", "2027-01-31")
    assert gate.exit_code == 0, gate.output
    late = command("gate", "0.txt", "--against", "1.txt", "--waivers", "waivers.yaml", "--today", "2027-02-01")
    assert late.exit_code == 1
    del request["until"]
    assert send("POST", "/v1/checklist?format=waivers", request).error.startswith("until: ")


def test_a_draft_s_author_is_spoken_to(send: Send, toll: dict[str, Any]) -> None:
    plain, draft = (send("POST", "/v1/compare", {**toll, "draft": number}).object for number in (None, 1))
    assert [finding["fingerprint"] for finding in plain["findings"]] == [f["fingerprint"] for f in draft["findings"]]
    assert plain["findings"][0]["message"] != draft["findings"][0]["message"]
    assert send("POST", "/v1/compare", {**toll, "draft": 2}).error.startswith("draft: there are 2 reports")
    assert send("POST", "/v1/compare", {**toll, "draft": -1}).status == 422


def test_the_page_of_a_comparison(send: Send, toll: dict[str, Any]) -> None:
    reply = send("POST", "/v1/compare?format=html", toll)
    assert reply.headers["content-type"].startswith("text/html")
    assert b"data-fingerprint" in reply.body


def test_a_page_is_handed_to_the_frame_once(send: Send, toll: dict[str, Any]) -> None:
    place = send("POST", "/page", toll).object["page"]
    elsewhere = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"}
    assert send("GET", place, **elsewhere).status == 403
    shown = send("GET", place)
    assert shown.body == send("POST", "/v1/compare?format=html", toll).body
    assert "sandbox allow-scripts" in shown.headers["content-security-policy"]
    assert "frame-ancestors 'self'" in shown.headers["content-security-policy"]
    assert send("GET", place).status == 404


def test_the_desk_s_page_comes_in_both_languages_under_a_strict_policy(send: Send) -> None:
    english, arabic = send("GET", "/"), send("GET", "/?messages=ar")
    assert b'<html lang="en" dir="ltr">' in english.body
    assert b'<html lang="ar" dir="rtl">' in arabic.body
    assert send("GET", "/?messages=fr").body == english.body
    policy = english.body.decode().partition('http-equiv="Content-Security-Policy" content="')[2].partition('"')[0]
    assert policy.startswith("default-src ")
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in english.headers["content-security-policy"]


@pytest.mark.parametrize("form", ["json", "markdown", "csv", "xlsx", "html"])
def test_a_checklist_is_what_the_command_line_writes(
    send: Send, command: Callable[..., Result], toll: dict[str, Any], form: str
) -> None:
    for number, report in enumerate(toll["reports"]):
        Path(f"{number}.txt").write_text(report["text"], "utf-8")
    written = command("checklist", "0.txt", "1.txt", "--format", form, "--output", "list")
    assert written.exit_code == 0
    reply = send("POST", f"/v1/checklist?format={form}", toll)
    assert reply.status == 200
    if form == "json":
        names = {"name": ["", ""]}
        ours, theirs = reply.object, json.loads(Path("list").read_text("utf-8"))
        assert names
        assert ours["items"] == theirs["items"]
    elif form in ("xlsx", "html"):
        assert reply.body[:9] == Path("list").read_bytes()[:9]
    else:
        ours, theirs = reply.body.decode(), Path("list").read_text("utf-8")
        prints = ours[ours.rindex("factcheck") :].split()
        assert prints
        assert theirs[theirs.rindex("factcheck") :].split() == prints


@pytest.mark.parametrize("name", ["report-a.txt", "report-b.txt"])
def test_a_file_is_read_as_the_command_line_reads_it(
    send: Send, events: Path, command: Callable[..., Result], name: str
) -> None:
    path = events / "minister-talks" / name
    reply = send("POST", f"/v1/read?name={name}", path.read_bytes(), Content_Type="application/octet-stream")
    assert reply.status == 200
    (report,) = reply.object["reports"]
    text = command("extract", path, "--format", "text").stdout.rstrip("\n")
    assert text.endswith(report["text"].rstrip("\n"))
    assert not report["text"].startswith("---")
    assert report["language"] == "ar"
    assert reply.object["problems"] == []


def test_a_web_page_dropped_gives_its_story_and_what_it_says_of_it(send: Send) -> None:
    story = "<p>Twelve people were killed in the fire, the governor said.</p>" * 3
    page = (
        f'<!doctype html><html><head><meta property="og:title" content="Fire in Larnis"></head><body><article>{story}'
    )
    reply = send("POST", "/v1/read?name=wire.html", page.encode(), Content_Type="application/octet-stream")
    (report,) = reply.object["reports"]
    assert report["title"] == "Fire in Larnis"
    assert "<p>" not in report["text"]


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"%PDF-1.7 ...", "wire.pdf", "wire.pdf: is a PDF, not text"),
        (b"", "wire.txt", "wire.txt: is empty"),
        (b"PK\x03\x04 no archive", "wire.docx", "wire.docx: "),
        (b"x" * 6_000_000, "wire.txt", "wire.txt: is larger than 5,000,000 bytes"),
        (b"\xff\xfe\x00", "../../etc/%D8%A3.txt", "\u0623.txt:1: begins as utf-16 but is damaged"),
        (b"\0\0\0", "", "file: "),
    ],
)
def test_a_broken_file_is_told_in_one_line(send: Send, content: bytes, name: str, says: str) -> None:
    reply = send("POST", f"/v1/read?name={name}", content, Content_Type="application/octet-stream")
    assert reply.status == 422
    assert reply.error.startswith(says)


@pytest.mark.parametrize(
    ("body", "status", "says"),
    [
        (b"", 400, "not a body of JSON"),
        (b"{", 400, "not a body of JSON"),
        (b"[" * 100_000, 400, "not a body of JSON: nested too deeply"),
        (b'{"reports": [{"text": NaN}]}', 400, "not a body of JSON: NaN"),
        (b"[]", 400, "a body must hold one JSON object"),
        (b"\xff", 400, "not a body of JSON: no UTF-8"),
        (b"{}", 422, "reports: Field required"),
        (b'{"reports": []}', 422, "reports: "),
        (b'{"reports": ["x"]}', 422, "reports.0: must be a JSON object"),
        (b'{"reports": [{"text": "x", "published": "monday"}]}', 422, "reports.0.published: must be a date"),
        (b'{"reports": [{"text": "x", "language": "fr"}]}', 422, "r0: "),
        (b'{"reports": [{"text": "\\ud800 12 people died"}]}', 422, "r0: `text` holds half a character"),
        (b'{"reports": [{"text": "x"}], "answers": [{"by": "me"}]}', 422, "answers.0.fingerprint: Field required"),
    ],
)
def test_a_wrong_request_is_told_in_one_line(send: Send, body: bytes, status: int, says: str) -> None:
    reply = send("POST", "/v1/compare", body)
    assert reply.status == status
    assert reply.error.startswith(says)


def test_a_format_nobody_knows(send: Send, toll: dict[str, Any]) -> None:
    reply = send("POST", "/v1/checklist?format=pdf", toll)
    assert (reply.status, reply.error) == (422, "no format 'pdf'; choose json, markdown, csv, xlsx, html or waivers")


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/v2", 404), ("GET", "/v1/compare", 405)])
def test_an_address_that_is_none(send: Send, method: str, path: str, status: int) -> None:
    reply = send(method, path)
    assert reply.status == status
    assert "POST /v1/compare" in reply.error


def test_health_and_schemas(send: Send, toll: dict[str, Any]) -> None:
    health = send("GET", "/v1/health").object
    assert health["status"] == "ok"
    assert health["languages"] == ["ar", "en"]
    schema = send("GET", "/v1/schema/report").object
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(send("POST", "/v1/compare", toll).object, schema)
    assert send("GET", "/v1/schema/nothing").status == 404


def test_twenty_megabytes_are_refused_in_words_and_the_desk_goes_on(send: Send, toll: dict[str, Any]) -> None:
    paste = {"reports": [{"text": "twelve people died. " * 1_000_000}]}
    reply = send("POST", "/v1/compare", paste)
    assert reply.status == 413
    assert reply.error.startswith("larger than 10,000,000 bytes")
    assert send("POST", "/v1/compare", toll).status == 200
