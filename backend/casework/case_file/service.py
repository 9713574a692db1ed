"""A whole case file, for an appeal, a court, the archive.

That a copy was taken is logged before it is made.
"""

import asyncio
import hashlib
from typing import Any
from uuid import UUID

import msgspec

from backend.casework.case_file import composing, deliveries, originals, wording
from backend.casework.case_file.composing import Composed, Cover, Part, Photograph, Unprinted
from backend.casework.case_file.originals import Original
from backend.casework.cases import inspection_papers
from backend.casework.cases import service as cases
from backend.casework.filing import printing
from backend.casework.issued_documents import scans
from backend.casework.issued_documents import service as issued_documents
from backend.casework.queries import case_file as queries
from backend.core import access_log, clock, custody, formats, local_time, scope
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound, Unavailable
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.papers import for_cases, on_site
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.force.units import service as units
from schemas.casework.views import CaseView, FiledFileView, FolioEntryView, PaperView
from schemas.casework.words import CaseAct
from schemas.core.vocabulary import Role
from schemas.fieldwork.inspections import PhotoView

_NOBODY = UUID(int=0)
"""No officer's id: works on no case, on no team."""


class CaseFile(msgspec.Struct, frozen=True, kw_only=True):
    """A file as it is handed out."""

    file_name: str
    pdf: bytes
    pages: int
    sha256: str


class Whole(msgspec.Struct, frozen=True, kw_only=True):
    """A case's file with its originals beside it. `file` has none inside."""

    view: CaseView
    file: CaseFile
    originals: list[Original]
    photos: list[PhotoView] | None
    """Of its inspection; None if there is none in the reader's sight."""


async def ask(case_id: UUID, actor: Actor, address: str | None) -> CaseView:
    """Return the case for the page that asks before a file is taken; logs the access.

    The page shows what the file holds. Raises NotFound, NotAllowed for a clerk.
    """
    async with transaction():
        view = await _asked(case_id, actor)
        await access_log.record(actor, "case.dossier_asked", case_id, address=address)
    return view


async def _asked(case_id: UUID, actor: Actor) -> CaseView:
    """Return the case whose file somebody wants. Raises NotFound, NotAllowed.

    A clerk handles single papers. The whole file also holds those of the inspection, which a clerk
    may not read. Papers of the inspection get their sheets first, in a case from before they did.
    """
    view = await cases.view(case_id, actor)
    if not scope.sees_any(INSPECTION_TEAMS, actor):
        raise NotAllowed
    if view.inspection_id is None or not await inspection_papers.enter(case_id, view.inspection_id):
        return view
    return await cases.view(case_id, actor)


async def make(case_id: UUID, actor: Actor, address: str | None) -> CaseFile:
    """Make the file of a case in sight. Must not be called inside a transaction: it takes a while.

    Raises NotFound, NotAllowed for a clerk, Unavailable if a paper cannot be read.
    """
    async with transaction():
        view = await _asked(case_id, actor)
        await access_log.record(actor, "case.dossier", case_id, address=address)
    parts = [await _part(view, sheet, actor, address) for sheet in view.folio]
    photos = await _photos(view, actor, address)
    return await _composed(view, parts, photos, wording.ORIGINALS_INSIDE)


async def _composed(
    view: CaseView, parts: list[Part], photos: list[PhotoView] | None, where: str
) -> CaseFile:
    """Compose the file: the papers, the deliveries of the contents list, the index of photographs."""
    index = [
        Photograph(
            number=one.number,
            sha256=one.sha256,
            made=formats.second(one.made_at),
            by=one.officer_name,
            caption=one.caption or "",
            withdrawn=one.withdrawn or "",
            stored=one.stored,
        )
        for one in photos or []
    ]
    cover, given = await _cover(view, where), deliveries.of_case(view)
    return _named(view, await asyncio.to_thread(composing.compose, cover, parts, given, index))


async def _photos(view: CaseView, actor: Actor, address: str | None) -> list[PhotoView] | None:
    """Return the photographs of the case's inspection; None if there is none in sight. Recorded."""
    if view.inspection_id is None:
        return None
    try:
        async with transaction():
            seen = await inspections.read(view.inspection_id, actor, "photo_index", address)
    except NotFound:
        return None
    return seen.photos


async def size_of(view: CaseView, actor: Actor) -> tuple[int, int]:
    """Return how many originals a package holds and their bytes, as far as they are known before."""
    found = await originals.of_case(view, actor, None)
    return len(found), sum(one.size or 0 for one in found)


async def with_originals(case_id: UUID, actor: Actor, address: str | None) -> Whole:
    """Make the file for a package, with what the package puts beside it. Records that it is taken.

    A paper that cannot be read is said in the file, and does not stop the others. Must not be
    called inside a transaction. Raises NotFound, NotAllowed for a clerk, Unavailable if the store
    does not answer at all.
    """
    await custody.answers()
    async with transaction():
        view = await _asked(case_id, actor)
        await access_log.record(actor, "case.package", case_id, address=address)
    parts = [await _beside(view, sheet, actor, address) for sheet in view.folio]
    photos = await _photos(view, actor, address)
    made = await _composed(view, parts, photos, wording.ORIGINALS_BESIDE)
    found = await originals.of_case(view, actor, address)
    return Whole(view=view, file=made, originals=found, photos=photos)


async def _beside(view: CaseView, sheet: FolioEntryView, actor: Actor, address: str | None) -> Part:
    """Return a part whose originals go beside the file; it says so where they cannot be read."""
    try:
        part = await _part(view, sheet, actor, address, beside=True)
    except Unavailable:
        return Part(pdf=None, why=wording.UNREADABLE, **_line(view, sheet))
    return msgspec.structs.replace(part, signed=False, scan=None)


def _named(view: CaseView, made: Composed) -> CaseFile:
    return CaseFile(
        file_name=f"{view.number.replace('/', '-')}.pdf",
        pdf=made.pdf,
        pages=made.pages,
        sha256=hashlib.sha256(made.pdf).hexdigest(),
    )


async def _cover(view: CaseView, where: str) -> Cover:
    path = await units.path_of(view.unit_id)
    above = [one for one in path.as_tuple() if one is not None][:-1]
    superior = (await units.name_of(above[-1])).vi if above else ""
    ended = next((x for x in reversed(view.story) if x.type == CaseAct.CASE_ARCHIVED), None)
    today = clock.today()
    return Cover(
        superior=superior,
        unit=view.unit_name.vi,
        number=view.number,
        subject=wording.subject(view),
        since=local_time.day_of(view.opened_at),
        until=local_time.day_of(ended.received_at) if ended else None,
        state=wording.state(view.state),
        made=f"Bản sao lập từ hệ thống ngày {formats.day(today)}; {where}",
    )


def _paper(view: CaseView, sheet: FolioEntryView) -> PaperView | None:
    return next((one for one in view.papers if one.id == sheet.document_id), None)


def _line(view: CaseView, sheet: FolioEntryView) -> dict[str, Any]:
    """Return what every part says of its line of the contents list."""
    paper = _paper(view, sheet)
    return {
        "first": sheet.first_sheet,
        "last": sheet.last_sheet,
        "title": paper.title.vi if paper is not None else sheet.title,
        "number": sheet.number,
        "issued_on": sheet.issued_on,
    }


async def _part(
    view: CaseView,
    sheet: FolioEntryView,
    actor: Actor,
    address: str | None,
    *,
    beside: bool = False,
) -> Part:
    """Return the paper behind a line of the contents list, or a page that says where it is.

    With `beside` the originals go beside the file. Raises Unavailable.
    """
    paper, given = _paper(view, sheet), _line(view, sheet)
    if sheet.inspection_paper is not None:
        return await _of_inspection(view, sheet, actor, address, given)
    if paper is not None and paper.field_document:
        try:
            made = await on_site.pdf(paper.id, actor, address)
        except (NotFound, on_site.PaperTooLong):
            return Part(pdf=None, why=wording.NOT_IN_SIGHT, **given)
        return Part(pdf=made.pdf, signed=True, **given)
    if paper is not None and paper.sha256:
        async with transaction():
            data, _ = await issued_documents.pdf(paper.id, actor, address)
            scan = None
            if beside:
                return Part(pdf=data, **given)
            if paper.sealed_id is not None:  # both files go along: the one without the seal too
                own, name = await issued_documents.pdf(paper.id, actor, address, signed_only=True)
                scan = (f"{sheet.first_sheet:02d} {wording.WITHOUT_SEAL} {name}", own)
            if paper.scan_id is not None:
                _, scanned, name = await scans.read(paper.scan_id, actor, address)
                scan = (f"{sheet.first_sheet:02d} {name}", scanned)
        return Part(pdf=data, signed=True, scan=scan, **given)
    if (file := printing.find(view.files, sheet.file_id)) is not None:
        return await _filed(file, actor, address, given, beside=beside)
    return Part(pdf=None, why=wording.ELSEWHERE, sha256=_filed_hash(view, sheet), **given)


async def _of_inspection(
    view: CaseView, sheet: FolioEntryView, actor: Actor, address: str | None, given: dict[str, Any]
) -> Part:
    """Return a decision or the minutes of the inspection; a page instead if they are out of sight."""
    if view.inspection_id is None or sheet.document_id is None:
        return Part(pdf=None, why=wording.NOT_IN_SIGHT, **given)
    try:
        if sheet.inspection_paper == "minutes":
            data = await for_cases.pdf_of_minutes(
                view.inspection_id, sheet.document_id, actor, address
            )
            return Part(pdf=data, signed=True, **given)
        data, other, ending = await for_cases.pdf_of_decision(
            view.inspection_id, sheet.document_id, actor, address
        )
    except (NotFound, on_site.PaperTooLong):
        return Part(pdf=None, why=wording.OF_INSPECTION, **given)
    name = f"{sheet.first_sheet:02d} {originals.plain(sheet.number or sheet.title)} (2).{ending}"
    return Part(pdf=data, signed=True, scan=(name, other) if other is not None else None, **given)


async def _filed(
    file: FiledFileView,
    actor: Actor,
    address: str | None,
    given: dict[str, Any],
    *,
    beside: bool,
) -> Part:
    """Return a document made elsewhere: its pages or picture, else a page that says why not."""
    printed = await printing.of(file, actor, address, beside=beside)
    enclosed = None
    if printed.original is not None:
        enclosed = (printing.name_in_file(given["first"], file), printed.original)
    if printed.pages is not None:
        return Part(pdf=printed.pages, scan=enclosed, **given)
    if printed.picture is not None:
        return Part(pdf=None, picture=printed.picture, scan=enclosed, **given)
    where = wording.TOO_LARGE if enclosed is None else wording.ENCLOSED
    if beside:
        where = wording.BESIDE
    return Part(
        pdf=None,
        scan=enclosed,
        why=f"{wording.why_unprinted(file)} {where}",
        sha256=file.sha256,
        unprinted=Unprinted(
            file_name=file.file_name,
            what=file.media_type,
            size=f"{formats.grouped(-(-file.size // 1000))} kB",
            sha256=file.sha256,
            where=where,
        ),
        **given,
    )


def _filed_hash(view: CaseView, sheet: FolioEntryView) -> str | None:
    """Return the SHA-256 of the scan that was named when the paper was filed."""
    for line in view.story:
        if line.type == CaseAct.SHEETS_FILED and line.content.get("title") == sheet.title:
            return line.content.get("sha256")
    return None


async def by_number(number: str, operator: str) -> CaseFile:
    """Make the file of a case by its number, for the operator of the installation.

    Raises NotFound, ValueError for an operator without a name.
    """
    case_id, actor = await for_operator(number, operator)
    return await make(case_id, actor, None)


async def for_operator(number: str, operator: str) -> tuple[UUID, Actor]:
    """Return a case by its number, and the operator of the installation as its reader.

    `operator` says who, where and why. An operator is no officer: they see what an auditor of the
    case's unit sees, and each reading is logged in their name alone. Raises NotFound, ValueError
    for an operator without a name.
    """
    if not operator.strip():
        raise ValueError("who takes the file of a case is named")
    row = await queries.by_number(number)
    if row is None:
        raise NotFound(what="case")
    actor = Actor(
        officer_id=_NOBODY,
        username="operator",
        full_name=operator,
        operator=operator,
        roles=frozenset({Role.AUDITOR}),
        unit=row.path,
        session_id=None,
        face="cli",
    )
    return row.id, actor
