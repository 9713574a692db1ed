"""Queries that every table of papers of the desk needs: what acts write, and whose a code is.

    _PAPERS = desk_papers.Written(RecordPaper)
    set_state, set_scan = _PAPERS.set_state, _PAPERS.set_scan

A table has the columns of backend/documents/tables/desk_papers.py; its group adds its own queries.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Protocol
from uuid import UUID

from backend.core import compiled, database
from backend.core.actors import Owned
from backend.core.compiled import Query
from schemas.core.dispatching import Dispatched, Sealed


class PaperColumns(Owned, frozen=True, kw_only=True):
    """A paper's row, as far as all papers of the desk have the same. Times are UTC."""

    id: UUID
    unit_id: UUID
    form: str
    form_version: int
    state: str
    """Each group has an enumeration of its own, with the same words."""
    fields: dict[str, Any]
    fields_hash: str
    drafted_by: UUID
    drafted_at: datetime
    number: str | None
    issued_on: date | None
    issued_at: datetime | None
    issued_by: UUID | None
    issuer_name: str | None
    issuer_title: str | None
    code: str | None
    sha256: str | None
    size: int | None
    pages: int | None
    object_key: str | None
    signature_level: str | None
    scan_id: UUID | None
    scanned_by: UUID | None
    compared_note: str | None
    sealed_id: UUID | None
    sealed_sha256: str | None
    seal_name: str | None
    seal_level: str | None
    updated_at: datetime


class LaidOut(Protocol):
    """What an act says of a paper that was numbered and laid out."""

    @property
    def document_id(self) -> UUID:
        """Which paper."""

    @property
    def number(self) -> str:
        """Number and symbol."""

    @property
    def issued_on(self) -> date:
        """The day on the paper, Vietnam's."""

    @property
    def issued_at(self) -> datetime:
        """When it was signed or printed."""

    @property
    def issuer_name(self) -> str:
        """As on the paper."""

    @property
    def issuer_title(self) -> str:
        """As on the paper."""

    @property
    def code(self) -> str:
        """By which anybody checks it."""

    @property
    def sha256(self) -> str:
        """Of the PDF, hex."""

    @property
    def size(self) -> int:
        """Of the PDF, bytes."""

    @property
    def pages(self) -> int:
        """Of the PDF."""


class Written:
    """What acts write into one table of papers."""

    def __init__(self, table: Any) -> None:
        """`table` has DeskPaperColumns and a column `state`."""
        self._table = table

        def changed(document_id: UUID, at: datetime, **values: Any) -> Query:
            query: Query = table.update(values | {"updated_at": at}).where(table.id == document_id)
            return query

        @compiled.write
        def set_state(document_id: UUID, state: str, at: datetime) -> Query:
            """Store a paper's state."""
            return changed(document_id, at, state=state)

        @compiled.write
        def set_scan(document_id: UUID, scan_id: UUID, officer_id: UUID, at: datetime) -> Query:
            """Store the scan that stands for the signed sheet: the paper waits for its comparison."""
            return changed(
                document_id,
                at,
                state="awaiting",
                scan_id=scan_id,
                scanned_by=officer_id,
                scanned_at=at,
            )

        @compiled.write
        def set_compared(
            document_id: UUID, state: str, note: str | None, officer_id: UUID, at: datetime
        ) -> Query:
            """Store what a second person found."""
            return changed(
                document_id,
                at,
                state=state,
                compared_note=note,
                compared_by=officer_id,
                compared_at=at,
            )

        @compiled.write
        def set_sealed(content: Sealed, by: UUID, at: datetime) -> Query:
            """Note that a paper has the agency's seal, in a file of its own; the signed one stays."""
            return changed(
                content.document_id,
                at,
                sealed_id=content.file_id,
                sealed_sha256=content.sha256,
                sealed_at=content.sealed_at,
                sealed_by=by,
                seal_name=content.seal_name,
                seal_level=content.signature_level,
            )

        self.set_state = set_state
        self.set_scan = set_scan
        self.set_compared = set_compared
        self.set_sealed = set_sealed

    async def set_laid_out(
        self,
        content: LaidOut,
        state: str,
        level: str | None,
        object_key: str,
        officer_id: UUID,
        at: datetime,
        also: Mapping[str, Any] | None = None,
    ) -> None:
        """Store what numbering and laying out gave the paper; `also`: columns of its group."""
        values = {
            "state": state,
            "number": content.number,
            "issued_on": content.issued_on,
            "issued_at": content.issued_at,
            "issued_by": officer_id,
            "issuer_name": content.issuer_name,
            "issuer_title": content.issuer_title,
            "code": content.code,
            "sha256": content.sha256,
            "size": content.size,
            "pages": content.pages,
            "object_key": object_key,
            "signature_level": level,
            "updated_at": at,
        }
        await self._table.update(values | dict(also or {})).where(
            self._table.id == content.document_id
        )


async def insert_dispatch(table: Any, content: Dispatched, act_id: UUID, officer_id: UUID) -> None:
    """Enter a dispatch; `table` has DispatchColumns and `document_id`."""
    await table.insert(
        table(
            act_id=act_id,
            document_id=content.document_id,
            sent_on=content.sent_on,
            manner=content.manner,
            recipients="\n".join(content.recipients),
            copies=content.copies,
            note=content.dispatch_note,
            dispatched_by=officer_id,
        )
    )


async def record_of_code(code: str, issued: str, printed: str) -> UUID | None:
    """Return the record whose acts of these types gave a paper this code, for anybody who has the code."""
    # The types stand in the SQL, as in the partial index of their codes.
    found: UUID | None = await database.fetchval(
        f"""
        SELECT e.record_id FROM ledger_entries e
        WHERE e.act_type IN ('{issued}', '{printed}') AND (e.act::jsonb #>> '{{content,code}}') = $1
        ORDER BY e.entry_id LIMIT 1
        """,
        code,
    )
    return found
