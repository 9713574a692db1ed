"""The sums from which on two parties are proposed as one: what is in force, a change proposed, and its confirmation."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.force import colleagues
from backend.ledger.service import Refused
from backend.parties.weighing import service as weighing
from schemas.parties.likeness import LEAST, MOST, LikenessAsked

PLACE = "/desk/likeness"
_ONE = f"{PLACE}/{{change_id:uuid}}"


@get(PLACE, include_in_schema=False)
async def show_sums(request: AnyRequest) -> Response[Any]:
    """Show what is in force, what waits, and the form that proposes. Raises NotAllowed."""
    return await _page(request, None)


async def _page(
    request: AnyRequest,
    form: Form | None,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[Any]:
    actor = actor_of(request)
    async with transaction():
        after = request.query_params.get("after") if form is None else None
        standing = await weighing.standing(actor, after)
        waiting = standing.waiting
        names = await _names([*([waiting] if waiting else []), *standing.before])
    opened = {"propose": str(standing.sums.propose), "strong": str(standing.sums.strong)}
    return page(
        request,
        "parties/weighing/sums.html",
        status=status,
        standing=standing,
        waiting=waiting,
        after=after,
        state_of=weighing.state_of,
        may=weighing.decides(actor),
        most_left=weighing.MOST_LEFT,
        names=names,
        weights=sorted(weighing.WEIGHTS.items(), key=lambda one: (-one[1], one[0])),
        against=sorted(weighing.AGAINST),
        least=LEAST,
        most=MOST,
        form=form or Form.filled(opened),
        errors=errors or {},
        refused=refused,
        done=request.query_params.get("done", "") if form is None else "",
    )


async def _names(changes: list[weighing.Change]) -> dict[UUID, str]:
    said = {by for one in changes for by in (one.asked_by, one.decided_by) if by is not None}
    return {one.id: one.full_name for one in await colleagues.named(said)}


@post(PLACE, opt=ONCE, include_in_schema=False)
async def propose(request: AnyRequest) -> Response[Any]:
    """Propose other sums. Raises NotAllowed."""
    actor, language, form = actor_of(request), language_of(request), await read_form(request)
    weighing.require(actor)
    confirming.require(request)
    reader = Reader(form, partial(say, language))
    sums = {name: _sum(reader, name) for name in ("propose", "strong")}
    reason = reader.text("reason", say(language, "party.reason"), least=3, most=2000, required=True)
    lower, upper = sums["propose"], sums["strong"]
    if lower and upper and upper < lower:
        reader.tell("strong", say(language, "weighing.order"))
    if reader.errors or lower is None or upper is None:
        return await _page(request, form, errors=reader.errors, status=422)
    async with transaction():
        change_id, outcome = await weighing.ask(
            LikenessAsked(propose=lower, strong=upper, reason=reason), actor
        )
    if isinstance(outcome, Refused):
        return await _page(request, form, refused=getattr(outcome.text, language), status=409)
    return Redirect(f"{PLACE}/{change_id}?done=asked", status_code=303)


def _sum(reader: Reader, name: str) -> int | None:
    text = reader.text(name, reader.translate(f"weighing.{name}"), most=3, required=True)
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and LEAST <= int(text) <= MOST):
        reader.tell(name, reader.translate("weighing.bounds", least=LEAST, most=MOST))
        return None
    return int(text)


@get(_ONE, include_in_schema=False)
async def show_change(request: AnyRequest, change_id: FromPath[UUID]) -> Response[Any]:
    """Show one change, with what may be said of it. Raises NotAllowed, NotFound."""
    return await _change_page(request, change_id)


async def _change_page(
    request: AnyRequest,
    change_id: UUID,
    *,
    form: Form | None = None,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[Any]:
    actor = actor_of(request)
    async with transaction():
        change = await weighing.get(change_id, actor)
        sums, names = await weighing.sums(), await _names([change])
        state = weighing.state_of(change)
        who = await weighing.deciders(change) if state == "asked" else []
    return page(
        request,
        "parties/weighing/change.html",
        status=status,
        change=change,
        state=state,
        until=weighing.until(change),
        who=[one for one in who if one != actor.full_name],
        may=weighing.decides(actor),
        sums=sums,
        names=names,
        own=change.asked_by == actor.officer_id,
        form=form or Form.filled({}),
        errors=errors or {},
        refused=refused,
        done=request.query_params.get("done", "") if form is None else "",
    )


@post(_ONE, opt=ONCE, include_in_schema=False)
async def decide(request: AnyRequest, change_id: FromPath[UUID]) -> Response[Any]:
    """Confirm a change, or decline it, as the button says. Raises NotAllowed, NotFound."""
    actor, language, form = actor_of(request), language_of(request), await read_form(request)
    weighing.require(actor)
    confirming.require(request)
    step = form.text("step")
    reader = Reader(form, partial(say, language))
    reason = ""
    if step == "decline":
        reason = reader.text(
            "reason", say(language, "party.reason"), least=3, most=2000, required=True
        )
    elif step != "confirm":
        reader.tell("step", say(language, "alike.step_needed"))
    if reader.errors:
        return await _change_page(request, change_id, form=form, errors=reader.errors, status=422)
    async with transaction():
        outcome = await (
            weighing.confirm(change_id, actor)
            if step == "confirm"
            else weighing.decline(change_id, reason, actor)
        )
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _change_page(request, change_id, form=form, refused=said, status=409)
    return Redirect(f"{PLACE}?done={step}", status_code=303)


HANDLERS = [show_sums, propose, show_change, decide]
