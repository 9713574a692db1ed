"""Verification of the object store: each original is there, correct and locked, and nothing else.

Bytes that wait for their act are checked too, since a phone may have a receipt for them.

Wrong or missing bytes count as tampering. So do changes that only somebody with rights in the store
can have made after we recorded another state: a removed lock, other bytes over the original, or
another version in place of the verified one. In these three cases the evidence itself is intact,
and the finding says so.
"""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from uuid import UUID

from backend.core import clock
from backend.fieldwork.evidence.auditing import Auditor, StoreGone
from backend.operations.queries import verification as queries
from backend.operations.queries import verified_papers as papers_of
from backend.operations.recovery.outside import is_checkpoint
from backend.operations.rules.verification import StoredFile, StoredPhoto, WaitingUpload
from backend.operations.verification import signatures, whose
from backend.operations.verification.findings import Report, Stop, Verdict

_PAGE = 200
ORPHAN_AGE = timedelta(hours=24)
"""Bytes are in the store before their row says so.

The work of a killed process is repeated within minutes.
"""

Say = Callable[[str, int, int], None]
"""Progress: (part, done, of)."""
_Kind = tuple[Callable[[UUID | None, int], Awaitable[list[StoredFile]]], str, str]
"""The function that reads pages of rows, the name of a row, and the name of its object."""

_FOUND = {
    "lost": "the version that was verified is gone; the same bytes are there as another version",
    "covered": "other bytes, or a delete marker, lie over the original, which is still there and right",
    "weaker": "the original is right, but retention or legal hold is less than was recorded",
}


def _rest(report: Report, total: int) -> str:
    return f"{max(0, total - report.objects)} of {total} objects were not read"


def _stop(gone: StoreGone, report: Report, total: int) -> Stop:
    return Stop(
        vi=f"kho đối tượng: {gone.vi}: chưa đọc {max(0, total - report.objects)} / {total} tệp",
        en=f"the object store: {gone}: {_rest(report, total)}",
    )


async def verify_objects(report: Report, store: Auditor | None, say: Say, total: int) -> None:
    """Read every original and every paper completely, then look for objects that no row names.

    Never raises because of what it finds.
    """
    if store is None:
        if total:
            report.add(Verdict.INCOMPLETE, "object store", "the objects were not read")
        return
    try:
        await store.is_there()
        await _all(report, store, say, total)
    except StoreGone as gone:
        report.add(Verdict.INCOMPLETE, "object store", f"{gone}: {_rest(report, total)}")
        report.stops.append(_stop(gone, report, total))


async def _all(report: Report, store: Auditor, say: Say, total: int) -> None:
    after: UUID | None = None
    while rows := await queries.stored_photos_after(after, _PAGE):
        for row in rows:
            await _object(report, store, row)
            report.objects += 1
            say("objects", report.objects, total)
        after = rows[-1].id
    papers, scans = queries.stored_documents_after, queries.stored_scans_after
    await _files(report, store, say, total, (papers, "document", "its PDF"))
    for stored_after in (papers_of.stored_of_decisions_after, papers_of.stored_of_records_after):
        await _files(report, store, say, total, (stored_after, "paper", "its PDF"))
    await _files(report, store, say, total, (queries.stored_site_files_after, "paper", "its PDF"))
    await _files(report, store, say, total, (scans, "scan", "its file"))
    lost = await _waiting(report, store, say, total)
    if await _orphans(report, store, lost):
        for where, upload in lost.values():
            report.add(
                Verdict.TAMPERED,
                where,
                f"the bytes that wait for their act are gone from the store: {upload.sha256}"
                + await whose.upload(upload.id),
            )


async def _files(report: Report, store: Auditor, say: Say, total: int, kind: _Kind) -> None:
    """Check that every signed paper and every scan is in the store, byte for byte.

    The rows name the expected hash; they were compared with the acts before.
    """
    page_after, name, noun = kind
    after: UUID | None = None
    while rows := await page_after(after, _PAGE):
        for row in rows:
            where = f"{name} {row.id}"
            try:
                measured = await store.measure(row.object_key)
            except Exception as error:
                await store.is_there()
                report.add(Verdict.INCOMPLETE, where, f"the object could not be read: {error}")
                continue
            if measured != (row.sha256, row.size):
                what = "is gone from the store" if measured is None else "holds other bytes"
                whose_it_is = await whose.paper(row.id)
                report.add(Verdict.TAMPERED, where, f"{noun} {what}{whose_it_is}")
            report.objects += 1
            say("objects", report.objects, total)
        after = rows[-1].id


async def _object(report: Report, store: Auditor, row: StoredPhoto) -> None:
    where = f"photograph {row.id}"
    _receipt(report, where, row, row.id)
    try:
        seen = await store.look(
            row.object_key or "",
            (row.sha256, row.size),
            version=row.version_id,
            mode=row.retention_mode,
            until=row.retained_until,
            hold=row.legal_hold,
        )
    except Exception as error:
        await store.is_there()
        report.add(Verdict.INCOMPLETE, where, f"the object could not be read: {error}")
        return
    if not seen.right:
        gone = "its object is gone from the store"
        other = "its object holds other bytes than were announced"
        what = gone if seen.measured is None else other
        report.add(Verdict.TAMPERED, where, what + await whose.photograph(row.id))
        return
    for name, what in _FOUND.items():
        if getattr(seen, name):
            report.add(Verdict.TAMPERED, where, what)


def _receipt(
    report: Report, where: str, row: StoredPhoto | WaitingUpload, photo_id: UUID | None
) -> None:
    payload = {
        "photo_id": str(photo_id),
        "sha256": row.sha256,
        "size": row.size,
        "stored_at": clock.rfc3339(row.stored_at) if row.stored_at else None,
        "key_id": row.receipt_key_id,
    }
    key_id, signature = row.receipt_key_id or "", row.receipt_signature or b""
    signatures.check(report, where, "byte receipt", payload, key_id, signature)


_Lost = dict[str | None, tuple[str, WaitingUpload]]
"""By hash: waiting uploads that are not where their row says."""


async def _waiting(report: Report, store: Auditor, say: Say, total: int) -> _Lost:
    """Check bytes whose act has not arrived yet. Return those that are not where their row says.

    These count as lost only if no original has them either: their act may have arrived just now, or
    before a restore.
    """
    lost: _Lost = {}
    after: UUID | None = None
    while rows := await queries.waiting_uploads_after(after, _PAGE):
        for row in rows:
            where = f"upload {row.id}"
            if row.receipt_signature is not None:
                _receipt(report, where, row, row.photo_id)
            try:
                measured = await store.measure(row.object_key)
            except Exception as error:
                await store.is_there()
                report.add(Verdict.INCOMPLETE, where, f"the object could not be read: {error}")
                continue
            if measured is None:
                lost[row.sha256] = where, row
            elif measured != (row.sha256, row.size):
                report.add(
                    Verdict.TAMPERED, where, "the bytes that wait for their act are other bytes"
                )
            report.objects += 1
            say("objects", report.objects, total)
        after = rows[-1].id
    return lost


async def _orphans(report: Report, store: Auditor, lost: _Lost) -> bool:
    """List objects that no row names, and remove from `lost` what is found.

    False if listing failed. Such objects are only noted: they affect no evidence, and in a locked
    bucket nobody can remove them.
    """
    key, before = "", clock.now() - ORPHAN_AGE
    while True:
        try:
            kept = await store.kept_after(key)
        except Exception as error:
            await store.is_there()
            report.add(Verdict.INCOMPLETE, "object store", f"it could not be listed: {error}")
            return False
        if not kept:
            return True
        known = await queries.object_keys_of([item.photo_id for item in kept if item.photo_id])
        for item in kept:
            if is_checkpoint(item.object_key):
                continue
            await _take_found(report, store, lost, item.object_key)
            if item.object_key not in known and item.written_at < before:
                report.orphans.append(item.object_key)
        key = kept[-1].object_key


async def _take_found(report: Report, store: Auditor, lost: _Lost, key: str) -> None:
    sha256 = key[-64:]
    if sha256 not in lost:
        return
    where, row = lost[sha256]
    try:
        if await store.measure(key) == (sha256, row.size):
            del lost[sha256]
    except Exception as error:
        await store.is_there()
        report.add(Verdict.INCOMPLETE, where, f"the object could not be read: {error}")
        del lost[sha256]
