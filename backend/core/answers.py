"""Reads the status of an answer as it is sent, for middleware that counts or records it."""

from collections.abc import Callable
from typing import Any


class Answered:
    """An ASGI `send` that remembers the status.

    It is 500 until an answer begins: after a failure none may begin. `began()` is called when a stream of events
    begins, which lasts as long as somebody reads it.
    """

    def __init__(self, send: Any, began: Callable[[], None] | None = None) -> None:
        self._send = send
        self._began = began
        self.status = 500

    async def __call__(self, message: Any) -> None:
        """Pass a message on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            if self._began is not None and (b"content-type", b"text/event-stream") in [
                (name.lower(), value.partition(b";")[0]) for name, value in message["headers"]
            ]:
                self._began()
        await self._send(message)
