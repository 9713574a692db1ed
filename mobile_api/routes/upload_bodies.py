"""A request's body, message by message as the server hands it over: never whole in memory."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from backend.evidence.service import BodyCut

STALL_SECONDS = 30.0
"""A phone that sends nothing for so long has lost its line; its next request shall not find the
upload busy."""


async def body_of(
    receive: Callable[[], Awaitable[Any]], coming: int | None
) -> AsyncIterator[bytes]:
    """Yield the body's parts. Raises BodyCut when the line breaks, stalls, or ends before `coming`
    bytes."""
    came = 0
    while True:
        try:
            async with asyncio.timeout(STALL_SECONDS):
                message = await receive()
        except TimeoutError:
            raise BodyCut from None
        if message["type"] != "http.request":
            raise BodyCut
        if chunk := message.get("body", b""):
            came += len(chunk)
            yield chunk
        if not message.get("more_body", False):
            break
    if coming is not None and came < coming:
        raise BodyCut
