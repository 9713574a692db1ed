"""`hientruong verify` reads every original whole, and tells what somebody with rights in the store has done to it."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from minio import Minio

from backend.core import database, stores
from backend.fieldwork.evidence import protecting
from backend.operations.verification import objects
from backend.operations.verification.findings import Verdict
from deploy.servers import Servers
from media import keys
from media.keys import Bucket, ObjectName
from media.store import Measured, ObjectMissing, StoreUnavailable
from tests.support import factories, pictures
from tests.support.factories import Picture
from tests.support.people import People
from tests.support.uploads import Tus, all_stored
from tests.support.verifying import verify


@pytest.fixture
async def picture(tus: Tus, people: People) -> Picture:
    """Stored, verified and locked."""
    work = await factories.announced(people)
    picture = await factories.take_photo(work)
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    await protecting.protect(stores.current(), UUID(picture.photo_id))
    return picture


async def told() -> tuple[Verdict, list[str]]:
    report = await verify()
    return report.verdict, [finding.what for finding in report.findings]


async def where(picture: Picture) -> tuple[ObjectName, str]:
    row = await database.fetchrow(
        "SELECT object_key, version_id FROM photos WHERE id = $1", UUID(picture.photo_id)
    )
    assert row is not None
    return keys.parse(row["object_key"]), row["version_id"]


async def test_a_locked_original_verifies(picture: Picture) -> None:
    report = await verify()
    assert (report.verdict, report.objects, report.orphans) == (Verdict.OK, 1, [])
    del picture


async def test_a_lifted_hold_is_told(picture: Picture, servers: Servers) -> None:
    name, version = await where(picture)
    keeper = Minio(
        servers.store.endpoint,
        access_key="hientruong-keeper",
        secret_key=servers.secrets["s3_keeper_secret"],
        secure=False,
        region="us-east-1",
    )
    keeper.disable_object_legal_hold("evidence", name.key, version_id=version)
    verdict, (what,) = await told()
    assert verdict is Verdict.TAMPERED
    assert "legal hold is less than was recorded" in what


async def test_other_bytes_over_it_are_told_and_the_same_bytes_are_not(picture: Picture) -> None:
    name, _ = await where(picture)
    store = stores.current().store
    await store.put_bytes(name, picture.data, media_type="image/jpeg")
    assert await told() == (Verdict.OK, [])
    await store.put_bytes(name, b"other", media_type="image/jpeg")
    verdict, (what,) = await told()
    assert verdict is Verdict.TAMPERED
    assert "still there and right" in what


@pytest.mark.parametrize(
    ("answer", "verdict", "words"),
    [
        (Measured("0" * 64, 3), Verdict.TAMPERED, "holds other bytes"),
        (ObjectMissing("gone"), Verdict.TAMPERED, "gone from the store"),
        (StoreUnavailable("away"), Verdict.INCOMPLETE, "could not be read"),
    ],
)
async def test_damage_is_told_and_an_absent_store_is_no_damage(
    picture: Picture,
    monkeypatch: pytest.MonkeyPatch,
    answer: Measured | Exception,
    verdict: Verdict,
    words: str,
) -> None:
    async def read(*_: Any) -> Measured:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(stores.current().store, "read_version", read)
    found, (what,) = await told()
    assert found is verdict
    assert words in what
    row = await database.fetchrow(
        "SELECT i.decision_number, o.full_name FROM photos p JOIN inspections i ON i.id = p.inspection_id"
        " JOIN officers o ON o.id = p.officer_id WHERE p.id = $1",
        UUID(picture.photo_id),
    )
    assert row is not None
    told_whose = f"(inspection {row['decision_number']}, " in what
    assert told_whose is (verdict is Verdict.TAMPERED)  # and where to look for it
    assert (f"taken by {row['full_name']}, " in what) is told_whose


async def test_what_no_row_names_is_listed_once_it_is_a_day_old(
    picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    name, _ = await where(picture)
    orphan = ObjectName(Bucket.EVIDENCE, name.key.replace(picture.photo_id, str(UUID(int=7))))
    await stores.current().store.put_bytes(orphan, b"nobody's", media_type="image/jpeg")
    assert (await verify()).orphans == []
    monkeypatch.setattr(objects, "ORPHAN_AGE", timedelta(hours=-1))
    report = await verify()
    assert str(orphan) in report.orphans
    assert str(name) not in report.orphans
    assert report.verdict is Verdict.OK


async def test_bytes_that_wait_for_their_act_are_read_as_well(tus: Tus, people: People) -> None:
    photo_id = uuid4()
    data = (
        pictures.jpeg(size=(640, 480)) + photo_id.bytes
    )  # like no other test's: they share a bucket
    await tus.whole(data, str(photo_id))
    await all_stored()
    report = await verify()
    assert (report.verdict, report.objects) == (Verdict.OK, 1)
    store = stores.current().store
    [row] = await database.fetch("SELECT object_key, actual_sha256, receipt_signature FROM uploads")
    await database.execute("UPDATE uploads SET receipt_signature = $1", bytes(64))
    verdict, (what,) = await told()
    assert verdict is Verdict.TAMPERED
    assert "byte receipt" in what
    await database.execute("UPDATE uploads SET receipt_signature = $1", row["receipt_signature"])
    staged, sha256 = keys.parse(row["object_key"]), row["actual_sha256"]
    await store.put_bytes(staged, b"other", media_type="image/jpeg")
    verdict, (what,) = await told()
    assert verdict is Verdict.TAMPERED
    assert "are other bytes" in what
    await store.delete_staged(staged)
    verdict, (what,) = await told()
    assert verdict is Verdict.TAMPERED
    assert f"gone from the store: {sha256} (sent by " in what
    placed = keys.original(uuid4(), photo_id, sha256)
    await store.put_bytes(placed, b"other", media_type="image/jpeg")
    assert (await told())[0] is Verdict.TAMPERED, "a name is no proof"
    await store.put_bytes(placed, data, media_type="image/jpeg")
    assert await told() == (Verdict.OK, []), "placed since, and the database is of before"
