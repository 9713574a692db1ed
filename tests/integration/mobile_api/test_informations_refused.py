"""What a phone sends of an information and the server does not take: told in words, and nothing of it is kept."""

import hashlib
from uuid import UUID, uuid4

import pytest

from backend.core import database
from deploy.demo.phone import API
from schemas.core.ids import new_id
from tests.integration.mobile_api.test_informations_from_phones import code, piece, register
from tests.support import factories, pictures
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.phone_informations import asked


async def test_an_id_that_no_phone_makes_or_another_record_has_is_refused(
    people: People, phones: Phones
) -> None:
    phone = await phones.of(people.an)
    body, _ = asked(phone, [])
    inspection = await factories.decided(people)
    answer = await register(phone, body, uuid4())
    assert code(answer) == (422, "id_not_uuid7")
    assert "hãy" in answer.json()["text"]["vi"].lower()
    assert code(await register(phone, body, inspection.id)) == (404, "not_found")
    for nothing in (UUID(int=0), UUID(int=2**128 - 1)):
        assert code(await register(phone, body, nothing))[0] == 422
    assert await database.fetchval("SELECT count(*) FROM informations") == 0


async def test_a_piece_that_was_not_announced_is_refused_and_the_next_right_one_taken(
    people: People, phones: Phones
) -> None:
    phone, ident = await phones.of(people.an), new_id()
    body, files = asked(phone, [pictures.jpeg(size=(64, 48))])
    [(photo, data)] = files.items()
    where = f"{ident}/attachments/{photo}"
    assert code(await piece(phone, where, 0, data)) == (404, "not_found"), "not announced yet"
    assert (await register(phone, body, ident)).status_code == 200
    for n in (1, -1, 2**31, 2**63, 10**30, 10**4000):
        assert code(await piece(phone, where, n, data)) == (422, "piece_wrong"), n
    for wrong in (b"", data[:-1], data + b"\0"):
        assert code(await piece(phone, where, 0, wrong)) == (422, "piece_wrong")
    for sha256 in ("", "ÿ".encode().hex(), "0" * 64, hashlib.sha256(data).hexdigest().upper()):
        assert code(await piece(phone, where, 0, data, sha256 or "x")) == (422, "piece_wrong")
    other = f"{ident}/attachments/{new_id()}"
    assert code(await piece(phone, other, 0, data)) == (404, "not_found")
    answer = await piece(phone, where, 0, data)
    assert answer.json() == {"id": photo, "received": [], "taken": True}


@pytest.mark.parametrize("path", ["sessions", "sessions/refresh", "acts", "search?q=x", "sync"])
async def test_a_token_that_is_none_is_answered_like_any_other(
    phones: Phones, people: People, path: str
) -> None:
    phone = await phones.of(people.an, sync=False)
    for header in ("Bearer", "Bearer  ", "Bearer \xff", "Basic eDp5", "Bearer " + "x" * 5000, "\0"):
        answer = await phone.client.get(
            f"{API}/{path}", headers={"authorization": header.encode("latin-1")}
        )
        assert answer.status_code in (401, 405), (header[:20], answer.text[:200])
