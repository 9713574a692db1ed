"""Reads the status of an answer as it is sent, for middleware that counts or records it."""

from typing import Any


class Answered:
    """An ASGI `send` that remembers the status.

    It is 500 until an answer begins: after a failure none may begin.
    """

    def __init__(self, send: Any) -> None:
        self._send = send
        self.status = 500

    async def __call__(self, message: Any) -> None:
        """Pass a message on."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
        await self._send(message)
