"""Make the package of a case: its file as a PDF, the signed originals, what was filed, and sums.

For a court, an appeal, the Procuracy, the archive. It has what its taker may see; that it was taken
is recorded before its first byte is sent. Originals are read chunk by chunk, so that a film of
gigabytes needs no memory. The manifest comes last, and says what really went in.
"""

import hashlib
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from typing import Any, Literal
from uuid import UUID

import msgspec

from backend.casework.case_file import originals, service
from backend.casework.case_file.originals import Original
from backend.casework.case_file.service import Whole
from backend.casework.filing.printing import ENCLOSED_BYTES
from backend.casework.issued_documents import service as issued_documents
from backend.core import clock, formats, spreadsheets
from backend.core.actors import Actor
from backend.core.errors import DomainError
from backend.exchange.case_package import texts
from backend.exchange.evidence_export import files
from backend.exchange.evidence_export.archive import Archive
from schemas.core.problems import Text
from schemas.fieldwork.inspections import PhotoView

FORMAT = "hientruong-case/1"
_PHOTOS = ("Số", "SHA-256", "Số byte", "Ghi lúc", "Người chụp", "Chú thích", "Đã lưu", "Rút vì")

State = Literal["whole", "damaged", "unreadable"]
"""`damaged`: the package has other bytes than those that were kept; `unreadable`: it has none."""


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """A ZIP to be sent: its name, its bytes as they are produced, and then what was wrong with it."""

    file_name: str
    chunks: AsyncIterator[bytes]
    faults: list[tuple[str, Text]]
    """Originals that are missing or damaged; complete when the last chunk has come."""


class _Sent(msgspec.Struct, kw_only=True):
    """What went into the package of one original."""

    state: State = "whole"
    size: int = 0
    sha256: str | None = None


async def package(case_id: UUID, actor: Actor, address: str | None) -> Package:
    """Begin a package. Must not be called inside a transaction: it takes a while.

    Raises NotFound (also out of scope), NotAllowed for a clerk, Unavailable if the store does not
    answer at all. Then nothing is sent.
    """
    whole = await service.with_originals(case_id, actor, address)
    photos = whole.photos
    at = clock.now()
    pdf = f"00-{originals.plain(f'Hồ sơ {whole.view.number}')}.pdf"
    said = {
        "number": whole.view.number,
        "at": formats.second(at),
        "name": f"{actor.full_name} ({actor.username})",
        "pdf": pdf,
    }
    small = [
        ("HUONG-DAN.txt", texts.HOW_TO_VI.format(**said).encode()),
        ("HOW-TO.txt", texts.HOW_TO_EN.format(**said).encode()),
        ("keys/server-seal.pem", issued_documents.seal_certificate().encode()),
        ("ANH-CHUP.csv", await _index(photos)),
        (pdf, whole.file.pdf),
    ]
    manifest = _manifest(whole, photos, actor, at)
    faults: list[tuple[str, Text]] = []
    return Package(
        file_name=f"{whole.view.number.replace('/', '-')}_{at:%Y%m%dT%H%M%SZ}.zip",
        chunks=written(small, whole.originals, manifest, faults, at),
        faults=faults,
    )


async def _index(photos: list[PhotoView] | None) -> bytes:
    """Return the index of photographs as a table; its headings alone if there are none in sight."""

    async def pages() -> AsyncIterator[Sequence[spreadsheets.Row]]:
        yield [
            (
                photo.number,
                photo.sha256,
                photo.size,
                formats.second(photo.made_at),
                photo.officer_name,
                photo.caption,
                "có" if photo.stored else "chưa",
                photo.withdrawn,
            )
            for photo in photos or []
        ]

    parts = [part async for part in spreadsheets.written("csv", _PHOTOS, pages())]
    return b"".join(parts)


def _manifest(
    whole: Whole, photos: list[PhotoView] | None, actor: Actor, at: datetime
) -> dict[str, Any]:
    """Return what is known before the originals are read; `files` is added behind them."""
    view = whole.view
    with_file = {one.sheet.first_sheet for one in whole.originals}
    return {
        "format": FORMAT,
        "case_id": view.id,
        "number": view.number,
        "state": view.state,
        "inspection_id": view.inspection_id,
        "inspection_number": view.inspection_number,
        "taken_at": clock.rfc3339(at),
        "taken_by": {"officer_id": actor.officer_id, "full_name": actor.full_name},
        "pages": whole.file.pages,
        "without_file": [
            {"first_sheet": one.first_sheet, "last_sheet": one.last_sheet, "title": one.title}
            for one in view.folio
            if one.first_sheet not in with_file
        ],
        "not_filed": [
            {"file_name": one.file_name, "sha256": one.sha256, "size": one.size}
            for one in view.files
            if one.sheet is None
        ],
        "photographs": None
        if photos is None
        else [
            {
                "photo_id": one.photo_id,
                "number": one.number,
                "sha256": one.sha256,
                "size": one.size,
                "stored": one.stored,
                "withdrawn": one.withdrawn,
            }
            for one in photos
        ],
    }


async def written(
    small: list[files.File],
    found: list[Original],
    manifest: dict[str, Any],
    faults: list[tuple[str, Text]],
    at: datetime,
) -> AsyncIterator[bytes]:
    """Yield the archive; `faults` is filled on the way. Only one chunk of an original is in memory."""
    archive, sums = Archive(at), dict[str, str]()
    listed: list[dict[str, Any]] = []

    def add(path: str, data: bytes) -> bytes:
        sums[path] = hashlib.sha256(data).hexdigest()
        return archive.add(path, data)

    for path, data in small:
        yield add(path, data)
        listed.append({"path": path, "sha256": sums[path], "size": len(data)})
    for one in found:
        sent = _Sent()
        chunks = _measured(one, sent)
        first = await anext(chunks, b"")
        if sent.state == "unreadable":
            faults.append((one.name, texts.UNREADABLE))
            yield add(f"{one.name}.KHONG-CO.txt", texts.attention([faults[-1]]))
        else:
            async for chunk in archive.add_stream(one.name, _with(first, chunks)):
                yield chunk
            if sent.state == "damaged":
                faults.append((one.name, texts.DAMAGED))
            # The hash on record: the sums do not fit where other bytes came.
            sums[one.name] = one.sha256 or sent.sha256 or ""
        listed.append(_line(one, sent))
    if faults:
        yield add("CHU-Y.txt", texts.attention(faults))
    yield add("manifest.json", files.pretty({**manifest, "files": listed}))
    lines = (f"{sha256}  {path}\n" for path, sha256 in sums.items())
    yield archive.add("SHA256SUMS", "".join(lines).encode())
    yield archive.finish()


def _line(one: Original, sent: _Sent) -> dict[str, Any]:
    return {
        "path": None if sent.state == "unreadable" else one.name,
        "what": one.what,
        "state": sent.state,
        "title": one.title,
        "first_sheet": one.sheet.first_sheet,
        "last_sheet": one.sheet.last_sheet,
        "number": one.sheet.number,
        "issued_on": one.sheet.issued_on,
        "sha256": one.sha256 or sent.sha256,
        "size": sent.size if one.size is None else one.size,
        "dangers": one.dangers,
    }


async def _measured(one: Original, sent: _Sent) -> AsyncIterator[bytes]:
    """Yield an original's bytes and note what they were.

    Small ones are read and compared first, so that no other bytes leave. What is too large to be
    read twice is compared on its way, and called damaged if it differs.
    """
    if one.is_whole is not None and (one.size or 0) <= ENCLOSED_BYTES and not await one.is_whole():
        sent.state = "unreadable"
        return
    hashed = hashlib.sha256()
    try:
        async for chunk in one.chunks():
            sent.size += len(chunk)
            hashed.update(chunk)
            yield chunk
    except DomainError:  # Unavailable, or it went out of sight meanwhile
        sent.state = "damaged" if sent.size else "unreadable"
        return
    sent.sha256 = hashed.hexdigest()
    if one.sha256 not in (None, sent.sha256):
        sent.state = "damaged"


async def _with(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for chunk in rest:
        yield chunk
