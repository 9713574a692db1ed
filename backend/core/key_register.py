"""Brings what the register says about the server's keys to every running process.

A new receipt key is entered in the register some seconds before anything is signed with it, and
every process looks at the register more often than that. So a web process that was not restarted
accepts anchors signed by the new key, and tells phones about receipts under it.
"""

import asyncio

import structlog

from backend.core import keys
from backend.core.key_ring import Statement
from backend.core.queries import key_register as queries

_log = structlog.get_logger()

EVERY_SECONDS = 4.0
"""Costs one small query a process."""
ALL_KNOW_SECONDS = 3 * EVERY_SECONDS
"""After this time every process that reaches the database knows a new key, even one that missed a
look."""


async def refresh() -> list[Statement]:
    """Add the register's statements to this process's keys. Returns those that are not believed."""
    return keys.current().learn(await queries.list_statements())


async def try_to_refresh() -> int:
    """Call refresh(), but log errors, for processes that must keep running.

    Always returns 0: there is nothing to count.
    """
    try:
        left = await refresh()
    except Exception as error:
        _log.warning("key_register_unread", error=f"{type(error).__name__}: {error}")
    else:
        for said in left:
            _log.error("key_not_believed", key_id=said.key_id, signed_by=said.signed_by)
    return 0


async def keep_fresh() -> None:
    """Refresh again and again until cancelled.

    A late answer does no harm, because keys are only ever added.
    """
    while True:
        await asyncio.sleep(EVERY_SECONDS)
        await try_to_refresh()
