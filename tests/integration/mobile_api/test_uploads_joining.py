"""Joining partial uploads again, at once, after kills and losses: nothing is lost, nothing is made twice."""

import asyncio
from datetime import timedelta
from typing import Any
from uuid import uuid4

import asyncpg
import pytest

from backend.core import clock, database, stores
from backend.fieldwork.evidence import housekeeping, storing
from media.spool import BytesLost
from tests.integration.mobile_api.test_uploads_concatenation import (
    DATA,
    PIECES,
    final,
    ident,
    partials,
    spooled,
)
from tests.support import factories
from tests.support.assertions import is_problem
from tests.support.people import People
from tests.support.phone import BASE_URL
from tests.support.uploads import Tus, about, all_stored, metadata


async def test_asked_twice_it_answers_with_the_upload_of_the_first_time(tus: Tus) -> None:
    urls = await partials(tus)
    first = await final(tus, urls, Upload_Metadata=about(DATA))
    again = await final(tus, [BASE_URL + url for url in urls], Upload_Metadata=about(DATA))
    assert again.status_code == 201
    assert again.headers["location"] == first.headers["location"]
    assert again.headers["upload-offset"] == str(len(DATA))
    is_problem(await final(tus, urls[::-1]), 410, "upload_gone")
    is_problem(await final(tus, urls[:2]), 410, "upload_gone")


async def test_asked_by_many_at_once_it_is_joined_once(tus: Tus) -> None:
    urls = await partials(tus)
    answers = await asyncio.gather(*(final(tus, urls) for _ in range(6)))
    assert {answer.status_code for answer in answers} <= {201, 409, 423}
    made = {answer.headers["location"] for answer in answers if answer.status_code == 201}
    made.add((await final(tus, urls)).headers["location"])
    assert len(made) == 1
    assert await database.fetchval("SELECT count(*) FROM uploads WHERE concat LIKE 'final%'") == 1


async def test_a_photograph_that_came_whole_already_is_not_made_again(tus: Tus) -> None:
    photo_id = str(uuid4())
    first = await tus.whole(DATA, photo_id)
    urls = await partials(tus)
    answer = await final(tus, urls, Upload_Metadata=about(DATA, photo_id))
    assert answer.headers["location"] == first
    await all_stored()
    assert spooled() == set()


async def test_a_partial_that_is_being_written_is_423_for_who_would_join_it(tus: Tus) -> None:
    urls = await partials(tus)
    writer = stores.current().spool.hold(ident(urls[1]))
    is_problem(await final(tus, urls), 423, "upload_busy")
    writer.close()
    assert (await final(tus, urls)).status_code == 201


async def test_partials_stay_until_the_final_is_recorded(
    tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a `kill -9` between the joined file and its row: asked again, all is there."""
    urls = await partials(tus)

    class Killed(BaseException):
        pass

    async def killed(*_: Any) -> str:
        raise Killed

    with monkeypatch.context() as death:
        death.setattr("backend.fieldwork.queries.concatenation.insert_final", killed)
        with pytest.raises(Killed):
            await final(tus, urls, Upload_Metadata=about(DATA))
    assert {ident(url) for url in urls} < spooled()
    answer = await final(tus, urls, Upload_Metadata=about(DATA))
    assert answer.status_code == 201
    await all_stored()
    [orphan] = spooled()
    assert await housekeeping.sweep_spool(stores.current(), 2e10) == 1
    assert orphan not in spooled()


async def test_a_partial_whose_bytes_the_disk_lost_is_sent_on_from_what_is_left(tus: Tus) -> None:
    urls = await partials(tus)
    held = stores.current().spool.path(ident(urls[1]))
    held.write_bytes(PIECES[1][:1000])
    is_problem(await final(tus, urls), 409, "partials_unfinished")
    assert await tus.offset(urls[1]) == 1000
    await tus.send(urls[1], PIECES[1][1000:], 1000)
    assert (await final(tus, urls, Upload_Metadata=about(DATA))).status_code == 201


async def test_a_partial_is_never_stored_whatever_it_says_it_is(tus: Tus) -> None:
    url = await tus.begin(len(DATA), Upload_Concat="partial", Upload_Metadata=about(DATA))
    assert (await tus.send(url, DATA)).status_code == 204
    await all_stored()
    row = await database.fetchrow("SELECT * FROM uploads WHERE id = $1", ident(url))
    assert row["state"] == "receiving"
    assert row["photo_id"] is row["sha256"] is row["object_key"] is None
    is_problem(await tus.ask("GET", f"{url}/receipt"), 404, "receipt_pending")
    with pytest.raises(asyncpg.CheckViolationError):
        await database.execute("UPDATE uploads SET state = 'received' WHERE id = $1", ident(url))


async def test_unused_partials_expire_and_used_ones_leave_no_bytes(tus: Tus) -> None:
    unused, *used = await partials(tus)
    await final(tus, used)
    await all_stored()
    assert spooled() == {ident(unused)}
    past = clock.now() - timedelta(seconds=1)
    expire = "UPDATE uploads SET expires_at = $1 WHERE id = $2"
    await database.execute(expire, past, ident(unused))
    is_problem(await final(tus, [unused]), 410, "upload_gone")
    assert await housekeeping.expire_uploads(stores.current()) == 1
    assert spooled() == set()
    assert (await tus.ask("HEAD", unused)).status_code == 410


async def test_a_partial_can_be_terminated_until_it_is_joined(tus: Tus) -> None:
    one, two, three = await partials(tus)
    assert (await tus.ask("DELETE", one)).status_code == 204
    is_problem(await final(tus, [one, two]), 410, "upload_gone")
    assert (await final(tus, [two, three])).status_code == 201
    is_problem(await tus.ask("DELETE", two), 409, "upload_finished")


async def test_a_joined_partial_whose_file_a_kill_left_behind_is_swept(tus: Tus) -> None:
    urls = await partials(tus)
    await final(tus, urls)
    stores.current().spool.path(ident(urls[0])).write_bytes(PIECES[0])
    await all_stored()
    assert await housekeeping.sweep_spool(stores.current(), 2e10) == 1
    assert spooled() == set()


async def test_a_photograph_in_parts_is_evidence_by_its_act_as_any_is(
    tus: Tus, people: People
) -> None:
    photo = await factories.take_photo(await factories.announced(people), DATA)
    where = f"/api/mobile/v1/photos/{photo.photo_id}"
    other = metadata(photo_id=photo.photo_id)
    wrong = await final(tus, (await partials(tus))[::-1], Upload_Metadata=other)
    is_problem(wrong, 422, "hash_mismatch")
    is_problem(await tus.client.get(f"{where}?size=original"), 409, "bytes_pending")
    assert (await final(tus, await partials(tus), Upload_Metadata=other)).status_code == 201
    await all_stored()
    assert (await tus.client.get(f"{where}?size=original")).content == DATA
    receipt = (await tus.client.get(f"{where}/receipt")).json()
    assert (receipt["photo_id"], receipt["sha256"]) == (photo.photo_id, photo.sha256)


async def test_a_look_that_is_out_of_date_takes_back_nothing_that_was_acknowledged(
    tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file was short when joining looked; by the time it would say so, another request has sent on."""
    urls = await partials(tus)
    before = await tus.offset(urls[1])

    def short(upload_id: Any, offset: int) -> Any:
        raise BytesLost(offset // 2)

    with monkeypatch.context() as late:
        late.setattr(stores.current().spool, "hold_at", short)
        assert (await final(tus, urls)).status_code == 409
    assert await tus.offset(urls[1]) == before
    assert (await final(tus, urls)).status_code == 201


async def test_a_whole_upload_that_came_again_meanwhile_is_not_stepped_back(
    tus: Tus, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = await tus.whole(DATA, str(uuid4()))
    hold, asked = stores.current().spool.hold, []

    def once_lost(upload_id: Any) -> Any:
        asked.append(upload_id)
        if len(asked) == 1:
            raise BytesLost(0)
        return hold(upload_id)

    with monkeypatch.context() as late:
        late.setattr(stores.current().spool, "hold", once_lost)
        await storing.store(stores.current(), ident(url))
    state = await database.fetchval("SELECT state FROM uploads WHERE id = $1", ident(url))
    assert state in ("received", "stored")
    await all_stored()
    assert spooled() == set()
