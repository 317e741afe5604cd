"""The desk's server: bound to this machine alone, quiet, and gone when it is ended."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable

from factcheck.desk.guard import OWN_NAME, is_loopback
from factcheck.desk.guarded import Log
from factcheck.desk.limits import Limits
from factcheck.desk.worker import Prepare
from factcheck.model.errors import UserError

SECONDS_TO_END = 3


def bound(host: str, port: int) -> socket.socket:
    """Take a port of a loopback address; 0 takes any that is free.

    Raises UserError for any other address, and for a port that cannot be had.
    """
    if not is_loopback(host):
        raise UserError.at(
            "--host", f"{host!r} is no loopback address: the desk is for this machine alone; leave it out, or give ::1"
        )
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    taken = socket.socket(family, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this would let others listen on the port as well
            taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind(("127.0.0.1" if host == OWN_NAME else host, port))
        taken.listen()
    except OSError as error:
        taken.close()
        raise UserError.at("--port", f"{port} cannot be used ({error.strerror}); name another, or 0 for any") from None
    return taken


def address_of(listening: socket.socket) -> str:
    """Give the address to open in a browser."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def serve(
    listening: socket.socket,
    prepare: Prepare,
    limits: Limits,
    language: str,
    log: Log | None,
    ready: Callable[[], None],
) -> None:
    """Serve until the process is told to end; `ready` is called once the first request can be answered."""
    import uvicorn

    from factcheck.desk.app import desk_app

    config = uvicorn.Config(
        desk_app(prepare, limits, language, log),
        access_log=False,
        http="h11",
        lifespan="on",
        log_config=None,
        loop="asyncio",
        proxy_headers=False,
        server_header=False,
        timeout_graceful_shutdown=SECONDS_TO_END,
        ws="none",
    )
    ready()
    with listening:
        uvicorn.Server(config).run([listening])
