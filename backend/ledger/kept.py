"""What the acts of a record amount to, kept in this process for as long as no further act comes.

    KEPT = Kept(queries.acts_since, _fold, _share)
    found = await KEPT.read(case_id)

A page that shows a case needs its acts several times, and the next page needs them again. Acts are never changed and
each hashes the one before it, so the hash of the last one says all of them: what was folded under that hash is right as
long as it is the record's last hash. Each reading asks the database for that hash, in the statement that brings the
acts if it is another one (backend/ledger/queries/since.py). Whether the reader may see the record is asked as ever and
not kept. Nor is the unit that a record belongs to, which may change without an act of the record.

All readers of the process share what is kept, so nobody may change it. Facts that are kept say so (`shared`): who would
fold an act into them gets SharedFacts, and reads alone() instead.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Generic, TypeVar
from uuid import UUID

from backend.core.actors import UnitPath
from backend.ledger.queries.since import Since
from backend.ledger.rules.entries import RecordedAct

Folded = TypeVar("Folded")

MOST_TEXT = 4_000_000
"""Characters of acts whose folds one kind of record keeps. Objects take several times that."""


@dataclass(frozen=True)
class _Known(Generic[Folded]):
    last_hash: bytes
    folded: Folded
    size: int


class Kept(Generic[Folded]):
    """The folds of one kind of record; those that were read longest ago go first.

    `acts_since` reads a record, `fold` says what its acts amount to, `share` marks what all readers get.
    """

    def __init__(
        self,
        acts_since: Callable[[UUID, bytes | None], Awaitable[Since | None]],
        fold: Callable[[UUID, list[RecordedAct]], Folded | None],
        share: Callable[[Folded], None],
        most_text: int = MOST_TEXT,
    ) -> None:
        self._acts_since, self._fold, self._share = acts_since, fold, share
        self._most, self._size = most_text, 0
        self._known: OrderedDict[UUID, _Known[Folded]] = OrderedDict()

    async def read(self, record_id: UUID) -> tuple[Folded, UnitPath] | None:
        """Return what all acts of a record amount to, and its unit; None if there are none. Scope was checked."""
        known = self._known.get(record_id)
        found = await self._acts_since(record_id, known.last_hash if known else None)
        if found is None:
            return None
        if known is not None and found.last_hash == known.last_hash:
            self._keep(record_id, known)
            return known.folded, found.path
        folded = self._fold(record_id, found.acts)
        if folded is None:
            return None
        self._share(folded)
        size = sum(len(one.act) for one in found.acts)
        self._keep(record_id, _Known(found.last_hash, folded, size))
        return folded, found.path

    async def alone(self, record_id: UUID) -> tuple[Folded, UnitPath] | None:
        """Return the same for the caller alone, who may fold on. Scope was checked."""
        found = await self._acts_since(record_id, None)
        folded = self._fold(record_id, found.acts) if found else None
        return (folded, found.path) if found and folded is not None else None

    def _keep(self, record_id: UUID, known: _Known[Folded]) -> None:
        """Keep this as what was read last; not a record that would leave too little room for all others."""
        before = self._known.pop(record_id, None)
        self._size -= before.size if before else 0
        if known.size > self._most // 2:
            return
        self._known[record_id] = known
        self._size += known.size
        while self._size > self._most:
            _, gone = self._known.popitem(last=False)
            self._size -= gone.size
