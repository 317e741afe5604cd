"""A desk as somebody starts it, and what sends requests to it as a program does."""

from __future__ import annotations

import http.client
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest


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
    said = "people were killed in the fire in Larnis on Monday, the governor Elias Karam said."
    return {"reports": [{"text": f"{count} {said}"} for count in ("Twelve", "Fourteen")]}


@pytest.fixture(scope="session")
def events() -> Path:
    """Give the folder of the shipped events."""
    return Path(__file__).parents[2] / "fixtures" / "events"
