"""Two receipts: one for the act, one for the bytes. Only the second lets a phone forget, and none comes too early."""

import hashlib
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from backend.core import clock, database, keys, stores
from backend.ledger.service import Accepted
from deploy.demo import contents
from media.store import Measured, ObjectMissing, StoreRefused, StoreUnavailable
from tests.support import factories, pictures
from tests.support.assertions import is_problem
from tests.support.factories import Work
from tests.support.people import People
from tests.support.uploads import Tus, all_stored

API = "/api/mobile/v1"


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    del tus  # its application is running
    return await factories.announced(people)


async def synced(tus: Tus) -> dict[str, Any]:
    answer = await tus.client.get(f"{API}/sync")
    assert answer.status_code == 200
    page: dict[str, Any] = answer.json()
    return page


def byte_receipts(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [item["value"] for item in page["changes"] if item["kind"] == "byte_receipt"]


async def test_the_receipt_of_the_act_says_nothing_of_the_bytes(tus: Tus, work: Work) -> None:
    data = pictures.jpeg()
    content = contents.photo(str(work.id), data, "image/jpeg", None, None)
    accepted = await work.act("photo.taken", content)
    assert isinstance(accepted, Accepted)
    assert not {"sha256", "size", "stored_at", "photo_id"} & set(accepted.receipt.__struct_fields__)
    is_problem(await tus.ask("GET", f"{API}/photos/{work.id}/receipt"), 404, "receipt_pending")
    assert byte_receipts(await synced(tus)) == []


async def test_no_receipt_for_another_s_photograph_is_given_over_other_bytes(
    tus: Tus, stranger: Tus, work: Work
) -> None:
    """A receipt names no officer: two of one photograph would not tell which bytes are the photograph's."""
    picture = await factories.take_photo(work)
    own = await stranger.whole(pictures.jpeg(width=33), picture.photo_id)
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    is_problem(await stranger.ask("GET", f"{own}/receipt"), 404, "receipt_pending")
    receipt = await tus.ask("GET", f"{API}/photos/{picture.photo_id}/receipt")
    assert receipt.json()["sha256"] == picture.sha256


@pytest.fixture
async def owner(request: pytest.FixtureRequest) -> AsyncIterator[asyncpg.Connection]:
    """Who owns the database, and proves its backups."""
    connection = await asyncpg.connect(request.getfixturevalue("database").owner_dsn)
    yield connection
    await connection.close()


async def test_when_a_phone_may_forget_is_told_by_the_byte_receipt_and_the_last_backup_alone(
    tus: Tus, work: Work, owner: asyncpg.Connection
) -> None:
    picture = await factories.take_photo(work)
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    page = await synced(tus)
    (receipt,) = byte_receipts(page)
    assert receipt == (await tus.ask("GET", f"{API}/photos/{picture.photo_id}/receipt")).json()
    claimed = {name: value for name, value in receipt.items() if name != "signature"}
    public = keys.current().public[receipt["key_id"]]
    assert keys.verify(claimed, receipt["signature"], public)
    assert (receipt["sha256"], receipt["size"]) == (picture.sha256, len(picture.data))
    assert page["backed_up_through"] is None  # no backup: the phone keeps them seven days more
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await database.execute("UPDATE installation SET backed_up_through = now()")
    say = "UPDATE installation SET backed_up_through = $1"
    await owner.execute(say, clock.now() + timedelta(days=30))
    assert (await synced(tus))["backed_up_through"] is None, "no backup holds what is to come"
    backed_up = clock.now()
    await owner.execute(say, backed_up)
    page = await synced(tus)
    assert page["backed_up_through"] == clock.rfc3339(backed_up) > receipt["stored_at"]


def answers(what: Any) -> Any:
    """A call of the store that fails, or says something else than is true."""

    async def call(*_: Any, **__: Any) -> Any:
        if isinstance(what, Exception):
            raise what
        return what

    return call


@pytest.mark.parametrize(
    ("call", "answer"),
    [
        ("put_file", StoreUnavailable("killed in the middle")),
        ("put_file", StoreRefused("its disk is full")),
        ("put_file", None),  # it says yes and keeps nothing
        ("read_back", StoreUnavailable("killed after the last byte")),
        ("read_back", ObjectMissing("acknowledged, and gone")),
        ("read_back", Measured(hashlib.sha256(b"other").hexdigest(), 5)),
        ("read_back", Measured("", 0)),  # row 0.5: an empty object in its place
    ],
)
async def test_there_is_no_receipt_before_the_bytes_were_read_back(
    tus: Tus, work: Work, monkeypatch: pytest.MonkeyPatch, call: str, answer: Any
) -> None:
    picture = await factories.take_photo(work)
    with monkeypatch.context() as broken:
        broken.setattr(stores.current().store, call, answers(answer))
        url = await tus.whole(picture.data, picture.photo_id)
        await all_stored()
        for address in (f"{url}/receipt", f"{API}/photos/{picture.photo_id}/receipt"):
            is_problem(await tus.ask("GET", address), 404, "receipt_pending")
        assert byte_receipts(await synced(tus)) == []
        row = await database.fetchrow(
            "SELECT stored_at, receipt_signature FROM photos WHERE id = $1", UUID(picture.photo_id)
        )
        assert row is not None
        assert tuple(row) == (None, None)
        assert await database.fetchval("SELECT count(*) FROM pgqueuer") == 0
    await all_stored()
    receipt = (await tus.ask("GET", f"{url}/receipt")).json()
    assert receipt["sha256"] == picture.sha256
