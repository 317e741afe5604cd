"""A desk as somebody starts it, and what sends requests to it as a program does."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

TOLL = ("Twelve people were killed in the fire in Larnis on Monday, the governor Elias Karam said.",
        "Fourteen people were killed in the fire in Larnis on Monday, the governor Elias Karam said.")  # fmt: skip


class Reply(NamedTuple):
    """An answer of the desk."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def object(self) -> Any:
        """Read the body as JSON."""
        return json.loads(self.body)

    @property
    def error(self) -> str:
        """Give what the desk says is wrong."""
        said = self.object
        assert said.keys() == {"error"}
        assert said["error"].keys() == {"message"}
        assert "\n" not in said["error"]["message"]
        return str(said["error"]["message"])


@pytest.fixture(scope="session")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the desk in an empty folder, and give its address."""
    folder = tmp_path_factory.mktemp("desk")
    command = (sys.executable, "-m", "factcheck", "desk", "--port", "0", "--log")
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=log) as running,
    ):
        assert running.stdout is not None
        yield running.stdout.readline().decode().strip()
        running.send_signal(signal.SIGINT)
        assert running.wait(20) == 130
    assert [path.name for path in folder.iterdir()] == ["log"], "the desk wrote something"
    told = (folder / "log").read_text("utf-8")
    assert "Traceback" not in told
    assert not any(word in told for text in TOLL for word in text.split() if len(word) > 4), "the log tells the copy"


@pytest.fixture
def send(desk: str) -> Callable[..., Reply]:
    """Give what sends one request: its method and path, a body (an object is sent as JSON) and headers."""
    place = urlsplit(desk)

    def sent(method: str, path: str, body: object = None, **headers: str | None) -> Reply:
        content = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        asked = {"Host": place.netloc, "Content-Type": "application/json" if content is not None else None}
        asked |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection(str(place.hostname), place.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True)
            for name, value in {**asked, "Content-Length": str(len(content or b""))}.items():
                if value is not None:
                    connection.putheader(name, value)
            connection.endheaders(content)
            reply = connection.getresponse()
            return Reply(reply.status, {k.lower(): v for k, v in reply.getheaders()}, reply.read())
        finally:
            connection.close()

    return sent


@pytest.fixture
def toll() -> dict[str, Any]:
    """Give a request: two reports of one fire that differ in the dead."""
    return {"reports": [{"text": text} for text in TOLL]}


@pytest.fixture(scope="session")
def events() -> Path:
    """Give the folder of the shipped events."""
    return Path(__file__).parents[2] / "fixtures" / "events"
