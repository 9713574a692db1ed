"""A whole decree is published at once: compared, proposed by one person, confirmed by another."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.law.catalogue import compared, decree_lines
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.accounts import service as accounts
from backend.law.catalogue.service import decrees
from backend.ledger.service import Refused

_ALL = "/desk/catalogue/decrees"
_ONE = f"{_ALL}/{{decree:str}}"
_PROPOSAL = f"{_ONE}/proposals/{{proposal_id:uuid}}"


@get(_ALL, include_in_schema=False)
async def list_decrees(request: AnyRequest) -> Response[Any]:
    """Show the decrees of the newest edition, and who proposed and confirmed them."""
    actor = actor_of(request)
    told = await decrees.proposals(actor)
    people = [who for one in told for who in (one.officer_id, one.answered_by)]
    names = await accounts.names_of(people)
    rows, language = await decrees.standing(actor), language_of(request)
    return page(
        request,
        "law/catalogue/decrees.html",
        standing=decree_lines.standing(rows, language),
        proposals=decree_lines.proposals(told, rows, names, language),
    )


@get(_ONE, include_in_schema=False)
async def show_decree(request: AnyRequest, decree: FromPath[str]) -> Response[Any]:
    """Show what publishing a decree would change, with the form that proposes it."""
    return await _decree(request, decree)


async def _decree(
    request: AnyRequest, decree: str, note: str = "", wrong: str = "", status: int = 200
) -> Response[Any]:
    errors = {"note": wrong} if wrong and status == 422 else {}
    actor = actor_of(request)
    it = await decrees.of_one(actor, decree)
    told = [] if it.to_publish else await decrees.proposals(actor)
    confirmed = (one for one in told if one.decree == decree and one.answer == "confirmed")
    return page(
        request,
        "law/catalogue/decree.html",
        status=status,
        it=it,
        confirmed=next(confirmed, None),
        changed=compared.behaviours(it, language_of(request)),
        note=note,
        errors=errors,
        wrong="" if errors else wrong,
    )


@post(_ONE, include_in_schema=False)
async def propose_decree(request: AnyRequest, decree: FromPath[str]) -> Response[Any]:
    """Propose to publish it. Raises NotAllowed, NotFound if nothing is left to publish."""
    form, language = await read_form(request), language_of(request)
    note = form.text("note")
    if not 3 <= len(note) <= 2000:
        return await _decree(request, decree, note, say(language, "catalogue.note_needed"), 422)
    async with transaction():
        proposal_id, outcome = await decrees.propose(actor_of(request), decree, note)
    if isinstance(outcome, Refused):
        return await _decree(request, decree, note, getattr(outcome.text, language), 409)
    return Redirect(f"{_ALL}/{decree}/proposals/{proposal_id}?done=proposed", status_code=303)


@get(_PROPOSAL, include_in_schema=False)
async def show_decree_proposal(
    request: AnyRequest, decree: FromPath[str], proposal_id: FromPath[UUID]
) -> Response[Any]:
    """Show a proposal with its comparison, and how it was answered."""
    return await _proposal(request, decree, proposal_id)


async def _proposal(
    request: AnyRequest,
    decree: str,
    proposal_id: UUID,
    *,
    wrong: str = "",
    errors: dict[str, str] | None = None,
    status: int = 200,
) -> Response[Any]:
    actor = actor_of(request)
    found = await decrees.proposal(actor, decree, proposal_id)
    it = await decrees.of_one(actor, decree)
    return page(
        request,
        "law/catalogue/decree_proposal.html",
        status=status,
        proposal=found,
        said=found.said,
        it=it,
        changed=compared.behaviours(it, language_of(request)),
        names=await accounts.names_of((found.officer_id, found.answered_by)),
        own=found.officer_id == actor.officer_id,
        done=request.query_params.get("done", "") == "proposed" and not wrong,
        wrong=wrong,
        errors=errors or {},
    )


@post(f"{_PROPOSAL}/{{answer:str}}", include_in_schema=False)
async def answer_decree(
    request: AnyRequest, decree: FromPath[str], proposal_id: FromPath[UUID], answer: FromPath[str]
) -> Response[Any]:
    """Confirm the proposal with a one-time code, or decline it with the reason.

    Raises NotAllowed, NotFound, ConfirmationNeeded.
    """
    form, actor, language = await read_form(request), actor_of(request), language_of(request)
    found = await decrees.proposal(actor, decree, proposal_id)
    if answer not in ("confirm", "decline"):
        raise NotFound(what="answer")
    reason = form.text("reason")
    if answer == "confirm":
        confirming.require(request)
        if not form.ticked("looked"):
            errors = {"looked": say(language, "catalogue.looked_needed")}
            return await _proposal(request, decree, proposal_id, errors=errors, status=422)
    elif not 3 <= len(reason) <= 2000:
        errors = {"reason": say(language, "paper.reason_needed")}
        return await _proposal(request, decree, proposal_id, errors=errors, status=422)
    async with transaction():
        outcome = await (
            decrees.confirm(actor, found)
            if answer == "confirm"
            else decrees.decline(actor, found, reason)
        )
    if isinstance(outcome, Refused):
        wrong = getattr(outcome.text, language)
        return await _proposal(request, decree, proposal_id, wrong=wrong, status=409)
    return Redirect(f"{_ALL}/{decree}/proposals/{proposal_id}", status_code=303)


HANDLERS = [list_decrees, show_decree, propose_decree, show_decree_proposal, answer_decree]
