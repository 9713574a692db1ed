"""A database that was restored is found at the next start, and goes on once an operator has said so."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import asyncpg
import msgspec
import pytest

from backend.core import database as backend_database
from backend.core.settings import Settings
from backend.core.stores import make_store
from backend.ledger import sealer
from backend.operations.queries import recovery as queries
from backend.operations.recovery import outside, starting
from backend.operations.rules.recovery import Outside
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from deploy import bootstrap, start_check
from deploy import restored as command
from deploy.failures import Failure
from deploy.servers import Servers
from media.store import ObjectStore
from tests.support import factories, restoring
from tests.support.databases import Database
from tests.support.people import People
from tests.support.restoring import REASON, use

_YEARS_OF_WORK = """
    DO $$ BEGIN FOR i IN 1..5000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$
"""


@pytest.fixture(scope="module")
def another(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    """A second cluster, which knows nothing of the first."""
    with restoring.fresh_cluster(tmp_path_factory.mktemp("another")) as servers:
        yield servers


@pytest.mark.usefixtures("pool")
async def test_the_database_that_was_left_starts_quietly(people: People) -> None:
    await factories.submitted(people)
    await sealer.seal_once()
    found = await starting.look(None)
    assert found.reasons == []
    assert found.unknown == []


@pytest.mark.usefixtures("pool")
async def test_a_node_that_starts_while_others_work_takes_their_checkpoints_for_no_restore(
    people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    await factories.submitted(people)
    await sealer.seal_once()

    async def others_went_on(_store: object, leaves: int, *, hidden: bool) -> list[Outside]:
        assert not hidden  # nobody waits for that at a start
        await factories.submitted(people)
        await sealer.seal_once()
        newest = await queries.last_checkpoint()
        assert newest is not None
        assert newest.size > leaves
        return [outside.read(outside.document_of(newest), "bucket")]

    monkeypatch.setattr("backend.operations.recovery.comparing.in_bucket", others_went_on)
    assert (await starting.look(cast(ObjectStore, object()))).reasons == []


async def test_a_dump_in_another_cluster_does_not_start_until_it_is_declared(
    settings: Settings,
    database: Database,
    people: People,
    another: Servers,
    tmp_path: Path,
    own_pool: None,
) -> None:
    await backend_database.execute(_YEARS_OF_WORK)
    work = await factories.submitted(people)
    await sealer.seal_once()
    await factories.take_photo(work)  # an entry that the dump holds and no checkpoint
    before = await backend_database.fetchrow("SELECT epoch, era, log_id FROM installation")
    await use(None)

    copy = await restoring.restore(
        restoring.dump(database, tmp_path / "đêm qua.dump"), another, database.name
    )
    restored = restoring.settings_on(settings, copy)
    await use(restored.database_url)
    told = " ".join(one.en for one in (await starting.look(None)).reasons)
    assert "another PostgreSQL cluster" in told
    assert "transaction ids" in told
    await use(None)

    said: list[str] = []
    with pytest.raises(Failure, match="--yes"):
        await command.declare_on(restored, reason=REASON, yes=False, say=said.append)
    content = await command.declare_on(restored, reason=REASON, say=said.append)
    assert content is not None
    assert content.era_after == before["era"] + 1
    assert await command.declare_on(restored, reason=REASON, say=said.append) is None

    await use(restored.database_url)
    assert (await starting.look(None)).reasons == []
    now = await backend_database.fetchrow("SELECT epoch, era, log_id FROM installation")
    assert now["epoch"] != before["epoch"]
    assert now["log_id"] == content.log_after != before["log_id"]
    entry = await backend_database.fetchrow(
        "SELECT act::json -> 'content' ->> 'reason' AS reason FROM ledger_entries WHERE act_type = 'ledger.restored'"
    )
    assert entry["reason"] == REASON
    await factories.take_photo(work)
    await sealer.seal_once()
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.OK, report.findings
    assert report.unsealed == 0
    await use(None)


@pytest.mark.usefixtures("own_pool")
async def test_what_cannot_be_asked_is_told_and_stops_nobody(
    settings: Settings, database: Database, people: People
) -> None:
    await factories.decided(people)
    owner = await asyncpg.connect(database.superuser_dsn)
    await owner.execute(
        "REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC"
    )  # as managed ones
    await owner.close()
    silent = make_store(msgspec.structs.replace(settings, s3_endpoint="127.0.0.1:1"))
    found = await starting.look(silent)
    await silent.close()
    assert found.reasons == []
    assert ["pg_control_system" in one.en for one in found.unknown] == [True, False]
    assert "the object store does not answer" in found.unknown[1].en


async def test_nobody_declares_a_restore_while_the_system_runs(
    settings: Settings, database: Database, people: People, own_pool: None
) -> None:
    await backend_database.fetchval("SELECT 1")  # as any web process
    other = restoring.settings_on(settings, database)
    held = await asyncpg.connect(database.app_dsn)
    await use(None)
    with pytest.raises(Failure, match="not stopped"):
        await command.declare_on(other, reason=REASON)
    await held.close()


async def test_a_kill_in_the_middle_leaves_nothing_half_declared(
    settings: Settings,
    database: Database,
    people: People,
    own_pool: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await factories.decided(people)
    before = await backend_database.fetchrow("SELECT epoch, era, log_id FROM installation")
    await use(None)

    async def dies(**_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("backend.operations.queries.recovery.begin_log", dies)
        with pytest.raises(KeyboardInterrupt):
            await command.declare_on(restoring.settings_on(settings, database), reason=REASON)
    await use(settings.database_url)
    assert await backend_database.fetchrow("SELECT epoch, era, log_id FROM installation") == before
    assert await backend_database.fetchval("SELECT count(*) FROM ledger_logs") == 1
    await use(None)
    content = await command.declare_on(restoring.settings_on(settings, database), reason=REASON)
    assert content is not None


async def test_an_empty_database_is_not_declared_as_the_restored_one(
    settings: Settings,
    people: People,
    another: Servers,
    tmp_path: Path,
    own_pool: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await factories.submitted(people)
    await sealer.seal_once()
    newest = await queries.last_checkpoint()
    assert newest is not None
    kept = tmp_path / "mốc kiểm.json"
    kept.write_bytes(outside.document_of(newest))
    await use(None)
    await bootstrap.make_roles(another)
    await bootstrap.make_database(another, "new_and_empty")
    await bootstrap.migrate_database(another.owner_dsn("new_and_empty"))
    empty = restoring.settings_on(
        settings,
        Database(
            "new_and_empty",
            another.app_dsn("new_and_empty"),
            another.owner_dsn("new_and_empty"),
            another.postgres.dsn("new_and_empty"),
        ),
    )
    with pytest.raises(Failure, match=r"this database is empty.*database-lost\.md"):
        await command.declare_on(empty, reason=REASON, checkpoint=kept)

    async def of_the_lost_one(*_: object, **__: object) -> list[Outside]:
        return [outside.read(kept.read_bytes(), "bucket")]

    monkeypatch.setattr("backend.operations.recovery.comparing.in_bucket", of_the_lost_one)
    with pytest.raises(Failure, match=r"this database is empty.*database-lost\.md") as refused:
        await asyncio.to_thread(start_check.demand, empty)
    assert "hientruong restored" not in str(refused.value)
    await use(empty.database_url)
    assert await backend_database.fetchval("SELECT count(*) FROM ledger_logs") == 1
    await use(None)
