"""A device that is new to an officer: he is told on what he has, and where his unit demands it somebody approves it."""

from collections.abc import Iterator
from uuid import UUID

import httpx
import pytest

from backend.core import database
from backend.force.accounts import new_devices
from deploy.demo.seals import DeviceKey
from tests.support.doors import API, bearer, device, knock
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers


@pytest.fixture
def demanded(app: object) -> Iterator[None]:
    """The teams of the first department want to approve new devices."""
    new_devices.demand(("01",))
    yield
    new_devices.demand(())


async def enter(
    client: httpx.AsyncClient, people: People, who: Person, phone: dict
) -> httpx.Response:
    await people.forget_codes(who)
    return await knock(client, who, phone)


async def told(client: httpx.AsyncClient, session: dict) -> list[dict]:
    answer = await client.get(f"{API}/sync", headers=bearer(session))
    return [one["value"] for one in answer.json()["changes"] if one["kind"] == "told"]


async def test_an_officer_is_told_on_his_other_phone_and_at_the_desk(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    first = (await enter(client, people, people.an, device())).json()
    assert await told(client, first) == []
    other = device(name="Galaxy A15")
    assert (await enter(client, people, people.an, other)).status_code == 201
    [notice] = await told(client, first)
    assert (notice["kind"], notice["record_id"]) == ("device", other["id"])
    assert "“Galaxy A15”" in notice["text"]["vi"]
    assert notice["title"]["en"] == "Your account is used on a new device"
    desk = await readers.of(people.an)
    page = await desk.open("/desk/notices")
    assert "Galaxy A15" in page.text

    assert (await enter(client, people, people.an, other)).status_code == 201, "known from now on"
    assert len(await told(client, first)) == 1
    await desk.press("/read")
    assert await told(client, first) == [], "read at the desk, gone from the phone"


async def test_on_a_shared_phone_it_is_new_to_whom_it_is_new(
    client: httpx.AsyncClient, people: People
) -> None:
    shared = device()
    await enter(client, people, people.an, shared)
    own = (await enter(client, people, people.binh, device())).json()
    assert (await enter(client, people, people.binh, shared)).status_code == 201
    [notice] = await told(client, own)
    assert notice["record_id"] == shared["id"]


@pytest.mark.usefixtures("demanded")
async def test_a_new_device_waits_for_the_head_and_says_whom_to_ask(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    phone = device(name="Galaxy A15")
    for _ in range(2):
        waits = await enter(client, people, people.an, phone)
        assert (waits.status_code, waits.json()["code"]) == (403, "device_pending")
        assert people.giang.full_name in waits.json()["text"]["vi"]
        assert "vẫn còn nguyên" in waits.json()["text"]["vi"]
    sessions = "SELECT count(*) FROM mobile_sessions WHERE officer_id = $1"
    assert await database.fetchval(sessions, people.an.id) == 0
    row = await database.fetchrow("SELECT * FROM device_approvals")
    assert (row["officer_id"], str(row["device_id"])) == (people.an.id, phone["id"])

    head = await readers.of(people.giang)
    await head.open("/desk/notices")
    page = await head.follow(f"/desk/new-devices/{row['id']}")
    assert people.an.full_name in page.text
    assert await head.press("/new-devices/") == 200
    acts = await database.fetch(
        "SELECT officer_id, act_type FROM ledger_entries WHERE record_id = $1 ORDER BY number",
        UUID(phone["id"]),
    )
    assert [tuple(act) for act in acts] == [
        (people.an.id, "device.enrolled"),
        (people.giang.id, "device.approved"),
    ]
    assert (await enter(client, people, people.an, phone)).status_code == 201


@pytest.mark.usefixtures("demanded")
async def test_what_was_in_use_before_goes_on_and_other_units_are_not_asked(
    client: httpx.AsyncClient, people: People
) -> None:
    new_devices.demand(())
    phone = device()
    assert (await enter(client, people, people.an, phone)).status_code == 201
    new_devices.demand(("01",))
    assert (await enter(client, people, people.an, phone)).status_code == 201
    assert (await enter(client, people, people.dung, device())).status_code == 201


@pytest.mark.usefixtures("demanded")
async def test_nobody_approves_his_own_and_none_of_another_unit_sees_it(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    assert (await enter(client, people, people.giang, device())).status_code == 403
    ident = await database.fetchval("SELECT id FROM device_approvals")
    for who, status in (
        (people.giang, 404),
        (people.ho, 404),
        (people.an, 403),
        (people.my, 200),
    ):
        desk = await readers.of(who)
        assert await desk.look(f"/desk/new-devices/{ident}") == status, who.username


@pytest.mark.usefixtures("demanded")
async def test_a_device_that_was_revoked_meanwhile_is_not_approved(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    phone = device()
    await enter(client, people, people.an, phone)
    ident = await database.fetchval("SELECT id FROM device_approvals")
    await database.execute("UPDATE devices SET revoked_at = now()")
    head = await readers.of(people.giang)
    page = await head.open(f"/desk/new-devices/{ident}")
    assert "Không còn gì để phê duyệt" in page.text


def proving(person: Person, phone: dict, key: DeviceKey, code: str) -> dict:
    """The phone as it presents itself with the proof that it holds its key, for this code."""
    said = {
        "device_id": phone["id"],
        "otp": code,
        "purpose": "sign-in",
        "username": person.username,
    }
    return phone | {"proof": key.sign(said)}


async def sign_in(
    client: httpx.AsyncClient, people: People, who: Person, phone: dict, key: DeviceKey | None
) -> httpx.Response:
    await people.forget_codes(who)
    code = who.code()
    shown = phone if key is None else proving(who, phone, key, code)
    return await knock(client, who, shown, otp=code)


async def test_who_knows_a_phones_number_and_public_key_alone_is_not_that_phone(
    client: httpx.AsyncClient, people: People
) -> None:
    """Both stand in every evidence package; with both factors they began a session that was told to nobody."""
    key = DeviceKey()
    phone = device(public_key=key.jwk)
    assert (await sign_in(client, people, people.an, phone, key)).status_code == 201
    for forged in (None, DeviceKey()):
        answer = await sign_in(client, people, people.an, phone, forged)
        assert (answer.status_code, answer.json()["code"]) == (409, "device_key_mismatch")
    assert (await sign_in(client, people, people.an, phone, key)).status_code == 201


async def test_a_proof_is_of_one_sign_in_alone(client: httpx.AsyncClient, people: People) -> None:
    key = DeviceKey()
    phone = device(public_key=key.jwk)
    old = proving(people.an, phone, key, "123456")
    assert (await sign_in(client, people, people.an, phone, key)).status_code == 201
    assert (await sign_in(client, people, people.an, old, None)).status_code == 409
    other = proving(people.binh, phone, key, people.an.code())
    assert (await sign_in(client, people, people.an, other, None)).status_code == 409


async def test_a_phone_of_the_version_before_signs_in_without_a_proof_until_it_gave_one(
    client: httpx.AsyncClient, people: People
) -> None:
    key = DeviceKey()
    phone = device(public_key=key.jwk)
    for proof in (None, None, key):
        assert (await sign_in(client, people, people.an, phone, proof)).status_code == 201
    assert (await sign_in(client, people, people.an, phone, None)).status_code == 409


async def test_strangers_who_know_its_public_key_do_not_use_up_the_tries_of_a_phone(
    client: httpx.AsyncClient, people: People
) -> None:
    key = DeviceKey()
    phone = device(public_key=key.jwk)
    assert (await sign_in(client, people, people.an, phone, key)).status_code == 201
    for _ in range(12):
        await knock(client, people.an, phone, password="đoán mò một câu dài", otp="000000")
    assert (await sign_in(client, people, people.an, phone, key)).status_code == 201


@pytest.mark.usefixtures("demanded")
async def test_a_waiting_device_is_found_from_the_head_s_own_work_and_from_the_list_of_devices(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    assert (await enter(client, people, people.an, device(name="Galaxy A15"))).status_code == 403
    ident = await database.fetchval("SELECT id FROM device_approvals")
    place = f"/desk/new-devices/{ident}"
    administrator = await readers.of(people.my)
    page = await administrator.open("/desk/devices")
    assert "Thiết bị mới chờ phê duyệt" in page.text
    assert "Đang dùng" not in page.text, "what waits is not in use"
    assert page.link(place)
    for other in (people.an, people.chi, people.ho):
        desk = await readers.of(other)
        await desk.open("/desk/")
        assert place not in desk.html
    head = await readers.of(people.giang)
    assert "Thiết bị mới chờ phê duyệt" in (await head.open("/desk/")).text
    await head.follow(place)
    assert await head.press("/new-devices/") == 200
    for reader, where in ((head, "/desk/"), (administrator, "/desk/devices")):
        await reader.open(where)
        assert place not in reader.html


async def _set(desk: Reader, unit: str, why: str = "Máy lạ đăng nhập tuần trước") -> int:
    ident = await database.fetchval("SELECT id FROM units WHERE code = $1", unit)
    await desk.open(f"/desk/units/{ident}/device-approval")
    return await desk.press("/device-approval", reason=why)


async def test_a_unit_demands_an_approval_by_an_act_and_those_below_inherit_it(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    await _set(desk, "01")
    assert "Thiết bị mới phải chờ phê duyệt" in desk.page.text
    assert (await enter(client, people, people.an, device())).status_code == 403
    assert (await enter(client, people, people.dung, device())).status_code == 201, "elsewhere"
    team = await database.fetchval("SELECT id FROM units WHERE code = '0101'")
    await desk.open(f"/desk/units/{team}/device-approval")
    assert "Cấp trên yêu cầu" in desk.page.text
    assert "Chi cục Hà Nội thử" in desk.page.text
    await _set(desk, "01", "Đã cấp đủ máy cho các đội")
    assert "Thiết bị mới dùng được ngay" in desk.page.text
    assert (await enter(client, people, people.binh, device())).status_code == 201
    acts = await database.fetch(
        "SELECT act FROM ledger_entries WHERE act_type = 'unit.device_approval_set' ORDER BY number"
    )
    assert ['"demanded":true' in one["act"] for one in acts] == [True, False]


@pytest.mark.usefixtures("demanded")
async def test_what_the_operator_demands_no_desk_ends(
    client: httpx.AsyncClient, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    await _set(desk, "01")
    await _set(desk, "01", "Thử bỏ yêu cầu")
    assert "Máy chủ yêu cầu" in desk.page.text
    assert (await enter(client, people, people.an, device())).status_code == 403
