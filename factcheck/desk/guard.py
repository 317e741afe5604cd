"""Who may speak with the desk: pages of its own and programs of this machine, no page of anywhere else.

A browser tells where a request comes from; a page elsewhere can neither forge that nor send `application/json` without
asking first, and is answered no. A name that was bent to this machine (DNS rebinding) stands in `Host`.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Mapping

from factcheck.desk.answer import Answer, refusal

OWN_NAME = "localhost"
SAFE_METHODS = ("GET", "HEAD")
HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer says besides its own: keep nothing, show it to nobody else, take it for nothing else."""
POLICY = "default-src 'none'; frame-ancestors 'none'"
"""The Content-Security-Policy of whatever is no page."""


def is_loopback(host: str) -> bool:
    """Tell whether an address, or the one name that stands for it, is this machine speaking to itself."""
    if host == OWN_NAME:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def refused(method: str, headers: Iterable[tuple[str, str]]) -> Answer | None:
    """Say no to a request from elsewhere; None where it may go on. `headers` are all, names in small letters."""
    given: dict[str, list[str]] = {}
    for name, value in headers:
        given.setdefault(name, []).append(value.strip())
    hosts = given.get("host", [])
    if len(hosts) != 1 or not is_loopback(_name(hosts[0])):
        return refusal(403, "the desk answers to 127.0.0.1, [::1] and localhost only; open it by one of these")
    if any(origin != f"http://{hosts[0]}" for origin in given.get("origin", [])):
        return refusal(403, "the request comes from a page of another origin; use the desk's own page")
    if not _from_here(method, given):
        return refusal(403, "the request comes from another site; open the desk's address itself")
    return None


def is_kind(given: str, wanted: str) -> bool:
    """Tell whether a Content-Type is the media type wanted, whatever its parameters.

    A form of another site can send neither of the types that the desk takes.
    """
    return given.partition(";")[0].strip().lower() == wanted


def _from_here(method: str, given: Mapping[str, list[str]]) -> bool:
    """Tell whether a browser says that its user or the desk's own page asks, or only that a link leads here."""
    sites = given.get("sec-fetch-site", [])
    if all(site in ("same-origin", "none") for site in sites):
        return True
    followed = given.get("sec-fetch-mode") == ["navigate"] and given.get("sec-fetch-dest") == ["document"]
    return method in SAFE_METHODS and followed


def _name(host: str) -> str:
    """Give the name or address in a Host header, without its port; nothing for what is none."""
    name, bracket, rest = host.partition("]")
    if name.startswith("["):
        return name[1:] if bracket and (not rest or _is_port(rest)) else ""
    name, colon, port = host.partition(":")
    return name if not colon or _is_port(f":{port}") else ""


def _is_port(text: str) -> bool:
    return text[:1] == ":" and text[1:].isascii() and text[1:].isdigit()
