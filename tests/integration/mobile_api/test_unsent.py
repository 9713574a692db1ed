"""GET /sync?unsent=N: the desk sees how much work waits on a phone, and which phone has fallen silent."""

import re
from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest

from backend.core import clock, database
from deploy.demo.browser import Browser
from tests.support import factories
from tests.support.databases import Database
from tests.support.desk import Desks
from tests.support.people import People
from tests.support.phone import Phone, Phones


async def told(desk: Browser) -> str:
    """The words of the devices' page, tags left out."""
    answer = await desk.fetch("/desk/devices")
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.text))


@pytest.fixture(name="owner_dsn")
def _owner_dsn(database: Database) -> str:
    return database.superuser_dsn


async def say(phone: Phone, unsent: object) -> None:
    """Sync as a phone that still holds so much."""
    await phone.call("GET", f"/sync?unsent={unsent}")


async def test_the_desk_sees_how_much_waits_and_when_the_phone_said_so(
    phones: Phones, desks: Desks, people: People
) -> None:
    phone = await phones.of(people.an)
    desk = await desks.of(people.my)
    assert "Máy chưa báo" in await told(desk)
    await say(phone, 1234)
    moment = clock.now() + timedelta(hours=7)
    assert re.search(
        rf"Còn 1\.234 việc chưa gửi, lúc {moment:%d/%m/%Y} \d\d:\d\d", await told(desk)
    )
    await say(phone, 0)
    words = await told(desk)
    assert "Đã gửi hết, lúc" in words
    assert "việc chưa gửi, lúc" not in words
    desk.cookies["ht_language"] = "en"
    await say(phone, 3)
    assert "3 not sent yet, at" in await told(desk)


async def test_a_phone_that_says_nothing_leaves_what_it_said_before(
    phones: Phones, desks: Desks, people: People
) -> None:
    phone = await phones.of(people.an)
    await say(phone, 7)
    await phone.sync()
    assert "Còn 7 việc chưa gửi" in await told(await desks.of(people.my))


async def test_a_phone_does_not_wait_for_whoever_holds_the_row_of_its_device(
    phones: Phones, people: People, owner_dsn: str
) -> None:
    """A restructuring of its unit holds it for long; who was heard of meanwhile is noted at the next contact."""
    phone = await phones.of(people.an)
    device, before = UUID(phone.device_id), clock.now() - timedelta(hours=1)
    await database.execute("UPDATE devices SET last_seen_at = $2 WHERE id = $1", device, before)
    seen = "SELECT last_seen_at FROM devices WHERE id = $1"
    holder = await asyncpg.connect(owner_dsn)
    try:
        async with holder.transaction():
            await holder.execute("UPDATE devices SET name = name WHERE id = $1", device)
            await phone.call("GET", "/inspections")
            assert await database.fetchval(seen, device) == before
    finally:
        await holder.close()
    await phone.call("GET", "/inspections")
    assert await database.fetchval(seen, device) > before


async def test_two_officers_on_one_phone_are_told_apart(
    phones: Phones, desks: Desks, people: People
) -> None:
    phone = await phones.of(people.an)
    await say(phone, 2)
    await phones.sign_in(phone, people.binh)
    await say(phone, 5)
    words = await told(await desks.of(people.my))
    assert "Còn 2 việc chưa gửi" in words
    assert f"{people.binh.full_name}: Còn 5 việc chưa gửi" in words


@pytest.mark.parametrize(("unsent", "silent"), [(4, True), (0, False)])
async def test_a_phone_with_work_that_was_not_heard_of_for_three_days_is_marked(
    phones: Phones, desks: Desks, people: People, unsent: int, silent: bool
) -> None:
    phone = await phones.of(people.an)
    await say(phone, unsent)
    desk = await desks.of(people.my)
    assert "Hơn 72 giờ không liên lạc" not in await told(desk)
    before = clock.now() - timedelta(hours=73)
    device = UUID(phone.device_id)
    await database.execute(
        "UPDATE device_logs SET unsent_at = $2 WHERE device_id = $1", device, before
    )
    await database.execute("UPDATE devices SET last_seen_at = $2 WHERE id = $1", device, before)
    assert ("Hơn 72 giờ không liên lạc" in await told(desk)) is silent
    await say(phone, unsent)
    assert "Hơn 72 giờ không liên lạc" not in await told(desk)


@pytest.mark.parametrize("unsent", ["-1", "1000001", "x", "1.5", "", "99999999999999999999"])
async def test_a_number_that_cannot_be_is_400(phones: Phones, people: People, unsent: str) -> None:
    phone = await phones.of(people.an)
    with pytest.raises(Exception, match="request_invalid") as refused:
        await say(phone, unsent)
    assert refused.value.status == 400  # type: ignore[attr-defined]  # the phone's own Refused


async def test_saying_so_before_the_first_act_casts_no_doubt_on_it(
    phones: Phones, people: People
) -> None:
    work = await factories.decided(people)
    phone = await phones.of(people.an)
    await say(phone, 1)
    decision = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    act = phone.write(str(work.id), "inspection.opened", {"decision_id": str(decision)})
    await phone.send()
    verdicts = await database.fetchval(
        "SELECT verdicts FROM ledger_entries WHERE act_id = $1", UUID(act["id"])
    )
    assert '"sequence": "ok"' in verdicts
