"""The package for an authority outside the force, and the scan of its answer.

    kept = await outside.keep(submission_id, enclosed, actor)     # a ZIP, kept as it was sent
    scan = await outside.take_scan(submission_id, data, actor)    # before the act that names it

The acts themselves go through backend/approvals/submissions. Both functions write to the store, so
call them outside of any transaction. A package is kept, not made again: what went out can be taken
again byte by byte, whatever happens to the record.
"""

import hashlib
import io
import zipfile
from collections.abc import AsyncIterator, Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from backend.approvals.publication import looking
from backend.approvals.rules import guards
from backend.approvals.submissions import service as submissions
from backend.approvals.submissions.service import Found
from backend.approvals.texts import outside as texts
from backend.core import access_log, clock, custody, formats, local_time
from backend.core.actors import Actor, UnitPath
from backend.core.errors import NotAllowed, NotFound
from backend.documents import scans
from backend.documents.scans import Scan
from backend.force.queries import officer_names
from backend.force.queries import scans as scan_queries
from backend.force.queries.scans import KeptFile
from backend.law.deadlines import service as deadlines
from schemas.approvals.submissions import Submitted
from schemas.approvals.words import StepKind
from schemas.core.problems import Text
from schemas.core.vocabulary import Role


class Enclosed(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a package."""

    name: str
    data: bytes


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A package, or the scan of an answer, as a page lists it."""

    id: UUID
    sha256: str
    size: int
    package: bool
    made_at: datetime
    made_by: str
    readable: bool
    """This reader may take it."""


async def take_scan(submission_id: UUID, data: bytes, actor: Actor) -> Scan:
    """Take the scan of an answer. Raises NotFound, NotAllowed, ScanWrong, Unavailable."""
    found = await _looked_after(submission_id, actor)
    if guards.own_work(found.facts, actor.officer_id):
        raise NotAllowed
    unit_id = _unit(found.path)
    return await scans.take("submission", submission_id, submission_id, unit_id, data, actor)


async def keep(submission_id: UUID, enclosed: Sequence[Enclosed], actor: Actor) -> Scan:
    """Make a package of these files with a cover list, and keep it.

    Raises NotFound, NotAllowed, PackageTooLarge, Unavailable.
    """
    found = await _looked_after(submission_id, actor)
    data = _zipped(found, enclosed, actor, clock.now())
    return await scans.keep_package(submission_id, _unit(found.path), data, actor)


async def _looked_after(submission_id: UUID, actor: Actor) -> Found:
    """Return a submission whose open step this officer sends outside. Raises NotFound, NotAllowed."""
    found = await submissions.find(submission_id, actor)
    if guards.outside_step(found.facts, found.context) is None:
        raise NotAllowed
    return found


def _unit(path: UnitPath) -> UUID:
    return next(one for one in reversed(path.as_tuple()) if one is not None)


async def gathered(chunks: AsyncIterator[bytes]) -> bytes:
    """Return a file that is made piece by piece, as one. Raises PackageTooLarge once it is too large."""
    data = bytearray()
    async for chunk in chunks:
        data += chunk
        if len(data) > scans.MOST_PACKAGE:
            raise scans.PackageTooLarge
    return bytes(data)


async def content_of(subject: Submitted) -> list[Enclosed]:
    """Return the content of a proposal to the catalogue, which is no paper; empty if it is gone."""
    data = await looking.as_file(subject)
    return [Enclosed(name="01-noi-dung-trinh.json", data=data)] if data else []


def letter_of(receiver: str) -> Text:
    """Return with what kind of letter a package goes to this receiver."""
    return texts.letter_of(receiver)


def _zipped(found: Found, enclosed: Sequence[Enclosed], actor: Actor, at: datetime) -> bytes:
    """Return the ZIP: the cover list, the files, and their sums as sha256sum reads them."""
    facts, buffer = found.facts, io.BytesIO()
    sums = [(hashlib.sha256(one.data).hexdigest(), one.name) for one in enclosed]
    cover = texts.cover(
        title=facts.title,
        note=facts.note,
        submitted_at=formats.second(facts.renewed_at),
        shown=facts.shown,
        due=deadlines.end_words(facts.due_at) if facts.due_at else None,
        made_at=formats.second(at),
        made_by=actor.full_name,
        files=sums,
    ).encode()
    listed = "".join(f"{sha256}  {name}\n" for sha256, name in sums).encode()
    files = [
        Enclosed(name=texts.COVER, data=cover),
        *enclosed,
        Enclosed(name="SHA256SUMS", data=listed),
    ]
    moment = at.astimezone(local_time.VIETNAM).timetuple()[:6]
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for one in files:
            info = zipfile.ZipInfo(one.name, moment)
            info.external_attr = 0o644 << 16
            archive.writestr(info, one.data)
    return buffer.getvalue()


async def kept(found: Found, actor: Actor) -> list[Kept]:
    """List the packages and scanned answers of a submission in sight, newest first."""
    if not any(step.kind is StepKind.OUTSIDE for step in found.facts.steps):
        return []  # only such a step takes files
    rows = await scan_queries.of_record(found.facts.id)
    names = await officer_names.of({one.uploaded_by for one in rows})
    return [
        Kept(
            id=one.id,
            sha256=one.sha256,
            size=one.size,
            package=one.media_type == scans.ZIP,
            made_at=one.uploaded_at,
            made_by=names.get(one.uploaded_by, "–"),
            readable=_readable(one, found, actor),
        )
        for one in rows
    ]


def _readable(file: KeptFile, found: Found, actor: Actor) -> bool:
    """Tell whether a reader of the submission may take a file of it.

    A scanned answer is for all of them. A package may hold the whole file, which a clerk and who
    gives advice from elsewhere may not read: its maker and readers of the unit may take it.
    """
    if file.media_type != scans.ZIP or file.uploaded_by == actor.officer_id:
        return True
    context = found.context
    return context.covers or context.legal or actor.has(Role.AUDITOR)


async def read(
    submission_id: UUID, file_id: UUID, actor: Actor, address: str | None
) -> tuple[Scan, bytes, str]:
    """Return a package or a scanned answer, its bytes and a file name; logs the access.

    Raises NotFound, Unavailable.
    """
    found = await submissions.find(submission_id, actor)
    rows = await scan_queries.of_record(submission_id)
    row = next((one for one in rows if one.id == file_id), None)
    if row is None or not _readable(row, found, actor):
        raise NotFound(what="scan")
    data = await custody.read(row.object_key, row.sha256)
    await access_log.record(actor, "submission.file", submission_id, address=address)
    stem = "goi-ho-so" if row.media_type == scans.ZIP else "tra-loi"
    return scans.seen(row), data, f"{stem}-{row.sha256[:16]}.{scans.ENDINGS[row.media_type]}"
