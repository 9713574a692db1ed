"""Items of a plan from a workbook: the template, the upload, the preview, the confirmation."""

from collections.abc import AsyncIterator, Sequence
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell import tables
from admin_ui.shell.forms import read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core import spreadsheets
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed
from backend.force.units import service as units
from backend.planning.importing import service as importing
from backend.planning.plans import reading
from backend.planning.readers import service as readers

_PLACE = "/desk/plans/{plan_id:uuid}/import"
_ONE = f"{_PLACE}/{{import_id:uuid}}"
_MOST_BODY = importing.MOST_BYTES + 1_000_000
"""Somewhat more than a file may have, so that our own message is shown."""
_SHOWN = 200
"""Rows of each table on the preview."""


@get("/desk/plans/template.xlsx", include_in_schema=False)
async def template(request: AnyRequest) -> Response[Any]:
    """Send a workbook with the headings and one example row. Raises NotAllowed."""
    if not readers.looks(actor_of(request)):
        raise NotAllowed
    language = language_of(request)
    headings = [getattr(one.heading, language) for one in importing.COLUMNS.values()]

    async def rows() -> AsyncIterator[Sequence[spreadsheets.Row]]:
        yield [[getattr(one, language) for one in importing.EXAMPLE]]

    name = f"{say(language, 'planimport.name')}.xlsx"
    return tables.sent(spreadsheets.written("xlsx", headings, rows()), name, "xlsx")


@get(_PLACE, include_in_schema=False)
async def ask_file(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[Any]:
    """Show the upload. Raises NotFound."""
    return await _upload_page(request, plan_id)


async def _upload_page(
    request: AnyRequest, plan_id: UUID, *, wrong: str = "", status: int = 200
) -> Response[Any]:
    async with transaction():
        plan = await reading.view(plan_id, actor_of(request))
    if not plan.may.edit:
        return Redirect(f"/desk/plans/{plan_id}", status_code=303)
    columns = [one.heading for one in importing.COLUMNS.values()]
    return page(
        request,
        "planning/imports/upload.html",
        status=status,
        plan=plan,
        wrong=wrong,
        columns=columns,
        most=importing.MOST_BYTES,
    )


@post(_PLACE, include_in_schema=False, request_max_body_size=_MOST_BODY)
async def take_file(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[Any]:
    """Read the file and go to its preview. Raises NotFound, NotAllowed."""
    sent = (await request.form()).get("file")
    if not isinstance(sent, UploadFile) or not sent.filename:
        said = say(language_of(request), "planimport.file_needed")
        return await _upload_page(request, plan_id, wrong=said, status=422)
    data = await sent.read(importing.MOST_BYTES + 1)
    try:
        import_id = await importing.upload(plan_id, sent.filename, data, actor_of(request))
    except DomainError as error:
        if error.status != 422:
            raise
        return await _upload_page(request, plan_id, wrong=told(request, error), status=422)
    return Redirect(f"/desk/plans/{plan_id}/import/{import_id}", status_code=303)


@get(_ONE, include_in_schema=False)
async def show_preview(
    request: AnyRequest, plan_id: FromPath[UUID], import_id: FromPath[UUID]
) -> Response[Any]:
    """Show what the file would bring, or that it was brought. Raises NotFound."""
    return await _preview(request, plan_id, import_id)


async def _preview(
    request: AnyRequest, plan_id: UUID, import_id: UUID, *, wrong: str = "", status: int = 200
) -> Response[Any]:
    language = language_of(request)
    async with transaction():
        view = await importing.preview(import_id, actor_of(request))
        found = await units.names_of({one.item.unit_id for one in view.good[:_SHOWN]})
    if view.plan_id != plan_id:
        return Redirect(f"/desk/plans/{view.plan_id}/import/{import_id}", status_code=303)
    return page(
        request,
        "planning/imports/preview.html",
        status=status,
        view=view,
        bad=len({one.row for one in view.faults}),
        names={unit_id: getattr(name, language) for unit_id, name in found.items()},
        most=_SHOWN,
        wrong=wrong,
    )


@post(_ONE, include_in_schema=False)
async def confirm_import(
    request: AnyRequest, plan_id: FromPath[UUID], import_id: FromPath[UUID]
) -> Response[Any]:
    """Bring all rows into the plan, or none. Sending it again shows what the first sending did. Raises NotFound."""
    form = await read_form(request)
    try:
        async with transaction():
            await importing.confirm(import_id, form.text("sha256"), actor_of(request))
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return await _preview(
            request, plan_id, import_id, wrong=told(request, error), status=error.status
        )
    return Redirect(f"/desk/plans/{plan_id}/import/{import_id}", status_code=303)


HANDLERS = [template, ask_file, take_file, show_preview, confirm_import]
