"""After the store was brought back: every original is looked at, and what is gone comes from the phone again."""

from uuid import UUID

import asyncpg
import msgspec
import pytest
from minio import Minio

from backend.core import stores
from backend.core.settings import Settings
from backend.fieldwork.evidence import protecting
from backend.fieldwork.evidence.looking import look_at_all
from backend.operations.verification.findings import Verdict
from deploy.servers import Servers
from tests.support import factories
from tests.support.databases import Database
from tests.support.people import People
from tests.support.uploads import Tus, all_stored
from tests.support.verifying import verify

BUCKET = "looked-at"
"""Of this test alone: an original that was locked could not be taken away."""


@pytest.fixture(scope="module")
def administrator(servers: Servers, template: str) -> Minio:
    """The store's administrator."""
    del template
    client = Minio(
        servers.store.endpoint,
        "hientruong-admin",
        servers.secrets["s3_admin_secret"],
        secure=False,
        region="us-east-1",
    )
    client.make_bucket(BUCKET, object_lock=True)
    return client


@pytest.fixture
def settings(settings: Settings, servers: Servers, administrator: Minio) -> Settings:
    """On that bucket, without locks."""
    del administrator
    return msgspec.structs.replace(
        settings,
        s3_bucket=BUCKET,
        s3_access_key="hientruong-admin",
        s3_secret_key=servers.secrets["s3_admin_secret"],
        s3_keeper_access_key=None,
        s3_retention_mode="off",
    )


async def verdict() -> Verdict:
    report = await verify()
    return report.verdict


async def test_a_copied_original_is_taken_up_and_a_lost_one_is_taken_from_its_phone_again(
    tus: Tus, people: People, database: Database, administrator: Minio
) -> None:
    work = await factories.announced(people)
    pictures = [await factories.take_photo(work) for _ in range(3)]
    for picture in pictures:
        await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    for picture in pictures:
        await protecting.protect(stores.current(), UUID(picture.photo_id))
    assert await verdict() is Verdict.OK
    copied, lost, _ = pictures
    owner = await asyncpg.connect(database.superuser_dsn)
    await owner.execute(  # the same bytes in a new store have another version
        "UPDATE photos SET version_id = 'of the store before' WHERE id = $1", UUID(copied.photo_id)
    )
    await owner.close()
    for item in administrator.list_objects(BUCKET, recursive=True, include_version=True):
        if lost.photo_id in str(item.object_name):
            administrator.remove_object(BUCKET, str(item.object_name), version_id=item.version_id)
    assert await verdict() is Verdict.TAMPERED

    said: list[tuple[int, int]] = []
    found = await look_at_all(stores.current(), lambda done, total: said.append((done, total)))
    assert found == {"missing": 1}
    assert said[-1] == (3, 3)

    await tus.whole(lost.data, lost.photo_id)  # as its phone does in a new epoch
    await all_stored()
    assert await look_at_all(stores.current(), lambda *_: None) == {}
    assert await verdict() is Verdict.OK
