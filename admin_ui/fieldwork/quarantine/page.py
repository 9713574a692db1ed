"""Evidence in quarantine: a supervisor admits it, or dismisses it; it then stays visible without effect."""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.fieldwork.inspections.page import view_for
from admin_ui.fieldwork.rulings.page import answer, conflict, reason_errors, supervisor_only
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.inspections import service as inspections
from schemas.fieldwork.inspections import InspectionView, QuarantinedView

_DONE = {"admit": "admitted", "dismiss": "dismissed"}
_ADDRESS = "/desk/inspections/{inspection_id:uuid}/held/{act_id:uuid}/{decision:str}"


async def _held(
    request: AnyRequest, inspection_id: UUID, act_id: UUID, decision: str
) -> tuple[InspectionView, QuarantinedView]:
    view = await view_for(request, inspection_id, "held")
    supervisor_only(request)
    confirming.require(request)
    held = next((item for item in view.quarantined if item.act_id == act_id), None)
    if held is None or decision not in _DONE:
        raise NotFound(what="held evidence")
    return view, held


def _why_not(held: QuarantinedView) -> str:
    if held.decided:
        return "inspection.held_done"
    return "inspection.held_never" if held.decisions else "inspection.held_by_another"


@get(_ADDRESS, include_in_schema=False)
async def ask_held(
    request: AnyRequest,
    inspection_id: FromPath[UUID],
    act_id: FromPath[UUID],
    decision: FromPath[str],
) -> Response[str]:
    """Ask for the reason, or say immediately why this reader cannot decide so."""
    view, held = await _held(request, inspection_id, act_id, decision)
    if decision not in held.decisions:
        return conflict(request, view, say(language_of(request), _why_not(held)))
    return page(
        request,
        "fieldwork/quarantine/held.html",
        view=view,
        held=held,
        decision=decision,
        reason="",
        errors={},
    )


@post(_ADDRESS, include_in_schema=False)
async def decide_held(
    request: AnyRequest,
    inspection_id: FromPath[UUID],
    act_id: FromPath[UUID],
    decision: FromPath[str],
) -> Response[Any]:
    """Admit or dismiss, once, with the reason."""
    form = await read_form(request)
    view, held = await _held(request, inspection_id, act_id, decision)
    reason = form.text("reason")
    if errors := reason_errors(request, reason):
        return page(
            request,
            "fieldwork/quarantine/held.html",
            status=422,
            view=view,
            held=held,
            decision=decision,
            reason=reason,
            errors=errors,
        )
    command = inspections.admit if decision == "admit" else inspections.dismiss
    async with transaction():
        outcome = await command(inspection_id, act_id, reason, actor_of(request))
    return await answer(request, inspection_id, outcome, _DONE[decision])


HANDLERS = [ask_held, decide_held]
