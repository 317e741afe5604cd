"""No command opens a network connection: every one runs on the shipped events with sockets forbidden."""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
EVENT = sorted((ROOT / "fixtures" / "events" / "ferry-fire").glob("*.txt"))[:2]
INPUTS = sorted(path for path in (ROOT / "fixtures" / "inputs" / "ar").glob("*") if not path.name.startswith("word-"))
FORBIDDEN = """
import sys

# urllib3 binds a socket of its own when it is imported, to see whether there is IPv6; nothing goes out of it.
def refuse(event, given):
    if event.partition(".")[2] in ("connect", "getaddrinfo", "gethostbyname", "sendto", "Request"):
        raise SystemExit(f"network: {event} {given}")

sys.addaudithook(refuse)
from factcheck.cli import main
main(sys.argv[1:])
"""
FORMS = ("terminal", "json", "html", "markdown", "sarif", "junit", "github", "gitlab", "rdjson", "csv")
COMMANDS = [
    *(["compare", *map(str, EVENT), "--format", form] for form in FORMS),
    *(["checklist", *map(str, EVENT), "--format", form] for form in ("markdown", "csv", "json")),
    ["checklist", *map(str, EVENT), "--format", "xlsx", "--output", "list.xlsx"],
    ["gate", *map(str, INPUTS), "--against", *map(str, EVENT)],
    ["compare", "--jsonl"],
    ["extract", "--jsonl"],
    ["config", "show"],
    ["rules", "list"],
    ["rules", "show", "figure-conflict"],
    ["rules", "test", "figure-conflict"],
    ["schema", "rule"],
]
PAGE = """<html><head><link rel="stylesheet" href="http://192.0.2.1/a.css"><meta http-equiv="refresh"
content="0;url=http://192.0.2.1/"></head><body><article><h1>Fire</h1><p>The fire killed 12 people, the ministry said.
<img src="http://192.0.2.1/a.png"></p><p>It burnt for 3 hours, and 30 people were hurt in it.</p>
</article></body></html>"""
XML = """<!DOCTYPE rss SYSTEM "http://192.0.2.1/rss.dtd"><rss><channel><item><title>Fire</title>
<description>The fire killed 12 people, the ministry said.</description></item></channel></rss>"""


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    asked = {"id": "a", "text": "12 died.", "reports": [{"text": "12 died."}, {"text": "13 died."}]}
    command = [sys.executable, "-c", FORBIDDEN, *arguments]
    return subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=False, cwd=folder)


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda given: " ".join(given[:1] + given[3:5])[:40])
def test_no_command_opens_a_connection(arguments: list[str], tmp_path: Path) -> None:
    done = run(arguments, tmp_path)
    assert "network:" not in done.stderr
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1), done.stderr
    assert done.stdout or list(tmp_path.iterdir())


@pytest.mark.parametrize(("name", "content"), [("page.html", PAGE), ("feed.xml", XML)])
def test_what_a_page_or_feed_refers_to_is_never_fetched(name: str, content: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(content, "utf-8")
    done = run(["extract", name], tmp_path)
    assert done.returncode == 0, done.stderr
    assert "12" in done.stdout


@contextlib.contextmanager
def running(arguments: list[str], folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a command that goes on until it is interrupted, and demand that it ends well and asked for no connection."""
    command = [sys.executable, "-c", FORBIDDEN, *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process
            process.send_signal(signal.SIGINT)
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
    assert "network:" not in said
    assert "Traceback" not in said


@pytest.mark.slow
def test_a_watched_folder_opens_no_connection(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "page.html").write_text(PAGE, "utf-8")
    with running(["watch", "in", "--against", str(EVENT[0]), "--wait", "0.1"], tmp_path) as process:
        assert process.stdout is not None
        assert "page.html" in process.stdout.readline()


@pytest.mark.slow
def test_the_desk_answers_and_opens_no_connection(tmp_path: Path) -> None:
    pytest.importorskip("uvicorn")
    with running(["desk", "--port", "0"], tmp_path) as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip().rstrip("/")
        asked = json.dumps({"reports": [{"text": path.read_text("utf-8")} for path in EVENT]}).encode()
        request = urllib.request.Request(  # noqa: S310  # the desk's own address
            f"{address}/v1/compare", asked, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=60) as answer:  # noqa: S310
            assert json.load(answer)["findings"]


def test_the_test_would_notice() -> None:
    code = f"{FORBIDDEN.partition('from factcheck')[0]}import socket\nsocket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "network: socket" in done.stderr
