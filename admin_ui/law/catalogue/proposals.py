"""A proposed change of the catalogue: what it changes, and the answer of a second person."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.law.catalogue import compared, provided_words
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.accounts import service as accounts
from backend.law.catalogue import service as catalogue
from backend.ledger.service import Refused
from schemas.law.catalogue import ViolationPublished

_PLACE = "/desk/catalogue/{code:str}/proposals/{proposal_id:uuid}"


@get(_PLACE, include_in_schema=False)
async def show_proposal(
    request: AnyRequest, code: FromPath[str], proposal_id: FromPath[UUID], done: FromQuery[str] = ""
) -> Response[Any]:
    """Show the proposal with its differences. Raises NotAllowed, NotFound."""
    return await _show(request, code, proposal_id, done=done == "proposed")


async def _show(
    request: AnyRequest,
    code: str,
    proposal_id: UUID,
    *,
    done: bool = False,
    wrong: str = "",
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> Response[Any]:
    actor = actor_of(request)
    found = await catalogue.proposal(actor, code, proposal_id)
    named = await catalogue.names()
    return page(
        request,
        "law/catalogue/proposal.html",
        status=status,
        proposal=found,
        names=await accounts.names_of((found.officer_id, found.answered_by)),
        content=found.content,
        changed=_changed(found, language_of(request)),
        name=getattr(found.content, "name_vi", None) or named.get(code, code),
        own=found.officer_id == actor.officer_id,
        done=done,
        wrong=wrong,
        errors=errors or {},
    )


def _changed(found: catalogue.ProposalView, language: Language) -> list[compared.Row]:
    """Return what the proposal changes, before and after; nothing if it ends a version."""
    if not isinstance(found.content, ViolationPublished):
        return []
    after = catalogue.providing.as_row(found.content)
    told = provided_words.of_both(found.before, after, language)
    return compared.version(found.changes, told, language)


@post(f"{_PLACE}/{{answer:str}}", include_in_schema=False)
async def answer_proposal(
    request: AnyRequest, code: FromPath[str], proposal_id: FromPath[UUID], answer: FromPath[str]
) -> Response[Any]:
    """Confirm the proposal, or decline it with the reason.

    A confirmed version binds every officer from its first day on. A one-time code is therefore
    required, as for a signature. Raises NotAllowed, NotFound, ConfirmationNeeded.
    """
    form, actor, language = await read_form(request), actor_of(request), language_of(request)
    await catalogue.proposal(actor, code, proposal_id)
    if answer not in ("confirm", "decline"):
        raise NotFound(what="answer")
    if answer == "confirm":
        confirming.require(request)
    reason = form.text("reason")
    if answer != "confirm" and not 3 <= len(reason) <= 2000:
        errors = {"reason": say(language, "paper.reason_needed")}
        return await _show(request, code, proposal_id, errors=errors, status=422)
    if answer == "confirm" and not form.ticked("looked"):
        errors = {"looked": say(language, "catalogue.looked_needed")}
        return await _show(request, code, proposal_id, errors=errors, status=422)
    async with transaction():
        if answer == "confirm":
            outcome = await catalogue.confirm(actor, code, proposal_id)
        else:
            outcome = await catalogue.decline(actor, code, proposal_id, reason)
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _show(request, code, proposal_id, wrong=wrong, status=409)
    if answer == "confirm":
        return Redirect(f"/desk/catalogue/{code}?done=confirmed", status_code=303)
    return Redirect(f"/desk/catalogue/{code}/proposals/{proposal_id}", status_code=303)


HANDLERS = [show_proposal, answer_proposal]
