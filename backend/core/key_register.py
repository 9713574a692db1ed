"""What the register says of the server's keys, brought to every running process.

A new receipt key is entered here some seconds before anybody signs with it, and every process looks more often than
that: so a web process that was not started anew accepts anchors, and tells phones of receipts, under the new key.
"""

import asyncio

import structlog

from backend.core import keys
from backend.core.key_ring import Statement
from backend.core.queries import key_register as queries

_log = structlog.get_logger()

EVERY_SECONDS = 4.0
"""One small query a process."""
ALL_KNOW_SECONDS = 3 * EVERY_SECONDS
"""After so long every process that reaches the database has heard of a new key, one that missed a look included."""


async def refresh() -> list[Statement]:
    """Let this process's keys learn what the register says; returns what is not believed."""
    return keys.current().learn(await queries.list_statements())


async def try_to_refresh() -> int:
    """refresh(), for processes that must run on whatever happens; returns 0, since there is nothing to count."""
    try:
        left = await refresh()
    except Exception as error:
        _log.warning("key_register_unread", error=f"{type(error).__name__}: {error}")
    else:
        for said in left:
            _log.error("key_not_believed", key_id=said.key_id, signed_by=said.signed_by)
    return 0


async def keep_fresh() -> None:
    """Look again and again until cancelled. An answer that is late changes nothing: keys are only ever added."""
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        await try_to_refresh()
