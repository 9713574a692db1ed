"""Officers from a file: the template, the upload, how far it is, the preview, the confirmation, what became of rows."""

from collections.abc import AsyncIterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.force.people_imports import lines
from admin_ui.shell import tables
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.list_imports.facts import file_facts
from admin_ui.shell.problems import told
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.casework.issued_documents import scans
from backend.casework.issued_documents.scans import ScanWrong
from backend.core import spreadsheets
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed
from backend.force.accounts import service as accounts
from backend.force.importing import service as importing
from backend.force.units import service as units
from backend.ledger.service import Outcome, Refused

PLACE = lines.PLACE
_ONE = f"{PLACE}/{{import_id:uuid}}"
_MOST_BODY = importing.MOST_BYTES + 1_000_000
"""Somewhat more than a file may have, so that our own message is shown."""
_REASON = (3, 2000)
_EXAMPLE = "Hoàng Ngọc An"
_LONGEST = 64


def _check(request: AnyRequest) -> None:
    if not importing.may_import(actor_of(request)):
        raise NotAllowed


@get(PLACE, include_in_schema=False)
async def list_imports(request: AnyRequest) -> Response[str]:
    """List the imports of the scope. Raises NotAllowed, Invalid."""
    cursor = request.query_params.get("after")
    found = await importing.page(actor_of(request), cursor)
    listing = lines.listing(found, cursor is not None, language_of(request))
    return page(request, "force/people_imports/list.html", list=listing)


@get(f"{PLACE}/template.xlsx", include_in_schema=False)
async def template(request: AnyRequest) -> Response[Any]:
    """Send a workbook with the headings and one example row. Raises NotAllowed."""
    _check(request)
    language = language_of(request)
    headings = [getattr(one.heading, language) for one in importing.COLUMNS.values()]

    async def rows() -> AsyncIterator[Sequence[spreadsheets.Row]]:
        yield [[getattr(one, language) for one in importing.EXAMPLE]]

    name = f"{say(language, 'peopleimport.template_name')}.xlsx"
    return tables.sent(spreadsheets.written("xlsx", headings, rows()), name, "xlsx")


@get(f"{PLACE}/new", include_in_schema=False)
async def ask_file(request: AnyRequest) -> Response[Any]:
    """Show the upload. Raises NotAllowed."""
    _check(request)
    return _upload_page(request)


def _upload_page(request: AnyRequest, *, wrong: str = "", status: int = 200) -> Response[Any]:
    return page(
        request,
        "force/people_imports/upload.html",
        status=status,
        wrong=wrong,
        columns=[one.heading for one in importing.COLUMNS.values()],
        most=importing.MOST_BYTES,
        most_rows=importing.MOST_ROWS,
        example=importing.username_of(_EXAMPLE),
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
async def show_import(
    request: AnyRequest, import_id: FromPath[UUID], which: FromQuery[str] = ""
) -> Response[Any]:
    """Show one import: how far it is, what it would bring, what became of rows. Raises NotAllowed, NotFound."""
    return await _show(request, import_id, which=which)


async def _show(
    request: AnyRequest,
    import_id: UUID,
    form: Form | None = None,
    *,
    which: str = "",
    wrong: str = "",
    scan_wrong: str = "",
    status: int = 200,
) -> Response[Any]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        view = await importing.preview(import_id, actor, address=address_of(request))
    decisions = lines.decisions(view, language)
    names = await units.names_of({one.person.unit_id for one in view.good})
    return page(
        request,
        "force/people_imports/import.html",
        status=status,
        view=view,
        row=view.row,
        facts=file_facts(view.row, say(language, "peopleimport.unit"), language),
        progress=lines.progress(view.row),
        people=lines.people(view, {str(key): name for key, name in names.items()}, language),
        decisions=decisions,
        choices=[(value, name) for value, name, _ in decisions],
        lacking=sum(one.scan_id is None for one in view.decisions),
        list=await _outcomes(request, import_id, which) if view.row.begun_at else None,
        which=which,
        whiches=[(one, say(language, f"peopleimport.outcome_{one}")) for one in lines.WHICH],
        kept_days=importing.KEPT.days,
        typed={"extent": form.text("extent") if form else ""},
        wrong=wrong,
        scan_wrong=scan_wrong,
        done=request.query_params.get("done", ""),
    )


async def _outcomes(request: AnyRequest, import_id: UUID, which: str) -> Any:
    after = request.query_params.get("after", "")
    behind = int(after) if after.isascii() and after.isdecimal() and len(after) < 8 else 0
    wanted = lines.WHICH.get(which, lines.ALL)
    row, found, more = await importing.outcomes(import_id, wanted, behind, actor_of(request))
    asked = (which if which in lines.WHICH else "", after if behind else "")
    return lines.outcomes(row, found, more, asked, language_of(request))


@post(f"{_ONE}/decision", include_in_schema=False, request_max_body_size=MOST_BODY)
async def attach_decision(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Attach the scan of a decision on which positions rest. Raises NotAllowed, NotFound, ImportMoved."""
    actor, language = actor_of(request), language_of(request)
    await importing.read(import_id, actor)
    form = await read_form(request)
    decided_on, _, number = form.text("decision").partition(" ")
    try:
        day = date.fromisoformat(decided_on)
        unit_id = await importing.decision_of(import_id, number, day, actor)
        scan = await scans.of_people_import(import_id, unit_id, await read_scan(request), actor)
        async with transaction():
            await importing.attach(import_id, number, day, scan.id, actor)
    except ValueError:
        said = say(language, "peopleimport.decision_needed")
        return await _show(request, import_id, form, wrong=said, status=422)
    except ScanWrong as error:
        said = getattr(error.text, language)
        return await _show(request, import_id, form, wrong=said, scan_wrong=said, status=422)
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return await _show(
            request, import_id, form, wrong=told(request, error), status=error.status
        )
    return Redirect(f"{PLACE}/{import_id}?done=attached#decisions", status_code=303)


@post(f"{_ONE}/begin", opt=ONCE, include_in_schema=False)
async def begin_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Let the rows come. Sending it again shows what the first sending did. Raises NotAllowed, NotFound."""
    _check(request)
    confirming.require(request)
    form = await read_form(request)
    every = form.text("extent") == "all"
    try:
        async with transaction():
            outcome = await importing.begin(
                import_id, form.text("sha256"), every, actor_of(request)
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
        outcome = await importing.pause(import_id, actor_of(request))
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
    """Say who stays and what will not come, and ask why. Raises NotAllowed, NotFound."""
    return await _give_up_page(request, import_id)


async def _give_up_page(
    request: AnyRequest, import_id: UUID, *, reason: str = "", wrong: str = "", status: int = 200
) -> Response[Any]:
    row = await importing.read(import_id, actor_of(request))
    if row.begun_at is None or row.ended_at is not None:
        return Redirect(f"{PLACE}/{import_id}", status_code=303)
    return page(
        request,
        "force/people_imports/give_up.html",
        status=status,
        row=row,
        progress=lines.progress(row),
        reason=reason,
        errors={"reason": wrong} if wrong else {},
    )


@post(f"{_ONE}/give-up", opt=ONCE, include_in_schema=False)
async def give_up_import(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Bring no more rows; who came stays. Raises NotAllowed, NotFound."""
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


@get(f"{_ONE}/letters", include_in_schema=False)
async def show_units(
    request: AnyRequest, import_id: FromPath[UUID], after: FromQuery[str] = ""
) -> Response[Any]:
    """List the units in which officers came, each leading to its letters. Raises NotAllowed, NotFound."""
    row, found, more = await importing.units(import_id, after[:_LONGEST], actor_of(request))
    listing = lines.units(row, found, more, after[:_LONGEST], language_of(request))
    return page(request, "force/people_imports/letters.html", row=row, list=listing)


@get(f"{_ONE}/errors.xlsx", include_in_schema=False)
async def errors_as_workbook(request: AnyRequest, import_id: FromPath[UUID]) -> Response[Any]:
    """Send the rows whose officers did not come, each with why. Raises NotAllowed, NotFound, RowsForgotten."""
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
    attach_decision,
    begin_import,
    pause_import,
    go_on,
    ask_give_up,
    give_up_import,
    discard_import,
    show_units,
    errors_as_workbook,
    errors_as_csv,
]
