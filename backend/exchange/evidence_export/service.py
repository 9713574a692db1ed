"""Make a package of one inspection: originals, acts, receipts, signatures, keys, instructions.

It is for officers who must show evidence to others: a court, an appeal, an audit. It contains what
the officer who takes it may see. That it was taken is recorded before its first byte is sent. Only
one chunk of an original is in memory, and the acts, which are text.
"""

import asyncio
import hashlib
import re
from collections.abc import AsyncIterator, Iterator
from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import access_log, clock, formats
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, Unavailable
from backend.exchange.evidence_export import files, history, texts
from backend.exchange.evidence_export.archive import Archive
from backend.exchange.queries import evidence_export as queries
from backend.exchange.queries.evidence_export import DeviceKey, PackedEntry
from backend.fieldwork.evidence import service as evidence
from backend.fieldwork.evidence.service import Original
from backend.fieldwork.filing import service as filing
from backend.fieldwork.filing.service import Packed
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import stored_files
from backend.fieldwork.papers.stored_files import StoredFile
from backend.force import restores as force_restores
from backend.force.queries.restores import DeclaredRestore
from schemas.core.vocabulary import Role
from schemas.fieldwork.inspections import InspectionView
from schemas.fieldwork.minutes_flow import FLOW

__all__ = ["Package", "package"]

FORMAT = "hientruong-package/2"


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """A ZIP to be sent: its name, and its bytes as they are produced."""

    file_name: str
    chunks: AsyncIterator[bytes]


def may_export(actor: Actor) -> bool:
    """Tell whether an officer may take packages at all. Scope decides of which inspections."""
    return actor.has(Role.SUPERVISOR, Role.AUDITOR)


async def package(inspection_id: UUID, actor: Actor, address: str | None) -> Package:
    """Begin a package: read what it needs, and write to the access log that it is taken.

    Runs in the caller's transaction. Raises NotFound (also out of scope), and NotAllowed if the
    officer is neither a supervisor nor an auditor.
    """
    view = await inspections.inspection_view(inspection_id, actor)
    if not may_export(actor):
        raise NotAllowed
    entries = await queries.list_entries(inspection_id)
    devices = sorted({entry.device_id for entry in entries if entry.device_id is not None})
    device_keys = await queries.list_device_keys(devices)
    originals = await evidence.originals_of(inspection_id)
    papers = await stored_files.of_inspection(inspection_id)
    obtained = await filing.for_package(inspection_id)
    restores = await force_restores.entries()
    # The story of each of its photographs shows this.
    await access_log.record(actor, "record.package", inspection_id, address=address)
    at = clock.now()
    small = await asyncio.to_thread(
        _small, view, entries, originals, obtained, device_keys, restores, actor, at
    )
    return Package(
        file_name=f"{_plain(view.decision.number)}_{at:%Y%m%dT%H%M%SZ}.zip",
        chunks=_chunks(small, _large(originals, obtained), papers, at),
    )


def _plain(number: str) -> str:
    """Return a decision's number as any file system or header accepts it: 01000004-QD-KT."""
    return re.sub(r"[^0-9A-Za-z]+", "-", number.replace("Đ", "D")).strip("-")


def _small(
    view: InspectionView,
    entries: list[PackedEntry],
    originals: list[Original],
    obtained: list[Packed],
    device_keys: list[DeviceKey],
    restores: list[DeclaredRestore],
    actor: Actor,
    at: datetime,
) -> list[files.File]:
    said = {
        "number": view.decision.number,
        "at": formats.second(at),
        "name": f"{actor.full_name} ({actor.username})",
        "file_rulings": ", ".join(history.FILE),
    }
    small = [
        ("HUONG-DAN.txt", texts.HOW_TO_VI.format(**said).encode()),
        ("HOW-TO.txt", texts.HOW_TO_EN.format(**said).encode()),
        ("kiem-tra.py", texts.checker()),
        ("inspection.json", files.pretty(view)),
        *files.of_keys(device_keys),
        *(file for row in entries for file in files.of_entry(row)),
        *(file for original in originals for file in files.of_original(original)),
        *(file for one in obtained for file in files.of_document(one)),
        *files.of_restores(restores),
    ]
    manifest = {
        "format": FORMAT,
        "inspection_id": view.id,
        "decision_number": view.decision.number,
        "state": view.state,
        "revision": view.revision,
        "minutes_flow": view.minutes_flow,
        "minutes_owner": view.minutes_owner,
        "file": {"status": view.file.status, "file": view.file.file} if view.file else None,
        "withdrawn": view.discarded if view.minutes_flow == FLOW else None,
        "entries": len(entries),
        "taken_at": clock.rfc3339(at),
        "restores": len(restores),
        "taken_by": {"officer_id": actor.officer_id, "full_name": actor.full_name},
        "photos": [
            {
                "photo_id": original.photo_id,
                "number": original.number,
                "entry": original.entry,
                "path": files.photo_path(original) if original.receipt else None,
                "sha256": original.sha256,
                "size": original.size,
            }
            for original in originals
        ],
        "documents": [
            {
                "file_id": one.file_id,
                "entry": one.entry,
                "path": files.document_path(one) if one.receipt else None,
                "sha256": one.sha256,
                "size": one.size,
            }
            for one in obtained
        ],
        "files": {path: hashlib.sha256(data).hexdigest() for path, data in small},
    }
    return [("manifest.json", files.pretty(manifest)), *small]


_Large = tuple[str, str, AsyncIterator[bytes]]
"""A large file of the archive: its path, SHA-256 and bytes."""


def _large(originals: list[Original], obtained: list[Packed]) -> Iterator[_Large]:
    """Yield the originals and the documents that are in the store, in the archive's order."""
    for original in originals:
        if original.receipt is not None:
            path, chunks = files.photo_path(original), evidence.original_chunks(original)
            yield path, original.sha256, chunks
    for one in obtained:
        if one.receipt is not None:
            yield files.document_path(one), one.sha256, filing.packed_chunks(one)


async def _chunks(
    small: list[files.File], large: Iterator[_Large], papers: list[StoredFile], at: datetime
) -> AsyncIterator[bytes]:
    """Yield the archive. If the store cannot deliver an original, a text file in its place says so."""
    archive = Archive(at)
    sums: list[str] = []
    for path, data in small:
        sums.append(f"{hashlib.sha256(data).hexdigest()}  {path}\n")
        yield archive.add(path, data)
    for path, sha256, stream in large:
        try:
            first = await anext(stream, b"")
        except Unavailable:
            yield archive.add(f"{path}.UNREADABLE.txt", texts.UNREADABLE.encode())
            continue
        sums.append(f"{sha256}  {path}\n")
        async for chunk in archive.add_stream(path, _with(first, stream)):
            yield chunk
    for paper in papers:
        path = f"papers/{paper.file_id}.pdf"
        try:
            data = await stored_files.bytes_of(paper)
        except Unavailable:
            yield archive.add(f"{path}.UNREADABLE.txt", texts.UNREADABLE.encode())
            continue
        sums.append(f"{paper.sha256}  {path}\n")
        yield archive.add(path, data)
    yield archive.add("SHA256SUMS", "".join(sums).encode())
    yield archive.finish()


async def _with(first: bytes, rest: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    yield first
    async for chunk in rest:
        yield chunk
