"""Requests about officers that wait for a second person: the list, one request, the answer."""

from functools import partial
from typing import Any, cast
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.force.pending_requests import lines
from admin_ui.shell import typed
from admin_ui.shell.addresses import query_of
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotAllowed, NotFound
from backend.core.local_time import day_of
from backend.force.accounts import service as accounts
from backend.force.accounts.service import Ask
from backend.ledger.service import Refused
from schemas.core.vocabulary import Role

_SHOWS = ("waiting", "mine", "all")
_ANSWERS = ("confirm", "decline", "link")


@get("/desk/asks", include_in_schema=False)
async def list_asks(request: AnyRequest) -> Response[Any]:
    """List the asks that wait, the reader's own, or all in sight; newest first. `?about=` selects one kind."""
    asked = request.query_params
    show = asked.get("show", "waiting")
    show = show if show in _SHOWS else "waiting"
    after = typed.named(asked["after"]) if asked.get("after") else None
    about = asked.get("about", "")
    about = about if about in accounts.ASKED_ABOUT else ""
    rows, more = await accounts.ask_page(actor_of(request), cast(Any, show), after, about or None)
    place = Place(
        "/desk/asks",
        {"show": "" if show == _SHOWS[0] else show, "about": about},
        after=asked.get("after", ""),
    )
    tabs = [(one, f"/desk/asks?{query_of({'show': one, 'about': about})}") for one in _SHOWS]
    return page(
        request,
        "force/pending_requests/asks.html",
        list=lines.listing(rows, more, place, show, about, language_of(request)),
        show=show,
        tabs=tabs,
    )


def _show(
    request: AnyRequest,
    it: Ask,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
    values: dict[str, str] | None = None,
) -> Response[Any]:
    asked = request.query_params
    return page(
        request,
        "force/pending_requests/ask.html",
        status=status,
        it=it,
        log=_log_of(it) if actor_of(request).has(Role.AUDITOR) else "",
        wrong=wrong,
        errors=errors or {},
        values=values or {},
        done=asked.get("done", "") if asked.get("done", "").isalpha() else "",
    )


def _log_of(it: Ask) -> str:
    """Return the address of the log of what was done by emergency access: of its days, as the log is asked by days."""
    if it.until is None or it.answered_at is None:
        return ""
    days = {"since": day_of(it.answered_at).isoformat(), "until": day_of(it.until).isoformat()}
    return f"/desk/log?{query_of({'officer': it.username} | days)}"


@get("/desk/asks/{ask_id:uuid}", include_in_schema=False)
async def show_ask(request: AnyRequest, ask_id: FromPath[UUID]) -> Response[Any]:
    """Show one ask: what, for whom, by whom, and what this reader may do about it."""
    return _show(request, await accounts.get_ask(actor_of(request), ask_id))


@post("/desk/asks/{ask_id:uuid}/{answer:str}", include_in_schema=False)
async def answer_ask(
    request: AnyRequest, ask_id: FromPath[UUID], answer: FromPath[str]
) -> Response[Any]:
    """Confirm, decline, or make the link of a confirmed reset. A code and a link are shown only once."""
    actor, language = actor_of(request), language_of(request)
    it = await accounts.get_ask(actor, ask_id)
    if answer not in _ANSWERS:
        raise NotFound(what="answer")
    if answer == "link":
        confirming.require(request)
        return await _link(request, it)
    himself = answer == "decline" and it.officer_id == actor.officer_id
    if not himself and not actor.has(*accounts.SEES_ASKS):
        raise NotAllowed
    if answer == "confirm":
        confirming.require(request)
    form = await read_form(request)
    name = "note" if answer == "confirm" else "reason"
    reader = Reader(form, partial(say, language))
    label = say(language, "asks.note" if answer == "confirm" else "people.reason")
    reason = reader.text(name, label, least=3, most=2000, required=True)
    if answer == "confirm" and not form.ticked("met"):
        reader.tell("met", say(language, "asks.met_missing"))
    if reader.errors:
        return _show(request, it, status=422, errors=reader.errors, values={name: reason})
    code = None
    async with transaction():
        if answer == "confirm":
            outcome, code = await accounts.confirm_ask(actor, ask_id, reason)
        else:
            outcome = await accounts.decline_ask(actor, ask_id, reason)
    if it.may_stop and answer == "decline":
        answer = "end" if it.kind == "emergency" else "stop"
    if isinstance(outcome, Refused):
        return _show(request, it, status=409, wrong=getattr(outcome.text, language))
    if code is not None:
        shown = page(request, "force/pending_requests/handed_code.html", it=it, code=code)
        shown.headers["cache-control"] = "no-store"
        return shown
    return Redirect(f"/desk/asks/{ask_id}?done={answer}", status_code=303)


async def _link(request: AnyRequest, it: Ask) -> Response[Any]:
    async with transaction():
        outcome, issued = await accounts.make_link_of_ask(actor_of(request), it.id)
    if isinstance(outcome, Refused):
        return _show(request, it, status=409, wrong=getattr(outcome.text, language_of(request)))
    shown = page(
        request, "force/people/issued.html", name=it.officer, back=f"/desk/asks/{it.id}", issued=issued,
        coded=not it.field_only,
    )  # fmt: skip
    shown.headers["cache-control"] = "no-store"
    return shown


HANDLERS = [list_asks, show_ask, answer_ask]
