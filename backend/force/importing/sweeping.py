"""What a sweep does for imports of officers: goes on with what lies, discards what nobody confirms, forgets cells."""

from datetime import timedelta
from uuid import UUID

from backend.core import clock
from backend.core.database import transaction
from backend.core.job_queue import BRING_PEOPLE, READ_PEOPLE, enqueue_each
from backend.core.stores import Parts
from backend.force.queries import people_import_rows as rows
from backend.force.queries import people_imports as queries
from media import keys as names
from schemas.core.imports import ImportState

WAITS = timedelta(days=1)
"""How long what was read waits for its confirmation."""
KEPT = timedelta(days=7)
"""How long after the end the file of errors can still be made."""
_LEFT_AFTER = timedelta(minutes=5)
"""A worker that got no further for so long is dead, or its job was never taken."""


async def sweep(parts: Parts) -> int:
    """Do one round; returns with how many imports something was done."""
    now = clock.now()
    count = await _go_on(ImportState.READING, READ_PEOPLE)
    count += await _go_on(ImportState.RUNNING, BRING_PEOPLE)
    for import_id in await queries.kept_since(ImportState.READ.value, now - WAITS):
        await discard(import_id)
        count += 1
    for state in (ImportState.FINISHED, ImportState.GIVEN_UP, ImportState.DISCARDED):
        for import_id in await queries.kept_since(state.value, now - KEPT):
            async with transaction():
                await _forget(import_id)
            await parts.store.delete_staged(names.people_list(import_id))
            count += 1
    return count


async def _go_on(state: ImportState, job: str) -> int:
    left = await queries.lying(state.value, clock.now() - _LEFT_AFTER)
    async with transaction():
        await enqueue_each(job, left)
    return len(left)


async def _forget(import_id: UUID) -> None:
    await rows.forget(import_id)
    await queries.forget_cells_of(import_id)


async def discard(import_id: UUID) -> None:
    """Let go of what nobody confirmed, unless somebody does at this moment."""
    async with transaction():
        found = await queries.lock(import_id)
        if found is None or found.state is not ImportState.READ:
            return
        await _forget(import_id)
        await queries.set_state(import_id, ImportState.DISCARDED, clock.now())
