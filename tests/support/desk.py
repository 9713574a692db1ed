"""The desk in tests: the demonstration's browser, over ASGI.

For example:

    desk = await desks.of(people.giang)      # signed in
    await desk.open(f"/desk/inspections/{inspection_id}")
"""

from collections.abc import AsyncIterator

import httpx
import pytest
from litestar import Litestar

from deploy.demo.browser import Browser
from tests.support.codes import AtOnce
from tests.support.people import People, Person
from tests.support.phone import BASE_URL


class Desks:
    """Creates browsers for people, and keeps their clients so that they are closed."""

    def __init__(self, app: Litestar, people: People) -> None:
        self._app = app
        self._people = people
        self.clients: list[httpx.AsyncClient] = []

    def blank(self) -> Browser:
        """A browser in which nobody has signed in."""
        transport = httpx.ASGITransport(app=self._app, client=("127.0.0.1", 50002))
        client = httpx.AsyncClient(transport=transport, base_url=BASE_URL)
        self.clients.append(client)
        return Browser(client, AtOnce(self._people))

    async def of(self, person: Person) -> Browser:
        """A browser in which this person has just signed in."""
        browser = self.blank()
        await self._people.forget_codes(person)
        await browser.sign_in(person.account)
        return browser


@pytest.fixture
async def desks(app: Litestar, people: People) -> AsyncIterator[Desks]:
    """A maker of browsers that talk to `app`."""
    made = Desks(app, people)
    yield made
    for client in made.clients:
        await client.aclose()
