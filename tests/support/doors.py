"""Both ways of signing in, done by hand for tests about them: nothing is stored or repeated.

The phone's returns answers: `answer = await knock(client, people.an)`. For the desk: `desk = await
Desk.of(app, person)`.
"""

import re
from typing import Any
from uuid import uuid4

import httpx
from litestar import Litestar

from deploy.demo.seals import DeviceKey
from tests.support.people import People, Person

API = "/api/mobile/v1"
ORIGIN = "https://desk.test"
COOKIE = "__Host-hientruong"
_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')


def device(**changed: Any) -> dict[str, Any]:
    """A phone's description of itself, with a new key."""
    return {"id": str(uuid4()), "name": "Máy thử", "public_key": DeviceKey().jwk} | changed


async def knock(
    client: httpx.AsyncClient, person: Person, phone: dict[str, Any] | None = None, **changed: Any
) -> httpx.Response:
    """Send one sign-in of a phone. `changed` replaces parts of the request."""
    order = {
        "username": person.username,
        "password": person.password,
        "otp": person.code(),
        "device": phone or device(),
    }
    return await client.post(f"{API}/sessions", json=order | changed)


def bearer(session: dict[str, Any]) -> dict[str, str]:
    """The header of a signed-in phone."""
    return {"Authorization": f"Bearer {session['access_token']}"}


class Desk:
    """A browser at the desk over TLS, so that a plain cookie jar sends the Secure cookie."""

    def __init__(self, app: Litestar, address: str = "127.0.0.1") -> None:
        transport = httpx.ASGITransport(app=app, client=(address, 50000))
        self.http = httpx.AsyncClient(transport=transport, base_url=ORIGIN)

    @classmethod
    async def of(cls, app: Litestar, person: Person, people: People) -> "Desk":
        """The desk of a person who has just signed in."""
        desk = cls(app)
        await people.forget_codes(person)
        answer = await desk.sign_in(person)
        assert answer.status_code == 303, answer.text
        return desk

    async def sign_in(self, person: Person, **changed: str) -> httpx.Response:
        """Send the sign-in form."""
        form = {"username": person.username, "password": person.password, "code": person.code()}
        return await self.http.post("/desk/sign-in", data=form | changed)

    @property
    def token(self) -> str | None:
        """The session's token from the cookie."""
        return self.http.cookies.get(COOKIE)

    async def form_token(self) -> str:
        """The CSRF token that this session's forms carry."""
        found = _TOKEN.search((await self.http.get("/desk/account")).text)
        assert found
        return found[1]

    async def post(self, path: str, **fields: str) -> httpx.Response:
        """Send one of our forms, with its token."""
        return await self.http.post(path, data=fields | {"csrf_token": await self.form_token()})

    async def close(self) -> None:
        """Close the browser."""
        await self.http.aclose()
