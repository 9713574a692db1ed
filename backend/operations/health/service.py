"""Readiness: the state of each part by name, checked with a short time limit."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable

import msgspec

from backend.core import database
from backend.core.queries import role as role_queries
from backend.core.settings import Settings
from backend.fieldwork.evidence import service as evidence
from backend.ledger import sealer
from backend.operations.health import gauges, locks, metrics, replication
from backend.operations.migrations import run as migrations
from backend.operations.recovery import publishing

ASK_SECONDS = 2.0
_TOLD_ONLY = {"locks"}
"""Parts that are reported but never make a node unready. Objects that are not locked yet are no
reason to accept no more, and if nothing else is wrong, an unready node would only harm phones."""
LEAST_FREE = 0.05
"""Least free share of the spool disk. With less, it cannot safely take more photographs."""


class Part(msgspec.Struct, frozen=True):
    """One part: `state` is `ok` or one word for what is wrong."""

    name: str
    ok: bool
    state: str


_settings: Settings | None = None


def configure(settings: Settings) -> None:
    """Keep the settings, and configure metrics and gauges."""
    global _settings
    _settings = settings
    metrics.configure(settings.metrics_token, settings.metrics_folder)
    gauges.ready = _as_numbers


async def check() -> list[Part]:
    """Check all parts concurrently."""
    asked: list[tuple[str, Callable[[], Awaitable[str]]]] = [
        ("database", _database),
        ("replication", replication.state),
        ("migrations", _migrations),
        ("role_settings", _role),
        ("object_store", _store),
        ("spool_disk", _disk),
        ("seal_lag", _seal),
        ("checkpoints_outside", publishing.state),
        ("locks", locks.state),
    ]
    return list(await asyncio.gather(*(_ask(name, call) for name, call in asked)))


async def _as_numbers() -> dict[str, float]:
    return {part.name: float(part.state == "ok") for part in await check()}


async def _ask(name: str, call: Callable[[], Awaitable[str]]) -> Part:
    try:
        async with asyncio.timeout(ASK_SECONDS):
            state = await call()
    except Exception:
        return Part(name, name in _TOLD_ONLY, "does_not_answer")
    return Part(name, state == "ok" or name in _TOLD_ONLY, state)


async def _database() -> str:
    return "ok" if await database.fetchval("SELECT 1") == 1 else "wrong"


async def _migrations() -> str:
    return "pending" if await migrations.compare(database) else "ok"


async def _role() -> str:
    """Check the settings that every connection needs from its role.

    See backend/core/queries/role.py; `migrate` sets them.
    """
    lacking = await role_queries.lacking(database)
    return f"lacks {', '.join(lacking)}" if lacking else "ok"


async def _store() -> str:
    await evidence.store_is_ready()
    return "ok"


async def _disk() -> str:
    if _settings is None:
        return "not_configured"
    usage = await asyncio.to_thread(shutil.disk_usage, _settings.spool_dir)
    return "ok" if usage.free > usage.total * LEAST_FREE else "nearly_full"


async def _seal() -> str:
    if await sealer.hidden():
        return "entries_in_no_queue"
    return "ok" if await sealer.lag_seconds() < sealer.LATE_SECONDS else "behind"
