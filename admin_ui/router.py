"""All pages of the desk under one router: headers on every answer, problems as pages.

A page module lists its handlers in `HANDLERS`; a handler without `opt={"public": True}` is behind
the desk's guard.
"""

from litestar import Router, get

from admin_ui.headers import security_headers
from admin_ui.pages.language import choose_language
from admin_ui.problems import EXCEPTION_HANDLERS
from admin_ui.static_files import static_file
from backend.errors import NotFound


@get("/desk/{rest:path}", opt={"public": True}, include_in_schema=False)
async def nowhere(rest: str) -> None:
    """Any other address below /desk/: a page of ours says so."""
    raise NotFound(what=rest)


ROUTER = Router(
    path="/",
    route_handlers=[static_file, choose_language, nowhere],
    middleware=[security_headers],
    exception_handlers=EXCEPTION_HANDLERS,
)
