"""`/desk/help`: the first steps of the reader's role, keys, common questions. `/desk/style`: how the desk is drawn."""

from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect

from admin_ui.shell.forms import read_form
from admin_ui.shell.help import tours
from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.force.hints import service as hints


@get("/desk/help", include_in_schema=False)
async def show_help(request: AnyRequest) -> Response[Any]:
    """Show the help; it is the same whether the first steps were put away or not."""
    return page(
        request,
        "shell/help/help.html",
        tour=tours.of(actor_of(request)),
        put_away=_put_away(request),
        done=request.query_params.get("done", ""),
    )


@post("/desk/help", status_code=303, include_in_schema=False)
async def put_away(request: AnyRequest) -> Response[Any]:
    """Put the reader's first steps away, or show them again on the page of work."""
    actor = actor_of(request)
    tour = tours.of(actor)
    if tour is None:
        return Redirect("/desk/help", status_code=303)
    if (await read_form(request)).text("show") == "again":
        await hints.restore(actor, tour.hint)
        return Redirect("/desk/help?done=restored", status_code=303)
    await hints.dismiss(actor, tour.hint)
    return Redirect("/desk/", status_code=303)


def tour_of(request: AnyRequest) -> tours.Tour | None:
    """Return the first steps for the page of work, None if the reader has put them away."""
    return None if _put_away(request) else tours.of(actor_of(request))


def _put_away(request: AnyRequest) -> bool:
    tour = tours.of(actor_of(request))
    return tour is not None and tour.hint in request.state.get("hints", [])


HANDLERS = [show_help, put_away]
