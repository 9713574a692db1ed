"""Filing documents in a case: bytes first, then the act that gives them sheet numbers (bút lục).

    file = await filing.keep(case_id, upload_id, actor)          # an upload of the desk
    opened = await filing.open_file(file.id, actor, …)           # a person reads it: recorded
    await cases.act(case_id, CaseAct.SHEETS_FILED, …)            # the act names file_id and sha256

They are kept as scans and photographs are: put, read back, receipted, locked by a worker, read
whole by `verify` (backend/core/custody.py). Nothing is refused for what it is; dangers are said. A
file that no act named stays too. keep() opens transactions of its own: call it outside one.
"""

from base64 import b64encode
from collections.abc import AsyncIterator, Mapping
from typing import Literal
from uuid import UUID, uuid5

import msgspec

from backend.casework.cases import filed_files
from backend.casework.cases import service as cases
from backend.casework.queries import cases as case_queries
from backend.casework.queries import reading as read_queries
from backend.casework.queries import scans as queries
from backend.casework.queries.scans import FiledRow
from backend.core import access_log, clock, custody, keys
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import Invalid, NotAllowed, NotFound, Unavailable
from backend.documents import filing as documents
from backend.fieldwork.errors import RangeBeyondEnd
from backend.fieldwork.evidence import handing_over, previews
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.evidence.handing_over import Arrived, OnTheWay
from backend.fieldwork.filing import service as obtained
from backend.fieldwork.rules.ranges import BeyondTheEnd, part_of, range_counts
from backend.ledger import service as ledger
from schemas.casework.acts.beside import SheetsFiled
from schemas.casework.views import FiledFileView
from schemas.casework.words import CaseAct
from schemas.core.problems import Text
from schemas.core.receipts import FileReceipt
from schemas.fieldwork.filing import FiledView

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
        try:
            await _take(file_id, case_id, record.unit_id, upload, actor)
        except Unavailable:
            # The other request may have moved the bytes away under this one: then they are kept.
            if await queries.filed(file_id) is None:
                raise
    row = await _row(file_id)
    await handing_over.handed_over(upload, row.object_key)
    return filed_files.view(row, None)


async def _take(file_id: UUID, case_id: UUID, unit_id: UUID, upload: Arrived, actor: Actor) -> None:
    await documents.keep(
        documents.Coming(
            file_id=file_id,
            record=("case", case_id, case_id),
            unit_id=unit_id,
            sha256=upload.sha256,
            size=upload.size,
            object_key=upload.object_key,
            file_name=upload.file_name,
            by=actor.officer_id,
        )
    )


async def _row(file_id: UUID) -> FiledRow:
    row = await queries.filed(file_id)
    if row is None:
        raise NotFound(what="file")
    return row


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A file in sight, and the record through which the reader sees it."""

    kind: Literal["case", "inspection"]
    record_id: UUID
    file: FiledFileView


async def find(file_id: UUID, actor: Actor) -> Found:
    """Return a file in sight: of a case, or of an inspection or one of its cases. Raises NotFound.

    The only place that says who may read a file. One that is held at an inspection is seen there
    alone, until a supervisor admits it.
    """
    row = await _row(file_id)
    if row.record_kind == "inspection":
        return await _obtained(row, actor)
    # A player asks for many parts, so the case is not folded for each: its row says who may see it.
    if await read_queries.find(actor, row.record_id) is None:
        raise NotFound(what="file")
    sheets = {one.file_id: one.first_sheet for one in await read_queries.folio(row.record_id)}
    file = filed_files.view(row, sheets.get(file_id))
    return Found(kind="case", record_id=row.record_id, file=file)


async def _obtained(row: FiledRow, actor: Actor) -> Found:
    """Return a document that a team obtained on site, seen at its inspection or in a case of it."""
    said = await obtained.find(row.id)
    if await obtained.sees(row.record_id, actor):
        file = filed_files.of_inspection(said, None)
        return Found(kind="inspection", record_id=row.record_id, file=file)
    for case_id, sheet in await cases_with(said, row.record_id, actor):
        if sheet is not None or obtained.may_join(said):
            file = filed_files.of_inspection(said, sheet)
            return Found(kind="case", record_id=case_id, file=file)
    raise NotFound(what="file")


async def cases_with(
    said: FiledView, inspection_id: UUID, actor: Actor
) -> list[tuple[UUID, int | None]]:
    """Return the cases of an inspection in sight, with the sheet at which each has the document."""
    found: list[tuple[UUID, int | None]] = []
    for one in await case_queries.cases_of_inspection(inspection_id):
        if await read_queries.find(actor, one.id) is not None:
            folio = await read_queries.folio(one.id)
            sheets = {line.file_id: line.first_sheet for line in folio}
            found.append((one.id, sheets.get(said.file_id)))
    return found


async def number_obtained(case_id: UUID, actor: Actor) -> int:
    """Give sheet numbers to what the team obtained on site, in the order in which it was filed.

    Nothing is uploaded anew: the acts name the files that are there. Runs in the caller's
    transaction, so that all get their numbers or none; returns how many. Raises NotFound,
    NotAllowed, RefusedAct.
    """
    view = await cases.view(case_id, actor)
    if CaseAct.SHEETS_FILED not in view.possible:
        raise NotAllowed
    waiting = [one for one in view.files if one.sheet is None and one.obtained is not None]
    for file in sorted(waiting, key=lambda one: one.obtained.entry if one.obtained else 0):
        content = _as_filed(file)
        ledger.unwrap(await cases.act(case_id, CaseAct.SHEETS_FILED, content, actor))
    return len(waiting)


def _as_filed(file: FiledFileView) -> SheetsFiled:
    said = file.obtained
    if said is None:
        raise TypeError("only what was obtained on site says what it is")
    return SheetsFiled(
        title=said.title,
        issued_on=said.issued_on,
        number=said.number,
        sheets=said.sheets,
        document_id=None,
        sha256=file.sha256,
        document_kind=said.document_kind,
        sender=said.sender,
        proves=said.proves,
        proves_fact=said.proves_fact,
        file_id=file.id,
        size=file.size,
        media_type=file.media_type,
    )


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
    found = await find(file_id, actor)
    file = found.file
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
        await access_log.record(actor, action, found.record_id, address=address)
    return OpenFile(file=file, chunks=chunks, first=first, length=length, partial=part is not None)


async def whole(file_id: UUID, action: str, actor: Actor, address: str | None) -> bytes:
    """Return all bytes of a file, checked against its hash; the reading is recorded.

    Raises NotFound, Unavailable.
    """
    found = await find(file_id, actor)
    row = await _row(file_id)
    data = await custody.read(row.object_key, row.sha256)
    async with transaction():
        await access_log.record(actor, action, found.record_id, address=address)
    return data


async def picture(file_id: UUID, actor: Actor, address: str | None) -> bytes:
    """Return the preview of a filed picture, a JPEG that we made; the reading is recorded.

    Raises NotFound, also if there is no preview (yet); Unavailable.
    """
    found = await find(file_id, actor)
    file = found.file
    if file.preview != "ready":
        raise NotFound(what="preview")
    data = await previews.drawn(file.id, file.sha256)
    async with transaction():
        await access_log.record(actor, "filed.shown", found.record_id, address=address)
    return data


def etag(file: FiledFileView) -> str:
    """Return the strong validator of a file (RFC 9110, 8.8.3)."""
    return f'"{file.sha256}"'


async def receipt(file_id: UUID, actor: Actor, address: str | None) -> FileReceipt:
    """Return the byte receipt of a file in sight; the reading is recorded. Raises NotFound."""
    found = await find(file_id, actor)
    row = await _row(file_id)
    async with transaction():
        await access_log.record(actor, "filed.receipt", found.record_id, address=address)
    return FileReceipt(
        file_id=row.id,
        sha256=row.sha256,
        size=row.size,
        stored_at=clock.rfc3339(row.uploaded_at),
        key_id=row.receipt_key_id,
        signature=keys.b64url(row.receipt_signature),
    )
