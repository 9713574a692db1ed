"""Examines all originals after the store or the database was restored.

The workers' slow round would take a month. If copying gave the same bytes a new version, that
version is recorded and locked. Bytes that are gone are marked as missing; a phone that still has
them then sends them again, as if they had never been stored.
"""

import asyncio
from collections.abc import Callable
from uuid import UUID

from backend.core.stores import Parts
from backend.fieldwork.evidence import protecting
from backend.fieldwork.queries import protection as queries

_PAGE = 200
_AT_ONCE = 4


async def look_at_all(parts: Parts, say: Callable[[int, int], None]) -> dict[str, int]:
    """Read every original and record what is found, as a worker does.

    Returns how many originals have each fault afterwards. Raises StoreError if the store does not
    answer; what was recorded until then is kept, and the call may be repeated.
    """
    await (
        parts.store.ready()
    )  # if the whole bucket is missing, do not record every original as missing
    total = await queries.count_stored()
    done, after = 0, UUID(int=0)
    turns = asyncio.Semaphore(_AT_ONCE)

    async def look(photo_id: UUID) -> None:
        nonlocal done
        async with turns:
            await protecting.protect(parts, photo_id)
        done += 1
        say(done, total)

    while ids := await queries.list_stored_after(after, _PAGE):
        try:
            async with (
                asyncio.TaskGroup() as group
            ):  # no task may still run when the caller closes the store
                for photo_id in ids:
                    group.create_task(look(photo_id))
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None
        after = ids[-1]
    return await queries.count_faults()
