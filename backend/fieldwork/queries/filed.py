"""Queries of documents of others that a team obtained on site."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from piccolo.query.methods import Select

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.fieldwork.queries.inspections import touch_clause
from backend.fieldwork.tables.filed import FiledDocument
from backend.fieldwork.tables.inspections import Inspection
from schemas.core.vocabulary import FiledFact, FiledKind
from schemas.fieldwork.acts import Place


class Home(msgspec.Struct, frozen=True, kw_only=True):
    """The inspection that a document belongs to, by which act, and who filed it."""

    id: UUID
    act_id: UUID
    inspection_id: UUID
    officer_id: UUID


class ToKeep(msgspec.Struct, frozen=True, kw_only=True):
    """A document that waits for its bytes."""

    id: UUID
    inspection_id: UUID
    unit_id: UUID
    officer_id: UUID
    sha256: str
    size: int
    file_name: str


class FiledRow(msgspec.Struct, frozen=True, kw_only=True):
    """A document as its act announced it, with what the server knows of its bytes."""

    id: UUID
    act_id: UUID
    inspection_id: UUID
    number: int
    sha256: str
    size: int
    media_type: str
    file_name: str
    way: str
    sheets: int
    title: str
    kind: FiledKind
    issued_on: date | None
    sender: str | None
    symbol: str | None
    proves: str | None
    proves_fact: FiledFact | None
    place: Place | None
    officer_id: UUID
    officer_name: str
    made_at: datetime
    received_at: datetime
    addendum: bool
    struck_reason: str | None
    quarantine: str | None
    stored_at: datetime | None
    stored_name: str | None
    stored_size: int | None
    dangers: str | None
    detected_type: str | None
    preview: str | None
    object_key: str | None
    version_id: str | None
    receipt_key_id: str | None
    receipt_signature: bytes | None


async def insert(
    inspection_id: UUID,
    at: datetime,
    act_id: UUID,
    number: int,
    officer_id: UUID,
    device_id: UUID | None,
    said: Any,
    place_json: str | None,
    made_at: datetime,
    addendum: bool,
    quarantine: str | None,
) -> None:
    """Store an announced document. Held ones are stored too: their bytes must have somewhere to go."""
    count = "missing_count = missing_count + 1"
    if quarantine is not None:
        count = "quarantine_count = quarantine_count + 1"
    await database.defer(
        "touched",
        f"""
        {touch_clause(count)}, written AS (
        INSERT INTO filed_documents (id, act_id, inspection_id, unit_id, unit_1, unit_2, unit_3, unit_4, number,
            officer_id, device_id, sha256, size, media_type, file_name, way, sheets, title, kind, issued_on, sender,
            symbol, proves, proves_fact, place, made_at, received_at, addendum, quarantine)
        SELECT $4, $5, $1, i.unit_id, i.unit_1, i.unit_2, i.unit_3, i.unit_4, $6, $7, $8, $9, $10, $11, $12, $13, $14,
            $15, $16, $17, $18, $19, $20, $21, $22, $23, $3, $24, $25
        FROM inspections i WHERE i.id = $1)
        """,
        inspection_id,
        None,
        at,
        said.file_id,
        act_id,
        number,
        officer_id,
        device_id,
        said.sha256,
        said.size,
        said.media_type,
        said.file_name,
        said.way,
        said.sheets,
        said.title,
        said.document_kind,
        said.issued_on,
        said.sender,
        said.number,
        said.proves,
        said.proves_fact,
        place_json,
        made_at,
        addendum,
        quarantine,
    )


@compiled.one(Home)
def home_of(file_id: UUID) -> Query:
    """Return the inspection of a document, or None if there is no such document."""
    return FiledDocument.select(*rows.columns(Home, FiledDocument)).where(
        FiledDocument.id == file_id
    )


@compiled.write
def strike(file_id: UUID, reason: str, at: datetime) -> Query:
    """Mark a document as filed in error. A later reason does not replace the first."""
    marked = FiledDocument.update(
        {FiledDocument.struck_reason: reason, FiledDocument.struck_at: at}
    )
    return marked.where((FiledDocument.id == file_id) & FiledDocument.struck_at.is_null())


@compiled.write
def admit(act_id: UUID, addendum: bool) -> Query:
    """Put a held document into effect."""
    admitted = FiledDocument.update(
        {FiledDocument.quarantine: None, FiledDocument.addendum: addendum}
    )
    return admitted.where(FiledDocument.act_id == act_id)


@compiled.write
def dismiss(act_id: UUID) -> Query:
    """Mark a held document as dismissed."""
    return FiledDocument.update({FiledDocument.dismissed: True}).where(
        FiledDocument.act_id == act_id
    )


@compiled.one(ToKeep)
def find_to_keep(file_id: UUID) -> Query:
    """Return a document that waits for its bytes, or None."""
    waiting = FiledDocument.select(*rows.columns(ToKeep, FiledDocument))
    return waiting.where(FiledDocument.id == file_id).where(FiledDocument.scan_id.is_null())


@compiled.value(UUID)
def lock_inspection(inspection_id: UUID) -> Query:
    """Lock the row of an inspection, as acts do, until the caller's transaction ends."""
    row = Inspection.select(Inspection.id).where(Inspection.id == inspection_id)
    return row.lock_rows("UPDATE")


async def lacks_bytes(inspection_id: UUID) -> bool:
    """Tell whether the bytes of a document in force are not stored yet."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT FROM filed_documents WHERE inspection_id = $1 AND quarantine IS NULL
            AND struck_at IS NULL AND scan_id IS NULL)
        """,
        inspection_id,
    )
    return found


@compiled.write
def set_kept(file_id: UUID) -> Query:
    """Record that the bytes of a document are its scan, which has the same id."""
    return FiledDocument.update({FiledDocument.scan_id: file_id}).where(FiledDocument.id == file_id)


@compiled.values(UUID)
def list_announced(officer_id: UUID, file_ids: list[UUID]) -> Query:
    """Return those of these documents that an act of this officer announced."""
    own = FiledDocument.select(FiledDocument.id).where(FiledDocument.officer_id == officer_id)
    return own.where(rows.any_of(FiledDocument.id, file_ids))


async def list_waiting_for(upload_ids: list[UUID]) -> list[UUID]:
    """Return documents that wait for the bytes which these uploads brought."""
    found = await database.fetch(
        """
        SELECT f.id FROM uploads u
        JOIN filed_documents f ON f.officer_id = u.officer_id AND f.sha256 = u.actual_sha256
        WHERE u.id = ANY($1::uuid[]) AND f.scan_id IS NULL
        """,
        upload_ids,
    )
    return [row["id"] for row in found]


async def list_lost(limit: int) -> list[UUID]:
    """Return documents whose bytes are in the store and whose job was lost; held jobs are left out."""
    found = await database.fetch(
        """
        SELECT f.id FROM filed_documents f WHERE f.scan_id IS NULL AND EXISTS (
            SELECT 1 FROM uploads u WHERE u.officer_id = f.officer_id
            AND u.actual_sha256 = f.sha256 AND u.state = 'stored')
            AND NOT EXISTS (SELECT FROM pgqueuer q WHERE q.dedupe_key = 'keep_file:' || f.id)
        LIMIT $1
        """,
        limit,
    )
    return [row["id"] for row in found]


async def is_being_stored(file_id: UUID) -> bool:
    """Tell whether a document's bytes are complete in a spool and going into the store."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT 1 FROM filed_documents f JOIN uploads u
            ON u.officer_id = f.officer_id AND u.actual_sha256 = f.sha256
            WHERE f.id = $1 AND f.scan_id IS NULL AND u.state = 'received')
        """,
        file_id,
    )
    return found


def _shown() -> Select[FiledDocument]:
    """Select the columns of FiledRow: of the document, its officer, and its bytes once it has some."""
    one = FiledDocument
    own = [one._meta.get_column_by_name(name) for name in _OWN]
    return one.select(
        *own,
        one.officer_id.full_name.as_alias("officer_name"),
        one.scan_id.uploaded_at.as_alias("stored_at"),
        one.scan_id.file_name.as_alias("stored_name"),
        one.scan_id.size.as_alias("stored_size"),
        one.scan_id.dangers.as_alias("dangers"),
        one.scan_id.media_type.as_alias("detected_type"),
        one.scan_id.preview.as_alias("preview"),
        one.scan_id.object_key.as_alias("object_key"),
        one.scan_id.version_id.as_alias("version_id"),
        one.scan_id.receipt_key_id.as_alias("receipt_key_id"),
        one.scan_id.receipt_signature.as_alias("receipt_signature"),
    )


_OWN = (
    *("id", "act_id", "inspection_id", "number", "sha256", "size", "media_type", "file_name"),
    *("way", "sheets", "title", "kind", "issued_on", "sender", "symbol", "proves", "proves_fact"),
    *("place", "officer_id", "made_at", "received_at", "addendum", "struck_reason", "quarantine"),
)


@compiled.many(FiledRow, decode=("place",))
def list_of(inspection_id: UUID) -> Query:
    """Return the documents of an inspection in order of filing. The caller has checked scope."""
    theirs = _shown().where(FiledDocument.inspection_id == inspection_id)
    return theirs.order_by(FiledDocument.number)


@compiled.one(FiledRow, decode=("place",))
def find(file_id: UUID) -> Query:
    """Return a document by its id, or None. The caller checks the scope of its inspection."""
    return _shown().where(FiledDocument.id == file_id)


@compiled.many(FiledRow, decode=("place",))
def stored_of(officer_id: UUID) -> Query:
    """Return an officer's documents whose bytes are stored."""
    own = _shown().where(FiledDocument.officer_id == officer_id)
    return own.where(FiledDocument.scan_id.is_not_null()).order_by(FiledDocument.id)
