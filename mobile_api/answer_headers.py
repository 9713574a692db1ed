"""Security headers of every answer, whichever face or error it comes from, and which answers may not be cached.

The faces add headers of their own (`admin_ui/shell/headers.py`, `app_files.py`). A header that an
answer already has is kept.
"""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

ONE_YEAR_SECONDS = 31_536_000
STRICT = f"max-age={ONE_YEAR_SECONDS}"
"""RFC 6797. Without includeSubDomains, because other names in the authority's domain are not ours
to bind."""
NEVER_KEPT = ("/api/", "/health/", "/metrics")


async def harden(message: Message, scope: Scope) -> None:
    """Add the headers: no guessing of content types, no caching of answers to programs, and HSTS over TLS.

    HSTS is sent over TLS alone. A browser ignores it elsewhere, and on the loopback it would be
    false. Behind a proxy the scheme is the one that a trusted proxy forwards (`serve --proxies`).
    This runs in the application's `before_send`, which also sees answers that no handler of ours
    gave.
    """
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    headers.setdefault("x-content-type-options", "nosniff")
    if scope["path"].startswith(NEVER_KEPT):
        headers.setdefault("cache-control", "no-store")
    if scope.get("scheme") == "https":
        headers.setdefault("strict-transport-security", STRICT)
