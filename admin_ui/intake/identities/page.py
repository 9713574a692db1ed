"""Requests to see who informed, by officers outside the line: one asks, a second person decides (practice B6)."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.intake.relating.page import not_now, reason_of, view_of
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.intake.informations import service as informations
from backend.ledger.service import Refused
from schemas.intake import proceedings
from schemas.intake.views import AskView, InformationView
from schemas.intake.words import InformationAct

_ASK = "/desk/informations/{information_id:uuid}/identity/ask"
_ONE = "/desk/informations/{information_id:uuid}/identity/{officer_id:uuid}"


def _form(request: AnyRequest, view: InformationView, form: Form, **more: Any) -> Response[str]:
    context: dict[str, Any] = {"errors": {}, "refused": "", "status": 200} | more
    return page(request, "intake/identities/ask.html", view=view, form=form, **context)


@get(_ASK, include_in_schema=False)
async def ask_form(request: AnyRequest, information_id: FromPath[UUID]) -> Response[str]:
    """Show the form of a request. Raises NotFound, ConfirmationNeeded."""
    view = await view_of(request, information_id)
    if InformationAct.IDENTITY_ASKED not in view.possible:
        return not_now(request, view, InformationAct.IDENTITY_ASKED)
    confirming.require(request)
    return _form(request, view, Form({}))


@post(_ASK, opt=ONCE, include_in_schema=False)
async def ask(request: AnyRequest, information_id: FromPath[UUID]) -> Response[Any]:
    """Record the request; those who may decide are notified. Raises NotFound, ConfirmationNeeded."""
    view, form, language = (
        await view_of(request, information_id),
        await read_form(request),
        language_of(request),
    )
    confirming.require(request)
    errors: dict[str, str] = {}
    reason = reason_of(form, errors, language)
    if errors:
        return _form(request, view, form, errors=errors, status=422)
    async with transaction():
        content = proceedings.IdentityAsked(reason=reason)
        outcome = await informations.act(information_id, content, actor_of(request))
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return _form(request, view, form, refused=said, status=409)
    done = InformationAct.IDENTITY_ASKED
    return Redirect(f"/desk/informations/{information_id}?done={done}", status_code=303)


def _of(view: InformationView, officer_id: UUID) -> AskView:
    for one in view.asks:
        if one.officer_id == officer_id:
            return one
    raise NotFound(what="request")


def _decide(
    request: AnyRequest, view: InformationView, asked: AskView, form: Form, **more: Any
) -> Response[str]:
    context: dict[str, Any] = {"errors": {}, "refused": "", "status": 200} | more
    return page(
        request, "intake/identities/decide.html", view=view, asked=asked, form=form, **context
    )


@get(_ONE, include_in_schema=False)
async def show_request(
    request: AnyRequest, information_id: FromPath[UUID], officer_id: FromPath[UUID]
) -> Response[str]:
    """Show a request, and to a second person of the line the two answers. Raises NotFound."""
    view = await view_of(request, information_id)
    return _decide(request, view, _of(view, officer_id), Form({}))


@post(f"{_ONE}/grant", opt=ONCE, include_in_schema=False)
async def grant(
    request: AnyRequest, information_id: FromPath[UUID], officer_id: FromPath[UUID]
) -> Response[Any]:
    """Let the officer look, for a day. Raises NotFound, ConfirmationNeeded."""
    view = await view_of(request, information_id)
    asked = _of(view, officer_id)
    confirming.require(request)
    async with transaction():
        outcome = await informations.grant(information_id, officer_id, actor_of(request))
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language_of(request))
        return _decide(request, view, asked, Form({}), refused=said, status=409)
    done = InformationAct.IDENTITY_GRANTED
    return Redirect(f"/desk/informations/{information_id}?done={done}", status_code=303)


@post(f"{_ONE}/decline", opt=ONCE, include_in_schema=False)
async def decline(
    request: AnyRequest, information_id: FromPath[UUID], officer_id: FromPath[UUID]
) -> Response[Any]:
    """Decline the request, with the reason. Raises NotFound."""
    view, form, language = (
        await view_of(request, information_id),
        await read_form(request),
        language_of(request),
    )
    asked = _of(view, officer_id)
    errors: dict[str, str] = {}
    reason = reason_of(form, errors, language)
    if errors:
        return _decide(request, view, asked, form, errors=errors, status=422)
    content = proceedings.IdentityDeclined(asked_by=officer_id, reason=reason)
    async with transaction():
        outcome = await informations.act(information_id, content, actor_of(request))
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return _decide(request, view, asked, form, refused=said, status=409)
    done = InformationAct.IDENTITY_DECLINED
    return Redirect(f"/desk/informations/{information_id}?done={done}", status_code=303)


HANDLERS = [ask_form, ask, show_request, grant, decline]
