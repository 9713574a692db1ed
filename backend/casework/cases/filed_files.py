"""Files of a case as people see them: what each is, what is dangerous about it, at which sheet it is."""

from uuid import UUID

from backend.casework.queries import scans as queries
from backend.casework.queries.scans import FiledRow
from backend.casework.rules.facts import Facts
from backend.documents.rules import file_kinds
from backend.documents.texts import file_dangers
from schemas.casework.views import FiledFileView


async def of_case(case_id: UUID, facts: Facts) -> list[FiledFileView]:
    """Return the files that came for a case, oldest first. The caller has checked scope."""
    sheets = {one.file_id: one.first for one in facts.folio if one.file_id is not None}
    return [view(row, sheets.get(row.id)) for row in await queries.filed_in(case_id)]


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
