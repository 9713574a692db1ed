"""A certificate file that would keep a processor busy for minutes stops nobody from signing in."""

import asyncio
import time

import pytest
from litestar import Litestar

from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.heavy_files import PASSPHRASE, hidden_bag, with_iterations
from tests.support.people import People


@pytest.mark.long
async def test_six_heavy_certificate_files_stop_no_sign_in(
    app: Litestar, desks: Desks, people: People
) -> None:
    desk = await Desk.of(app, people.giang, people)
    token = await desk.form_token()

    async def send(data: bytes) -> tuple[int, str]:
        answer = await desk.http.post(
            "/desk/certificates",
            data={"csrf_token": token, "passphrase": PASSPHRASE},
            files={"file": ("key.p12", data, "application/x-pkcs12")},
        )
        return answer.status_code, answer.text

    places = ("mac", "certificates", "key", "mac", "key")
    heavy = [with_iterations(20_000_000, where) for where in places] + [hidden_bag(60_000_000)]
    began = time.monotonic()  # before: whoever stops the loop stops this clock's reader too
    sent = asyncio.gather(*(send(one) for one in heavy))
    await asyncio.sleep(0.5)
    await desks.of(people.an)
    took = time.monotonic() - began
    for status, text in await sent:
        assert status == 422
        assert "vượt giới hạn" in text
    await desk.close()
    assert took < 8, took
