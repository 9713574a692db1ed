"""Leads from an address that only takes forms to the page that such a form stands on.

A refused form is shown at the address that it was sent to. A reload of the address, a change of language, or a link
that somebody copied asks for that address by GET, which has no page.
"""

from litestar import Litestar
from litestar.exceptions import MethodNotAllowedException, NotFoundException


def page_above(app: Litestar, path: str) -> str:
    """Return the nearest address above `path` that has a page: the record whose form it is, or its list."""
    while (path := path.rpartition("/")[0]).count("/") > 1:
        try:
            app.asgi_router.handle_routing(path=path, method="GET")
        except (MethodNotAllowedException, NotFoundException):
            continue
        return path
    return "/desk/"
