"""Restored by pg_dump into a fresh cluster, whose transaction ids are lower, everything goes on."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from backend.core import database
from backend.core.settings import Settings
from backend.ledger import sealer
from backend.operations.health import service as health
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Verdict
from deploy import restored as command
from deploy.servers import Servers
from tests.support import factories, restoring
from tests.support.databases import Database
from tests.support.offline_data import business, pack
from tests.support.people import People
from tests.support.phone import Phone, Phones

_YEARS_OF_WORK = """
    DO $$ BEGIN FOR i IN 1..20000 LOOP PERFORM pg_current_xact_id(); COMMIT; END LOOP; END $$
"""


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Servers]:
    """The fresh cluster; named before the application, so that it outlives it."""
    with restoring.fresh_cluster(tmp_path) as servers:
        yield servers


async def changes(phone: Phone, cursor: str | None) -> tuple[set[str], str]:
    """Ids of what a phone is told after a cursor, and the cursor after it."""
    asked = f"?cursor={cursor}" if cursor else ""
    page: dict[str, Any] = await phone.call("GET", f"/sync{asked}")
    return {change["id"] for change in page["changes"]}, page["cursor"]


async def test_a_database_restored_into_a_fresh_cluster_goes_on(
    elsewhere: Servers,
    settings: Settings,
    database_before: Database,
    people: People,
    phones: Phones,
    tmp_path: Path,
) -> None:
    await database.execute(_YEARS_OF_WORK)
    first = await factories.decided(people)
    await sealer.seal_once()
    waiting = await factories.decided(people)  # not sealed when it was dumped
    shop = await business(people.chi, "Cửa hàng Trước")
    phone, mine = await phones.of(people.an, sync=False), await pack(phones, people.an)
    _, cursor = await changes(phone, None)
    await mine.pull()
    dumped = restoring.dump(database_before, tmp_path / "dump")
    restored = await restoring.restore(dumped, elsewhere, database_before.name)
    await restoring.use(restored.app_dsn)
    lower = await database.fetchval(
        "SELECT pg_snapshot_xmax(pg_current_snapshot()) < (SELECT min(xid) FROM ledger_entries)"
    )
    assert lower, "the test needs a cluster with lower transaction ids"

    # Nobody has said yet that it was restored: nothing of the ledger depends on it.
    third = await factories.decided(people)
    assert await sealer.lag_seconds() > 0
    assert await sealer.seal_once() >= 2
    report = await verification.in_snapshot(None, lambda *_: None)
    assert (report.verdict, report.unsealed) == (Verdict.OK, 0), report.findings

    await database.stop()
    declared = await command.declare_on(
        restoring.settings_on(settings, restored), reason="Máy chủ cũ hỏng"
    )
    assert declared is not None
    await restoring.use(restored.app_dsn)
    fourth = await factories.decided(people)
    [seal] = [part.state for part in await health.check() if part.name == "seal_lag"]
    assert seal == "ok"

    # Phones load anew once, and then hear of what is new.
    with pytest.raises(Exception, match="cursor_expired"):
        await changes(phone, cursor)
    all_of_it, cursor = await changes(phone, None)
    assert {str(work.id) for work in (first, waiting, third, fourth)} <= all_of_it
    nothing, cursor = await changes(phone, cursor)
    assert nothing == set()
    fifth = await factories.decided(people)
    new, cursor = await changes(phone, cursor)
    assert str(fifth.id) in new

    await mine.pull()
    assert mine.business(shop)["name"] == "Cửa hàng Trước"
    await database.execute("UPDATE subjects SET name = 'Cửa hàng Sau' WHERE id = $1", shop)
    [page] = await mine.pull()
    assert [entry["id"] for entry in page["entries"]] == [str(shop)]
    assert mine.business(shop)["name"] == "Cửa hàng Sau"

    # The newest entry taken out, its head and the queue made to fit: nothing said so when nothing was sealed any more.
    await sealer.seal_once()
    intruder = await asyncpg.connect(restored.superuser_dsn)
    await intruder.execute("SET session_replication_role = replica")
    for table in ("ledger_entries", "ledger_heads", "ledger_unsealed"):
        await intruder.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")
        await intruder.execute(f"DELETE FROM {table} WHERE record_id = $1", fifth.id)
    await intruder.close()
    report = await verification.in_snapshot(None, lambda *_: None)
    assert report.verdict is Verdict.TAMPERED
    assert any("was sealed and is gone" in finding.what for finding in report.findings)


@pytest.fixture
def database_before(database: Database) -> Database:
    """The test's own database, by a name that does not hide the module."""
    return database
