"""The leader names, at the desk, the team member who draws up the minutes, and confirms the choice.

Only under the newer flow of minutes, and until the file is submitted. `ledger.record` (the one
door) checks both again (backend/fieldwork/acts/drafts.py).
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath

from admin_ui.fieldwork.inspections import opinion_lines
from admin_ui.fieldwork.inspections.page import view_for
from admin_ui.fieldwork.rulings.page import answer, conflict
from admin_ui.shell.forms import read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.fieldwork.inspections import service as inspections
from backend.fieldwork.inspections.service import opinions
from schemas.fieldwork.inspections import InspectionView

_PLACE = "/desk/inspections/{inspection_id:uuid}/owner"


async def _begin(
    request: AnyRequest, inspection_id: UUID
) -> tuple[InspectionView, Response[str] | None]:
    """Read the record, and set the answer if it is too late to name anybody.

    Raises NotAllowed except for the leader.
    """
    view = await view_for(request, inspection_id, "owner")
    actor = actor_of(request)
    if not inspections.next_steps.leads(view, actor):
        raise NotAllowed
    if inspections.next_steps.may_entrust(view, actor):
        return view, None
    return view, conflict(request, view, say(language_of(request), "opinions.entrust_over"))


def _page(
    request: AnyRequest, view: InspectionView, status: int = 200, chosen: str = "", **more: Any
) -> Response[str]:
    others = [one for one in view.team if one.officer_id != view.minutes_owner]
    context: dict[str, Any] = {"sure": False, "errors": {}, "chosen": chosen, "officer": None}
    return page(
        request,
        "fieldwork/entrusting/entrust.html",
        status=status,
        view=view,
        others=others,
        **opinion_lines.context(view, language_of(request)),
        **(context | more),
    )


@get(_PLACE, include_in_schema=False)
async def ask_owner(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[str]:
    """Show who draws up the minutes now, and which team members the leader may name."""
    view, over = await _begin(request, inspection_id)
    return over or _page(request, view)


@post(_PLACE, include_in_schema=False)
async def name_owner(request: AnyRequest, inspection_id: FromPath[UUID]) -> Response[Any]:
    """Ask for confirmation of the chosen officer, or record the choice, depending on the button."""
    form = await read_form(request)
    view, over = await _begin(request, inspection_id)
    if over:
        return over
    chosen, step = form.text("officer"), form.text("step")
    officer = next((one for one in view.team if str(one.officer_id) == chosen), None)
    if officer is None or officer.officer_id == view.minutes_owner:
        wrong = {"officer": say(language_of(request), "opinions.entrust_needed")}
        return _page(request, view, 422, errors=wrong)
    if step != "confirm":
        return _page(request, view, chosen=chosen, officer=officer, sure=step != "correct")
    async with transaction():
        outcome = await opinions.entrust(inspection_id, officer.officer_id, actor_of(request))
    return await answer(request, inspection_id, outcome, "opinion-entrust")


HANDLERS = [ask_owner, name_owner]
