"""GET /sync: a phone has all that its officer must have, and no change ever slips by it."""

import asyncio
import base64
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from asyncpg.transaction import Transaction

from backend.core import clock, database
from backend.core.database import transaction
from backend.exchange.sync import service as sync_service
from tests.support import factories
from tests.support.databases import Database
from tests.support.people import People
from tests.support.phone import Phone, Phones

TELL = "INSERT INTO changes (officer_id, kind, ref, op) VALUES ($1, 'inspection', $2, 'put')"


async def page(phone: Phone, cursor: str | None = None) -> dict[str, Any]:
    """One page as the server answers it, whatever the phone holds."""
    asked = f"?cursor={cursor}" if cursor else ""
    answer: dict[str, Any] = await phone.call("GET", f"/sync{asked}")
    return answer


def told(answer: dict[str, Any]) -> set[tuple[str, str, str]]:
    """(kind, op, id) of everything on a page."""
    return {(change["kind"], change["op"], change["id"]) for change in answer["changes"]}


async def until_quiet(phone: Phone, cursor: str) -> str:
    """Ask until an answer has no change; its cursor.

    What committed while another transaction of the server runs, also one of the test beside this, is sent again
    until that is over (backend/core/places.py).
    """
    async with asyncio.timeout(60):
        while (answer := await page(phone, cursor))["changes"]:
            cursor = answer["cursor"]
            await asyncio.sleep(0.1)
    return str(answer["cursor"])


async def test_without_a_cursor_a_phone_gets_all_that_its_officer_must_have(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    answer = await page(await phones.of(people.an, sync=False))
    kinds = {change["kind"] for change in answer["changes"]}
    assert kinds == {"decision", "form", "inspection", "officer", "told"}
    assert ("inspection", "put", str(work.id)) in told(answer)
    team = {change["id"] for change in answer["changes"] if change["kind"] == "officer"}
    assert {str(people.an.id), str(people.binh.id), str(people.chi.id)} <= team
    assert answer["more"] is False


async def test_an_officer_who_is_not_on_the_team_hears_nothing_of_it(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.em, sync=False)
    first = await page(phone)
    work = await factories.announced(people)
    second = await page(phone, first["cursor"])
    assert str(work.id) not in {change["id"] for change in first["changes"] + second["changes"]}


async def test_with_a_cursor_comes_what_changed_since_and_nothing_twice(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an, sync=False)
    first = await page(phone)
    work = await factories.decided(people)
    second = await page(phone, first["cursor"])
    assert told(second) >= {("inspection", "put", str(work.id))}
    settled = await until_quiet(phone, second["cursor"])
    assert (await page(phone, settled))["changes"] == []


async def test_a_value_is_the_one_of_now_however_old_the_change(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an, sync=False)
    first = await page(phone)
    work = await factories.submitted(people)
    second = await page(phone, first["cursor"])
    values = [change["value"] for change in second["changes"] if change["id"] == str(work.id)]
    assert [value["state"] for value in values] == ["submitted"]


async def test_a_slow_transaction_s_change_is_not_passed_over(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    phone = await phones.of(people.an, sync=False)
    cursor = (await page(phone))["cursor"]
    written, go_on = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        async with transaction():
            await database.execute(TELL, people.an.id, str(work.id))
            written.set()
            await go_on.wait()

    slowly = asyncio.create_task(slow())
    await written.wait()
    quick = await factories.decided(people)  # a later transaction, committed earlier
    during = await page(phone, cursor)
    go_on.set()
    await slowly
    after = await page(phone, during["cursor"])
    heard = {change["id"] for change in during["changes"] + after["changes"]}
    assert {str(work.id), str(quick.id)} <= heard


async def test_a_cursor_from_before_there_were_eras_goes_on(phones: Phones, people: People) -> None:
    phone = await phones.of(people.an, sync=False)
    cursor = (await page(phone))["cursor"]
    epoch, _era, *rest = base64.urlsafe_b64decode(cursor).decode().split("|")
    older = base64.urlsafe_b64encode("|".join([epoch, *rest]).encode()).decode()
    work = await factories.decided(people)
    assert ("inspection", "put", str(work.id)) in told(await page(phone, older))


@pytest.fixture
async def left_open(database: Database) -> AsyncIterator[Transaction]:
    """A transaction that has written and is not over: every later one seems overtakable until it is."""
    connection = await asyncpg.connect(database.app_dsn)
    transaction = connection.transaction()
    await transaction.start()
    await connection.execute("SELECT pg_current_xact_id()")
    yield transaction
    await connection.close()


async def test_a_decision_issued_before_the_phone_asked_is_told_though_a_transaction_stays_open(
    phones: Phones, people: People, left_open: Transaction
) -> None:
    phone = await phones.of(people.an, sync=False)
    cursor = (await page(phone))["cursor"]
    work = await factories.decided(people)
    for _ in range(2):  # told again while nobody knows what the open transaction will bring
        answer = await page(phone, cursor)
        assert ("inspection", "put", str(work.id)) in told(answer)
        assert answer["more"] is False
        cursor = answer["cursor"]
    await left_open.rollback()
    assert told(await page(phone, (await page(phone, cursor))["cursor"])) == set()


async def test_more_than_a_page_of_changes_is_told_though_a_transaction_stays_open(
    phones: Phones, people: People, left_open: Transaction
) -> None:
    phone = await phones.of(people.an, sync=False)
    cursor = (await page(phone))["cursor"]
    refs = [str(uuid4()) for _ in range(2 * sync_service.PAGE + 1)]
    for ref in refs:
        await database.execute(TELL, people.an.id, ref)
    for _ in range(2):
        heard: list[str] = []
        more = True
        while more:
            answer = await page(phone, cursor)
            heard += [change["id"] for change in answer["changes"]]
            cursor, more = answer["cursor"], answer["more"]
        assert heard == refs
    await left_open.rollback()


async def test_many_changes_come_in_pages(phones: Phones, people: People) -> None:
    phone = await phones.of(people.an, sync=False)
    cursor = (await page(phone))["cursor"]
    refs = [str(uuid4()) for _ in range(2 * sync_service.PAGE + 1)]
    for ref in refs:
        await database.execute(TELL, people.an.id, ref)
    heard: list[str] = []
    more = True
    while more:
        answer = await page(phone, cursor)
        heard += [change["id"] for change in answer["changes"]]
        cursor, more = answer["cursor"], answer["more"]
    assert heard == refs


async def test_an_inspection_that_left_the_officers_scope_is_removed(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an, sync=False)
    cursor = (await page(phone))["cursor"]
    gone = str(uuid4())
    await database.execute(TELL, people.an.id, gone)
    assert told(await page(phone, cursor)) == {("inspection", "remove", gone)}


@pytest.mark.parametrize(
    "cursor",
    [
        "nonsense",
        base64.urlsafe_b64encode(b"a|b|c|d").decode(),
        base64.urlsafe_b64encode(f"{UUID(int=1)}|1|1|4102444800".encode()).decode(),
    ],
    ids=["no cursor at all", "no numbers in it", "of another epoch"],
)
async def test_a_cursor_that_cannot_be_used_is_410_and_the_phone_begins_again(
    phones: Phones, people: People, cursor: str
) -> None:
    phone = await phones.of(people.an, sync=False)
    with pytest.raises(Exception, match="cursor_expired") as refused:
        await page(phone, cursor)
    assert refused.value.status == 410  # type: ignore[attr-defined]  # the phone's own Refused
    assert (await page(phone))["changes"]


async def test_a_cursor_of_a_restored_database_is_410(
    phones: Phones, people: People, database: Any
) -> None:
    phone = await phones.of(people.an, sync=False)
    before = await page(phone)
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute("UPDATE installation SET epoch = gen_random_uuid()")
    await owner.close()
    with pytest.raises(Exception, match="cursor_expired"):
        await page(phone, before["cursor"])
    assert (await page(phone))["epoch"] != before["epoch"]


@pytest.mark.usefixtures("pool")
async def test_changes_are_forgotten_only_when_no_cursor_can_ask_for_them() -> None:
    now = clock.now()
    for days in (1, 90, 92):
        await database.execute(
            "INSERT INTO changes (officer_id, kind, ref, op, at) VALUES ($1, 'form', $2, 'put', $3)",
            uuid4(),
            str(days),
            now - timedelta(days=days),
        )
    assert await sync_service.forget_old(now) == 1
    left = await database.fetch("SELECT ref FROM changes ORDER BY id")
    assert [row["ref"] for row in left] == ["1", "90"]
