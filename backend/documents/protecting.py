"""Papers in the object store: read again by a worker, and locked, after their act was recorded.

They are put, read back, named and locked as everything that is kept: backend/core/custody.py. Each
group has its own table of papers, and gives its queries.
"""

from collections.abc import Awaitable
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from backend.core import clock, custody
from backend.core.database import transaction
from backend.core.job_queue import PROTECT_DOCUMENT, enqueue_each
from backend.core.stores import Parts

GIVEN_UP_AFTER = timedelta(minutes=10)
"""A paper that is older and not locked has lost its job."""
_MOST = 200


class Stored(Protocol):
    """Where a paper is stored, and what its bytes must be."""

    @property
    def sha256(self) -> str:
        """Of its bytes, hex."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def object_key(self) -> str:
        """Its name in the store."""

    @property
    def protected_at(self) -> datetime | None:
        """When it was locked; None if it was not."""

    @property
    def issued_at(self) -> datetime:
        """The lock is counted from here."""


class Queries(Protocol):
    """What a group's module of queries has."""

    def stored(self, document_id: UUID, /) -> Awaitable[Stored | None]:
        """Return a paper that has bytes; None for another group's paper."""

    def set_protected(
        self, document_id: UUID, version: str | None, at: datetime, /
    ) -> Awaitable[None]:
        """Record that it was read again and locked."""

    def list_unprotected(self, before: datetime, limit: int, /) -> Awaitable[list[UUID]]:
        """List papers that were issued before and have no job."""


class Keeping:
    """The papers of one group."""

    def __init__(self, queries: Queries) -> None:
        self._queries = queries

    async def protect(self, given: Parts, document_id: UUID) -> None:
        """Read a paper again, from another process, and lock that very version. Safe to repeat.

        Does nothing for another group's paper. Raises StoreError if the store does not answer.
        """
        row = await self._queries.stored(document_id)
        if row is None or row.protected_at is not None:
            return
        whole = (row.sha256, row.size)
        standing = await custody.locked(given, row.object_key, whole, row.issued_at)
        if standing is not None:
            async with transaction():
                await self._queries.set_protected(document_id, standing.version, clock.now())

    async def ask_for_protection(self) -> int:
        """Enqueue papers whose job was lost, for the janitor; returns how many."""
        lost = await self._queries.list_unprotected(clock.now() - GIVEN_UP_AFTER, _MOST)
        async with transaction():
            await enqueue_each(PROTECT_DOCUMENT, lost, priority=-1)
        return len(lost)
