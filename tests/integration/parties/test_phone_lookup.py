"""A whole number is looked up from the phone over the force: name, department, what counts; always recorded."""

from typing import Any

import msgspec

from backend.casework.party_lookup import limiting
from backend.core import database
from deploy.demo.phone import Phone
from tests.integration.parties.test_merging import SHOP
from tests.integration.parties.test_register_of_parties import registered
from tests.support.people import People
from tests.support.phone import Phones

NUMBER = SHOP.identifiers[0].value
PURPOSE = "Đang kiểm tra theo quyết định 0101/QĐ-KT"


async def asked(phone: Phone, number: str, purpose: str = PURPOSE) -> Any:
    headers = {"Authorization": f"Bearer {phone.session['access_token']}"}
    return await phone.client.post(
        "/api/mobile/v1/parties/lookup",
        json={"number": number, "purpose": purpose},
        headers=headers,
    )


async def test_another_provinces_party_is_told_by_name_and_department_alone(
    phones: Phones, people: People
) -> None:
    await registered(people.dung, SHOP)
    phone = await phones.of(people.an)
    answer = await asked(phone, "001 185 012 345")
    assert answer.status_code == 200, answer.text
    assert answer.headers["cache-control"] == "no-store"
    [found] = answer.json()["parties"]
    assert set(found) == {"id", "name", "unit", "counting"}
    assert (found["id"], found["name"], found["counting"]) == (None, SHOP.name, 0)
    assert "Đà Nẵng" in found["unit"]["vi"]
    row = await database.fetchrow("SELECT detail FROM access_log WHERE action = 'party.looked_up'")
    assert row is not None
    kept = msgspec.json.decode(row["detail"])
    assert kept["purpose"] == PURPOSE


async def test_a_part_of_a_number_finds_nothing_and_nobody_is_recorded_too(
    phones: Phones, people: People
) -> None:
    await registered(people.an, SHOP)
    phone = await phones.of(people.an)
    assert (await asked(phone, NUMBER[:-1])).json() == {"parties": []}
    short = await asked(phone, "0011")
    assert (short.status_code, short.json()["code"]) == (422, "number_too_short")
    assert (await asked(phone, NUMBER, "x")).status_code == 400
    count = await database.fetchval(
        "SELECT count(*) FROM access_log WHERE action = 'party.looked_up'"
    )
    assert count == 1, "the one that found nobody"


async def test_nobody_reads_the_register_number_by_number(phones: Phones, people: People) -> None:
    phone = await phones.of(people.em)
    codes = [(await asked(phone, NUMBER)).status_code for _ in range(limiting.BURST + 2)]
    assert codes[: limiting.BURST] == [200] * limiting.BURST
    assert 429 in codes[limiting.BURST :]


async def test_an_officer_who_does_no_inspections_looks_up_nobody(
    phones: Phones, people: People
) -> None:
    phone = await phones.of(people.nga)
    refused = await asked(phone, NUMBER)
    assert (refused.status_code, refused.json()["code"]) == (403, "not_allowed")
