"""`/desk/about`: which version runs, whether all its parts work, whom to call."""

from typing import Any

from litestar import Response, get

from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.core import clock
from backend.force import colleagues
from backend.insight.figures import service as figures
from backend.operations.health import service as health


@get("/desk/about", include_in_schema=False)
async def show_about(request: AnyRequest) -> Response[Any]:
    """Show it to every officer: who reports a fault can say the version, and sees if the fault is known."""
    actor = actor_of(request)
    return page(
        request,
        "operations/about/about.html",
        version=request.app.state["version"],
        contact=request.app.state["settings"].support_contact,
        parts=await health.check(),
        counted=await figures.counted_until(),
        administrators=await colleagues.administrators_over(actor.unit),
        checked_at=clock.now(),
    )


HANDLERS = [show_about]
