"""Who may speak with the desk: its own page and this machine's programs, and no page of anywhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from factcheck.desk.guard import is_loopback, refused

HOST = ("host", "127.0.0.1:8765")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8765", "localhost:8765", "localhost", "[::1]:8765", "[::1]"])
def test_this_machine_s_names(host: str) -> None:
    assert refused("POST", [("host", host), ("origin", f"http://{host}"), ("sec-fetch-site", "same-origin")]) is None


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8765",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8765",
        "127.0.0.1@evil.example",
        "192.168.1.7:8765",
        "0.0.0.0:8765",
        "[::]:8765",
        "[::1",
        "[::1]x",
        "::1",
        "127.0.0.1:evil",
        "",
    ],
)
def test_names_of_anywhere_else(host: str) -> None:
    answer = refused("GET", [("host", host)])
    assert answer is not None
    assert answer.status == 403


@pytest.mark.parametrize("headers", [[], [HOST, HOST], [HOST, ("host", "evil.example")]])
def test_a_request_says_one_host(headers: list[tuple[str, str]]) -> None:
    answer = refused("GET", headers)
    assert answer is not None
    assert answer.status == 403


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        "http://127.0.0.1:9999",
        "http://localhost:8765",
        "https://127.0.0.1:8765",
        "http://127.0.0.1:8765.evil.example",
        "file://",
        "",
    ],
)
def test_other_origins(origin: str) -> None:
    answer = refused("POST", [HOST, ("origin", origin)])
    assert answer is not None
    assert answer.status == 403
    assert b"another origin" in answer.body


def test_a_second_origin_does_not_hide_behind_the_first() -> None:
    assert refused("POST", [HOST, ("origin", "http://127.0.0.1:8765"), ("origin", "http://evil.example")]) is not None


@pytest.mark.parametrize("site", ["cross-site", "same-site", "anything"])
def test_other_sites(site: str) -> None:
    assert refused("POST", [HOST, ("sec-fetch-site", site)]) is not None
    assert refused("GET", [HOST, ("sec-fetch-site", site), ("sec-fetch-mode", "no-cors")]) is not None
    framed = [HOST, ("sec-fetch-site", site), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "iframe")]
    assert refused("GET", framed) is not None


def test_a_link_elsewhere_may_lead_to_the_desk_but_not_post_to_it() -> None:
    link = [HOST, ("sec-fetch-site", "cross-site"), ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document")]
    assert refused("GET", link) is None
    assert refused("POST", link) is not None


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.9.1", "::1", "localhost"])
def test_loopback(host: str) -> None:
    assert is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.org", "", "127.0.0.1 ", "2130706433"])  # noqa: S104
def test_no_loopback(host: str) -> None:
    assert not is_loopback(host)


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Sec_Fetch_Site": "cross-site"}, 403),
        ({"Content_Type": "text/plain"}, 415),
        ({"Content_Type": "application/x-www-form-urlencoded"}, 415),
        ({"Content_Type": "multipart/form-data; boundary=x"}, 415),
        ({"Content_Type": None}, 415),
        ({"Content_Type": "application/json; charset=utf-8"}, 200),
        ({"Sec_Fetch_Site": "same-origin"}, 200),
    ],
)
def test_what_the_running_desk_refuses(
    send: Callable[..., Any], toll: dict[str, Any], headers: dict[str, str | None], status: int
) -> None:
    reply = send("POST", "/v1/compare", toll, **headers)
    assert reply.status == status
    assert status == 200 or reply.error


def test_a_page_elsewhere_that_asks_first_is_told_nothing(send: Callable[..., Any]) -> None:
    reply = send(
        "OPTIONS",
        "/v1/compare",
        Origin="http://evil.example",
        Access_Control_Request_Method="POST",
        Access_Control_Request_Headers="content-type",
    )
    assert reply.status == 403
    assert not [name for name in reply.headers if name.startswith("access-control")]


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/v1/health"), ("GET", "/nowhere"), ("POST", "/v1/health"), ("POST", "/v1/compare")]
)
def test_every_answer_keeps_itself_to_itself(send: Callable[..., Any], method: str, path: str) -> None:
    headers = send(method, path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "default-src 'none'" in headers["content-security-policy"]
    assert not {"set-cookie", "server", "access-control-allow-origin"} & headers.keys()
