"""Views of papers made on site, for phones and desk.

Called only for inspections that the scope filter has let through.
"""

from uuid import UUID

from backend.documents import content_hash, forms
from backend.fieldwork.queries import documents as document_queries
from backend.fieldwork.queries.documents import PaperSignature, WrittenPaper
from backend.fieldwork.queries.signed_rows import signed
from backend.fieldwork.rules.documents import missing_signers
from backend.fieldwork.rules.refusals import counted
from schemas.fieldwork.paper_views import DocumentSignatureView, FieldDocumentView


async def of_inspection(inspection_id: UUID) -> list[FieldDocumentView]:
    """Return every paper of an inspection, oldest first, with the signatures in force."""
    rows = await document_queries.of_inspection(inspection_id)
    if not rows:
        return []
    signed: dict[UUID, list[DocumentSignatureView]] = {}
    for row in await document_queries.signatures_of_inspection(inspection_id):
        signed.setdefault(row.document_id, []).append(_signature(row))
    return [_view(row, signed.get(row.document_id, [])) for row in rows]


def _signature(row: PaperSignature) -> DocumentSignatureView:
    return DocumentSignatureView(
        id=row.act_id,
        role=row.role,
        name=row.name,
        drawing=row.drawing,
        refusal=row.refusal,
        officer_name=row.officer_name,
        made_at=row.made_at,
    )


def _view(row: WrittenPaper, signatures: list[DocumentSignatureView]) -> FieldDocumentView:
    digest = content_hash.of(row.form, row.form_version, row.fields)
    return FieldDocumentView(
        id=row.document_id,
        form=row.form,
        form_version=row.form_version,
        fields=row.fields,
        written=row.written_id,
        writings=row.writings,
        officer_id=row.officer_id,
        officer_name=row.officer_name,
        written_at=row.written_at,
        number=row.number_text,
        numbered_at=row.numbered_at,
        code=row.code,
        missing=missing_signers(
            forms.load(row.form, row.form_version),
            counted(
                row.form,
                row.form_version,
                row.fields,
                [signed(one.role, one.name, one.refusal, one.made_at) for one in signatures],
            ),
        ),
        signatures=signatures,
        content_sha256=digest,
        content_mark=content_hash.mark_on_site(digest, row.code),
    )
