"""The signed papers of an inspection, for the file of its case: what they are, and their files.

A case lists them with sheet numbers (docs/decisions/0035). They stay papers of the inspection.
"""

from collections.abc import AsyncIterator, Set
from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import access_log, custody
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.documents import forms, scans
from backend.documents.issuing import PDF, pages_of
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import issued_on, of_inspections, stored_files
from backend.fieldwork.papers.stored_files import PaperTooLong
from backend.fieldwork.queries import decision_papers as decision_queries
from backend.fieldwork.queries import minutes as minutes_queries
from backend.fieldwork.queries import reading as read_queries
from backend.force.accounts import service as accounts
from backend.force.queries import scans as scan_queries
from schemas.core.vocabulary import InspectionPaper
from schemas.fieldwork.words import PaperState

_IN_FORCE = (PaperState.SIGNED, PaperState.AWAITING)
"""Signed with a certificate, or by hand with its scan: in force by law before it is compared."""


class SignedPaper(msgspec.Struct, frozen=True, kw_only=True):
    """A signed paper of an inspection, as a case lists it."""

    id: UUID
    paper: InspectionPaper
    title: str
    """Of its form, in Vietnamese."""
    number: str
    issued_on: date | None
    sheets: int
    """Pages of its file."""
    maker_id: UUID


class PaperFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a decision paper in the store; the one that is handed out comes first."""

    what: Literal["signed", "sealed", "without_seal", "print", "scan"]
    object_key: str
    sha256: str
    size: int
    media_type: str

    async def chunks(self) -> AsyncIterator[bytes]:
        """Yield its bytes, unchecked. Raises Unavailable."""
        async for chunk in await custody.opened(self.object_key, 0, self.size):
            yield chunk


async def signed(inspection_id: UUID, known: Set[UUID]) -> list[SignedPaper]:
    """List the signed papers of an inspection but the known ones, in order of date, for the system.

    Nobody's scope is asked. Minutes count once they were submitted and numbered by their act; those of
    older phones have no number, and an officer files them. To count the pages of the minutes they are
    laid out, which takes some 50 ms.
    """
    found = [
        SignedPaper(
            id=one.id,
            paper="decision",
            title=_title(one.form, one.form_version),
            number=one.number,
            issued_on=one.issued_on,
            sheets=one.pages,
            maker_id=one.issued_by,
        )
        for one in await decision_queries.of_inspection(inspection_id)
        if one.id not in known
        and one.state in _IN_FORCE
        and one.number is not None
        and one.pages is not None
        and one.issued_by is not None
    ]
    found += await _minutes(inspection_id, known)
    return sorted(found, key=lambda one: (one.issued_on or date.max, one.paper == "minutes"))


async def _minutes(inspection_id: UUID, known: Set[UUID]) -> list[SignedPaper]:
    there = await minutes_queries.numbered_in_force(inspection_id)
    if there is None or there.act_id in known:
        return []
    maker = await accounts.speaker(there.officer_id)
    if maker is None:
        return []
    try:
        view = await inspections.inspection_view(inspection_id, maker)
        written = of_inspections.site_paper(view)
        sheets = pages_of(await stored_files.laid_out(written.content))
    except (NotFound, PaperTooLong):
        return []
    content = written.content
    if content.number is None:
        return []
    return [
        SignedPaper(
            id=written.written,
            paper="minutes",
            title=_title(content.form, content.version),
            number=content.number,
            issued_on=issued_on.of_minutes(content.fields),
            sheets=sheets,
            maker_id=written.maker_id,
        )
    ]


def _title(form: str, version: int) -> str:
    title: str = forms.load(form, version)["x-title"]["vi"]
    return title


async def files_of_decision(document_id: UUID, actor: Actor) -> list[PaperFile]:
    """List the stored files of a decision paper. Raises NotFound if its inspection is out of sight."""
    paper = await decision_queries.named(document_id)
    if paper is None or await read_queries.find(actor, paper.inspection_id) is None:
        raise NotFound(what="document")
    found = []
    if paper.sealed_id is not None:
        found.append(await _scan("sealed", paper.sealed_id))
    if paper.scan_id is not None:
        found.append(await _scan("scan", paper.scan_id))
    if paper.object_key and paper.sha256 and paper.size:
        what: Literal["signed", "without_seal", "print"] = "signed"
        if paper.sealed_id is not None:
            what = "without_seal"
        elif paper.signature_level is None:
            what = "print"
        found.append(
            PaperFile(
                what=what,
                object_key=paper.object_key,
                sha256=paper.sha256,
                size=paper.size,
                media_type=PDF,
            )
        )
    return [one for one in found if one is not None]


async def _scan(what: Literal["sealed", "scan"], scan_id: UUID) -> PaperFile | None:
    row = await scan_queries.stored(scan_id)
    if row is None:
        return None
    return PaperFile(
        what=what,
        object_key=row.object_key,
        sha256=row.sha256,
        size=row.size,
        media_type=row.media_type,
    )


async def pdf_of_minutes(
    inspection_id: UUID, written: UUID, actor: Actor, address: str | None
) -> bytes:
    """Return the file of minutes of an inspection, also of those that others replaced; logs the access.

    Must not be called inside a transaction. Raises NotFound if they are out of sight, or were replaced
    before anybody asked for their file; PaperTooLong, Unavailable.
    """
    async with transaction():
        view = await inspections.read(inspection_id, actor, "print", address)
    if view.minutes is not None and view.minutes.id == written:
        return await stored_files.file_of(of_inspections.site_paper(view))
    kept = [one for one in view.paper_files if one.written == written and one.current]
    if not kept:
        raise NotFound(what="minutes")
    return (await stored_files.read(kept[-1].id, actor, address, inspection_id)).pdf


async def pdf_of_decision(
    inspection_id: UUID, document_id: UUID, actor: Actor, address: str | None
) -> tuple[bytes, bytes | None, str]:
    """Return the pages of a decision paper, its other file or None, and how that one's name ends; logs the access.

    The pages are of the file with the agency's seal, else of the officer's own or of the print; the other is
    the officer's own, or the scan of the sheet that was signed by hand. Must not be called inside a transaction.
    Raises NotFound, Unavailable.
    """
    found = await files_of_decision(document_id, actor)
    shown = next((one for one in found if one.what != "scan"), None)
    if shown is None:
        raise NotFound(what="document")
    other = next((one for one in found if one is not shown), None)
    async with transaction():
        await access_log.record(actor, "paper.pdf", inspection_id, address=address)
    data = await custody.read(shown.object_key, shown.sha256)
    if other is None:
        return data, None, ""
    ending = scans.ENDINGS[other.media_type]
    return data, await custody.read(other.object_key, other.sha256), ending
