"""What a sweep does for imports of parties: goes on with what lies, discards what nobody confirms, forgets rows."""

from datetime import timedelta
from uuid import UUID

from backend.core import clock
from backend.core.database import transaction
from backend.core.job_queue import BRING_PARTIES, READ_PARTIES, enqueue_each
from backend.core.stores import Parts
from backend.parties.queries import import_rows as rows
from backend.parties.queries import imports as queries
from media import keys as names
from schemas.core.imports import ImportState

WAITS = timedelta(days=1)
"""How long what was read waits for its confirmation."""
KEPT = timedelta(days=7)
"""How long after the end the file of errors can still be made."""
_LEFT_AFTER = timedelta(minutes=5)
"""A worker that got no further for so long is dead, or its job was never taken."""
_JOBS = {ImportState.READING: READ_PARTIES, ImportState.RUNNING: BRING_PARTIES}


async def sweep(parts: Parts) -> int:
    """Do one round; returns with how many imports something was done."""
    now, count = clock.now(), 0
    for state, job in _JOBS.items():
        left = await queries.lying(state.value, now - _LEFT_AFTER)
        async with transaction():
            await enqueue_each(job, left)
        count += len(left)
    for import_id in await queries.kept_since(ImportState.READ.value, now - WAITS):
        await discard(import_id)
        count += 1
    for state in (ImportState.FINISHED, ImportState.GIVEN_UP, ImportState.DISCARDED):
        for import_id in await queries.kept_since(state.value, now - KEPT):
            async with transaction():
                await rows.forget(import_id)
                await queries.forget_rows_of(import_id)
            await parts.store.delete_staged(names.party_list(import_id))
            count += 1
    return count


async def discard(import_id: UUID) -> None:
    """Let go of what nobody confirmed, unless somebody does at this moment."""
    async with transaction():
        found = await queries.lock(import_id)
        if found is None or found.state is not ImportState.READ:
            return
        await rows.forget(import_id)
        await queries.forget_rows_of(import_id)
        await queries.set_state(import_id, ImportState.DISCARDED, clock.now())
