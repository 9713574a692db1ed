"""What each node does for its own spool: it says that it is there, and sweeps. In web processes: they have it.

A worker may run on a machine without one, and a node without a worker would keep what nobody needs until its disk is
full. Several web processes of a node do the same; nothing is done twice by that.
"""

import asyncio
import time
from collections.abc import Awaitable
from datetime import timedelta

import structlog

from backend.core.stores import Parts
from backend.exchange.rescue import service as rescue
from backend.fieldwork.evidence import housekeeping
from backend.fieldwork.queries import nodes as node_queries
from backend.operations.health import metrics

_log = structlog.get_logger("jobs")

EVERY = timedelta(minutes=5)


async def keep(parts: Parts) -> None:
    """Until cancelled. It says that it is there at once, and sweeps from the second round on: starts are busy."""
    while True:
        await _try("node", node_queries.is_here(parts.settings.node))
        await asyncio.sleep(EVERY.total_seconds())
        await sweep(parts)


async def sweep(parts: Parts) -> None:
    """One round: files of this node that no upload needs, rescue files that nobody brought in."""
    await _try("spool", housekeeping.sweep_spool(parts, time.time()))
    await _try("rescue files", rescue.forget_old())


async def _try(part: str, task: Awaitable[int | None]) -> None:
    try:
        count = await task
    except Exception as error:
        metrics.round_failed(f"sweep: {part}")
        _log.warning("sweep_failed", part=part, error=f"{type(error).__name__}: {error}")
    else:
        if count:
            _log.info("swept", part=part, count=count)
