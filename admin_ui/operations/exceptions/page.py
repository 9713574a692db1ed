"""The list of exceptions (acts that departed from the usual rule), and a checker's verdict on each."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.operations.exceptions import lines
from admin_ui.operations.exceptions.exporting import SHOW
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.casework.drafting import service as drafting
from backend.casework.exceptions import service as exceptions
from backend.casework.issued_documents import service as issued_documents
from backend.core import clock
from backend.core.database import transaction
from backend.documents import service as documents
from backend.fieldwork.inspections import service as inspections
from backend.force.accounts import service as accounts
from backend.ledger.service import Refused
from backend.planning.plans import stories
from schemas.casework.exceptions import ExceptionChecked, ExceptionKind


@get("/desk/exceptions", include_in_schema=False)
async def show_exceptions(request: AnyRequest) -> Response[Any]:
    """Show one page of exceptions: those that wait, or all if the address asks; of one kind if it names one."""
    return await _list(request)


@post("/desk/exceptions/{exception_id:uuid}/check", include_in_schema=False)
async def check(request: AnyRequest, exception_id: FromPath[UUID]) -> Response[Any]:
    """Record the verdict. A verdict `wrong` needs a note; a form with errors keeps what was typed."""
    confirming.require(request)
    await exceptions.begin(actor_of(request), exception_id)
    form = await read_form(request)
    note, verdict = form.text("note"), form.text("verdict")
    if verdict not in ("right", "wrong"):
        wrong = say(language_of(request), "exceptions.verdict_missing")
        return await _list(request, typed={str(exception_id): (note, wrong)}, status=422)
    content = ExceptionChecked(right=verdict == "right", note=note[:2000])
    async with transaction():
        outcome = await exceptions.check(actor_of(request), exception_id, content)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return await _list(request, typed={str(exception_id): (note, said)}, status=409)
    return Redirect("/desk/exceptions?done=yes", status_code=303)


async def _list(
    request: AnyRequest,
    typed: dict[str, tuple[str, str]] | None = None,
    status: int = 200,
) -> Response[Any]:
    asked = request.query_params
    chosen = asked.get("show", "waiting") if asked.get("show") in SHOW else "waiting"
    named = asked.get("kind", "")
    kind = ExceptionKind(named) if named in set(ExceptionKind) else None
    cursor = asked.get("after") or None
    async with transaction():
        found = await exceptions.page(actor_of(request), show=chosen, kind=kind, cursor=cursor)
        asked_about = await accounts.ask_counts(actor_of(request))
        alone = await stories.agreed_alone(actor_of(request))
    numbers = await issued_documents.count_kept_numbers(actor_of(request))
    unopened = await inspections.count_unopened(actor_of(request))
    by_hand = await drafting.by_hand.overdue(actor_of(request))
    language = language_of(request)
    condition = {"show": "" if chosen == "waiting" else chosen, "kind": kind.value if kind else ""}
    place = Place("/desk/exceptions", condition, after=cursor or "")
    listed = lines.of(
        found,
        exceptions.overdue(found.rows),
        typed or {},
        place,
        clock.now(),
        language,
        kind=getattr(exceptions.NAMES[kind], language) if kind else "",
    )
    return page(
        request,
        "operations/exceptions/exceptions.html",
        status=status,
        list=listed,
        by_key={lines.key(one): one for one in found.rows},
        on_page={str(one.id) for one in found.rows},
        paper_names={
            (one.paper_form, one.paper_version): documents.get_form(
                one.paper_form, one.paper_version or 1
            )["x-title"][language]
            for one in found.rows
            if one.paper_form
        },
        asked_about=asked_about,
        numbers=numbers,
        by_hand=by_hand,
        unopened=unopened,
        agreed_alone=alone,
        typed=typed or {},
        chosen=chosen,
        kind=kind.value if kind else "",
        kinds=[(one.value, getattr(text, language)) for one, text in exceptions.NAMES.items()],
        done="done" in asked,
    )


HANDLERS = [show_exceptions, check]
