"""Reads a request's body message by message, as the server delivers it, and never whole into memory."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from backend.fieldwork.evidence.receiver import BodyCut

STALL_SECONDS = 30.0
"""A sender of whom nothing comes for so long has lost the connection. Its next request must not find
the upload busy."""


class BodyStalled(BodyCut):
    """Nothing came for STALL_SECONDS. The sender may still be connected and can be answered."""


async def body_of(
    receive: Callable[[], Awaitable[Any]], coming: int | None
) -> AsyncIterator[bytes]:
    """Yield the body's parts.

    Raises BodyCut if the connection breaks or ends before `coming` bytes. Raises BodyStalled if
    nothing comes any more.
    """
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
