"""Seeing the status of an answer as it leaves, for middleware that counts or records it."""

from typing import Any


class Answered:
    """An ASGI `send` that remembers the status; 500 until an answer begins, for none begins where all failed."""

    def __init__(self, send: Any) -> None:
        self._send = send
        self.status = 500

    async def __call__(self, message: Any) -> None:
        """Pass a message on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)
