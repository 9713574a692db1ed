"""Browsers for tests of single pages. Unlike those of `desks` they also show error pages.

For example:

    desk = await readers.of(people.giang)                # signed in
    assert await desk.look(f"/desk/inspections/{work.id}") == 404
"""

import httpx
import pytest
from litestar import Litestar

from deploy.demo.browser import Browser, UnexpectedPage
from tests.support.desk import Desks
from tests.support.people import People, Person


class Reader(Browser):
    """A browser that accepts error pages and keeps the source of the last page in `html`."""

    html = ""

    async def look(self, address: str) -> int:
        """Go to an address, whatever the answer; return its status."""
        try:
            await self.open(address)
        except UnexpectedPage:
            return self.status
        return self.status

    async def _ask(
        self,
        method: str,
        url: str,
        pairs: list[tuple[str, str]] | None = None,
        files: dict[str, tuple[str, bytes]] | None = None,
    ) -> httpx.Response:
        answer = await super()._ask(method, url, pairs, files)
        self.html = answer.text
        return answer

    async def press(self, action_part: str, value: str | None = None, **filled: str) -> int:
        """Fill the page's form and press the button with this value; return the last status."""
        form = self.form(action_part)
        for name, text in filled.items():
            form.fill(name, text)
        button = next(item for item in form.buttons if value is None or item.value == value)
        return await self.try_submit(form, button)


class Readers:
    """Creates readers for people, with the clients of `desks`."""

    def __init__(self, desks: Desks, people: People) -> None:
        self._desks = desks
        self._people = people

    def stranger(self) -> Reader:
        """A reader who has not signed in."""
        blank = self._desks.blank()
        return Reader(blank._client, blank._codes)

    async def of(self, person: Person) -> Reader:
        """A reader who has just signed in."""
        await self._people.forget_codes(person)
        reader = self.stranger()
        await reader.sign_in(person.account)
        return reader


@pytest.fixture
async def readers(app: Litestar, desks: Desks, people: People) -> Readers:
    """A maker of readers at the desk of `app`."""
    return Readers(desks, people)
