"""TCP connections on which a test sends byte by byte what a phone on a bad line would send."""

import asyncio
import contextlib
import socket
import struct
from pathlib import Path
from typing import NamedTuple


class Answer(NamedTuple):
    """A response; header names in lower case."""

    status: int
    headers: dict[str, str]
    body: bytes


class Line:
    """One connection to a server on this machine."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def open(cls, port: int) -> "Line":
        """Connect."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    @property
    def own_port(self) -> int:
        """The port of our end, by which the server's end can be found."""
        port: int = self._writer.get_extra_info("sockname")[1]
        return port

    async def begin(self, method: str, path: str, headers: dict[str, str]) -> None:
        """Send the head of a request."""
        fields = {"Host": "127.0.0.1"} | headers
        head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
        await self.send(f"{method} {path} HTTP/1.1\r\n{head}\r\n".encode())

    async def send(self, data: bytes) -> None:
        """Send bytes unchanged."""
        self._writer.write(data)
        await self._writer.drain()

    async def answer(self, *, of_head: bool = False) -> Answer:
        """Read one whole response."""
        head = (await self._reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head[1:] if line)
        }
        size = 0 if of_head else int(headers.get("content-length", "0"))
        return Answer(int(head[0].split()[1]), headers, await self._reader.readexactly(size))

    async def ask(
        self, method: str, path: str, headers: dict[str, str], body: bytes = b""
    ) -> Answer:
        """Send a request and read its response."""
        length = {"Content-Length": str(len(body))} if body or method != "HEAD" else {}
        await self.begin(method, path, headers | length)
        await self.send(body)
        return await self.answer(of_head=method == "HEAD")

    async def ended(self) -> bytes:
        """Read whatever arrives until the server closes the connection."""
        return await self._reader.read()

    def cut(self) -> None:
        """Break the connection with a reset, as a lost network does."""
        at_once = struct.pack("ii", 1, 0)
        own = self._writer.get_extra_info("socket")
        own.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, at_once)
        self._writer.transport.abort()

    def close(self) -> None:
        """Close the connection in order, as a browser does when a page is left."""
        self._writer.close()


def process_behind(line: Line, port: int, pids: list[int]) -> int:
    """Return which of these processes has the server's end of `line`; 0 if none has accepted it
    yet."""
    ends = (f":{port:04X}", f":{line.own_port:04X}")
    for row in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        words = row.split()
        if (words[1][-5:], words[2][-5:]) != ends:
            continue
        for pid in pids:
            for handle in Path(f"/proc/{pid}/fd").iterdir():
                with contextlib.suppress(FileNotFoundError):  # closed while we looked
                    if str(handle.readlink()) == f"socket:[{words[9]}]":
                        return pid
    return 0
