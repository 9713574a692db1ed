"""Behind a real PgBouncer in transaction mode: a visit from decision to approval, and what cannot go through one."""

from collections.abc import AsyncIterator

import asyncpg
import httpx
import msgspec
import pytest

from backend.core import database
from backend.core.actors import Actor, UnitPath
from backend.core.live import service as live
from backend.core.settings import Settings
from schemas.core.ids import new_id
from tests.integration.deploy import apart
from tests.journeys import test_a_visit as journey
from tests.support import pgbouncer
from tests.support.databases import Database
from tests.support.desk import Desks
from tests.support.kept_pools import Pools
from tests.support.people import People
from tests.support.phone import Phones
from tests.support.workers import worker_of

pytestmark = pgbouncer.needed
WATCHER = Actor(
    officer_id=new_id(),
    username="x",
    full_name="X",
    roles=frozenset(),
    unit=UnitPath(unit_1=new_id()),
    session_id=new_id(),
    face="desk",
)


@pytest.fixture
async def settings(settings: Settings) -> AsyncIterator[Settings]:
    """Of who goes through PgBouncer, and knows the direct address as well."""
    direct = settings.database_url
    async with pgbouncer.pgbouncer(direct) as address:
        yield msgspec.structs.replace(settings, database_url=address, direct_database_url=direct)


@pytest.mark.long
async def test_a_visit_from_decision_to_approval_through_pgbouncer(
    client: httpx.AsyncClient, phones: Phones, desks: Desks, people: People, settings: Settings
) -> None:
    ready = await client.get("/health/ready")
    assert (ready.status_code, ready.json()["status"]) == (200, "ok"), ready.text
    await journey.test_a_visit_from_decision_to_the_agreed_file_with_a_returned_draft_and_a_supplement(
        phones, desks, people
    )
    await worker_of(settings).drain()
    metrics = (await client.get("/metrics")).text
    assert 'hientruong_queue_jobs{job="make_preview"} 0.0' in metrics
    ready = await client.get("/health/ready")
    assert ready.status_code == 200, ready.text


async def test_what_the_role_lacks_is_named_until_migrate_sets_it(
    client: httpx.AsyncClient, settings: Settings, database: Database, superuser: asyncpg.Connection
) -> None:
    await superuser.execute(
        f'ALTER ROLE hientruong_app IN DATABASE "{database.name}" SET idle_in_transaction_session_timeout = 0'
    )
    await superuser.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", database.name
    )
    ready = await client.get("/health/ready")
    assert ready.status_code == 503
    assert ready.json()["parts"]["role_settings"] == "lacks idle_in_transaction_session_timeout"
    environment = apart.variables(settings) | {"HIENTRUONG_OWNER_DATABASE_URL": database.owner_dsn}
    told = apart.run(environment, "doctor")
    assert "!!  database" in told.stdout
    assert "idle_in_transaction_session_timeout" in told.stdout
    migrated = apart.run(environment, "migrate")
    assert migrated.returncode == 0, migrated.stderr
    await superuser.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", database.name
    )
    ready = await client.get("/health/ready")
    assert ready.json()["parts"]["role_settings"] == "ok", ready.text


@pytest.mark.long
async def test_pages_of_a_process_without_a_direct_address_ask_by_themselves(
    settings: Settings, pools: Pools
) -> None:
    await database.start(settings.database_url)
    try:
        for direct, hears in (
            (settings.database_url, False),
            (settings.session_database_url, True),
        ):
            live.start(direct)
            try:
                assert await live.may_join(WATCHER) is hears
            finally:
                await live.stop()
    finally:
        await database.stop()


async def test_a_worker_without_a_direct_address_says_what_it_needs(settings: Settings) -> None:
    refused = apart.run(apart.variables(settings), "worker")
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert "HIENTRUONG_DIRECT_DATABASE_URL" in refused.stderr


async def test_migrating_through_pgbouncer_is_refused_in_one_sentence(
    settings: Settings, database: Database
) -> None:
    async with pgbouncer.pgbouncer(database.owner_dsn) as owner:
        environment = apart.variables(settings) | {"HIENTRUONG_OWNER_DATABASE_URL": owner}
        refused = apart.run(environment, "migrate")
    assert refused.returncode == 1
    assert len(refused.stderr.splitlines()) == 1
    assert "HIENTRUONG_OWNER_DATABASE_URL" in refused.stderr
