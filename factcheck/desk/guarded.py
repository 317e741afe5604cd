"""The guard before the application: who may not speak with the desk is answered here, and every answer leaves here."""

from __future__ import annotations

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.desk.answer import Answer
from factcheck.desk.guard import HEADERS, POLICY, refused

Log = Callable[[str], None]
"""Is told a line a request: method, path and status, and nothing of what was sent."""


def response_of(answer: Answer) -> Response:
    """Give an answer as the server sends it."""
    return Response(answer.body, answer.status, media_type=answer.kind)


def guarded(app: ASGIApp, log: Log | None = None) -> ASGIApp:
    """Put an application behind the guard."""

    async def handle(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in {**HEADERS, "Content-Security-Policy": POLICY}.items():
                    headers.setdefault(name, value)
                if log is not None:
                    asked = scope["raw_path"].decode(
                        "ascii", "replace"
                    )  # as it was sent: nothing in it moves the terminal
                    log(f"{scope['method']} {asked} {message['status']}")
            await send(message)

        given = [(name.decode("latin-1").lower(), value.decode("latin-1")) for name, value in scope["headers"]]
        no = refused(scope["method"], given)
        await (app if no is None else response_of(no))(scope, receive, answer)

    return handle
