"""Answers requests that this process no longer finishes.

The answer is one that can be tried again, instead of a bare 500.
"""

import asyncio
from typing import Any

from backend.core.errors import Unavailable
from mobile_api.problems import MEDIA_TYPE, RETRY_SECONDS, body_of


class AnswerWhenCancelled:
    """ASGI middleware that answers 503 if a request is cancelled before its answer began.

    It runs inside the middleware that counts answers. A server that is asked to stop waits 10 s for
    the requests that it has begun and cancels the rest (deploy/web.py). uvicorn would answer these
    with `500 Internal Server Error`, which a phone or a person takes for a fault of the request.
    Nothing was acknowledged, so the request is sent again and reaches another process.
    """

    def __init__(self, app: Any) -> None:
        self.app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Answer one request.

        Re-raises CancelledError, so that the server counts the request as cancelled.
        """
        began = False

        async def sending(message: Any) -> None:
            nonlocal began
            began = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except asyncio.CancelledError:
            if scope["type"] == "http" and not began:
                await _say(scope, send)
            raise


async def _say(scope: Any, send: Any) -> None:
    error = Unavailable()
    accepts = dict(scope["headers"]).get(b"accept", b"")
    if b"text/html" in accepts and not scope["path"].startswith("/api/"):
        kind, body = "text/plain; charset=utf-8", f"{error.text.vi}\n{error.text.en}\n".encode()
    else:
        kind, body = MEDIA_TYPE, body_of(error)
    headers = {
        "content-type": kind,
        "content-length": str(len(body)),
        "cache-control": "no-store",
        "retry-after": RETRY_SECONDS,
        "connection": "close",
    }
    raw = [(name.encode(), value.encode()) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": error.status, "headers": raw})
    await send({"type": "http.response.body", "body": body})
