"""Views of the stored files of minutes and papers made on site, for phones and desk.

Called only for inspections that the scope filter has let through.
"""

from uuid import UUID

from backend.fieldwork.queries import site_paper_files as queries
from schemas.fieldwork.site_paper_files import SitePaperFileView
from schemas.fieldwork.words import FileKind


async def of_inspection(inspection_id: UUID) -> list[SitePaperFileView]:
    """Return every stored file of an inspection, oldest first."""
    found = await queries.of_inspection(inspection_id)
    current: dict[UUID, UUID] = {}
    for row in found:
        current[row.written_id] = row.file_id
    current |= {row.written_id: row.file_id for row in found if row.kind is FileKind.SIGNED}
    return [
        SitePaperFileView(
            id=row.file_id,
            written=row.written_id,
            kind=row.kind,
            form=row.form,
            number=row.number_text,
            sha256=row.sha256,
            size=row.size,
            pages=row.pages,
            certificate=row.certificate,
            signature_level=row.signature_level,
            signer_name=row.signer_name,
            made_at=row.issued_at,
            current=current[row.written_id] == row.file_id,
            replaced_by=(row.replaced_by or "") if row.replaced else None,
        )
        for row in found
    ]
