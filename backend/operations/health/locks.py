"""Originals, papers and scans that are not locked in the store yet, for /metrics and readiness."""

from collections.abc import Mapping

from backend.core import clock, stores
from backend.fieldwork.evidence import protecting
from backend.operations.queries import unlocked as queries


async def unlocked() -> Mapping[str, float] | None:
    """Count, by kind, objects stored for some minutes and not locked; None if locking is off."""
    if stores.current().settings.s3_retention_mode == "off":
        return None
    found = await queries.count(clock.now() - protecting.LATE)
    return {kind: float(found.get(kind, 0)) for kind in queries.KINDS}


async def state() -> str:
    """Return `ok`, or how many are not locked."""
    waiting = sum((await unlocked() or {}).values())
    return f"{waiting:.0f}_not_locked" if waiting else "ok"
