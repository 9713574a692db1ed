"""Files of a case as people see them: what each is, what is dangerous about it, at which sheet it is."""

from uuid import UUID

from backend.casework.queries import scans as queries
from backend.casework.queries.scans import FiledRow
from backend.casework.rules.facts import Facts
from backend.core import database
from backend.documents.rules import file_kinds
from backend.documents.texts import file_dangers
from backend.fieldwork.filing import service as obtained
from schemas.casework.views import FiledFileView
from schemas.fieldwork.filing import FiledView


async def of_case(case_id: UUID, facts: Facts) -> list[FiledFileView]:
    """Return the files of a case, oldest first: sent to it, or obtained at its inspection.

    The caller has checked scope.
    """
    sheets = {one.file_id: one.first for one in facts.folio if one.file_id is not None}
    async with database.at_once() as ask:
        sent = ask(queries.filed_in(case_id))
        beside = ask(obtained.of_inspection(facts.inspection_id)) if facts.inspection_id else None
    found = [view(row, sheets.get(row.id)) for row in sent.result()]
    if beside is not None:
        # One that was struck out after it had its number keeps it: sheet numbers never move.
        found += [
            of_inspection(one, sheets.get(one.file_id))
            for one in beside.result()
            if one.file_id in sheets or obtained.may_join(one)
        ]
    return sorted(found, key=lambda one: one.uploaded_at)


def of_inspection(one: FiledView, sheet: int | None) -> FiledFileView:
    """Return a document that the team obtained on site, as a file of its case."""
    return FiledFileView(
        id=one.file_id,
        file_name=one.file_name,
        sha256=one.sha256,
        size=one.size,
        media_type=one.media_type,
        dangers=one.dangers,
        shown_as=one.shown_as or "download",
        preview=one.preview,
        uploaded_by=one.officer_id,
        uploaded_at=one.stored_at or one.received_at,
        sheet=sheet,
        obtained=one,
    )


def view(row: FiledRow, sheet: int | None) -> FiledFileView:
    """Return one file, with the sentence of each danger."""
    dangers = tuple(row.dangers.split())
    return FiledFileView(
        id=row.id,
        file_name=row.file_name,
        sha256=row.sha256,
        size=row.size,
        media_type=row.media_type,
        dangers=[file_dangers.sentence(one) for one in dangers],
        shown_as=file_kinds.shown_as(row.media_type, dangers),
        preview=row.preview,
        uploaded_by=row.uploaded_by,
        uploaded_at=row.uploaded_at,
        sheet=sheet,
    )
