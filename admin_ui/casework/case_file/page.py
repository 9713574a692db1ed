"""The case file as one PDF. A page first says what it holds; taking it is recorded."""

from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.approvals import records
from admin_ui.casework.case_file import enclosing
from admin_ui.shell.confirming import confirming
from admin_ui.shell.render import AnyRequest, actor_of, address_of, page
from backend.casework.case_file import service as case_file
from schemas.core.vocabulary import RecordKind

_ADDRESS = "/desk/cases/{case_id:uuid}/dossier"
records.register_package(RecordKind.CASE, enclosing.enclosed)


@get(_ADDRESS, include_in_schema=False)
async def ask_case_file(request: AnyRequest, case_id: FromPath[UUID]) -> Response[str]:
    """Show what the file holds, and say that taking it is recorded. Raises NotFound, NotAllowed."""
    confirming.require(request)
    actor = actor_of(request)
    view = await case_file.ask(case_id, actor, address_of(request))
    count, size = await case_file.size_of(view, actor)
    return page(request, "casework/case_file/case_file.html", view=view, count=count, size=size)


@post(_ADDRESS, status_code=200, include_in_schema=False)
async def take_case_file(request: AnyRequest, case_id: FromPath[UUID]) -> Response[bytes]:
    """Record that the file is taken, then make and send it. Raises NotFound."""
    confirming.require(request)
    made = await case_file.make(case_id, actor_of(request), address_of(request))
    disposition = f"attachment; filename=\"case.pdf\"; filename*=UTF-8''{quote(made.file_name)}"
    return Response(
        made.pdf,
        media_type="application/pdf",
        headers={"content-disposition": disposition},
    )


HANDLERS = [ask_case_file, take_case_file]
