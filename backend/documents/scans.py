"""Scans of signed paper: taken, stored, read back, locked by a worker.

    scan = await scans.take("officer", officer_id, officer_id, unit_id, data, actor)
    row = await scan_queries.named(scan_id, record_id)         # for the guard of the act that names it

take() opens a transaction of its own, so call it before the act's: nothing is locked while 20 MB go
into the store. A scan whose act is refused stays, because what was sent is kept. The same bytes
about the same thing are the same scan. Each group says who may read the scans of its records.
"""

import hashlib
from datetime import timedelta
from typing import Literal, Protocol
from uuid import UUID

import msgspec

from backend.core import clock, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid
from backend.core.job_queue import PROTECT_SCAN, enqueue, enqueue_each
from backend.core.stores import Parts
from backend.documents.rules import scans as scan_rules
from backend.force.queries import scans as scan_queries
from schemas.core.ids import new_id
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind

MOST_BYTES = scan_rules.MOST_BYTES
_GIVEN_UP_AFTER = timedelta(minutes=10)
_MOST = 200
ZIP = "application/zip"
MOST_PACKAGE = 100_000_000
"""Bytes of a package that goes to an authority outside."""
ENDINGS = {scan_rules.PDF: "pdf", scan_rules.JPEG: "jpg", ZIP: "zip"}
"""How the name of a scan's file ends, by its type."""
_TEXTS: dict[scan_rules.Fault, Text] = {
    "scan_empty": Text(
        vi="Chưa chọn tệp. Hãy chọn bản quét PDF hoặc ảnh JPEG.",
        en="No file was chosen. Choose the scan: a PDF or a JPEG.",
    ),
    "scan_too_large": Text(
        vi="Tệp lớn hơn 20 MB. Hãy quét lại ở 300 dpi, thang xám.",
        en="The file is larger than 20 MB. Scan again at 300 dpi in grey.",
    ),
    "scan_wrong_kind": Text(
        vi="Chỉ nhận tệp PDF hoặc ảnh JPEG; tệp này không phải, dù tên tệp là gì.",
        en="Only a PDF or a JPEG is taken; this file is neither, whatever its name says.",
    ),
    "scan_truncated": Text(
        vi="Tệp bị cắt dở: thiếu phần cuối. Hãy quét hoặc chọn lại.",
        en="The file is cut off: its end is missing. Scan or choose it again.",
    ),
    "scan_no_page": Text(
        vi="Tệp PDF này không có trang nào. Hãy kiểm tra máy quét rồi quét lại tờ đã ký.",
        en="This PDF has no page. Look at the scanner, then scan the signed sheet again.",
    ),
}


Kind = Literal[
    "case", "officer", "inspection", "submission", "plan", "information", "report", "people_import"
]
"""The kind of record that a scan belongs to."""
_KINDS: dict[str, Kind] = {
    "inspection": "inspection",
    "plan": "plan",
    "information": "information",
    "report": "report",
}


def kind_of(record: RecordKind) -> Kind:
    """Return the kind of a record whose papers take the steps of backend/documents/desk_papers."""
    return _KINDS[record]


class ScanWrong(Invalid):
    """These bytes cannot be a scan; the code says why."""

    code = "scan_wrong"

    def __init__(self, fault: scan_rules.Fault) -> None:
        super().__init__(code=fault, text=_TEXTS[fault])


class PackageTooLarge(Invalid):
    """A package for an authority outside has at most MOST_PACKAGE bytes."""

    code = "package_too_large"
    text_vi = "Gói hồ sơ lớn hơn 100 MB. Hãy tạo gói chỉ có nội dung trình, và gửi hồ sơ riêng."
    text_en = (
        "The package is larger than 100 MB. Make one with the content alone; send the file apart."
    )


class Scan(msgspec.Struct, frozen=True, kw_only=True):
    """A scan that is stored and was read back."""

    id: UUID
    sha256: str
    size: int
    media_type: str
    uploaded_by: UUID


async def take(
    kind: Kind,
    record_id: UUID,
    subject_id: UUID,
    unit_id: UUID,
    data: bytes,
    actor: Actor,
) -> Scan:
    """Take the scan of a paper of this record; `subject_id` is the paper, or the officer himself.

    The caller has checked that this actor may enter it. Raises ScanWrong, Unavailable.
    """
    if wrong := scan_rules.fault(data):
        raise ScanWrong(wrong)
    if there := await scan_queries.same(subject_id, hashlib.sha256(data).hexdigest()):
        return seen(there)
    return await _keep((kind, record_id, subject_id), unit_id, data, actor)


async def keep_package(record_id: UUID, unit_id: UUID, data: bytes, actor: Actor) -> Scan:
    """Keep the package of a submission that goes to an authority outside: a ZIP of our own making.

    Kept, not made again: what was sent can be taken again byte by byte. Raises PackageTooLarge,
    Unavailable.
    """
    if len(data) > MOST_PACKAGE:
        raise PackageTooLarge
    return await _keep(("submission", record_id, record_id), unit_id, data, actor)


async def _keep(record: tuple[str, UUID, UUID], unit_id: UUID, data: bytes, actor: Actor) -> Scan:
    media_type, scan_id = scan_rules.media_type(data) or ZIP, new_id()
    sha256 = await custody.put(unit_id, scan_id, data, media_type)
    place = custody.name_of(unit_id, scan_id, sha256)
    async with transaction():
        row = await scan_queries.insert(
            scan_id,
            record,
            unit_id,
            (sha256, len(data), media_type, place),
            actor.officer_id,
        )
        if row.id == scan_id:
            await enqueue(PROTECT_SCAN, scan_id)
    return seen(row)


class ScanLike(Protocol):
    """The columns of a scan that seen() reads."""

    @property
    def id(self) -> UUID:
        """Its id."""

    @property
    def sha256(self) -> str:
        """Of its bytes, hex."""

    @property
    def size(self) -> int:
        """In bytes."""

    @property
    def media_type(self) -> str:
        """PDF or JPEG."""

    @property
    def uploaded_by(self) -> UUID:
        """Who sent it first."""


def seen(row: ScanLike) -> Scan:
    """Return a row of the table of scans as what a service tells of it."""
    return Scan(
        id=row.id,
        sha256=row.sha256,
        size=row.size,
        media_type=row.media_type,
        uploaded_by=row.uploaded_by,
    )


async def protect(given: Parts, scan_id: UUID) -> None:
    """Read a scan again, from another process, and lock that very version. Safe to repeat.

    Raises StoreError if the store does not answer.
    """
    row = await scan_queries.stored(scan_id)
    if row is None or row.protected_at is not None:
        return
    standing = await custody.locked(given, row.object_key, (row.sha256, row.size), row.uploaded_at)
    if standing is not None:
        async with transaction():
            await scan_queries.set_protected(scan_id, standing.version, clock.now())


async def ask_for_protection() -> int:
    """Enqueue scans whose job was lost, for the janitor; returns how many."""
    lost = await scan_queries.list_unprotected(clock.now() - _GIVEN_UP_AFTER, _MOST)
    async with transaction():
        await enqueue_each(PROTECT_SCAN, lost, priority=-1)
    return len(lost)
