"""Waits for what must happen, however slow the machine is."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

PATIENCE = 180.0
"""Seconds. Only what hangs takes so long: beside two busy loops a web process once needed more than 30 to start."""


@asynccontextmanager
async def waiting_for(what: str) -> AsyncIterator[None]:
    """Give the lines inside PATIENCE seconds. Raises TimeoutError that says what was waited for."""
    try:
        async with asyncio.timeout(PATIENCE):
            yield
    except TimeoutError as error:
        raise TimeoutError(f"after {PATIENCE:.0f} s still waiting for {what}") from error
