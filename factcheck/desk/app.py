"""The desk's addresses, and what stands behind each."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from http import HTTPStatus

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

import factcheck
from factcheck.data.messages import message_languages
from factcheck.desk.answer import JSON, Answer, of_json, refusal
from factcheck.desk.bodies import body_of
from factcheck.desk.crew import Crew
from factcheck.desk.guard import is_kind
from factcheck.desk.guarded import Log, guarded, response_of
from factcheck.desk.limits import Limits
from factcheck.desk.page import FRAMED, OWN, Handover, desk_page
from factcheck.desk.worker import Job, Prepare
from factcheck.languages.loader import load_languages
from factcheck.schemas import PUBLISHED, schema_of

BYTES = "application/octet-stream"
TASKS = {"extract": JSON, "compare": JSON, "checklist": JSON, "read": BYTES}
"""The tasks, each under `POST /v1/<task>`, and what each takes."""
Handler = Callable[[Request], Awaitable[Response]]


def desk_app(prepare: Prepare, limits: Limits, language: str = "en", log: Log | None = None) -> ASGIApp:
    """Make the application; `prepare` makes a process ready for its work, `language` is that of the page at first."""
    crew = Crew(prepare, limits)
    handover = Handover()

    @contextlib.asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        crew.start()
        try:
            yield
        finally:
            crew.end()

    routes = [
        Route("/", _desk(language, limits)),
        Route("/favicon.ico", _nothing),
        Route("/page", _made(crew, limits, handover), methods=["POST"]),
        Route("/page/{name}", _shown(handover)),
        Route("/v1/health", _health(limits)),
        Route("/v1/schema/{what}", _schema),
        *(Route(f"/v1/{task}", _task(task, takes, crew, limits), methods=["POST"]) for task, takes in TASKS.items()),
    ]
    return guarded(Starlette(routes=routes, lifespan=running, exception_handlers={HTTPException: _astray}), log)


def _task(task: str, takes: str, crew: Crew, limits: Limits) -> Handler:
    async def handle(request: Request) -> Response:
        return response_of(await _done(request, task, dict(request.query_params), takes, crew, limits))

    return handle


async def _done(
    request: Request, task: str, query: Mapping[str, str], takes: str, crew: Crew, limits: Limits
) -> Answer:
    """Have the work done that a request's body asks for, or say what is wrong with the request."""
    body = await body_of(request, limits.file if takes == BYTES else limits.request, limits.seconds)
    if not is_kind(request.headers.get("content-type", ""), takes):
        return refusal(415, f"send the body as {takes} (header Content-Type)")
    return body if isinstance(body, Answer) else await crew.ask(Job(task, query, body))


def _desk(language: str, limits: Limits) -> Handler:
    async def handle(request: Request) -> Response:
        asked = request.query_params.get("messages", language)
        page = desk_page(asked if asked in message_languages() else language, limits)
        return HTMLResponse(page, headers={"Content-Security-Policy": OWN})

    return handle


async def _nothing(request: Request) -> Response:
    return Response(status_code=204)


def _made(crew: Crew, limits: Limits, handover: Handover) -> Handler:
    """Make the page of a comparison for the desk's frame, and say where it is."""

    async def handle(request: Request) -> Response:
        answer = await _done(request, "compare", {"format": "html"}, JSON, crew, limits)
        if answer.status != HTTPStatus.OK:
            return response_of(answer)
        return response_of(of_json({"page": f"/page/{handover.give(answer.body)}"}))

    return handle


def _shown(handover: Handover) -> Handler:
    async def handle(request: Request) -> Response:
        page = handover.take(request.path_params["name"])
        if page is None:
            return response_of(refusal(404, "the page was shown already; compare again"))
        return HTMLResponse(page, headers={"Content-Security-Policy": FRAMED})

    return handle


def _health(limits: Limits) -> Handler:
    async def handle(request: Request) -> Response:
        return response_of(
            of_json(
                {
                    "status": "ok",
                    "version": factcheck.__version__,
                    "languages": sorted(load_languages()),
                    "messages": list(message_languages()),
                    "limits": {"request": limits.request, "file": limits.file, "seconds": limits.seconds},
                }
            )
        )

    return handle


async def _schema(request: Request) -> Response:
    what = request.path_params["what"]
    if what not in PUBLISHED:
        return response_of(refusal(404, f"no such schema; there are {', '.join(PUBLISHED)}"))
    return response_of(of_json(schema_of(what)))


async def _astray(request: Request, error: Exception) -> Response:
    """Answer for an address that is none, and for a method it does not take."""
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    headers = error.headers if isinstance(error, HTTPException) else None
    addresses = ", ".join(f"POST /v1/{task}" for task in TASKS)
    said = f"{HTTPStatus(status).phrase.lower()}; there are {addresses}, GET /v1/health and GET /v1/schema/report"
    response = response_of(refusal(status, said))
    response.headers.update(headers or {})
    return response
