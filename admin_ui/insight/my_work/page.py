"""My work, the first page after sign-in: what waits for its reader, the most urgent first.

Filters and page are in the address: `/desk/?show=overdue&kind=file&after=…`. `/desk/work/list` answers the same part of
the page alone, for a page that refreshes itself.
"""

from typing import Any

from litestar import Response, get

from admin_ui.insight.my_work import beside_lines, in_full, lines
from admin_ui.shell.forms import query_of
from admin_ui.shell.help import page as help_pages
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from backend.approvals.absences import service as absences
from backend.casework.cases import service as cases
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.force import restores
from backend.insight.my_work import service as my_work
from backend.insight.my_work import tally
from backend.insight.my_work.service import Show, Work


@get(["/desk/", "/desk"], include_in_schema=False)
async def show_work(request: AnyRequest) -> Response[Any]:
    """Show what waits, and for a head the teams, for an auditor what nobody checked."""
    actor = actor_of(request)
    async with transaction():
        found = await _found(request, actor)
        teams = await my_work.teams(actor)
        watched = await my_work.watched(actor)
        lost = await restores.lately(clock.now())
        away = await absences.mine(actor)
    language = language_of(request)
    request.state["tally"] = tally.keep(actor, found.counts)
    return page(
        request,
        "insight/my_work/work.html",
        **_context(request, actor, found),
        teams=beside_lines.teams(teams, language) if teams else None,
        watched=watched,
        unchecked=beside_lines.unchecked(watched, my_work.EXCEPTIONS, language)
        if watched
        else None,
        unseen=beside_lines.unseen(watched, language) if watched else None,
        lost=lost,
        away=away,
        tour=help_pages.tour_of(request),
        me=actor.officer_id,
        tells=actor.has(*restores.READERS),
        on_teams="mine" in cases.my_work.lists_of(actor),
    )


@get("/desk/work/list", include_in_schema=False)
async def show_list(request: AnyRequest) -> Response[Any]:
    """Show the counts and the list alone, without the page around them."""
    actor = actor_of(request)
    async with transaction():
        found = await _found(request, actor)
    return page(request, "insight/my_work/_work.html", **_context(request, actor, found))


async def _found(request: AnyRequest, actor: Actor) -> Work:
    asked = request.query_params
    return await my_work.page(
        actor,
        my_work.shown(asked.get("show", "")),
        asked.get("kind", ""),
        asked.get("after") or None,
    )


def _context(request: AnyRequest, actor: Actor, found: Work) -> dict[str, Any]:
    after = request.query_params.get("after", "")

    def address(show: Show, kind: str, **more: str) -> str:
        given = {"show": "" if show is Show.ALL else str(show), "kind": kind, **more}
        asked = query_of({name: value for name, value in given.items() if value})
        return f"/desk/?{asked}" if asked else "/desk/"

    own = address(found.show, found.kind, after=after)
    return {
        "found": found,
        "shows": list(Show),
        "kinds": my_work.KINDS,
        "to_come": [my_work.KINDS[kind].what for kind in my_work.kinds_of(actor)],
        "address": address,
        "refresh": f"/desk/work/list{own.removeprefix('/desk/')}",
        "paged": bool(after),
        "list": lines.listing(found, language_of(request), clock.now(), address, paged=bool(after)),
        "full": in_full.BY_KIND,
    }


HANDLERS = [show_work, show_list, *in_full.HANDLERS]
