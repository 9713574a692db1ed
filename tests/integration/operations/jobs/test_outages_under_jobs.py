"""The database ends its connections under a job: the job is tried again, whatever it had done in the store already."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from backend.casework.issued_documents import scans
from backend.casework.queries import issued_documents as document_queries
from backend.core import custody
from backend.core.database import transaction
from backend.core.job_queue import PROTECT_DOCUMENT, PROTECT_PHOTO, PROTECT_SCAN, enqueue
from backend.core.settings import Settings
from backend.documents.issuing import PDF
from backend.fieldwork.queries import protection as protection_queries
from backend.force.queries import scans as scan_queries
from backend.operations.jobs import run
from tests.support import cases_made, factories
from tests.support import scans as made
from tests.support.databases import Database
from tests.support.people import People
from tests.support.uploads import Tus, all_stored
from tests.support.workers import worker_of

_CUT_ALL = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = $1 AND usename = 'hientruong_app'"""
_RECORDED = {
    PROTECT_PHOTO: "SELECT legal_hold AND retained_until IS NOT NULL FROM photos WHERE id = $1",
    PROTECT_DOCUMENT: "SELECT protected_at IS NOT NULL FROM documents WHERE id = $1",
    PROTECT_SCAN: "SELECT protected_at IS NOT NULL FROM scans WHERE id = $1",
}


@pytest.fixture
async def beside(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """A connection to this test's database that nobody cuts."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


async def a_photograph(tus: Tus, people: People, beside: asyncpg.Connection) -> UUID:
    del beside
    picture = await factories.take_photo(await factories.announced(people))
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    return UUID(picture.photo_id)


async def a_paper(tus: Tus, people: People, beside: asyncpg.Connection) -> UUID:
    """One whose bytes lie in the store; how a signed one is made is tested elsewhere."""
    del tus
    case, data = await cases_made.inspected(people), made.pdf()
    document = await case.paper("BC", people.an)
    unit = people.an.unit.unit_id
    sha256 = await custody.put(unit, document, data, PDF)
    await beside.execute(
        "UPDATE documents SET object_key = $2, sha256 = $3, size = $4, issued_at = now(), protected_at = NULL"
        " WHERE id = $1",
        document,
        f"evidence/{unit}/{document}-{sha256}",
        hashlib.sha256(data).hexdigest(),
        len(data),
    )
    async with transaction():
        await enqueue(PROTECT_DOCUMENT, document)
    return document


async def a_scan(tus: Tus, people: People, beside: asyncpg.Connection) -> UUID:
    del tus, beside
    case = await cases_made.inspected(people)
    document = await case.paper("BC", people.an)
    return (await scans.of_paper(document, made.pdf(), people.an.actor("desk"))).id


@pytest.mark.parametrize(
    ("entrypoint", "make", "record", "most"),
    [
        pytest.param(
            PROTECT_PHOTO,
            a_photograph,
            (protection_queries, "record_protection"),
            2,
            marks=pytest.mark.long,
        ),
        (PROTECT_DOCUMENT, a_paper, (document_queries.files, "set_protected"), 1),
        (PROTECT_SCAN, a_scan, (scan_queries, "set_protected"), 1),
    ],
    ids=["photograph", "paper", "scan"],
)
async def test_what_was_locked_when_the_database_went_away_is_recorded_as_locked(
    entrypoint: str,
    make: Callable[..., Awaitable[UUID]],
    record: tuple[Any, str],
    most: int,
    tus: Tus,
    people: People,
    settings: Settings,
    database: Database,
    beside: asyncpg.Connection,
    superuser: asyncpg.Connection,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    subject = await make(tus, people, beside)
    module, name = record
    recorded, cuts = getattr(module, name), 0

    async def cut_and_recorded(*given: Any) -> None:
        """The store has locked it; now the database ends every connection."""
        nonlocal cuts
        if cuts < most:
            cuts += 1
            await superuser.execute(_CUT_ALL, database.name)
        await recorded(*given)

    monkeypatch.setattr(module, name, cut_and_recorded)
    worker = worker_of(settings)
    working = asyncio.create_task(run._rebuilt_after_failure(worker))
    try:
        async with asyncio.timeout(90):
            while not await beside.fetchval(_RECORDED[entrypoint], subject):
                held = await beside.fetch(
                    "SELECT entrypoint, attempts FROM pgqueuer WHERE status = 'failed'"
                )
                assert not held, f"held: {[dict(one) for one in held]}"
                await asyncio.sleep(0.1)
    finally:
        await run._ended([working])
        await worker.close()
    assert cuts == most
