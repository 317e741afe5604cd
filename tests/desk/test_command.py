"""`factcheck desk`: bound to this machine or not at all."""

from __future__ import annotations

import socket
from collections.abc import Callable

import pytest
from click.testing import Result

from factcheck.desk.server import address_of, bound


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::", "example.org", ""])  # noqa: S104  # refused is the point
def test_another_host_is_refused(command: Callable[..., Result], host: str) -> None:
    result = command("desk", "--host", host, "--port", "0")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith(f"factcheck: --host: {host!r} is no loopback address")


def test_a_port_in_use_is_told(command: Callable[..., Result]) -> None:
    with bound("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        result = command("desk", "--port", str(port))
    assert result.exit_code == 2
    assert result.stderr.startswith(f"factcheck: --port: {port} cannot be used (")


def test_what_is_wrong_with_the_rules_is_told_before_anything_is_served(command: Callable[..., Result]) -> None:
    result = command("desk", "--port", "0", "--pack", "nosuch")
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "nosuch" in result.stderr


def test_without_the_extra_it_says_what_to_install(
    command: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    result = command("desk", "--port", "0")
    assert result.exit_code == 2
    assert "pip install 'newsroom-factcheck[serve]'" in result.stderr


@pytest.mark.parametrize(("host", "address"), [("127.0.0.1", "http://127.0.0.1:"), ("localhost", "http://127.0.0.1:")])
def test_any_free_port_of_this_machine(host: str, address: str) -> None:
    with bound(host, 0) as taken:
        assert address_of(taken).startswith(address)
        assert taken.getsockname()[0] == "127.0.0.1"


@pytest.mark.skipif(not socket.has_ipv6, reason="this machine has no IPv6")
def test_the_newer_loopback_address() -> None:
    with bound("::1", 0) as taken:
        assert address_of(taken).startswith("http://[::1]:")
