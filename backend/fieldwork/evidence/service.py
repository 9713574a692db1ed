"""The functions of evidence for phones, desk and other groups. Most are in the modules beside."""

from uuid import UUID

from backend.core import stores
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.core.job_queue import PLACE_PHOTO, enqueue
from backend.fieldwork.errors import ReceiptPending
from backend.fieldwork.evidence import receipts
from backend.fieldwork.evidence.bodies import BodyStalled, body_of
from backend.fieldwork.evidence.concatenation import join
from backend.fieldwork.evidence.custody import custody_story
from backend.fieldwork.evidence.originals import Original, original_chunks, originals_of
from backend.fieldwork.evidence.reading import head_photo, open_photo, photo_page
from backend.fieldwork.evidence.receiver import BodyCut
from backend.fieldwork.evidence.receiving import Progress, Write, append, create, look, terminate
from backend.fieldwork.evidence.thumbnails import take_thumbnail
from backend.fieldwork.evidence.views import OpenPhoto, PhotoPage, Size
from backend.fieldwork.queries import adopting as adopting_queries
from backend.fieldwork.queries import photos as photo_queries
from backend.fieldwork.queries import protection as protection_queries
from backend.fieldwork.queries import storing as storing_queries
from backend.fieldwork.queries import uploads as queries
from backend.fieldwork.queries.photos import Reading, ReceiptRow
from backend.fieldwork.rules import uploads as rules
from backend.fieldwork.rules.uploads import DOCUMENT, FILED_BYTES, checksum, metadata, natural
from backend.fieldwork.texts.previews import reason as preview_reason
from schemas.core.receipts import ByteReceipt
from schemas.fieldwork.custody import FAULTS

CHECKSUM_ALGORITHMS = tuple(rules.CHECKSUM_ALGORITHMS)
CUSTODY_FAULTS = tuple(sorted(fault.value for fault in FAULTS))

__all__ = [
    "CHECKSUM_ALGORITHMS",
    "CUSTODY_FAULTS",
    "DOCUMENT",
    "FILED_BYTES",
    "BodyCut",
    "BodyStalled",
    "OpenPhoto",
    "Original",
    "PhotoPage",
    "Progress",
    "Reading",
    "Size",
    "Write",
    "announced_among",
    "append",
    "body_of",
    "checksum",
    "create",
    "custody_faults",
    "custody_story",
    "head_photo",
    "join",
    "look",
    "max_upload_bytes",
    "metadata",
    "natural",
    "open_photo",
    "original_chunks",
    "originals_of",
    "photo_announced",
    "photo_page",
    "photo_receipt",
    "preview_reason",
    "store_is_ready",
    "stored_among",
    "take_thumbnail",
    "terminate",
    "upload_receipt",
]


async def photo_announced(*, photo_id: UUID, officer_id: UUID, sha256: str, unit_id: UUID) -> None:
    """Called when an act announces a photograph: if its bytes came first, enqueue their placing.

    Runs in the transaction of the act. Bytes of another officer with the same hash are never used:
    that would tell one officer what another has.
    """
    del unit_id  # the row, written in the same transaction, has it
    if (
        await storing_queries.has_bytes_coming(officer_id, sha256)
        or await adopting_queries.restored_lately()
    ):
        await enqueue(PLACE_PHOTO, photo_id, priority=10)


async def photo_receipt(photo_id: UUID, actor: Actor) -> ByteReceipt:
    """Return the byte receipt of a photograph. Raises NotFound, ReceiptPending."""
    row = await photo_queries.find_own_receipt(photo_id, actor)
    if row is None:
        raise NotFound(what="photo")
    receipt = receipts.of_row(row)
    if receipt is None:
        raise ReceiptPending()
    return receipt


async def upload_receipt(upload_id: UUID, actor: Actor) -> ByteReceipt:
    """Return the byte receipt of an officer's upload, from any of the officer's phones.

    If an act has named the bytes, it is the photograph's receipt. Otherwise it is the upload's, for
    the photograph that its metadata name. Raises NotFound, ReceiptPending.
    """
    row = await queries.find_upload(upload_id, actor.officer_id)
    if row is None:
        raise NotFound(what="upload")
    if row.state != "stored" or row.actual_sha256 is None or row.length is None:
        raise ReceiptPending()
    signed: ReceiptRow | None
    if row.receipt_signature is None or row.photo_id is None:
        signed = await photo_queries.find_receipt_for_upload(actor.officer_id, row.actual_sha256)
    else:
        signed = ReceiptRow(
            photo_id=row.photo_id,
            sha256=row.actual_sha256,
            size=row.length,
            stored_at=row.stored_at,
            receipt_key_id=row.receipt_key_id,
            receipt_signature=row.receipt_signature,
        )
    receipt = None if signed is None else receipts.of_row(signed)
    if receipt is None:
        raise ReceiptPending()
    return receipt


async def stored_among(officer_id: UUID, hashes: list[str]) -> set[str]:
    """Return those of these hashes whose bytes, of this officer, were read back from the store."""
    return set(await storing_queries.list_stored_hashes(officer_id, hashes))


async def announced_among(officer_id: UUID, photo_ids: list[UUID]) -> set[UUID]:
    """Return those of these photographs that this officer's acts have announced."""
    return set(await storing_queries.list_announced(officer_id, photo_ids))


def max_upload_bytes() -> int:
    """Return the largest size of a photograph that this installation accepts, in bytes."""
    return stores.current().settings.max_upload_bytes


async def store_is_ready() -> None:
    """Return if the object store answers. Raises media's StoreError otherwise."""
    await stores.current().store.ready()


async def custody_faults() -> dict[str, int]:
    """Count the originals of all units that are not as they must be in the store, by fault."""
    return await protection_queries.count_faults()
