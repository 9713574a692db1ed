"""Parties from a file: the template, the upload, how far it is, the preview, the confirmation, pause and end."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.parties.imports import lines
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.list_imports.steps import Steps
from admin_ui.shell.list_imports.uploading import Uploads
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.parties.importing import service as importing
from schemas.parties.imports import OnKnown

PLACE = lines.PLACE
_ONE = f"{PLACE}/{{import_id:uuid}}"
_ALL = 1_000_000_000


_UPLOADS = Uploads(importing, lines.IMPORTS, "parties/imports")


@get(_ONE, include_in_schema=False)
async def show_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Show one import: how far it is, what it would bring, what it brought. Raises NotAllowed, NotFound."""
    return await _show(request, import_id)


async def _show(
    request: AnyRequest,
    import_id: UUID,
    form: Form | None = None,
    *,
    wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    language = language_of(request)
    before = request.query_params.get("before", "")
    number = int(before) if before.isascii() and before.isdecimal() and len(before) < 8 else _ALL
    async with transaction():
        view = await importing.preview(
            import_id, actor_of(request), number, address=address_of(request)
        )
    return page(
        request,
        "parties/imports/import.html",
        status=status,
        view=view,
        row=view.row,
        facts=lines.facts(view.row, language),
        progress=lines.progress(view.row),
        parties=lines.parties(view, language),
        kept_days=importing.KEPT.days,
        typed={name: form.text(name) if form else "" for name in ("known", "extent", "reason")},
        wrong=wrong,
        done=request.query_params.get("done", ""),
    )


@post(f"{_ONE}/begin", opt=ONCE, include_in_schema=False)
async def begin_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Let the rows come. Sending it again shows what the first sending did. Raises NotAllowed, NotFound."""
    form = await read_form(request)
    known = form.text("known")
    if known not in set(OnKnown):
        said = say(language_of(request), "partyimport.known_needed")
        return await _show(request, import_id, form, wrong=said, status=422)
    try:
        async with transaction():
            outcome = await importing.begin(
                import_id,
                form.text("sha256"),
                OnKnown(known),
                form.text("extent") == "all",
                actor_of(request),
            )
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return await _show(
            request, import_id, form, wrong=told(request, error), status=error.status
        )
    return await _STEPS.answer(request, import_id, outcome, form, "begun")


_STEPS = Steps(PLACE, importing, _show, "parties/imports/give_up.html", lines.progress)
HANDLERS = [
    *_UPLOADS.handlers(),
    show_import,
    begin_import,
    *_STEPS.handlers(),
]
