"""Other systems under a key: two administrators open an account, and what it reads, from where and until when."""

import re
from collections.abc import Awaitable, Callable, Mapping
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import httpx
import pytest
from litestar import Litestar

from backend.core import clock, database, keys
from backend.force.machines import service as machines
from tests.support import restructured
from tests.support.databases import Database
from tests.support.people import People
from tests.support.readers import Reader, Readers

API = "/api/machine/v1"
WHY = "Theo công văn của Bộ"
HERE = "127.0.0.1"


async def asked(
    desk: Reader,
    people: People,
    networks: str = f"{HERE}/32",
    days: int = 30,
    of: str = "01",
    owner: str = "giang",
) -> str:
    """Ask for an account as an administrator; return its id."""
    await desk.open("/desk/machines/new")
    unit = people.units[of].unit_id
    await desk.press(
        "/machines/new",
        name="Cổng thống kê của Bộ",
        purpose=WHY,
        unit_id=str(unit),
        owner=getattr(people, owner).username,
        permissions="figures",
        networks=networks,
        expires_on=f"{clock.today() + timedelta(days=days):%d/%m/%Y}",
    )
    found: UUID | None = await database.fetchval(
        "SELECT id FROM machine_accounts ORDER BY asked_at DESC LIMIT 1"
    )
    return str(found) if found else ""


async def act(desk: Reader, account: str, name: str, **filled: str) -> int:
    await desk.open(f"/desk/machines/{account}/{name}")
    return await desk.press(f"/{name}", **filled)


async def key_of(desk: Reader, account: str, overlap: str = "7") -> str:
    await act(desk, account, "key", overlap=overlap)
    [key] = re.findall(r"htm_[\w-]{43}", desk.html)
    return str(key)


async def opened(people: People, readers: Readers, **given: Any) -> tuple[Reader, str, str]:
    """An account that two administrators opened, and its key."""
    desk, second = await readers.of(people.my), await readers.of(people.lan)
    account = await asked(desk, people, **given)
    await act(second, account, "confirm", reason=WHY)
    return desk, account, await key_of(desk, account)


Writes = Callable[..., Awaitable[None]]


@pytest.fixture(name="owner_writes")
def _owner_writes(database: Database) -> Writes:
    """Changes what the application may not change itself."""

    async def write(sql: str, *values: Any) -> None:
        connection = await asyncpg.connect(database.superuser_dsn)
        await connection.execute(sql, *values)
        await connection.close()

    return write


@pytest.fixture
def system(app: Litestar) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=app, client=(HERE, 40000))  # type: ignore[arg-type]  # an ASGI app
    return httpx.AsyncClient(transport=transport, base_url="http://testserver")


async def get(
    system: httpx.AsyncClient, key: str, path: str, **query: Any
) -> tuple[int, Mapping[str, Any]]:
    answer = await system.get(
        f"{API}/{path}", params=query, headers={"Authorization": f"Bearer {key}"}
    )
    return answer.status_code, answer.json()


def month() -> dict[str, str]:
    today = clock.today()
    return {"first": today.replace(day=1).isoformat(), "last": today.isoformat()}


async def test_a_period_that_is_none_is_refused_in_words(
    system: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    _, _, key = await opened(people, readers)
    today = clock.today()
    for first, last in (
        (today, today - timedelta(days=1)),
        (today - timedelta(days=366), today),
        (today, today + timedelta(days=1)),
        (date.min, today),
        (today, date.max),
    ):
        status, answer = await get(
            system, key, "figures", first=first.isoformat(), last=last.isoformat()
        )
        assert (status, answer["code"]) == (422, "period_wrong"), (first, last)
        assert "Hãy hỏi kỳ khác" in answer["text"]["vi"]
    for text in ("0000-01-01", "10000-01-01", "2026-02-30", "9" * 400, "NaN", ""):
        status, answer = await get(system, key, "figures", first=text, last=today.isoformat())
        assert (status, answer["code"]) == (400, "request_invalid"), text


async def test_figures_are_sums_of_the_unit_and_signed(
    system: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    _, account, key = await opened(people, readers)
    status, answer = await get(system, key, "figures", **month())
    assert status == 200, answer
    assert answer["unit"] == "01"
    codes = {one["code"] for one in answer["figures"]}
    assert {"decisions", "money_collected"} <= codes
    assert not any(one.startswith("informations") for one in codes), "nothing of informers"
    said = {name: value for name, value in answer.items() if name != "signature"}
    _, health = await get(system, key, "health")
    assert answer["key_id"] in {one["key_id"] for one in health["server_keys"]}
    public = keys.current().public[answer["key_id"]]
    assert keys.verify(said, answer["signature"], public)
    assert not keys.verify(said | {"unit": "02"}, answer["signature"], public)
    status, answer = await get(system, key, "figures", unit="0101", **month())
    assert (status, answer["unit"]) == (200, "0101")
    for outside in ("00", "48", "4801"):
        status, answer = await get(system, key, "figures", unit=outside, **month())
        assert (status, answer["code"]) == (404, "not_found")
    used = await database.fetch(
        "SELECT action, record_id, officer_id, detail ->> 'path' AS path FROM access_log WHERE action LIKE 'machine.%'"
    )
    assert ("machine.figures", UUID(account), people.giang.id, f"{API}/figures") in {
        tuple(one) for one in used
    }
    assert await database.fetchval("SELECT sum(uses) FROM machine_days") == 6


async def test_nobody_confirms_what_they_asked_for_and_before_that_there_is_no_key(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    account = await asked(desk, people)
    assert "Người quản trị khác xác nhận" in desk.page.text
    assert "Rút đề nghị" in desk.page.text
    assert "Không xác nhận" not in desk.page.text
    assert await act(desk, account, "confirm", reason=WHY) == 409
    assert await act(desk, account, "key", overlap="0") == 409
    assert await database.fetchval("SELECT count(*) FROM machine_keys") == 0
    elsewhere = await readers.of(people.giang)
    assert await elsewhere.look("/desk/machines") == 403
    acts = await database.fetch(
        "SELECT act FROM ledger_entries WHERE act_type LIKE 'machine.%' ORDER BY number"
    )
    assert len(acts) == 1


async def test_a_key_is_stored_by_its_hash_alone_and_shown_once(
    people: People, readers: Readers
) -> None:
    desk, account, key = await opened(people, readers)
    await desk.open(f"/desk/machines/{account}")
    assert key not in desk.html
    assert f"…{key[-4:]}" in desk.page.text
    written = await database.fetch(
        "SELECT act::text AS it FROM ledger_entries UNION ALL SELECT row_to_json(k)::text FROM machine_keys k"
    )
    assert not any(key[4:] in one["it"] for one in written)


async def test_two_keys_overlap_and_an_account_that_is_revoked_is_dead_at_once(
    system: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    desk, account, first = await opened(people, readers)
    second = await key_of(desk, account, "7")
    assert [(await get(system, one, "health"))[0] for one in (first, second)] == [200, 200]
    third = await key_of(desk, account, "0")
    found = [(await get(system, one, "health"))[0] for one in (first, second, third)]
    assert found == [401, 401, 200], "the older ones ended at once"
    await act(desk, account, "revoke", reason=WHY)
    status, answer = await get(system, third, "health")
    assert (status, answer["code"]) == (401, "machine_key_unknown")
    assert await act(desk, account, "key", overlap="0") == 409


async def test_a_key_ends_with_its_unit_and_its_account_can_still_be_revoked(
    system: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    lan = await readers.of(people.lan)
    desk, account, key = await opened(people, readers, of="0101", owner="an")
    waiting = await asked(desk, people, of="0101", owner="an")
    assert (await get(system, key, "figures", **month()))[1]["unit"] == "0101"
    await restructured.merged("0101", people.units["0102"].unit_id, people)
    status, answer = await get(system, key, "figures", **month())
    assert (status, answer["code"]) == (401, "machine_key_unknown")
    assert await act(desk, account, "key", overlap="0") == 409, "and there is no new key"
    assert await act(desk, account, "revoke", reason=WHY) == 200
    assert await act(lan, waiting, "decline", reason=WHY) == 200
    states = await database.fetch("SELECT state FROM machine_accounts ORDER BY asked_at")
    assert [one["state"] for one in states] == ["revoked", "declined"]


async def test_what_is_outside_its_bounds_is_refused_and_recorded(
    system: httpx.AsyncClient, people: People, readers: Readers, owner_writes: Writes
) -> None:
    _, _, key = await opened(people, readers)
    assert (await get(system, key, "catalogue"))[1]["code"] == "machine_permission"
    await owner_writes("UPDATE machine_accounts SET networks = '{203.0.113.0/28}'")
    assert (await get(system, key, "health"))[1]["code"] == "machine_address"
    await owner_writes(
        "UPDATE machine_accounts SET networks = $1, expires_on = $2", [f"{HERE}/32"], clock.today()
    )
    assert (await get(system, key, "health"))[1]["code"] == "machine_ended"
    await owner_writes(
        "UPDATE machine_accounts SET expires_on = $1", clock.today() + timedelta(days=1)
    )
    await owner_writes("UPDATE machine_accounts SET owner_left_at = now() - interval '15 days'")
    assert (await get(system, key, "health"))[1]["code"] == "machine_owner_gone"
    refused = await database.fetch("SELECT face, code FROM refused_requests ORDER BY id")
    assert [tuple(one) for one in refused] == [
        ("machine", "machine_permission"),
        ("machine", "machine_address"),
        ("machine", "machine_ended"),
        ("machine", "machine_owner_gone"),
    ]
    assert await database.fetchval("SELECT count(*) FROM machine_days") == 0


async def test_a_key_opens_nothing_of_the_phone_and_a_phone_s_token_nothing_here(
    system: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    _, _, key = await opened(people, readers)
    headers = {"Authorization": f"Bearer {key}"}
    for path in ("/api/mobile/v1/sync", "/api/mobile/v1/inspections"):
        assert (await system.get(path, headers=headers)).status_code == 401
    for token in ("", "htm_" + "a" * 43, "a" * 43, "htm_ạ"):
        answer = await system.get(
            f"{API}/health", headers={"Authorization": f"Bearer {token}".encode()}
        )
        assert answer.status_code == 401


async def test_more_requests_than_a_report_needs_are_429(
    system: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    _, account, key = await opened(people, readers)
    await database.execute(
        "INSERT INTO machine_turns (account_id, tokens, at) VALUES ($1, 1.5, now())", UUID(account)
    )
    assert (await get(system, key, "health"))[0] == 200
    status, answer = await get(system, key, "health")
    assert (status, answer["code"]) == (429, "machine_too_many")


async def test_the_form_says_what_is_wrong_with_networks_owner_and_end(
    people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    assert await asked(desk, people, networks="0.0.0.0/0") == ""
    assert "quá rộng" in desk.page.text
    assert await asked(desk, people, days=400) == ""
    assert "1 năm" in desk.page.text


async def test_the_owner_is_told_before_the_end_once_for_each_warning(
    people: People, readers: Readers, owner_writes: Writes
) -> None:
    await opened(people, readers, days=20)
    assert await machines.warn_owners() == 2, "the owner and who asked"
    assert await machines.warn_owners() == 0
    ends: date = clock.today() + timedelta(days=6)
    await owner_writes("UPDATE machine_accounts SET expires_on = $1", ends)
    assert await machines.warn_owners() == 2
    owner = await readers.of(people.giang)
    await owner.open("/desk/notices")
    assert "Tài khoản máy sắp hết hạn" in owner.page.text
    assert f"{ends:%d/%m/%Y}" in owner.page.text
