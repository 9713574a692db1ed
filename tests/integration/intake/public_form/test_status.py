"""What the holder of a code is told, and that nobody else is told anything."""

import httpx
import pytest

from backend.core import database
from backend.intake.public_form import limits
from backend.intake.rules import receipts
from tests.support.citizens import code_of, send, told

pytestmark = pytest.mark.usefixtures("app")


async def test_a_wrong_code_and_no_code_at_all_get_one_answer(client: httpx.AsyncClient) -> None:
    code_of(await send(client))
    unknown = receipts.code_of(b"unknown")
    asked = [unknown, unknown[:-1] + "0", "x", "%00", "ab" * 90]
    answers = [await client.get(f"/phan-anh/{code}") for code in asked]
    answers += [await client.post("/phan-anh/tra-cuu", data={"code": code}) for code in asked]
    answers += [await client.post("/phan-anh/rut", data={"code": unknown, "sure": "yes"})]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert unknown not in answers[0].text


async def test_the_page_tells_one_word_and_nothing_of_the_report(client: httpx.AsyncClient) -> None:
    code = code_of(await send(client, name="Nguyễn Thị Thử", phone="0912345678"))
    for word in ("verifying", "result_sent", "forwarded", "no_violation", "concluded"):
        await database.execute("UPDATE public_inbox SET told = $1", word)
        answer = await client.get(f"/phan-anh/{code}?lang=en")
        assert told(answer) == word
        for hidden in ("Bình Minh", "rượu", "0912", "Nguyễn", "phố Thử"):
            assert hidden not in answer.text
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"


async def test_a_citizen_withdraws_after_being_asked_once(client: httpx.AsyncClient) -> None:
    code = code_of(await send(client))
    asked = await client.post("/phan-anh/rut", data={"code": code})
    assert asked.status_code == 200
    assert 'name="sure" value="yes"' in asked.text
    assert told(await client.get(f"/phan-anh/{code}")) == "received"
    done = await client.post("/phan-anh/rut", data={"code": code, "sure": "yes"})
    assert told(done) == "withdrawn"
    again = await client.post("/phan-anh/rut", data={"code": code, "sure": "yes"})
    assert told(again) == "withdrawn"
    assert await database.fetchval("SELECT count(*) FROM public_inbox WHERE withdrawn_at IS NULL")
    elsewhere = await client.post(
        "/phan-anh/rut",
        data={"code": code, "sure": "yes"},
        headers={"sec-fetch-site": "cross-site"},
    )
    assert elsewhere.status_code == 403


async def test_who_tries_codes_is_stopped(client: httpx.AsyncClient) -> None:
    statuses = [
        (await client.get(f"/phan-anh/{receipts.code_of(bytes([n] * 7))}")).status_code
        for n in range(limits.ASKING.burst + 2)
    ]
    assert statuses == [404] * limits.ASKING.burst + [429] * 2
