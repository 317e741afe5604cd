"""The body of a request: read within a size and a time, and never written anywhere."""

from __future__ import annotations

import asyncio

from starlette.requests import ClientDisconnect, Request

from factcheck.desk.answer import Answer, refusal
from factcheck.desk.limits import DROPPED


async def body_of(request: Request, most: int, seconds: float) -> bytes | Answer:
    """Read a body of at most so many bytes, or say what is wrong with it.

    What is too large is still read to its end and dropped: a browser shows no answer to a request it is sending.
    """
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(seconds):
            async for part in request.stream():
                size += len(part)
                if size > most:
                    parts.clear()
                else:
                    parts.append(part)
                if size > DROPPED:
                    break
    except TimeoutError:
        return refusal(408, f"the request did not arrive within {seconds:g} seconds")
    except ClientDisconnect:
        return refusal(400, "the request broke off")
    if size > most:
        return refusal(413, f"larger than {most:,} bytes; give the reports' text alone, or fewer reports")
    return b"".join(parts)
