"""Phones in tests: the demonstration's phone, over ASGI instead of a network.

For example:

    phone = await phones.of(people.an)          # signed in and synced
    phone.write(inspection_id, "place.fixed", contents.place(210285110, 1058542300))
    [result] = await phone.send()
"""

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID, uuid4

import httpx
import pytest
from litestar import Litestar

from deploy.demo import contents
from deploy.demo.phone import Phone
from tests.support import pictures
from tests.support.codes import AtOnce
from tests.support.people import People, Person

BASE_URL = "http://testserver.local"


class CutAsgi:
    """Begins a request and disconnects in the middle of its body, as a phone in a lift does."""

    def __init__(self, app: Litestar, method: str = "PATCH") -> None:
        self._app = app
        self._method = method

    async def __call__(
        self, url: str, headers: dict[str, str], body: bytes, stop_after: int
    ) -> None:
        """Announce all of `body`, deliver `stop_after` bytes of it, then report the disconnect."""
        path = httpx.URL(url).path
        fields = headers | {"Host": "testserver.local", "Content-Length": str(len(body))}
        messages: list[dict[str, Any]] = [
            {"type": "http.request", "body": body[:stop_after], "more_body": True},
            {"type": "http.disconnect"},
        ]

        async def receive() -> Any:
            return messages.pop(0) if messages else {"type": "http.disconnect"}

        async def send(_message: Any) -> None:
            """Discard the answer: the client is gone."""

        scope: Any = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.4"},
            "http_version": "1.1",
            "method": self._method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": "",
            "headers": [(name.lower().encode(), text.encode()) for name, text in fields.items()],
            "client": ("127.0.0.1", 50001),
            "server": ("testserver.local", 80),
            "state": {},
            "extensions": {},
        }
        await self._app(scope, receive, send)
        await asyncio.sleep(0)


class Phones:
    """Creates phones for people, and keeps their clients so that they are closed."""

    def __init__(self, app: Litestar, people: People) -> None:
        self._app = app
        self._people = people
        self.clients: list[httpx.AsyncClient] = []

    def blank(self, name: str = "Điện thoại thử") -> Phone:
        """A new phone on which nobody has signed in."""
        transport = httpx.ASGITransport(app=self._app, client=("127.0.0.1", 50000))
        client = httpx.AsyncClient(transport=transport, base_url=BASE_URL)
        self.clients.append(client)
        return Phone(client, AtOnce(self._people), name=name, cut=CutAsgi(self._app))

    async def of(self, person: Person, *, sync: bool = True) -> Phone:
        """A new phone on which this person has just signed in; synced unless told not to."""
        phone = self.blank(f"Điện thoại của {person.full_name}")
        await self.sign_in(phone, person)
        if sync:
            await phone.sync()
        return phone

    async def sign_in(self, phone: Phone, person: Person) -> None:
        """Sign in without waiting for a fresh one-time code."""
        await self._people.forget_codes(person)
        phone.codes = AtOnce(self._people)
        await phone.sign_in(person.account)


def photographed(
    phone: Phone, record: UUID, *, where: Any = None, caption: str | None = None
) -> tuple[str, bytes]:
    """Take a photograph on the phone; return its id and its bytes. Neither its act nor the bytes
    are sent yet."""
    photo_id, data = str(uuid4()), pictures.jpeg(size=(640, 480 + len(caption or "")))
    phone.write(
        str(record), "photo.taken", contents.photo(photo_id, data, "image/jpeg", where, caption)
    )
    return photo_id, data


@pytest.fixture
async def phones(app: Litestar, people: People) -> AsyncIterator[Phones]:
    """A maker of phones that talk to `app`."""
    made = Phones(app, people)
    yield made
    for client in made.clients:
        await client.aclose()
