"""Parties from a file: the template, the upload, how far it is, the preview, the confirmation, pause and end."""

from collections.abc import AsyncIterator, Sequence
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.parties.imports import lines
from admin_ui.shell import tables
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import spreadsheets
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed
from backend.force.accounts import service as accounts
from backend.ledger.service import Outcome, Refused
from backend.parties.importing import service as importing
from schemas.parties.imports import OnKnown

PLACE = "/desk/parties/imports"
_ONE = f"{PLACE}/{{import_id:uuid}}"
_MOST_BODY = importing.MOST_BYTES + 1_000_000
"""Somewhat more than a file may have, so that our own message is shown."""
_REASON = (3, 2000)
_ALL = 1_000_000_000


def _check(request: AnyRequest) -> None:
    if not importing.may_import(actor_of(request)):
        raise NotAllowed


@get(PLACE, include_in_schema=False)
async def list_imports(request: AnyRequest) -> Response[str]:
    """List the imports of the department. Raises NotAllowed, Invalid."""
    actor, language = actor_of(request), language_of(request)
    cursor = request.query_params.get("after")
    found = await importing.page(actor, cursor)
    listing = lines.listing(found, cursor is not None, language)
    return page(request, "parties/imports/list.html", list=listing)


@get(f"{PLACE}/template.xlsx", include_in_schema=False)
async def template(request: AnyRequest) -> Response[Any]:
    """Send a workbook with the headings and one example row. Raises NotAllowed."""
    _check(request)
    language = language_of(request)
    headings = [getattr(one.heading, language) for one in importing.COLUMNS.values()]

    async def rows() -> AsyncIterator[Sequence[spreadsheets.Row]]:
        yield [[getattr(one, language) for one in importing.EXAMPLE]]

    name = f"{say(language, 'partyimport.template_name')}.xlsx"
    return tables.sent(spreadsheets.written("xlsx", headings, rows()), name, "xlsx")


@get(f"{PLACE}/new", include_in_schema=False)
async def ask_file(request: AnyRequest) -> Response[Any]:
    """Show the upload. Raises NotAllowed."""
    _check(request)
    return _upload_page(request)


def _upload_page(request: AnyRequest, *, wrong: str = "", status: int = 200) -> Response[Any]:
    return page(
        request,
        "parties/imports/upload.html",
        status=status,
        wrong=wrong,
        columns=[one.heading for one in importing.COLUMNS.values()],
        most=importing.MOST_BYTES,
        most_rows=importing.MOST_ROWS,
    )


@post(PLACE, include_in_schema=False, request_max_body_size=_MOST_BODY)
async def take_file(request: AnyRequest) -> Response[Any]:
    """Keep the file for a worker that reads it, and lead to how far it is. Raises NotAllowed."""
    _check(request)
    sent = (await request.form()).get("file")
    if not isinstance(sent, UploadFile) or not sent.filename:
        said = say(language_of(request), "listimport.file_needed")
        return _upload_page(request, wrong=said, status=422)
    try:
        import_id = await importing.upload(sent.filename, sent.file, actor_of(request))
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return _upload_page(request, wrong=told(request, error), status=error.status)
    return Redirect(f"{PLACE}/{import_id}", status_code=303)


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
    return await _answer(request, import_id, outcome, form, "begun")


async def _answer(
    request: AnyRequest, import_id: UUID, outcome: Outcome | None, form: Form, done: str
) -> Response[Any]:
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await _show(request, import_id, form, wrong=said, status=409)
    return Redirect(f"{PLACE}/{import_id}?done={done}", status_code=303)


@post(f"{_ONE}/pause", opt=ONCE, include_in_schema=False)
async def pause_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Bring no more portions for now. Raises NotAllowed, NotFound."""
    form = await read_form(request)
    async with transaction():
        outcome = await importing.pause(import_id, "", actor_of(request))
    return await _answer(request, import_id, outcome, form, "paused")


@post(f"{_ONE}/go-on", opt=ONCE, include_in_schema=False)
async def go_on(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Bring portions again. Raises NotAllowed, NotFound."""
    form = await read_form(request)
    async with transaction():
        outcome = await importing.go_on(import_id, actor_of(request))
    return await _answer(request, import_id, outcome, form, "resumed")


@get(f"{_ONE}/give-up", include_in_schema=False)
async def ask_give_up(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Say what stays and what will not come, and ask why. Raises NotAllowed, NotFound."""
    return await _give_up_page(request, import_id)


async def _give_up_page(
    request: AnyRequest, import_id: UUID, *, reason: str = "", wrong: str = "", status: int = 200
) -> Response[Any]:
    async with transaction():
        row = await importing.read(import_id, actor_of(request))
    if row.begun_at is None or row.ended_at is not None:
        return Redirect(f"{PLACE}/{import_id}", status_code=303)
    return page(
        request,
        "parties/imports/give_up.html",
        status=status,
        row=row,
        progress=lines.progress(row),
        reason=reason,
        errors={"reason": wrong} if wrong else {},
    )


@post(f"{_ONE}/give-up", opt=ONCE, include_in_schema=False)
async def give_up_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Bring no more rows; what came stays. Raises NotAllowed, NotFound."""
    form, language = await read_form(request), language_of(request)
    reason = form.text("reason")
    least, most = _REASON
    if not least <= len(reason) <= most:
        said = say(language, "listimport.reason_needed")
        return await _give_up_page(request, import_id, reason=reason, wrong=said, status=422)
    async with transaction():
        outcome = await importing.give_up(import_id, reason, actor_of(request))
    return await _answer(request, import_id, outcome, form, "given_up")


@post(f"{_ONE}/discard", include_in_schema=False)
async def discard_import(request: AnyRequest, import_id: FromPath[UUID]) -> Redirect:
    """Let go of a list that nobody confirmed. Raises NotAllowed, NotFound."""
    await importing.discard(import_id, actor_of(request))
    return Redirect(f"{PLACE}/new", status_code=303)


@get(f"{_ONE}/errors.xlsx", include_in_schema=False)
async def errors_as_workbook(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Send the rows that cannot come, each with why. Raises NotAllowed, NotFound, RowsForgotten."""
    return await _errors(request, import_id, "xlsx")


@get(f"{_ONE}/errors.csv", include_in_schema=False)
async def errors_as_csv(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Send the same as CSV. Raises NotAllowed, NotFound, RowsForgotten."""
    return await _errors(request, import_id, "csv")


async def _errors(request: AnyRequest, import_id: UUID, kind: spreadsheets.Kind) -> Response[Any]:
    language = language_of(request)
    async with transaction():
        actor = actor_of(request)
        row, headings, pages = await importing.errors(import_id, actor, address_of(request))
        accounts.require_for_rows(actor, confirming.until(request), row.rows)
    said = [*headings, say(language, "listimport.error_column")]
    stem = row.file_name.rpartition(".")[0] or row.file_name
    name = f"{stem} - {say(language, 'listimport.errors_name')}.{kind}"
    return tables.sent(spreadsheets.written(kind, said, pages), name, kind)


HANDLERS = [
    list_imports,
    template,
    ask_file,
    take_file,
    show_import,
    begin_import,
    pause_import,
    go_on,
    ask_give_up,
    give_up_import,
    discard_import,
    errors_as_workbook,
    errors_as_csv,
]
