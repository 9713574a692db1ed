"""`/desk/about`: which version runs, whether all its parts work, whom to call."""

import re
from typing import Any

from litestar import Response, get

from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.core import clock
from backend.force import colleagues
from backend.insight.figures import service as figures
from backend.operations.health import service as health

_REACHED = re.compile(r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<phone>\+?\d[\d .]{6,}\d)")


def reached(contact: str) -> list[tuple[str, str]]:
    """Return the words of a contact in their order, each with its address: a telephone number or an e-mail, else ""."""
    found: list[tuple[str, str]] = []
    at = 0
    for one in _REACHED.finditer(contact):
        digits = re.sub(r"[ .]", "", one["phone"] or "")
        found += [
            (contact[at : one.start()], ""),
            (one[0], f"mailto:{one['mail']}" if one["mail"] else f"tel:{digits}"),
        ]
        at = one.end()
    return [pair for pair in [*found, (contact[at:], "")] if pair[0]]


@get("/desk/about", include_in_schema=False)
async def show_about(request: AnyRequest) -> Response[Any]:
    """Show it to every officer: who reports a fault can say the version, and sees if the fault is known."""
    actor = actor_of(request)
    return page(
        request,
        "operations/about/about.html",
        version=request.app.state["version"],
        contact=reached(request.app.state["settings"].support_contact),
        parts=await health.check(),
        counted=await figures.counted_until(),
        administrators=await colleagues.administrators_over(actor.unit),
        checked_at=clock.now(),
    )


HANDLERS = [show_about]
