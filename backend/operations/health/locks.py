"""Originals, papers and scans that nobody has locked in the store, for /metrics and readiness."""

from collections.abc import Mapping

from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.queries import unlocked as unlocked_queries


async def unlocked() -> Mapping[str, float] | None:
    """How many of each kind; None where the installation locks nothing."""
    found = await evidence.never_locked()
    return (
        None
        if found is None
        else {kind: float(found.get(kind, 0)) for kind in unlocked_queries.KINDS}
    )


async def state() -> str:
    """`ok`, or how many are not locked."""
    waiting = sum((await unlocked() or {}).values())
    return f"{waiting:.0f}_not_locked" if waiting else "ok"
