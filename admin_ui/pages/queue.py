"""The first page after sign-in: what waits for the person who opens it."""

from typing import Any

from litestar import Response, get
from litestar.response import Redirect

from admin_ui.render import AnyRequest, actor_of, page
from backend.actors import Actor
from backend.cases import service as cases
from backend.database import transaction
from backend.inspections import service as inspections
from schemas.vocabulary import Role

ON_TEAMS = (Role.INSPECTOR, Role.TEAM_LEADER)


@get(["/desk/", "/desk"], include_in_schema=False)
async def show_queue(request: AnyRequest) -> Response[Any]:
    """Show what waits.

    For a supervisor to rule on, for an officer on his teams; others begin elsewhere.
    """
    actor = actor_of(request)
    if not actor.has(Role.SUPERVISOR, *ON_TEAMS):
        return Redirect(_start(actor), status_code=303)
    waiting, held, mine = [], [], []
    async with transaction():
        if actor.has(Role.SUPERVISOR):
            waiting = await inspections.queue(actor)
            held = (await inspections.search(actor, inspections.Filters(held=True))).rows
        if actor.has(*ON_TEAMS):
            own = inspections.Filters(officer_id=actor.officer_id)
            mine = (await inspections.search(actor, own)).rows
        waiting_cases = await cases.waiting(actor)
    return page(
        request,
        "queue/queue.html",
        waiting=waiting,
        waiting_cases=waiting_cases,
        held=held,
        mine=mine,
        rules=actor.has(Role.SUPERVISOR),
        on_teams=actor.has(*ON_TEAMS),
    )


def _start(actor: Actor) -> str:
    """Where somebody begins for whom nothing waits."""
    if actor.has(Role.AUDITOR, Role.LEGAL):
        return "/desk/search"
    return "/desk/cases" if actor.has(Role.CLERK) else "/desk/people"


HANDLERS = [show_queue]
