"""The bytes of a paper, and the differences between two of its drafts."""

from urllib.parse import quote
from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath, FromQuery

from admin_ui.casework.issued_documents import paper_page
from admin_ui.documents.lines import between
from admin_ui.shell.headers import SHOWN_BY_US
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from backend.casework.cases import service as cases
from backend.casework.drafting import service as drafting
from backend.casework.issued_documents import service as issued_documents
from backend.core.database import transaction
from backend.core.errors import NotFound

_PDF = "application/pdf"


@get("/desk/documents/{document_id:uuid}/preview.pdf", include_in_schema=False)
async def preview(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Send the draft as PDF, marked as a draft. The reading is recorded. Raises NotFound."""
    actor = actor_of(request)
    data = await issued_documents.preview(document_id, actor, address_of(request))
    _, _, paper = await cases.paper(document_id, actor)
    await drafting.list_signing.opened(paper, actor)
    headers = {**SHOWN_BY_US, "content-disposition": 'inline; filename="preview.pdf"'}
    return Response(data, media_type=_PDF, headers=headers)


@get("/desk/documents/{document_id:uuid}/signed.pdf", include_in_schema=False)
async def signed(
    request: AnyRequest, document_id: FromPath[UUID], only: FromQuery[str] = ""
) -> Response[bytes]:
    """Send the signed paper as it was issued, with the agency's seal if it has one.

    `only=signed` asks for the officer's own file. The download is recorded. Raises NotFound.
    """
    async with transaction():
        data, name = await issued_documents.pdf(
            document_id, actor_of(request), address_of(request), signed_only=only == "signed"
        )
    disposition = f"attachment; filename=\"paper.pdf\"; filename*=UTF-8''{quote(name)}"
    return Response(data, media_type=_PDF, headers={"content-disposition": disposition})


@get("/desk/documents/{document_id:uuid}/qr.svg", include_in_schema=False)
async def qr(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Send a QR code of the address at which a signed paper is checked. Raises NotFound."""
    picture = await drafting.qr(document_id, actor_of(request))
    return Response(picture, media_type="image/svg+xml")


@get("/desk/documents/{document_id:uuid}/differences", include_in_schema=False)
async def differences(
    request: AnyRequest,
    document_id: FromPath[UUID],
    before: FromQuery[int] = 0,
    after: FromQuery[int] = 0,
) -> Response[str]:
    """Show two drafts side by side, by their number in the case; by default the last two. Raises NotFound."""
    language = language_of(request)
    seen = await paper_page.look(request, document_id, "differences")
    drafts = {line.number: line for line in seen.drafts}
    if not drafts:
        raise NotFound(what="drafts")
    numbers = list(drafts)
    newer = drafts.get(after) or drafts[numbers[-1]]
    older = drafts.get(before) or drafts[numbers[max(0, numbers.index(newer.number) - 1)]]
    return page(
        request,
        "casework/issued_documents/differences.html",
        **seen.context(),
        older=older,
        newer=newer,
        rows=between(
            seen.paper.form,
            seen.paper.form_version,
            older.content["fields"],
            newer.content["fields"],
            language,
        ),
    )


HANDLERS = [preview, signed, qr, differences]
