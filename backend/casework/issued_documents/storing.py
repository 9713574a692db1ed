"""Signed papers in the object store: locked by a worker after their act was recorded.

They are put, read back, named and locked as everything that is kept: backend/core/custody.py.
"""

from datetime import timedelta
from uuid import UUID

from backend.casework.queries import issued_documents as queries
from backend.core import clock, custody
from backend.core.database import transaction
from backend.core.job_queue import PROTECT_DOCUMENT, enqueue_each
from backend.core.stores import Parts

_GIVEN_UP_AFTER = timedelta(minutes=10)
_MOST = 200


async def protect(given: Parts, document_id: UUID) -> None:
    """Read a paper again, from another process, and lock that very version. Safe to repeat.

    Raises StoreError if the store does not answer.
    """
    row = await queries.stored(document_id)
    if row is None or row.protected_at is not None:
        return
    standing = await custody.locked(given, row.object_key, (row.sha256, row.size), row.issued_at)
    if standing is not None:
        async with transaction():
            await queries.set_protected(document_id, standing.version, clock.now())


async def ask_for_protection() -> int:
    """Enqueue papers whose job was lost, for the janitor; returns how many."""
    lost = await queries.list_unprotected(clock.now() - _GIVEN_UP_AFTER, _MOST)
    async with transaction():
        await enqueue_each(PROTECT_DOCUMENT, lost, priority=-1)
    return len(lost)
