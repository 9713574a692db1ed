"""`/desk/health`: how the installation stands, in sentences, for its administrators."""

from itertools import groupby
from typing import Any

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.operations.health import reading
from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.operations.checkup import service as checkup


@get("/desk/health", include_in_schema=False)
async def show_health(request: AnyRequest) -> Response[Any]:
    """Show what a worker noted last, and as it stands now what can be asked quickly. Raises NotAllowed."""
    view = await checkup.view(actor_of(request))
    return page(
        request,
        "operations/health/health.html",
        view=view,
        to_do=[one for one in view.findings if one.level != "good"],
        areas=[(area, list(of)) for area, of in groupby(view.findings, key=lambda one: one.area)],
    )


@get("/desk/health/runbooks/{name:str}", include_in_schema=False)
async def show_runbook(request: AnyRequest, name: FromPath[str]) -> Response[Any]:
    """Show a runbook. Raises NotAllowed, and NotFound for any other name."""
    title, text = checkup.runbook(actor_of(request), name)
    return page(
        request,
        "operations/health/runbook.html",
        title=title.removeprefix("Runbook: ").capitalize(),
        blocks=reading.blocks(text),
        above="/desk/health",
    )


HANDLERS = [show_health, show_runbook]
