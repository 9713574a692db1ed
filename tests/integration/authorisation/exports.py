"""Lists as files: asked for by who sees the list, found by who asked for the file alone.

That each list has the readers of its page: tests/integration/admin_ui/exchange/test_exports_readers.py.
"""

from schemas.core.ids import new_id
from tests.integration.authorisation.table import (
    AUDITORS,
    FORBIDDEN,
    HIDDEN,
    LEGAL,
    LIVE,
    OK,
    Line,
    desk,
)

_NEW = "/desk/exports/new"
_NOBODYS = f"/desk/exports/{new_id()}"

EXPORTS: tuple[Line, ...] = (
    desk("GET", "/desk/exports", (LIVE, OK)),
    desk("GET", _NEW, (LEGAL | AUDITORS, OK), (LIVE, FORBIDDEN), ask=f"{_NEW}?list=log"),
    desk("POST", "/desk/exports", (LIVE, (404, 422))),
    desk("GET", "/desk/exports/{export_id:uuid}", (LIVE, HIDDEN), ask=_NOBODYS),
    desk("GET", "/desk/exports/{export_id:uuid}/file", (LIVE, HIDDEN), ask=f"{_NOBODYS}/file"),
    desk("POST", "/desk/exports/{export_id:uuid}/cancel", (LIVE, HIDDEN), ask=f"{_NOBODYS}/cancel"),
)
