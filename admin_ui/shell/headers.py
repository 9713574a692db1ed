"""Security headers of every answer of the desk.

The content security policy has no `unsafe-` sources: whatever text an officer typed, only scripts
and styles from our own files run. Caches never keep pages, because desks are shared and a page must
not outlive its session.
"""

from litestar.datastructures import MutableScopeHeaders
from litestar.types import ASGIApp, Message, Receive, Scope, Send


def policy(*pictures_from: str, frames: str = "'none'", media: str = "'none'") -> str:
    """Return the content security policy of a page.

    `pictures_from` are origins that its pictures may come from besides ours; nothing else may come
    from there. `frames` is what the page may show in a frame, `media` where sound and films that it
    plays may come from.
    """
    return "; ".join(
        (
            "default-src 'none'",
            *((f"media-src {media}",) if media != "'none'" else ()),
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
"""Headers of answers that one of our pages shows in a frame: a paper's preview, a printed paper, a scan."""


def framed(*, plays: bool = False, fetched: bool = False) -> dict[str, str]:
    """Return headers for a page that shows one of our own answers in a frame, or plays it too.

    `fetched`: its script asks for the answer, and shows it once it is whole.
    """
    frames = "'self' blob:" if fetched else "'self'"
    media = "'self'" if plays else "'none'"
    return {"content-security-policy": policy(frames=frames, media=media)}


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
    """Wrap an application so that each answer carries HEADERS; headers that it set itself stay."""

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
