"""A flood of reports: bounded over all processes, by address and in all; nothing typed is lost, and officers go on."""

import asyncio
from contextlib import AsyncExitStack

import asyncpg
import httpx
import pytest
from litestar import Litestar

from backend.core import database as backend_database
from backend.intake.public_form import limits
from backend.intake.public_form.limits import Limit
from backend.intake.queries import public_door
from tests.support.citizens import WHAT, code_of, picture, send, typed
from tests.support.databases import Database

pytestmark = pytest.mark.usefixtures("app")


def limit(**given: int) -> Limit:
    said = {"burst": 3, "per_hour": 1, "burst_of_all": 6, "per_hour_of_all": 1, "minutes": 5}
    return Limit(name="sending", refusal=limits.TooManyReports, **{**said, **given})


async def test_one_address_sends_so_often_over_all_processes_and_keeps_its_text(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SENDING", limit())
    statuses = []
    for _ in range(5):
        limits.start()  # as another process, which has not counted yet
        answer = await send(client, photographs=[("a.jpg", picture())])
        statuses.append(answer.status_code)
    assert statuses == [200, 200, 200, 429, 429]
    assert answer.headers["retry-after"] == "300"
    assert typed(answer, "what") == WHAT
    assert "hãy chọn lại ảnh" in answer.text
    english = await send(client, lang="en")
    assert "Too many reports" in english.text
    kept = await backend_database.fetchval(
        "SELECT string_agg(t::text, '') FROM public_form_turns t"
    )
    assert "127.0.0.1" not in kept


async def test_a_flood_from_many_addresses_is_bounded_and_others_work_goes_on(
    app: Litestar, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "SENDING", limit())
    async with AsyncExitStack() as stack:
        strangers = [
            await stack.enter_async_context(
                httpx.AsyncClient(
                    transport=httpx.ASGITransport(app=app, client=(f"198.51.100.{n}", 50000)),
                    base_url="http://testserver.local",
                )
            )
            for n in range(30)
        ]
        flood = asyncio.gather(*(send(one, who=f"Tiệm {n}") for n, one in enumerate(strangers)))
        officers = [await client.get("/desk/sign-in") for _ in range(5)]
        answers = await flood
    assert {answer.status_code for answer in officers} == {200}
    statuses = sorted(answer.status_code for answer in answers)
    assert statuses == [200] * 6 + [429] * 24
    assert all(typed(one, "what") == WHAT for one in answers if one.status_code == 429)
    assert await backend_database.fetchval("SELECT count(*) FROM public_inbox") == 6


async def test_photographs_are_bounded_and_the_text_is_taken_without_them(
    app: Litestar, client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept of them cannot be deleted any more: a flood of large ones would fill the disk of all."""
    monkeypatch.setattr(
        limits,
        "PHOTOGRAPHS",
        Limit("photographs", 3, 1, 4, 1, 10, limits.TooManyPhotographs),
    )
    pair = [("a.jpg", picture(1)), ("b.jpg", picture(2))]
    code_of(await send(client, photographs=pair))
    refused = await send(client, photographs=pair, who="Tiệm thứ hai")
    assert refused.status_code == 429
    assert refused.headers["retry-after"] == "600"
    assert "hãy gửi ngay mà không kèm ảnh" in refused.text
    assert typed(refused, "what") == WHAT
    code_of(await send(client, who="Tiệm thứ hai"))
    elsewhere = httpx.AsyncClient(
        transport=httpx.ASGITransport(app=app, client=("198.51.100.7", 50000)),
        base_url="http://testserver.local",
    )
    async with elsewhere:
        assert (await send(elsewhere, photographs=pair)).status_code == 429, "nor from elsewhere"
    photographs = "SELECT count(*) FROM public_inbox_photographs"
    assert await backend_database.fetchval(photographs) == 2


async def test_an_inbox_that_is_full_takes_no_more_and_says_when_to_come_back(
    client: httpx.AsyncClient, database: Database
) -> None:
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute(
        "INSERT INTO public_inbox (id, receipt_hash, sealed, photographs)"
        " SELECT gen_random_uuid(), sha256(n::text::bytea), 'x', 0 FROM generate_series(1, 2000) n"
    )
    await owner.close()
    answer = await send(client)
    assert answer.status_code == 429
    assert typed(answer, "what") == WHAT


async def test_without_the_forms_role_the_form_is_closed_and_says_so(
    client: httpx.AsyncClient,
) -> None:
    await public_door.stop()
    for answer in (
        await client.get("/phan-anh/"),
        await send(client),
        await client.get("/phan-anh/x"),
    ):
        assert answer.status_code == 503
        assert "không nhận phản ánh" in answer.text


async def test_a_database_that_does_not_answer_loses_no_text(
    client: httpx.AsyncClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def silent(*_: object) -> str:
        raise TimeoutError

    monkeypatch.setattr(public_door, "put", silent)
    answer = await send(client)
    assert answer.status_code == 503
    assert typed(answer, "what") == WHAT
    monkeypatch.undo()
    code_of(await send(client))
