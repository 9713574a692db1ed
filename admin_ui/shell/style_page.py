"""`/desk/style`: every part of which the desk is made, in all its states. A new page is built from these."""

from typing import Any

from litestar import Response, get

from admin_ui.shell.render import AnyRequest, page


@get("/desk/style", include_in_schema=False)
async def show_style(request: AnyRequest) -> Response[Any]:
    """Show the parts. They have no data of anybody; the tests of how the desk looks use this page."""
    return page(request, "shell/style_page.html", errors={})


HANDLERS = [show_style]
