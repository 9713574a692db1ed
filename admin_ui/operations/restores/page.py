"""Restores from a backup: when, by whom, what is lost, which numbers are missing, what to do."""

from typing import Any

from litestar import Response, get

from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.force import restores as force_restores


@get("/desk/restores", include_in_schema=False)
async def show_restores(request: AnyRequest) -> Response[Any]:
    """Show all restores, newest first, with the numbers of the reader's unit that each skipped.

    Raises NotAllowed.
    """
    restores, skipped = await force_restores.page(actor_of(request))
    return page(request, "operations/restores/restores.html", restores=restores, skipped=skipped)


HANDLERS = [show_restores]
