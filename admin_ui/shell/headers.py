"""What every answer of the desk tells the browser to refuse.

The policy has no `unsafe-` of any kind: a script or style that did not come from our own files does
not run, whatever text an officer typed. Pages are never kept by a cache: desks are shared, and what
was shown must not outlive a session.
"""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import ASGIApp, Message, Receive, Scope, Send


def policy(*pictures_from: str, frames: str = "'none'") -> str:
    """Return the policy of a page; `pictures_from` are origins that its pictures may come from
    besides ours, and nothing else may; `frames` is what it may show inside itself.
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
            f"frame-src {frames}",
        )
    )


POLICY = policy()
SHOWN_BY_US = {
    "content-security-policy": "default-src 'none'; frame-ancestors 'self'",
    "x-frame-options": "SAMEORIGIN",
}
"""Of the one answer that a page of ours shows inside itself: the preview of a paper."""


def framed() -> dict[str, str]:
    """Headers of a page that shows one of our own answers inside itself."""
    return {"content-security-policy": policy(frames="'self'")}


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
