"""Definitions of reports: the list, one with its versions and drafts, and a proposal to end it."""

from functools import partial
from typing import Any

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.insight.report_definitions import drafts, editing, lines, outline
from admin_ui.shell import typed
from admin_ui.shell.areas import areas
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.accounts import service as accounts
from backend.insight.figures import definitions as figures
from backend.insight.report_definitions import service as definitions
from backend.ledger.service import Refused
from schemas.insight.report_definitions import ReportTable

_PLACE = "/desk/report-definitions"


@get(_PLACE, include_in_schema=False)
async def list_definitions(request: AnyRequest) -> Response[str]:
    """List the definitions with the version in force and the draft that waits. Every officer may read them."""
    async with transaction():
        found = await definitions.everything()
    actor, today = actor_of(request), clock.today()
    keeps = definitions.may_keep(actor)
    rows = [(one, one.at(today)) for one in found]
    return page(
        request,
        "insight/report_definitions/list.html",
        list=lines.listing(rows, language_of(request), keeps=keeps),
        keeps=keeps,
        reports=any(one.href == "/desk/reports" for one in areas(actor)),
    )


@get(f"{_PLACE}/{{code:str}}", include_in_schema=False)
async def show_definition(
    request: AnyRequest,
    code: FromPath[str],
    version: FromQuery[str] = "",
    done: FromQuery[str] = "",
) -> Response[str]:
    """Show a definition: the version in force or another one, all versions, all drafts. Raises NotFound."""
    return await _show(request, code, version=version, done=done)


async def _show(
    request: AnyRequest,
    code: str,
    *,
    version: str = "",
    done: str = "",
    errors: dict[str, str] | None = None,
    wrong: str = "",
    form: Form | None = None,
    status: int = 200,
) -> Response[str]:
    """Render the page; `form` is that of the end, if it was refused."""
    async with transaction():
        kept = await definitions.kept(code)
        names = await accounts.names_of(
            one for draft in kept.drafts for one in (draft.drafted_by, draft.answered_by)
        )
    today = clock.today()
    now = kept.at(today)
    shown = now or (kept.versions[-1] if kept.versions else None)
    if version:
        shown = next((one for one in kept.versions if str(one.number) == version), None)
        if shown is None:
            raise NotFound(what="report definition")
    said = shown.definition if shown else kept.newest
    async with transaction():
        named = await outline.named_behaviours(outline.behaviours(said))
    return page(
        request,
        "insight/report_definitions/one.html",
        status=status,
        kept=kept,
        now=now,
        shown=shown,
        is_table=lambda part: isinstance(part, ReportTable),
        figures=figures.in_force(max(today, shown.definition.valid_from)) if shown else {},
        outline=outline,
        limit=outline.limit(said, language_of(request)),
        named=named,
        names=names,
        keeps=definitions.may_keep(actor_of(request)),
        reports=any(one.href == "/desk/reports" for one in areas(actor_of(request))),
        today=today,
        done=done if done in ("drafted", "published", "declined") else "",
        errors=errors or {},
        wrong=wrong,
        form=form or Form({}),
    )


@post(f"{_PLACE}/{{code:str}}/end", opt=ONCE, include_in_schema=False)
async def propose_end(request: AnyRequest, code: FromPath[str]) -> Response[Any]:
    """Propose to end a definition from a day on; a second person publishes that. Raises NotAllowed, NotFound."""
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    definitions.require(actor)
    reader = Reader(form, partial(say, language))
    day = reader.day("ends_on", say(language, "repdef.ends_on"))
    note = reader.text(
        "reason",
        say(language, "repdef.reason"),
        least=typed.LEAST_REASON,
        most=2000,
        required=True,
    )
    if reader.errors or day is None:
        return await _show(request, code, errors=reader.errors, form=form, status=422)
    async with transaction():
        newest = (await definitions.kept(code)).newest
        draft_id, outcome = await definitions.draft(newest, note, actor, ends_on=day)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _show(request, code, wrong=said, form=form, status=409)
    return Redirect(f"{_PLACE}/{code}/drafts/{draft_id}?done=drafted", status_code=303)


HANDLERS = [
    list_definitions,
    show_definition,
    propose_end,
    *editing.HANDLERS,
    *drafts.HANDLERS,
]
