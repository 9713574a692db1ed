"""All originals at once, after the store or the database was brought back: workers would take a month to pass by.

A version that was exchanged by copying the same bytes is taken up, and locked anew; bytes that are gone are marked so,
and are then taken from the phone that still has them, like any that were never stored.
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
    """Read every original, record what is found as a worker does; returns how many of each fault stand afterwards.

    Raises StoreError where the store does not answer: what was looked at until then stands, and it may be repeated.
    """
    await (
        parts.store.ready()
    )  # a bucket that is not there is no reason to call every original missing
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
            ):  # who closes the store after this must not meet any that goes on
                for photo_id in ids:
                    group.create_task(look(photo_id))
        except ExceptionGroup as failed:
            raise failed.exceptions[0] from None
        after = ids[-1]
    return await queries.count_faults()
