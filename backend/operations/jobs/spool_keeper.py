"""What each node does for its own spool: it registers itself as present, notes how it stands, and sweeps the spool.

This runs in web processes, because they use the spool. A worker may run on a machine without a
spool, and a node without a worker would never be swept until its disk is full. If several web
processes of a node run this, it does no harm.
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
from backend.operations.checkup import noting
from backend.operations.health import metrics

_log = structlog.get_logger("jobs")

EVERY = timedelta(minutes=5)


async def keep(parts: Parts) -> None:
    """Run until cancelled. Register immediately; sweep from the second round on: starts are busy."""
    while True:
        await _try("node", node_queries.is_here(parts.settings.node))
        await _try("note", noting.note_node("web", parts.settings))
        await asyncio.sleep(EVERY.total_seconds())
        await sweep(parts)


async def sweep(parts: Parts) -> None:
    """Do one round: delete this node's files that no upload needs, and old rescue files."""
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
