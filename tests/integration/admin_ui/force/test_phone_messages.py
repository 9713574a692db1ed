"""Messages to phones: who sends them where, how the phone gets and reads them, and what the sender sees of it."""

import httpx

from backend.core import database
from tests.support.doors import API, bearer, device, knock
from tests.support.people import People, Person
from tests.support.readers import Readers

TEXT = "Đề nghị mang máy về đội <b>chiều nay</b>: https://example.vn/"


async def signed_in(client: httpx.AsyncClient, people: People, who: Person) -> tuple[dict, str]:
    await people.forget_codes(who)
    phone = device()
    return (await knock(client, who, phone)).json(), phone["id"]


async def told(client: httpx.AsyncClient, session: dict) -> list[dict]:
    answer = await client.get(f"{API}/sync", headers=bearer(session))
    found = [one["value"] for one in answer.json()["changes"] if one["kind"] == "told"]
    return [one for one in found if one["kind"] == "message"]


async def read(client: httpx.AsyncClient, session: dict, ident: str) -> None:
    await client.post(f"{API}/notices/read", headers=bearer(session), json={"ids": [ident]})


async def test_a_message_reaches_the_phone_and_its_reading_the_sender(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    session, phone = await signed_in(client, people, people.an)
    other, _ = await signed_in(client, people, people.binh)
    head = await readers.of(people.giang)
    await head.open(f"/desk/devices/{phone}")
    await head.open(f"/desk/devices/{phone}/message")
    await head.press("/message", text=TEXT)
    assert "Đã gửi tin nhắn" in head.page.text
    [notice] = await told(client, session)
    assert notice["text"]["vi"] == f"{people.giang.full_name}: {TEXT}"
    assert notice["urgent"], "no setting of the reader's keeps it back"
    assert await told(client, other) == []
    message = notice["record_id"]
    await head.open(f"/desk/devices/messages/{message}")
    assert "1 người nhận; máy đã tải của 1; 0 người đã đọc" in head.page.text
    assert "<b>chiều nay</b>" not in head.html, "text, not markup"
    await read(client, session, notice["id"])
    assert await told(client, session) == []
    await head.open(f"/desk/devices/messages/{message}")
    assert "1 người đã đọc" in head.page.text
    acts = await database.fetch("SELECT act_type, officer_id FROM ledger_entries ORDER BY entry_id")
    assert tuple(acts[-1]) == ("device.message_sent", people.giang.id)
    await head.open(f"/desk/devices/{phone}")
    assert f"/desk/devices/messages/{message}" in head.html


async def test_a_message_to_a_unit_reaches_all_phones_below_it_and_no_others(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    below = [(await signed_in(client, people, one))[0] for one in (people.an, people.em)]
    outside, _ = await signed_in(client, people, people.dung)
    desk = await readers.of(people.my)
    department = await database.fetchval("SELECT id FROM units WHERE code = '01'")
    await desk.open("/desk/devices/messages/new")
    await desk.press("/new", unit_id=str(department), text=TEXT)
    for session in below:
        assert len(await told(client, session)) == 1
    assert await told(client, outside) == []
    assert "0/2" in desk.page.text


async def test_nobody_signed_in_is_said_and_nothing_is_recorded(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    session, phone = await signed_in(client, people, people.an)
    await client.delete(f"{API}/sessions/current", headers=bearer(session))
    desk = await readers.of(people.my)
    await desk.open(f"/desk/devices/{phone}/message")
    assert await desk.press("/message", text=TEXT) == 409
    assert "Không ai đang đăng nhập" in desk.page.text
    assert await database.fetchval("SELECT count(*) FROM phone_messages") == 0


async def test_a_message_has_bounds_and_goes_to_nobody_else_s_unit(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    _, phone = await signed_in(client, people, people.an)
    desk = await readers.of(people.giang)
    await desk.open(f"/desk/devices/{phone}/message")
    assert await desk.press("/message", text="x" * 501) == 422
    elsewhere = await readers.of(people.ho)
    assert await elsewhere.look(f"/desk/devices/{phone}/message") == 404
    await elsewhere.open("/desk/devices/messages/new")
    team = await database.fetchval("SELECT id FROM units WHERE code = '0101'")
    assert await elsewhere.press("/new", unit_id=str(team), text=TEXT) == 422
    inspector = await readers.of(people.an)
    assert await inspector.look("/desk/devices/messages/new") == 403
