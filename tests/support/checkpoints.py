"""Checkpoints outside the database: a separate bucket, and helpers for tests that use it."""

from collections.abc import AsyncIterator, Iterator

import msgspec
import pytest
from minio import Minio

from backend.core.settings import Settings
from backend.core.stores import make_store
from backend.fieldwork.evidence.auditing import Auditor
from backend.ledger import sealer
from backend.operations.recovery import outside
from backend.operations.verification import outside as outside_checks
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Report
from deploy.servers import Servers
from media.minio_store import MinioStore
from tests.support import factories
from tests.support.people import People

BUCKET = "outside"


@pytest.fixture(scope="module")
def bucket(servers: Servers) -> Minio:
    """A bucket beside the shared one. Its administrator may empty it."""
    client = Minio(
        servers.store.endpoint,
        "hientruong-admin",
        servers.secrets["s3_admin_secret"],
        secure=False,
        region="us-east-1",
    )
    if not client.bucket_exists(BUCKET):
        client.make_bucket(BUCKET, object_lock=True)
    return client


@pytest.fixture
def mine(bucket: Minio, servers: Servers, settings: Settings) -> Iterator[Settings]:
    """Settings with that bucket, emptied."""
    yield msgspec.structs.replace(
        settings,
        s3_bucket=BUCKET,
        s3_access_key="hientruong-admin",
        s3_secret_key=servers.secrets["s3_admin_secret"],
        s3_keeper_access_key=None,
        s3_retention_mode="off",
    )
    for item in bucket.list_objects(BUCKET, recursive=True, include_version=True):
        bucket.remove_object(BUCKET, str(item.object_name), version_id=item.version_id)


@pytest.fixture
async def store(mine: Settings) -> AsyncIterator[MinioStore]:
    """The object store, opened as every process opens it."""
    opened = make_store(mine)
    yield opened
    await opened.close()


async def worked(people: People) -> factories.Work:
    """An inspection on site whose acts are sealed."""
    work = await factories.announced(people)
    await sealer.seal_once()
    return work


async def verified(store: MinioStore | None, *since: outside.Outside) -> tuple[Report, list[str]]:
    """The result of `verify` on the open pool."""
    report = await verification.in_snapshot(Auditor(store) if store else None, lambda *_: None)
    return report, await outside_checks.check(report, store, list(since))
