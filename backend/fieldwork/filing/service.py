"""Documents of others that a team obtained on site, for phones, the desk and cases.

for one in await filing.of_inspection(inspection_id): …   # the caller has checked scope
said = await filing.find(file_id)                         # and then whether somebody sees() it
"""

from collections.abc import AsyncIterator
from uuid import UUID

import msgspec

from backend.core import clock, custody, keys
from backend.core.actors import Actor
from backend.core.errors import NotFound, Unavailable
from backend.documents.rules import file_kinds
from backend.documents.texts import file_dangers
from backend.fieldwork.errors import ReceiptPending
from backend.fieldwork.queries import filed as queries
from backend.fieldwork.queries import reading as read_queries
from backend.fieldwork.queries.filed import FiledRow
from schemas.core.receipts import FileReceipt
from schemas.fieldwork.filing import FiledView


async def of_inspection(inspection_id: UUID) -> list[FiledView]:
    """Return the documents of an inspection, oldest first, struck and held ones too."""
    return [view(row) for row in await queries.list_of(inspection_id)]


async def for_cases(inspection_id: UUID) -> list[FiledView]:
    """Return those that a case of this inspection may number: here, in effect and not struck."""
    return [one for one in await of_inspection(inspection_id) if may_join(one)]


def may_join(one: FiledView) -> bool:
    """Tell whether a document is stored, in effect and not struck."""
    return one.stored_at is not None and one.struck is None and one.quarantine is None


async def find(file_id: UUID) -> FiledView:
    """Return a document. The caller checks who may see it. Raises NotFound."""
    row = await queries.find(file_id)
    if row is None:
        raise NotFound(what="file")
    return view(row)


async def sees(inspection_id: UUID, actor: Actor) -> bool:
    """Tell whether an officer may see this inspection, and so the documents that it obtained."""
    return await read_queries.find(actor, inspection_id) is not None


class Packed(msgspec.Struct, frozen=True, kw_only=True):
    """A document for a package of its inspection. Without `receipt` its bytes are not in the store."""

    file_id: UUID
    entry: int
    sha256: str
    size: int
    ending: str
    """How its file's name ends: `bin` for what is dangerous, so that no click opens it."""
    object_key: str | None
    receipt: FileReceipt | None


async def for_package(inspection_id: UUID) -> list[Packed]:
    """Return all documents of an inspection.

    The caller has checked scope, and records in the access log that copies are taken away.
    """
    return [
        Packed(
            file_id=row.id,
            entry=row.number,
            sha256=row.sha256,
            size=row.stored_size or row.size,
            ending=_ending(row),
            object_key=row.object_key,
            receipt=receipt_of(row),
        )
        for row in await queries.list_of(inspection_id)
    ]


def _ending(row: FiledRow) -> str:
    ending = (row.stored_name or "").rpartition(".")[2].lower()
    plain = ending.isascii() and ending.isalnum() and len(ending) <= 5
    return (
        ending if plain and not row.dangers and row.detected_type != file_kinds.UNKNOWN else "bin"
    )


async def packed_chunks(packed: Packed) -> AsyncIterator[bytes]:
    """Yield a document's bytes, one chunk in memory. Raises Unavailable if the store fails."""
    if packed.object_key is None:
        raise Unavailable()
    async for chunk in await custody.opened(packed.object_key, 0, packed.size):
        yield chunk


async def receipt(file_id: UUID, actor: Actor) -> FileReceipt:
    """Return a document's byte receipt, to its officer or to a reader of its inspection.

    Raises NotFound, ReceiptPending until its bytes were read back from the store.
    """
    row = await queries.find(file_id)
    if row is None:
        raise NotFound(what="file")
    own = row.officer_id == actor.officer_id
    if not own and await read_queries.find(actor, row.inspection_id) is None:
        raise NotFound(what="file")
    found = receipt_of(row)
    if found is None:
        raise ReceiptPending()
    return found


async def announced_among(officer_id: UUID, file_ids: list[UUID]) -> frozenset[UUID]:
    """Return those of these documents that this officer's acts have announced."""
    return frozenset(await queries.list_announced(officer_id, file_ids))


async def receipts_of(officer_id: UUID, file_id: UUID | None = None) -> list[FileReceipt]:
    """Return the receipts of this officer's documents, or of one of them."""
    if file_id is None:
        rows = await queries.stored_of(officer_id)
    else:
        row = await queries.find(file_id)
        rows = [row] if row is not None and row.officer_id == officer_id else []
    found = (receipt_of(row) for row in rows)
    return [one for one in found if one is not None]


def receipt_of(row: FiledRow) -> FileReceipt | None:
    """Return the receipt that a row holds, or None if its bytes are not stored."""
    if row.stored_at is None or row.receipt_key_id is None or row.receipt_signature is None:
        return None
    return FileReceipt(
        file_id=row.id,
        sha256=row.sha256,
        size=row.stored_size or row.size,
        stored_at=clock.rfc3339(row.stored_at),
        key_id=row.receipt_key_id,
        signature=keys.b64url(row.receipt_signature),
    )


def view(row: FiledRow) -> FiledView:
    """Return a document as people see it."""
    dangers = tuple((row.dangers or "").split())
    kind = row.detected_type
    return FiledView(
        file_id=row.id,
        act_id=row.act_id,
        entry=row.number,
        sha256=row.sha256,
        size=row.stored_size or row.size,
        media_type=kind or row.media_type,
        file_name=row.stored_name or row.file_name,
        way=row.way,
        sheets=row.sheets,
        title=row.title,
        document_kind=row.kind,
        issued_on=row.issued_on,
        sender=row.sender,
        number=row.symbol,
        proves=row.proves,
        proves_fact=row.proves_fact,
        place=row.place,
        officer_id=row.officer_id,
        officer_name=row.officer_name,
        made_at=row.made_at,
        received_at=row.received_at,
        addendum=row.addendum,
        struck=row.struck_reason,
        quarantine=row.quarantine,
        stored_at=row.stored_at,
        dangers=[file_dangers.sentence(one) for one in dangers],
        shown_as=file_kinds.shown_as(kind, dangers) if kind else None,
        preview=row.preview,
    )
