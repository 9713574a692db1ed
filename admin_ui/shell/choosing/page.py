"""Sends the options of a search box (combobox.js), drawn by the server."""

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.shell.choosing import matching, sources
from admin_ui.shell.looks import EXCEPTION_HANDLERS
from admin_ui.shell.render import AnyRequest, actor_of, page
from backend.core import looks
from backend.core.database import transaction
from backend.core.errors import NotFound


@get("/desk/choose/{kind:str}", include_in_schema=False, exception_handlers=EXCEPTION_HANDLERS)
async def choose(request: AnyRequest, kind: FromPath[str]) -> Response[str]:
    """Return the first options that `q` means, and how many there are. Raises NotFound, NotAllowed.

    What may be chosen follows from the reader's scope and the field's rule; nobody finds here what no form would take.
    """
    looks.admit(actor_of(request).officer_id)
    source = sources.SOURCES.get(kind)
    if source is None:
        raise NotFound(what="choice")
    asked = dict(request.query_params)
    async with transaction():
        options = await source(request, asked)
    if kind not in sources.SEARCHED:
        options = matching.found(options, asked.get("q", ""))
    shown = options[: matching.MOST]
    return page(request, "shell/choosing/options.html", options=shown, count=len(options))


HANDLERS = [choose]
