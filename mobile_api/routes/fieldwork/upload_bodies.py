"""A request's body, message by message as the server hands it over: never whole in memory."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from backend.fieldwork.evidence.service import BodyCut

STALL_SECONDS = 30.0
"""A phone that sends nothing for so long has lost its line; its next request shall not find the
upload busy."""


class BodyStalled(BodyCut):
    """Nothing came for STALL_SECONDS: the phone may still be there to be told."""


async def body_of(
    receive: Callable[[], Awaitable[Any]], coming: int | None
) -> AsyncIterator[bytes]:
    """Yield the body's parts. Raises BodyCut when the line breaks or ends before `coming` bytes,
    BodyStalled when nothing comes any more."""
    came = 0
    while True:
        try:
            async with asyncio.timeout(STALL_SECONDS):
                message = await receive()
        except TimeoutError:
            raise BodyStalled from None
        if message["type"] != "http.request":
            raise BodyCut
        if chunk := message.get("body", b""):
            came += len(chunk)
            yield chunk
        if not message.get("more_body", False):
            break
    if coming is not None and came < coming:
        raise BodyCut
