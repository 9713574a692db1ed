"""From announced to stored: receipts, and bytes and acts in either order."""

import hashlib
from typing import Any
from uuid import UUID, uuid4

import pytest

from backend.core import database, keys, stores
from backend.core.settings import Settings
from backend.fieldwork.evidence import storing
from media.keys import Bucket, ObjectName
from media.store import ObjectMissing
from tests.support import factories, pictures
from tests.support.assertions import is_problem
from tests.support.factories import Work
from tests.support.people import People
from tests.support.uploads import Tus, about, all_stored, metadata
from tests.support.workers import worker_of

API = "/api/mobile/v1"


@pytest.fixture
async def work(tus: Tus, people: People) -> Work:
    """An announced inspection of An's, no photograph yet."""
    del tus  # its application is running
    return await factories.announced(people)


async def photo_row(photo_id: str) -> Any:
    return await database.fetchrow("SELECT * FROM photos WHERE id = $1", UUID(photo_id))


async def missing(work: Work) -> int:
    count = await database.fetchval("SELECT missing_count FROM inspections WHERE id = $1", work.id)
    assert isinstance(count, int)
    return count


def check_receipt(receipt: dict[str, Any], data: bytes) -> None:
    """It is signed by the server's key and says what is true."""
    claimed = {name: value for name, value in receipt.items() if name != "signature"}
    public = keys.current().public[receipt["key_id"]]
    assert keys.verify(claimed, receipt["signature"], public)
    assert receipt["sha256"] == hashlib.sha256(data).hexdigest()
    assert receipt["size"] == len(data)
    assert receipt["stored_at"].endswith("Z")


async def test_act_before_bytes(tus: Tus, work: Work, people: People) -> None:
    photo = await factories.take_photo(work)
    assert await missing(work) == 1
    is_problem(
        await tus.ask("GET", f"{API}/photos/{photo.photo_id}/receipt"), 404, "receipt_pending"
    )
    url = await tus.whole(photo.data, photo.photo_id)
    await all_stored()
    receipt = (await tus.ask("GET", f"{API}/photos/{photo.photo_id}/receipt")).json()
    check_receipt(receipt, photo.data)
    assert receipt["photo_id"] == photo.photo_id
    assert (await tus.ask("GET", f"{url}/receipt")).json() == receipt
    row = await photo_row(photo.photo_id)
    unit = people.chi.unit.unit_id
    assert row["object_key"] == f"evidence/{unit}/{photo.photo_id}-{photo.sha256}"
    assert (await stores.current().store.read_back(name(row["object_key"]))).sha256 == photo.sha256
    assert await missing(work) == 0
    assert list(stores.current().spool.all_ids()) == []


async def test_the_whole_team_hears_of_stored_bytes(tus: Tus, work: Work, people: People) -> None:
    photo = await factories.take_photo(work)
    await tus.whole(photo.data, photo.photo_id)
    await all_stored()
    rows = await database.fetch(
        "SELECT officer_id FROM changes WHERE kind = 'byte_receipt' AND ref = $1", photo.photo_id
    )
    told = {row["officer_id"] for row in rows}
    assert told == {people.an.id, people.binh.id, people.chi.id}


async def test_bytes_before_act(tus: Tus, work: Work, settings: Settings) -> None:
    data, photo_id = pictures.jpeg(), str(uuid4())
    url = await tus.whole(data, photo_id)
    await all_stored()
    staged = await database.fetchval(
        "SELECT object_key FROM uploads WHERE id = $1", UUID(url.rsplit("/", 1)[-1])
    )
    assert staged == f"staging/{url.rsplit('/', 1)[-1]}"
    early = (await tus.ask("GET", f"{url}/receipt")).json()
    check_receipt(early, data)
    is_problem(await tus.ask("GET", f"{API}/photos/{photo_id}/receipt"), 404, "not_found")
    await announce(work, photo_id, data)
    await work_off(settings)
    receipt = (await tus.ask("GET", f"{API}/photos/{photo_id}/receipt")).json()
    check_receipt(receipt, data)
    assert (await photo_row(photo_id))["object_key"].startswith("evidence/")
    assert await missing(work) == 0
    with pytest.raises(ObjectMissing):
        await stores.current().store.size_of(name(staged))


async def test_an_act_that_comes_while_its_bytes_are_being_stored(
    tus: Tus, work: Work, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    data, photo_id = pictures.jpeg(), str(uuid4())
    store = stores.current().store
    read_back = store.read_back
    worker = worker_of(settings)

    async def slow(name: ObjectName) -> Any:
        """The act comes, and its job runs, after the bytes were put and before they are recorded."""
        await announce(work, photo_id, data)
        monkeypatch.undo()
        assert not await storing.place_or_tell(stores.current(), UUID(photo_id))
        return await read_back(name)

    monkeypatch.setattr(store, "read_back", slow)
    await tus.whole(data, photo_id)
    storer = stores.current().storer
    assert storer is not None
    await storer.drain()
    await worker.drain()
    await worker.close()
    check_receipt((await tus.ask("GET", f"{API}/photos/{photo_id}/receipt")).json(), data)
    assert await missing(work) == 0


async def test_the_sweep_places_what_no_job_placed(tus: Tus, work: Work) -> None:
    data, photo_id = pictures.jpeg(), str(uuid4())
    await tus.whole(data, photo_id)
    await all_stored()
    await announce(work, photo_id, data)
    await database.execute("DELETE FROM pgqueuer")
    await all_stored()
    assert (await photo_row(photo_id))["stored_at"] is not None


async def test_one_upload_serves_every_photograph_of_the_same_officer_with_that_hash(
    tus: Tus, work: Work, settings: Settings
) -> None:
    data = pictures.jpeg()
    first, second, later = (str(uuid4()) for _ in range(3))
    await announce(work, first, data)
    await announce(work, second, data)
    await tus.whole(data, first)
    await all_stored()
    await announce(work, later, data)
    await work_off(settings)
    for photo_id in (first, second, later):
        row = await photo_row(photo_id)
        assert row["object_key"].endswith(f"{photo_id}-{row['sha256']}")
        await stores.current().store.size_of(name(row["object_key"]))
        check_receipt((await tus.ask("GET", f"{API}/photos/{photo_id}/receipt")).json(), data)
    assert await missing(work) == 0


async def test_bytes_of_another_officer_are_never_used(
    tus: Tus, stranger: Tus, work: Work, settings: Settings
) -> None:
    photo = await factories.take_photo(work)
    await stranger.whole(photo.data)
    await all_stored()
    await work_off(settings)
    assert (await photo_row(photo.photo_id))["stored_at"] is None
    assert await missing(work) == 1


async def test_an_upload_without_an_act_is_no_evidence(tus: Tus, work: Work) -> None:
    url = await tus.begin(5, Upload_Metadata=metadata(filename="any client.jpg"))
    await tus.send(url, b"bytes")
    await all_stored()
    is_problem(await tus.ask("GET", f"{url}/receipt"), 404, "receipt_pending")
    assert await database.fetchval("SELECT count(*) FROM photos") == 0


async def test_a_plain_clients_upload_becomes_evidence_by_its_hash_alone(
    tus: Tus, work: Work
) -> None:
    photo = await factories.take_photo(work)
    url = await tus.begin(len(photo.data))
    await tus.send(url, photo.data)
    await all_stored()
    receipt = (await tus.ask("GET", f"{url}/receipt")).json()
    assert receipt["photo_id"] == photo.photo_id
    check_receipt(receipt, photo.data)


async def test_another_hash_than_the_metadata_said_is_422(tus: Tus) -> None:
    url = await tus.begin(5, Upload_Metadata=about(b"other"))
    problem = is_problem(await tus.send(url, b"bytes"), 422, "hash_mismatch")
    assert problem["detail"]["actual"] == hashlib.sha256(b"bytes").hexdigest()
    is_problem(await tus.send(url, b"", 5), 410, "upload_gone")
    assert list(stores.current().spool.all_ids()) == []
    assert (await database.fetchval("SELECT state FROM uploads")) == "mismatched"


async def test_another_hash_than_the_act_said_is_422(tus: Tus, work: Work) -> None:
    photo = await factories.take_photo(work)
    url = await tus.begin(5, Upload_Metadata=metadata(photo_id=photo.photo_id))
    is_problem(await tus.send(url, b"bytes"), 422, "hash_mismatch")
    again = await tus.begin(len(photo.data), Upload_Metadata=metadata(photo_id=photo.photo_id))
    assert again != url
    assert (await tus.send(again, photo.data)).status_code == 204


async def test_a_receipt_is_not_given_before_the_bytes_were_read_back(
    tus: Tus, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = await factories.take_photo(work)
    store = stores.current().store
    from media.store import Measured, StoreUnavailable

    async def down(*_: Any, **__: Any) -> Any:
        raise StoreUnavailable("the store is away")

    async def other(*_: Any) -> Measured:
        return Measured("0" * 64, 1)

    with monkeypatch.context() as broken:
        broken.setattr(store, "put_file", down)
        url = await tus.whole(photo.data, photo.photo_id)
        await all_stored()
        is_problem(await tus.ask("GET", f"{url}/receipt"), 404, "receipt_pending")
    with monkeypatch.context() as broken:
        broken.setattr(store, "read_back", other)
        await all_stored()
        is_problem(await tus.ask("GET", f"{url}/receipt"), 404, "receipt_pending")
    assert len(list(stores.current().spool.all_ids())) == 1
    await all_stored()
    check_receipt((await tus.ask("GET", f"{url}/receipt")).json(), photo.data)


async def test_whole_bytes_lost_from_the_spool_are_asked_for_again(
    tus: Tus, work: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    photo = await factories.take_photo(work)
    monkeypatch.setattr(stores.current().storer, "notify", lambda _: None)
    url = await tus.whole(photo.data, photo.photo_id)
    monkeypatch.undo()
    stores.current().spool.remove(UUID(url.rsplit("/", 1)[-1]))
    await all_stored()
    assert await tus.offset(url) == 0
    assert (await tus.send(url, photo.data)).status_code == 204
    await all_stored()
    check_receipt((await tus.ask("GET", f"{url}/receipt")).json(), photo.data)


async def test_a_photograph_in_quarantine_is_stored_and_receipted_all_the_same(
    tus: Tus, stranger: Tus, work: Work, people: People
) -> None:
    data, photo_id = pictures.jpeg(), str(uuid4())
    pen = await factories.pen(people.dung)
    from deploy.demo import contents

    act = pen.write(
        str(work.id), "photo.taken", contents.photo(photo_id, data, "image/jpeg", None, None)
    )
    await factories.hand_in(act, people.dung, UUID(str(act["device_id"])))
    await stranger.whole(data, photo_id)
    await all_stored()
    receipt = (await stranger.ask("GET", f"{API}/photos/{photo_id}/receipt")).json()
    check_receipt(receipt, data)
    assert await missing(work) == 0


async def announce(work: Work, photo_id: str, data: bytes) -> None:
    from deploy.demo import contents

    await work.act("photo.taken", contents.photo(photo_id, data, "image/jpeg", None, None))


async def work_off(settings: Settings) -> None:
    """Do every job that waits."""
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()


def name(text: str) -> ObjectName:
    bucket, _, key = text.partition("/")
    return ObjectName(Bucket(bucket), key)
