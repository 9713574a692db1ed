"""Devices at the desk: what a phone says of itself, the list under its conditions, and one device's page."""

import json
import re
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.core import clock, database
from backend.force.accounts import phone_facts
from schemas.core.ids import new_id
from tests.support import factories
from tests.support.people import People
from tests.support.phone import Phone, Phones
from tests.support.readers import Readers


def said(**given: Any) -> dict[str, str]:
    return {"Hientruong-Phone": json.dumps(given)}


def ago(**span: float) -> str:
    return (clock.now() - timedelta(**span)).isoformat().replace("+00:00", "Z")


async def say(phone: Phone, **given: Any) -> None:
    await phone.call("GET", "/sync", headers=said(**given))


async def seen(phone: Phone) -> Any:
    return await database.fetchval(
        "SELECT last_seen_at FROM devices WHERE id = $1", UUID(phone.device_id)
    )


async def silent_for(phone: Phone, **span: float) -> None:
    at = clock.now() - timedelta(**span)
    await database.execute(
        "UPDATE devices SET last_seen_at = $2, seen_on = $3 WHERE id = $1",
        UUID(phone.device_id),
        at,
        clock.today() - timedelta(**span),
    )


async def test_the_last_contact_is_that_of_any_request_and_written_once_a_minute(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.an)
    await silent_for(phone, days=2)
    before = clock.now()
    await phone.call("GET", "/inspections")
    first = await seen(phone)
    assert first >= before
    await phone.call("GET", "/inspections")
    assert await seen(phone) == first, "a minute has not passed"


async def test_the_desk_shows_what_a_phone_says_of_itself(
    phones: Phones, readers: Readers, people: People
) -> None:
    phone = await phones.of(people.an)
    desk = await readers.of(people.my)
    await desk.open(f"/desk/devices/{phone.device_id}")
    assert "Máy chưa báo phiên bản" in desk.page.text
    await say(
        phone,
        version="0.2.0+1a2b3c4d",
        at=ago(minutes=10),
        acts=3,
        photos=2,
        bytes=5_000_000,
        oldest=ago(hours=30),
        used=40_000_000,
        quota=1_040_000_000,
        persisted=False,
        battery=12,
    )
    await desk.open(f"/desk/devices/{phone.device_id}")
    text = re.sub(r"\s+", " ", desk.page.text)
    assert "Còn 5 việc chưa gửi" in text
    assert re.search(r"3 việc, 2 ảnh, tệp, 5 MB, cũ nhất từ \d", text)
    assert "0.2.0+1a2b3c4d" in text
    assert "đang giữ 40 MB, còn trống 1 GB" in text
    assert "chậm 10 phút" in text
    assert "Đồng hồ lệch" in text
    assert "Dữ liệu có thể bị xóa" in text
    await say(phone, at=ago(seconds=1), acts=0, photos=0, persisted=True, oldest=None)
    await desk.open(f"/desk/devices/{phone.device_id}")
    assert "Đồng hồ lệch" not in desk.page.text
    assert "Đã gửi hết" in desk.page.text
    assert "0.2.0+1a2b3c4d" not in desk.page.text, "what it says now counts"


@pytest.mark.parametrize("header", ["x", "{", '{"acts": -1}', "[" * 500, '{"at": "yesterday"}'])
async def test_a_header_that_cannot_be_read_never_stops_a_sync(
    phones: Phones, people: People, header: str
) -> None:
    phone = await phones.of(people.an)
    page = await phone.call("GET", "/sync?unsent=2", headers={"Hientruong-Phone": header})
    assert page["cursor"]


async def test_the_list_is_narrowed_by_each_condition(
    phones: Phones, readers: Readers, people: People
) -> None:
    an, em, dung = [await phones.of(one) for one in (people.an, people.em, people.dung)]
    await say(an, version="0.1.0", at=ago(hours=1), acts=1, photos=0, oldest=ago(hours=30))
    await say(em, version="0.2.0+x", at=ago(seconds=1), acts=0, photos=0)
    await silent_for(em, days=8)
    await database.execute(
        "INSERT INTO device_approvals (id, device_id, officer_id, asked_at) VALUES ($1, $2, $3, now())",
        new_id(),
        UUID(em.device_id),
        people.binh.id,
    )
    await database.execute(
        "UPDATE devices SET name = 'Galaxy của Em' WHERE id = $1", UUID(em.device_id)
    )
    desk = await readers.of(people.lan)
    team = await database.fetchval("SELECT id FROM units WHERE code = '0102'")
    department = await database.fetchval("SELECT id FROM units WHERE code = '01'")
    phone_facts.require_at_least("0.2.0")
    try:
        for query, found in {
            "": {an, em, dung},
            "search=nguyen+hoai": {an},
            "search=galaxy": {em},
            f"search={people.dung.username}": {dung},
            f"officer={people.em.id}": {em},
            f"unit={team}": {em},
            f"unit={department}": {an, em},
            "state=waits": {em},
            "state=revoked": set(),
            "state=active": {an, em, dung},
            "unseen=7": {em},
            "unseen=14": set(),
            "unsent=24": {an},
            "unsent=72": set(),
            "clock=wrong": {an},
            "version=old": {an, dung},
            "version=0.2.0": {em},
            f"unit={department}&clock=wrong&unsent=4": {an},
            "unit=nonsense&state=nonsense&unseen=5": {an, em, dung},
        }.items():
            await desk.open(f"/desk/devices?{query}")
            shown = set(re.findall(r'id="device-([0-9a-f-]+)"', desk.html))
            assert shown == {one.device_id for one in found}, query
            total = re.search(r'class="list-total">(\d+) thiết bị', desk.html)
            assert total, query
            assert int(total[1]) == len(found), query
    finally:
        phone_facts.require_at_least("")


async def test_a_head_sees_the_devices_below_and_revokes_none(
    phones: Phones, readers: Readers, people: People
) -> None:
    own, other = await phones.of(people.an), await phones.of(people.dung)
    head = await readers.of(people.giang)
    await head.open("/desk/devices")
    assert own.device_id in head.html
    assert other.device_id not in head.html
    await head.open(f"/desk/devices/{own.device_id}")
    assert "Thu hồi quyền" not in head.page.text
    assert f"/desk/people/{people.an.id}" not in head.html, "accounts are the administrator's"


async def test_who_revokes_a_device_that_somebody_revoked_meanwhile_finds_the_reason_again(
    phones: Phones, readers: Readers, people: People
) -> None:
    phone = await phones.of(people.an)
    mine, others = [await readers.of(people.lan) for _ in range(2)]
    for one in (mine, others):
        await one.open(f"/desk/devices/{phone.device_id}/revoke")
    assert await others.press("/revoke", reason="máy bị mất ở chợ") == 200
    assert await mine.press("/revoke", reason="đồng chí An báo mất máy") == 409
    assert "Nội dung bạn đã nhập không được ghi" in mine.html
    assert "đồng chí An báo mất máy" in mine.html
    assert "máy bị mất ở chợ" not in mine.html


async def test_a_device_names_its_officers_over_time_and_an_officer_their_devices(
    phones: Phones, readers: Readers, people: People
) -> None:
    work = await factories.decided(people)
    phone = await phones.of(people.an)
    decision = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    phone.write(str(work.id), "inspection.opened", {"decision_id": str(decision)})
    await phone.send()
    await phones.sign_in(phone, people.binh)
    desk = await readers.of(people.my)
    await desk.open(f"/desk/devices/{phone.device_id}")
    text = re.sub(r"\s+", " ", desk.page.text)
    assert people.an.full_name in text
    assert people.binh.full_name in text
    assert "Chữ ký của điện thoại Đúng 1" in text
    assert "Đăng ký thiết bị" in text
    assert str(work.id) not in desk.html, "an administrator sees no inspection"
    await desk.open(f"/desk/people/{people.binh.id}")
    assert f"/desk/devices/{phone.device_id}" in desk.html, "enrolled by somebody else"


@pytest.mark.parametrize(
    ("off", "said_of_it"),
    [
        ({}, "đúng giờ"),
        ({"hours": -2}, "chậm khoảng 2 giờ"),
        ({"hours": 3}, "nhanh khoảng 3 giờ"),
    ],
)
async def test_what_the_server_measured_stands_beside_the_phone_s_own_word(
    phones: Phones, readers: Readers, people: People, off: dict[str, float], said_of_it: str
) -> None:
    work = await factories.decided(people)
    phone = await phones.of(people.an)
    await say(phone, at=ago())
    desk = await readers.of(people.my)
    place = f"/desk/devices/{phone.device_id}"
    await desk.open(place)
    assert "Chưa đo được" in desk.page.text
    decision = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    made = (clock.now() + timedelta(**off)).isoformat().replace("+00:00", "Z")
    phone.write(str(work.id), "inspection.opened", {"decision_id": str(decision)}, made_at=made)
    await phone.send()
    await desk.open(place)
    measured = desk.html[desk.html.index('id="measured"') : desk.html.index('id="users"')]
    assert said_of_it in measured
    says = desk.html[desk.html.index('id="says"') : desk.html.index('id="measured"')]
    assert "đúng giờ" in says, "the phone's own word stays as it was"


async def test_the_list_is_taken_away_as_it_is_narrowed(
    phones: Phones, readers: Readers, people: People
) -> None:
    await phones.of(people.an)
    desk = await readers.of(people.my)
    await desk.open("/desk/devices?state=active")
    assert "/desk/exports/new?list=devices&amp;state=active" in desk.html
