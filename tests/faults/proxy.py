"""A bad network between two parts: late, slow, cut, or open with nobody at the other end.

Between the application and the store or the database, on the loopback, in the test's own loop. The
kernel's own means (netem) need rights that a test rarely has.
"""

import asyncio
import contextlib
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

_NOW = struct.pack("ii", 1, 0)  # SO_LINGER: a close is a reset


@dataclass(eq=False)
class _Line:
    """One connection through the proxy: `near` is who called, `far` whom he wanted."""

    near: asyncio.StreamWriter
    far: asyncio.StreamWriter

    def reset(self) -> None:
        for writer in (self.near, self.far):
            reset(writer)


def reset(writer: asyncio.StreamWriter) -> None:
    """End a connection with a reset, as a killed machine's router does."""
    with contextlib.suppress(OSError):
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NOW)
    writer.transport.abort()


@dataclass
class Proxy:
    """What to do to everything that passes; changed while it runs."""

    host: str
    port: int
    address: str = ""
    """host:port where it listens."""
    latency: float = 0.0
    """Seconds that each piece is late."""
    bytes_per_second: float = 0.0
    """0: as fast as it goes."""
    silent: bool = False
    """Half-open: connections stand, and nothing passes any more."""
    cut_put_after: int | None = None
    """The next PUT loses its sender after so many bytes of its body."""
    hold_put: bool = False
    """The next PUT's headers arrive, its sender is gone, and the other side waits: see let_go()."""
    puts: list[int] = field(default_factory=list)
    """How many body bytes of each spoilt PUT went through."""
    _lines: set[_Line] = field(default_factory=set)
    _held: list[asyncio.StreamWriter] = field(default_factory=list)

    def reset_all(self) -> int:
        """Cut every connection that is open now. Returns how many."""
        lines = list(self._lines)
        for line in lines:
            line.reset()
        return len(lines)

    def let_go(self) -> int:
        """End the held PUTs' far sides: their store sees the sender go, now. Returns how many."""
        held, self._held = self._held, []
        for writer in held:
            writer.close()  # as the kernel closes for a process that is killed
        return len(held)

    async def serve(self, near: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, to its end."""
        try:
            far, far_writer = await asyncio.open_connection(self.host, self.port)
        except OSError:
            reset(writer)
            return
        line = _Line(writer, far_writer)
        self._lines.add(line)
        ways = [
            asyncio.create_task(self._there(near, line)),
            asyncio.create_task(self._pump(far, writer)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._lines.discard(line)
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            if far_writer in self._held or far_writer.is_closing():
                reset(writer)
            else:
                line.reset()

    async def _there(self, near: asyncio.StreamReader, line: _Line) -> None:
        while data := await near.read(65536):
            spoils = self.cut_put_after is not None or self.hold_put
            if spoils and data.startswith(b"PUT "):
                await self._spoil(data, near, line)
                return
            await self._pass(data, line.far)

    async def _spoil(self, data: bytes, near: asyncio.StreamReader, line: _Line) -> None:
        """Let headers and the allowed bytes of the body through; then the sender is gone."""
        allowed, held = self.cut_put_after or 0, self.hold_put
        self.cut_put_after, self.hold_put = None, False
        while b"\r\n\r\n" not in data:
            data += await near.read(65536)
        head, _, body = data.partition(b"\r\n\r\n")
        while len(body) < allowed and (more := await near.read(65536)):
            body += more
        line.far.write(head + b"\r\n\r\n" + body[:allowed])
        await line.far.drain()
        self.puts.append(min(len(body), allowed))
        await asyncio.sleep(0.2)  # it has arrived
        self._held.append(line.far)
        if not held:
            self.let_go()

    async def _pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while data := await reader.read(65536):
            await self._pass(data, writer)

    async def _pass(self, data: bytes, writer: asyncio.StreamWriter) -> None:
        if self.latency:
            await asyncio.sleep(self.latency)
        while self.silent:  # noqa: ASYNC110 - for as long as the test wants
            await asyncio.sleep(0.05)
        if not self.bytes_per_second:
            writer.write(data)
            await writer.drain()
            return
        for place, one in enumerate(data):
            writer.write(bytes([one]))
            await writer.drain()
            await asyncio.sleep(1 / self.bytes_per_second)
            if not self.bytes_per_second:  # the line is good again
                writer.write(data[place + 1 :])
                return


@asynccontextmanager
async def proxy_to(address: str) -> AsyncIterator[Proxy]:
    """A proxy to host:port, until the end of the block."""
    host, _, port = address.rpartition(":")
    made = Proxy(host, int(port))
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.address = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield made
    finally:
        made.let_go()
        made.silent = False
        made.reset_all()
        server.close()
        await server.wait_closed()
