"""What every answer of ours tells the browser, whichever face or error it comes from, and what must be kept nowhere.

Faces say more of themselves (`admin_ui/shell/headers.py`, `app_files.py`); what an answer set itself stays.
"""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Scope

ONE_YEAR_SECONDS = 31_536_000
STRICT = f"max-age={ONE_YEAR_SECONDS}"
"""RFC 6797. Without includeSubDomains: other names of the authority's domain are not ours to bind."""
NEVER_KEPT = ("/api/", "/health/", "/metrics")


async def harden(message: Message, scope: Scope) -> None:
    """No guessing of types anywhere; answers to programs are kept by nobody; once by TLS, always by TLS.

    HSTS is said over TLS alone: a browser ignores it elsewhere, and on the loopback it would be a lie. Behind a proxy
    the scheme is the one that a believed proxy forwards (`serve --proxies`). For the application's `before_send`,
    which sees also what no handler of ours answered.
    """
    if message["type"] != "http.response.start":
        return
    headers = MutableScopeHeaders.from_message(message)
    headers.setdefault("x-content-type-options", "nosniff")
    if scope["path"].startswith(NEVER_KEPT):
        headers.setdefault("cache-control", "no-store")
    if scope.get("scheme") == "https":
        headers.setdefault("strict-transport-security", STRICT)
