"""Filing documents in a case: bytes first, then the act that gives them sheet numbers (bút lục).

    file = await filing.keep(case_id, upload_id, actor)          # an upload of the desk
    opened = await filing.open_file(file.id, actor, …)           # a person reads it: recorded
    await cases.act(case_id, CaseAct.SHEETS_FILED, …)            # the act names file_id and sha256

They are kept as scans and photographs are: put, read back, receipted, locked by a worker, read
whole by `verify` (backend/core/custody.py). Nothing is refused for what it is; dangers are said. A
file that no act named stays too. keep() opens transactions of its own: call it outside one.
"""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator, Mapping
from uuid import UUID, uuid5

import msgspec

from backend.casework.cases import filed_files
from backend.casework.cases import service as cases
from backend.casework.queries import reading as read_queries
from backend.casework.queries import scans as queries
from backend.casework.queries.scans import FiledRow
from backend.core import access_log, clock, custody, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid, NotAllowed, NotFound
from backend.core.job_queue import PREVIEW_FILE, PROTECT_SCAN, enqueue
from backend.documents.rules import file_dangers, file_kinds
from backend.fieldwork.errors import RangeBeyondEnd
from backend.fieldwork.evidence import handing_over, previews
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.evidence.handing_over import Arrived, OnTheWay
from backend.fieldwork.rules.ranges import BeyondTheEnd, part_of, range_counts
from backend.force.queries import scans as scan_queries
from backend.force.queries.scans import Receipt
from schemas.casework.views import FiledFileView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text

_TAIL_BYTES = 1_048_576
_LONGEST_NAME = 200


class FileEmpty(Invalid):
    """An upload without a byte is no document."""

    code = "file_empty"

    def __init__(self) -> None:
        vi, en = "Tệp rỗng: không có gì để đưa vào hồ sơ.", "The file is empty: nothing to file."
        super().__init__(code=self.code, text=Text(vi=vi, en=en))


NOTHING_CHOSEN = Text(
    vi="Chưa chọn tệp nào. Hãy chọn hoặc kéo tệp vào.",
    en="No file was chosen. Choose files, or drag them here.",
)


TOO_LARGE_PLAIN = Text(
    vi="Tệp lớn hơn 50 MB: trình duyệt phải bật JavaScript để gửi tệp lớn theo từng phần.",
    en="The file is larger than 50 MB: the browser needs JavaScript to send a large file in parts.",
)


class OpenFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file's bytes for a person. `total` is the size of the whole; `first` the offset of these."""

    file: FiledFileView
    chunks: AsyncIterator[bytes]
    first: int
    length: int
    partial: bool


async def require_filing(case_id: UUID, actor: Actor) -> None:
    """Raise NotFound for a case out of sight, NotAllowed for an officer who may not file in it now."""
    view = await cases.view(case_id, actor)
    if CaseAct.SHEETS_FILED not in view.possible:
        raise NotAllowed


async def on_the_way(case_id: UUID, actor: Actor) -> list[OnTheWay]:
    """Return the officer's uploads for this case that are not its files yet."""
    return await handing_over.on_the_way(case_id, actor)


async def whole_upload(case_id: UUID, file_name: str, data: bytes, actor: Actor) -> UUID:
    """Make an upload of a file that came in one piece; returns its id, for keep().

    Raises NotFound, NotAllowed, FileEmpty, TooManyUploads, NoSpace.
    """
    await require_filing(case_id, actor)
    if not data:
        raise FileEmpty
    said = {"case_id": str(case_id), "filename": file_name[:_LONGEST_NAME]}
    metadata = ",".join(f"{k} {b64encode(v.encode()).decode()}" for k, v in said.items())
    begun = await evidence.create(actor, length=len(data), metadata=metadata)

    async def body() -> AsyncIterator[bytes]:
        yield data

    write = evidence.Write(offset=0, coming=len(data))
    await evidence.append(actor, begun.id, write, body())
    return begun.id


async def keep(case_id: UUID, upload_id: UUID, actor: Actor) -> FiledFileView:
    """Take a complete upload of this officer as a file of the case. Safe to repeat.

    The same bytes in the same case are one file. Raises NotFound, NotAllowed, ReceiptPending while
    the bytes are on their way, FileEmpty, Unavailable.
    """
    await require_filing(case_id, actor)
    record, _ = await cases.facts_of(case_id, actor)
    upload = await handing_over.arrived(upload_id, actor)
    if upload.case_id not in (None, case_id):
        raise NotFound(what="upload")
    if upload.size == 0:
        raise FileEmpty
    file_id = uuid5(case_id, upload.sha256)
    """From case and content, so that two requests at once write one object and one row."""
    if await queries.filed(file_id) is None:
        await _take(file_id, case_id, record.unit_id, upload, actor)
    row = await _row(file_id)
    await handing_over.handed_over(upload, row.object_key)
    return filed_files.view(row, None)


async def _take(file_id: UUID, case_id: UUID, unit_id: UUID, upload: Arrived, actor: Actor) -> None:
    data = await _searched(upload)
    tail = data[-_TAIL_BYTES:]
    kind = file_kinds.media_type(data[: file_kinds.HEAD_BYTES], tail)
    name = _name(upload.file_name)
    dangers = await asyncio.to_thread(file_dangers.found, data, upload.size, kind, name)
    place = await custody.settle(upload.object_key, unit_id, file_id, upload.sha256, upload.size)
    now = clock.now()
    key_id, signature = custody.sign_receipt("file_id", file_id, upload.sha256, upload.size, now)
    async with transaction():
        row = await scan_queries.insert_filed(
            file_id,
            case_id,
            unit_id,
            (upload.sha256, upload.size, kind, place),
            (name, " ".join(dangers)),
            Receipt(now, key_id, signature),
            actor.officer_id,
        )
        await enqueue(PROTECT_SCAN, row.id)
        if kind in file_kinds.PICTURES:
            await enqueue(PREVIEW_FILE, row.id)


async def _searched(upload: Arrived) -> bytes:
    """Return all bytes of a file, or head and tail of one that is too large to be searched whole."""
    if upload.size <= file_dangers.SEARCHED_BYTES:
        return await custody.read(upload.object_key, upload.sha256)
    head = await custody.part(upload.object_key, 0, _TAIL_BYTES)
    return head + await custody.part(upload.object_key, upload.size - _TAIL_BYTES, _TAIL_BYTES)


def _name(said: str) -> str:
    """Return the last part of a name as it came, without what could be a path or a control character."""
    last = said.replace("\\", "/").rpartition("/")[2]
    plain = "".join(one for one in last if one.isprintable()).strip()
    if len(plain) <= _LONGEST_NAME:
        return plain or "?"
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[: _LONGEST_NAME - 12]}…{dot}{ending[:10]}" if dot else plain[:_LONGEST_NAME]


async def _row(file_id: UUID) -> FiledRow:
    row = await queries.filed(file_id)
    if row is None:
        raise NotFound(what="file")
    return row


async def find(file_id: UUID, actor: Actor) -> tuple[UUID, FiledFileView]:
    """Return a file in sight and the case that it is in. Raises NotFound."""
    row = await queries.filed(file_id)
    if row is None:
        raise NotFound(what="file")
    # A player asks for many parts, so the case is not folded for each: its row says who may see it.
    if await read_queries.find(actor, row.record_id) is None:
        raise NotFound(what="file")
    sheets = {one.file_id: one.first_sheet for one in await read_queries.folio(row.record_id)}
    return row.record_id, filed_files.view(row, sheets.get(file_id))


async def open_file(
    file_id: UUID,
    action: str,
    actor: Actor,
    address: str | None,
    asked: Mapping[str, str] | None = None,
) -> OpenFile:
    """Open a file's bytes for a person, and record the reading before a byte is sent.

    `action` is `filed.read` or `filed.shown`. A Range of `asked` is answered in part, for players of
    sound and video. Raises NotFound, RangeBeyondEnd, Unavailable.
    """
    case_id, file = await find(file_id, actor)
    row, asked = await _row(file_id), asked or {}
    part = None
    if range_counts(asked.get("if-range"), etag(file)):
        try:
            part = part_of(asked.get("range"), row.size)
        except BeyondTheEnd:
            raise RangeBeyondEnd(content_range=f"bytes */{row.size}") from None
    first, length = (part.offset, part.length) if part else (0, row.size)
    chunks = await custody.opened(row.object_key, first, length)
    async with transaction():
        await access_log.record(actor, action, case_id, address=address)
    return OpenFile(file=file, chunks=chunks, first=first, length=length, partial=part is not None)


async def whole(file_id: UUID, action: str, actor: Actor, address: str | None) -> bytes:
    """Return all bytes of a file, checked against its hash; the reading is recorded.

    Raises NotFound, Unavailable.
    """
    case_id, _ = await find(file_id, actor)
    row = await _row(file_id)
    data = await custody.read(row.object_key, row.sha256)
    async with transaction():
        await access_log.record(actor, action, case_id, address=address)
    return data


async def picture(file_id: UUID, actor: Actor, address: str | None) -> bytes:
    """Return the preview of a filed picture, a JPEG that we made; the reading is recorded.

    Raises NotFound, also if there is no preview (yet); Unavailable.
    """
    case_id, file = await find(file_id, actor)
    if file.preview != "ready":
        raise NotFound(what="preview")
    data = await previews.drawn(file.id, file.sha256)
    async with transaction():
        await access_log.record(actor, "filed.shown", case_id, address=address)
    return data


def etag(file: FiledFileView) -> str:
    """Return the strong validator of a file (RFC 9110, 8.8.3)."""
    return f'"{file.sha256}"'


class FileReceipt(msgspec.Struct, frozen=True, kw_only=True):
    """The server's signed statement that a file's bytes were read back from the object store."""

    file_id: UUID
    sha256: str
    size: int
    stored_at: str
    key_id: str
    signature: str


async def receipt(file_id: UUID, actor: Actor, address: str | None) -> FileReceipt:
    """Return the byte receipt of a file in sight; the reading is recorded. Raises NotFound."""
    case_id, _ = await find(file_id, actor)
    row = await _row(file_id)
    async with transaction():
        await access_log.record(actor, "filed.receipt", case_id, address=address)
    return FileReceipt(
        file_id=row.id,
        sha256=row.sha256,
        size=row.size,
        stored_at=clock.rfc3339(row.uploaded_at),
        key_id=row.receipt_key_id,
        signature=keys.b64url(row.receipt_signature),
    )
