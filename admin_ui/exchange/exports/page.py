"""Taking a list away as a file: what for, how far it is, the download. The buttons of lists lead here."""

from typing import Any
from urllib.parse import quote
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect, Stream

from admin_ui.exchange.exports import lines
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, clean, query_of, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core import spreadsheets
from backend.exchange.list_exports import service as list_exports
from backend.exchange.list_exports.service import Export, Order

_PLACE = "/desk/exports"
_ONE = f"{_PLACE}/{{export_id:uuid}}"
_KINDS: dict[str, spreadsheets.Kind] = {"xlsx": "xlsx", "csv": "csv"}
UNFINISHED = ("waiting", "running")


@get(_PLACE, include_in_schema=False)
async def show_exports(request: AnyRequest) -> Response[str]:
    """List what the reader asked for last."""
    found, language = await list_exports.mine(actor_of(request)), language_of(request)
    return page(
        request,
        "exchange/exports/list.html",
        list=lines.listing(found, _titles(language), language),
    )


def _titles(language: Language) -> dict[str, str]:
    return {one.name: getattr(one.title, language) for one in list_exports.known_lists()}


@get(f"{_PLACE}/new", include_in_schema=False)
async def ask_export(request: AnyRequest) -> Response[str]:
    """Ask what a list is taken away for. Raises NotFound, NotAllowed, Invalid, ConfirmationNeeded (practice B4)."""
    given = {name: clean(value) for name, value in request.query_params.items()}
    return await _form_page(request, given)


async def _form_page(
    request: AnyRequest,
    given: dict[str, str],
    form: Form | None = None,
    *,
    status: int = 200,
    errors: dict[str, str] | None = None,
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    listed, asked, seen = await list_exports.looked(actor, given.get("list", ""), given, language)
    list_exports.require_confirmed(actor, seen, confirming.until(request))
    return page(
        request,
        "exchange/exports/ask.html",
        status=status,
        name=listed.name,
        title=getattr(listed.title, language),
        asked=asked,
        seen=seen,
        back=listed.address(asked),
        kinds=[("xlsx", say(language, "exports.xlsx")), ("csv", say(language, "exports.csv"))],
        typed={name: form.text(name) if form else "" for name in ("file", "purpose")},
        errors=errors or {},
        most=list_exports.MOST_ROWS,
        most_purpose=list_exports.MOST_PURPOSE,
    )


@post(_PLACE, include_in_schema=False)
async def begin_export(request: AnyRequest) -> Response[Any]:
    """Have the list written, and lead to how far it is.

    The same one for the same purpose that is being written is not begun again.

    Raises as ask_export() does, and TooManyExports.
    """
    form, language = await read_form(request), language_of(request)
    given = {name: value for name, value in form.pairs() if name != "csrf_token"}
    kind, purpose = _KINDS.get(form.text("file")), form.text("purpose")
    errors = {}
    if kind is None:
        errors["file"] = say(language, "exports.kind_needed")
    if not list_exports.LEAST_PURPOSE <= len(purpose) <= list_exports.MOST_PURPOSE:
        errors["purpose"] = say(
            language,
            "exports.purpose_needed",
            least=list_exports.LEAST_PURPOSE,
            most=list_exports.MOST_PURPOSE,
        )
    if kind is None or errors:
        return await _form_page(request, given, form, status=422, errors=errors)
    export_id = await list_exports.ask(
        actor_of(request),
        form.text("list"),
        given,
        kind,
        purpose,
        language,
        confirming.until(request),
        address_of(request),
    )
    return Redirect(f"{_PLACE}/{export_id}", status_code=303)


@get(_ONE, include_in_schema=False)
async def show_export(request: AnyRequest, export_id: FromPath[UUID]) -> Response[str]:
    """Show how far one is, and where it can be taken. Raises NotFound for anybody but its asker."""
    export = await list_exports.read(export_id, actor_of(request))
    language = language_of(request)
    return page(
        request,
        "exchange/exports/export.html",
        export=export,
        title=_titles(language).get(export.list, export.list),
        again=_again(export),
        why=why(export, language),
        percent=100 * export.done // export.total if export.total else 0,
        unfinished=export.state in UNFINISHED,
    )


def _again(export: Export) -> str:
    return f"{_PLACE}/new?{query_of({'list': export.list, **export.query})}"


def why(order: Order, language: Language) -> str:
    """Return why there is no file and what to do, of an order that failed; empty for any other."""
    if order.state != "failed":
        return ""
    if order.failure in (None, list_exports.FAULT):
        return say(language, "exports.failed_said")
    known = list_exports.FAULTS.get(order.failure)
    return getattr(known, language) if known else say(language, "exports.failed_changed")


@post(f"{_ONE}/cancel", include_in_schema=False)
async def cancel_export(request: AnyRequest, export_id: FromPath[UUID]) -> Redirect:
    """Stop what is not written yet. What is ready already stays. Raises NotFound."""
    await list_exports.cancel(export_id, actor_of(request))
    return Redirect(f"{_PLACE}/{export_id}", status_code=303)


@get(f"{_ONE}/file", include_in_schema=False)
async def take_export(request: AnyRequest, export_id: FromPath[UUID]) -> Response[Any]:
    """Send the file to its asker; each time is recorded.

    Raises NotFound for anybody else, FileGone, StandingChanged, ConfirmationNeeded (practice B4).
    """
    file = await list_exports.taken(
        export_id, actor_of(request), confirming.until(request), address_of(request)
    )
    ending = file.name.rpartition(".")[2]
    return Stream(
        file.chunks,
        media_type=file.media_type,
        headers={
            "content-disposition": f'attachment; filename="export.{ending}"; '
            f"filename*=UTF-8''{quote(file.name)}",
            "cache-control": "no-store",
        },
    )


HANDLERS = [show_exports, ask_export, begin_export, show_export, cancel_export, take_export]
