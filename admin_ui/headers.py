"""What every answer of the desk tells the browser to refuse.

The policy has no `unsafe-` of any kind: a script or style that did not come from our own files does
not run, whatever text an officer typed. Pages are never kept by a cache: desks are shared, and what
was shown must not outlive a session.
"""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import ASGIApp, Message, Receive, Scope, Send


def policy(*pictures_from: str) -> str:
    """Return the policy of a page; `pictures_from` are origins that its pictures may come from
    besides ours, and nothing else may.
    """
    return "; ".join(
        (
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            " ".join(("img-src 'self' data: blob:", *pictures_from)),
            "connect-src 'self'",
            "font-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'",
            "object-src 'none'",
        )
    )


POLICY = policy()
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


def security_headers(app: ASGIApp) -> ASGIApp:
    """Wrap an application so that each of its answers carries HEADERS; what it set itself stays."""

    async def wrapped(scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableScopeHeaders.from_message(message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
                headers.setdefault("cache-control", "no-store")
            await send(message)

        await app(scope, receive, send_with_headers)

    return wrapped
