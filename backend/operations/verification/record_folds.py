"""What the folds of records share: take a record's entries in their order, and compare once the next record begins."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Generic, TypeVar
from uuid import UUID

import msgspec

from backend.operations.rules.verification import EntryRow
from backend.operations.verification.findings import Report, Verdict

Folded = TypeVar("Folded")
OTHER = "the table says another thing than its acts"


class RecordFolds(ABC, Generic[Folded]):
    """Folds each record of one kind as its entries are read, and compares it with the tables.

    Only one record is in memory at a time: entries are read in the order of records.
    """

    contents: ClassVar[Mapping[str, type]]
    """The contents of the acts that are folded, by act type."""
    noun: ClassVar[str]
    """What such a record is called in a finding."""
    missing: ClassVar[str]
    """The finding about a record in the tables that no act tells of."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._record: UUID | None = None
        self._folded = self.new()
        self._seen: set[UUID] = set()

    @abstractmethod
    def new(self) -> Folded:
        """Return what is known of a record before its first act."""

    @abstractmethod
    async def take(self, folded: Folded, content: Any, row: EntryRow) -> None:
        """Fold one more accepted act."""

    @abstractmethod
    async def compare(self, record_id: UUID, folded: Folded) -> None:
        """Tell where the tables say another thing."""

    @abstractmethod
    async def every(self) -> Iterable[UUID]:
        """Return the records that the tables have."""

    async def see(self, row: EntryRow) -> None:
        """Take the next entry; entries of a record come in their order."""
        kind = self.contents.get(row.act_type)
        if kind is None or row.quarantine is not None:
            return
        try:
            content: Any = msgspec.convert(msgspec.json.decode(row.act)["content"], kind)
        except (msgspec.DecodeError, msgspec.ValidationError, KeyError, TypeError):
            return  # already reported: the act's text is no act
        if row.record_id != self._record:
            await self._compare()
            self._record, self._folded = row.record_id, self.new()
            self._seen.add(row.record_id)
        await self.take(self._folded, content, row)

    async def end(self) -> None:
        """Compare the last record, and look for rows without acts."""
        await self._compare()
        for record_id in await self.every():
            if record_id not in self._seen:
                self.tell(record_id, self.missing)

    async def _compare(self) -> None:
        record_id, self._record = self._record, None
        if record_id is not None:
            await self.compare(record_id, self._folded)

    def tell(self, record_id: UUID, why: str, noun: str | None = None) -> None:
        """Add a finding about a record, or about a part of it with a noun of its own."""
        self._report.add(Verdict.TAMPERED, f"{noun or self.noun} {record_id}", why)
