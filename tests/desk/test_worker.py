"""The processes behind the desk: what takes too long is ended, what dies is replaced, what waits is bounded."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from functools import partial

import pytest

from factcheck.desk.answer import Answer
from factcheck.desk.crew import Crew
from factcheck.desk.limits import Limits
from factcheck.desk.worker import Job, Worker

# A process can be sent nothing of a test's module; it makes its work of this text.
WORK = """lambda job: {
    b"sleep": lambda: __import__("time").sleep(60),
    b"die": lambda: __import__("os")._exit(3),
    b"bug": lambda: 1 / 0,
}.get(job.body, lambda: __import__("factcheck.desk.answer").desk.answer.of_json(job.body.decode()))()"""
PREPARE = partial(eval, WORK)


def job(body: bytes) -> Job:
    return Job("compare", {}, body)


def said(answer: Answer) -> str:
    return str(json.loads(answer.body)["error"]["message"])


@pytest.fixture
def worker() -> Iterator[Worker]:
    one = Worker(PREPARE)
    yield one
    one.end()


def test_what_takes_too_long_is_ended_and_the_next_is_answered(worker: Worker) -> None:
    assert worker.ask(job(b"1"), 120).status == 200
    late = worker.ask(job(b"sleep"), 0.2)
    assert (late.status, said(late)) == (504, "no answer within 0.2 seconds; give shorter reports, or fewer")
    assert worker.ask(job(b"2"), 120) == Answer(200, "application/json", b'"2"')


def test_a_process_that_dies_is_replaced(worker: Worker) -> None:
    dead = worker.ask(job(b"die"), 120)
    assert dead.status == 500
    assert "broke off" in said(dead)
    assert worker.ask(job(b"2"), 120).status == 200


def test_a_bug_is_told_in_the_terminal_alone(worker: Worker, capfd: pytest.CaptureFixture[str]) -> None:
    answer = worker.ask(job(b"bug"), 120)
    assert answer.status == 500
    assert "ZeroDivision" not in said(answer)
    assert "ZeroDivisionError" in capfd.readouterr().err
    assert worker.ask(job(b"2"), 120).status == 200


def test_so_many_wait_and_no_more() -> None:
    async def several() -> list[int]:
        crew = Crew(PREPARE, Limits(seconds=0.3, waiting=1))
        crew.start()
        try:
            return sorted(
                [(await one).status for one in asyncio.as_completed([crew.ask(job(b"sleep")) for _ in range(9)])]
            )
        finally:
            crew.end()

    statuses = asyncio.run(several())
    assert statuses.count(503) >= 6
    assert set(statuses) == {503, 504}
