"""The network line between one phone and the server: whole, gone, cut at a chosen moment, or a
hotel's captive portal.

It is a proxy on the loopback, in the test's own event loop. The phone knows only its address, so
that the phone's origin stays the same whatever server is behind it.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Literal

from tests.faults.proxy import reset

Way = Literal["whole", "gone", "portal"]

_PIECE = 16 * 1024
_PORTAL_PAGE = (
    b"<!doctype html><html><head><title>Wi-Fi</title></head>"
    b"<body><h1>Chao mung</h1><form action=/login><button>Dong y</button></form></body></html>"
)
_PORTAL = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
    + str(len(_PORTAL_PAGE)).encode()
    + b"\r\n\r\n"
    + _PORTAL_PAGE
)


@dataclass(eq=False)
class Trouble:
    """What happens to the next request that begins with `start`, such as b"PATCH
    /api/mobile/v1/up"."""

    start: bytes
    after: int = 0
    """This many bytes of the request's body come through."""
    kind: Literal["cut", "hold", "answer"] = "cut"
    """cut: both ends are then reset. hold: nothing moves any more. answer: the whole request is
    delivered, and its answer is lost."""
    happened: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(eq=False)
class _Call:
    near: asyncio.StreamWriter
    far: asyncio.StreamWriter
    loses_answer: Trouble | None = None
    broken: bool = False

    def end(self) -> None:
        """End the connection in order, so that what was sent still arrives."""
        self.near.close()
        self.far.close()

    def reset(self) -> None:
        """Reset the connection, as a broken line does."""
        reset(self.near)
        reset(self.far)


class Line:
    """One phone's line. `way` is its present state; `befall` sets what happens next."""

    def __init__(self, host: str, port: int) -> None:
        self._host, self._port = host, port
        self.url = ""
        self.way: Way = "whole"
        self._troubles: list[Trouble] = []
        self._calls: set[_Call] = set()
        self.portal_answers = 0

    def become(self, way: Way) -> None:
        """Change the state of the line. Open connections are cut."""
        self.way = way
        self.cut()

    def cut(self) -> None:
        """Reset every open connection."""
        for call in list(self._calls):
            call.reset()

    def befall(self, trouble: Trouble) -> Trouble:
        """Apply this to the next matching request. `trouble.happened` is set when it has happened."""
        self._troubles.append(trouble)
        return trouble

    async def serve(self, near: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection to its end."""
        if self.way == "gone":
            reset(writer)
            return
        if self.way == "portal":
            await self._as_a_portal(near, writer)
            return
        try:
            far, far_writer = await asyncio.open_connection(self._host, self._port)
        except OSError:
            reset(writer)
            return
        call = _Call(writer, far_writer)
        self._calls.add(call)
        ways = [
            asyncio.create_task(self._there(near, call)),
            asyncio.create_task(self._back(far, call)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._calls.discard(call)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            if call.broken:
                call.reset()
            else:
                call.end()

    async def _as_a_portal(self, near: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):
            await near.read(65536)
            self.portal_answers += 1
            writer.write(_PORTAL)
            await writer.drain()
            writer.close()

    async def _there(self, near: asyncio.StreamReader, call: _Call) -> None:
        while data := await near.read(_PIECE):
            trouble = next((one for one in self._troubles if data.startswith(one.start)), None)
            if trouble is None:
                call.far.write(data)
                await call.far.drain()
                continue
            self._troubles.remove(trouble)
            if trouble.kind == "answer":
                call.loses_answer = trouble
                call.far.write(data)
                await call.far.drain()
                continue
            await self._spoil(trouble, data, near, call)
            return

    async def _spoil(
        self, trouble: Trouble, data: bytes, near: asyncio.StreamReader, call: _Call
    ) -> None:
        while b"\r\n\r\n" not in data:
            data += await near.read(_PIECE)
        head, _, body = data.partition(b"\r\n\r\n")
        while len(body) < trouble.after and (more := await near.read(_PIECE)):
            body += more
        call.far.write(head + b"\r\n\r\n" + body[: trouble.after])
        await call.far.drain()
        call.broken = True
        trouble.happened.set()
        if trouble.kind == "hold":
            await asyncio.Event().wait()  # until the line or the phone ends it

    async def _back(self, far: asyncio.StreamReader, call: _Call) -> None:
        while data := await far.read(_PIECE):
            if call.loses_answer is not None:
                call.broken = True
                call.loses_answer.happened.set()
                return
            call.near.write(data)
            await call.near.drain()


@asynccontextmanager
async def line_to(port: int) -> AsyncIterator[Line]:
    """A line to the server on this port of the loopback, until the end of the block."""
    line = Line("127.0.0.1", port)
    server = await asyncio.start_server(line.serve, "127.0.0.1", 0)
    line.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield line
    finally:
        line.cut()
        server.close()
        await server.wait_closed()
