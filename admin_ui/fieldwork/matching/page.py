"""Decisions signed by hand from which a team began on site: those that wait, and matching one."""

from typing import Any, get_args
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect
from msgspec import UNSET

from admin_ui.fieldwork.matching import lines
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan import comparing
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.ledger.service import Refused
from schemas.fieldwork.hand_signed import DecisionMatched, HandSignedMatch, Outcome

LIST = "/desk/decisions/by-hand"
_ONE = f"{LIST}/{{inspection_id:uuid}}"


@get(LIST, include_in_schema=False)
async def listing(request: AnyRequest) -> Response[str]:
    """List those in sight that wait or did not match, the most urgent first."""
    rows = await papers.hand_signed.waiting(actor_of(request))
    found = lines.listing(rows, language_of(request), clock.now(), Place(LIST, {}))
    return page(request, "fieldwork/matching/list.html", list=found)


async def _page(
    request: AnyRequest,
    inspection_id: UUID,
    *,
    status: int = 200,
    done: str = "",
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    view = await _read(request, inspection_id)
    return page(
        request,
        "fieldwork/matching/match.html",
        status=status,
        inspection_id=inspection_id,
        view=view,
        done=done == "matched",
        wrong=wrong,
        errors=errors or {},
    )


async def _read(request: AnyRequest, inspection_id: UUID) -> HandSignedMatch:
    async with transaction():
        actor, address = actor_of(request), address_of(request)
        return await papers.hand_signed.to_match(inspection_id, actor, address)


@get(_ONE, include_in_schema=False)
async def ask_match(
    request: AnyRequest, inspection_id: FromPath[UUID], done: FromQuery[str] = ""
) -> Response[str]:
    """Show what was typed beside the sheets and the desk's paper of this number. Raises NotFound."""
    return await _page(request, inspection_id, done=done)


@get(f"{_ONE}/sheets/{{photo_id:uuid}}", include_in_schema=False)
async def sheet(
    request: AnyRequest, inspection_id: FromPath[UUID], photo_id: FromPath[UUID]
) -> Response[bytes]:
    """Send the photograph of a sheet. The reading is recorded. Raises NotFound, Unavailable."""
    actor, address = actor_of(request), address_of(request)
    async with transaction():
        data, media_type = await papers.hand_signed.sheet(inspection_id, photo_id, actor, address)
    return comparing.shown(data, media_type, "sheet")


@post(_ONE, include_in_schema=False)
async def match(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Record what a second person found. Raises NotFound."""
    view = await _read(request, inspection_id)
    confirming.require(request)
    form, language = await read_form(request), language_of(request)
    outcome, reason = form.text("step"), form.text("reason")
    errors = {}
    if not form.ticked("looked"):
        errors["looked"] = say(language, "matching.looked_needed")
    if outcome == "differs" and not 3 <= len(reason) <= 2000:
        errors["reason"] = say(language, "paper.reason_needed")
    if errors or outcome not in get_args(Outcome):
        return await _page(request, inspection_id, status=422, errors=errors)
    found = DecisionMatched(
        act=_act(form.text("act"), view),
        outcome=outcome,  # type: ignore[arg-type]  # of Outcome
        paper=view.paper if outcome == "paper" else None,
        reason=reason if outcome == "differs" else None,
        plan=(form.optional("plan") or "")[:500] or None if outcome == "sheets" else UNSET,
    )
    async with transaction():
        recorded = await papers.hand_signed.match(inspection_id, found, actor_of(request))
    if isinstance(recorded, Refused):
        said = getattr(recorded.text, language)
        return await _page(request, inspection_id, status=409, wrong=said)
    return Redirect(f"{LIST}/{inspection_id}?done=matched", status_code=303)


def _act(text: str, view: HandSignedMatch) -> UUID:
    """Return the writing that the page showed; one that is unreadable is the inspection's own id, refused."""
    try:
        return UUID(text)
    except ValueError:
        return view.decision.decision_id


HANDLERS = [listing, ask_match, sheet, match]
