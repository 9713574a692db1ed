"""`/desk/style`: every part of which the desk is made, in all its states. A new page is built from these."""

from typing import Any

from litestar import Response, get

from admin_ui.shell.listing.places import ORDER
from admin_ui.shell.listing.sample import samples
from admin_ui.shell.render import AnyRequest, language_of, page


@get("/desk/style", include_in_schema=False)
async def show_style(request: AnyRequest) -> Response[Any]:
    """Show the parts. They have no data of anybody; the tests of how the desk looks use this page."""
    lists = samples(language_of(request), request.query_params.get(ORDER, ""))
    return page(request, "shell/style_page.html", errors={}, lists=lists)


HANDLERS = [show_style]
