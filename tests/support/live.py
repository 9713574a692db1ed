"""An open page's stream of events, read over a real port as a browser reads it.

async with stream(site, await cookie_of(desks, people.giang), f"inspection:{work.id}") as events:
    assert await events.next("changed")
"""

import asyncio
import socket
import ssl
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple
from urllib.parse import urlencode

from admin_ui.shell.guards import COOKIE
from tests.support.desk import Desks
from tests.support.people import Person
from tests.support.waiting import waiting_for


class Event(NamedTuple):
    """One event: its name, its id and its data."""

    name: str
    id: str
    data: str


async def cookie_of(desks: Desks, person: Person) -> str:
    """The cookie of a browser in which this person has just signed in."""
    return (await desks.of(person)).cookies[COOKIE]


class Stream:
    """One connection, from the answer's head on."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self.status = 0
        self.head = ""
        self._rest = ""

    async def begin(self) -> None:
        """Read the head of the answer."""
        self.head = (await self._reader.readuntil(b"\r\n\r\n")).decode().lower()
        self.status = int(self.head.split(" ", 2)[1])

    async def read(self) -> Event | None:
        """The next event with a name; None when the stream has ended."""
        while True:
            block, found, rest = self._rest.partition("\n\n")
            if found:
                self._rest = rest
                lines = [line.partition(": ") for line in block.splitlines()]
                said = {name: value for name, _, value in lines}
                if "event" in said:
                    return Event(said["event"], said.get("id", ""), said["data"])
                continue
            size = int(await self._reader.readline() or b"0", 16)
            if not size:
                return None
            self._rest += (await self._reader.readexactly(size)).decode()
            await self._reader.readexactly(2)

    async def next(self, name: str) -> Event:
        """The next event of this name. Raises EOFError if the stream ends before."""
        async with waiting_for(f"an event {name}"):
            while event := await self.read():
                if event.name == name:
                    return event
        raise EOFError(name)

    async def nothing(self, name: str, within: float) -> bool:
        """Tell whether no event of this name comes within so many seconds."""
        try:
            async with asyncio.timeout(within):
                await self.next(name)
        except TimeoutError:
            return True
        return False

    def cut(self) -> None:
        """Reset the connection, as a cable does that is pulled and answered by nobody."""
        line = self._writer.transport.get_extra_info("socket")
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self._writer.transport.abort()

    async def close(self) -> None:
        """Close the window."""
        self._writer.close()


async def connected(site: str, cookie: str, of: str = "work", **asked: str) -> Stream:
    """Open a stream. `asked` goes into the address; `last_event_id` is sent as a browser does."""
    port = int(site.rpartition(":")[2])
    secure = ssl.create_default_context() if site.startswith("https") else None
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=secure)
    last = asked.pop("last_event_id", "")
    lines = [
        f"GET /desk/live?{urlencode({'of': of, **asked})} HTTP/1.1",
        f"Host: 127.0.0.1:{port}",
        f"Cookie: {COOKIE}={cookie}",
        *([f"Last-Event-ID: {last}"] if last else []),
    ]
    writer.write("\r\n".join([*lines, "", ""]).encode())
    made = Stream(reader, writer)
    await made.begin()
    return made


@asynccontextmanager
async def stream(site: str, cookie: str, of: str = "work", **asked: str) -> AsyncIterator[Stream]:
    """A stream that has begun to tell, closed at the end of the block."""
    made = await connected(site, cookie, of, **asked)
    try:
        await made.next("hello")
        yield made
    finally:
        await made.close()
