"""Restored by pg_dump into a fresh cluster, whose transaction ids are lower, everything goes on."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from backend import database
from backend.health import service as health
from backend.ledger import sealer
from backend.verification import service as verification
from backend.verification.findings import Verdict
from deploy.servers import Servers
from tests.support import factories, other_clusters
from tests.support.people import People
from tests.support.phone import Phone, Phones
from tests.support.reference import business, pack
from tests.support.servers import Database


@pytest.fixture
async def elsewhere(tmp_path: Path) -> AsyncIterator[Servers]:
    """The fresh cluster; named before the application, so that it outlives it."""
    async with other_clusters.fresh_cluster(tmp_path) as servers:
        yield servers


async def changes(phone: Phone, cursor: str | None) -> tuple[set[str], str]:
    """Ids of what a phone is told after a cursor, and the cursor after it."""
    asked = f"?cursor={cursor}" if cursor else ""
    page: dict[str, Any] = await phone.call("GET", f"/sync{asked}")
    return {change["id"] for change in page["changes"]}, page["cursor"]


async def test_a_database_restored_into_a_fresh_cluster_goes_on(
    elsewhere: Servers,
    servers: Servers,
    database_before: Database,
    people: People,
    phones: Phones,
    tmp_path: Path,
) -> None:
    await other_clusters.go_ahead(database_before)
    first = await factories.decided(people)
    await sealer.seal_once()
    waiting = await factories.decided(people)  # not sealed when it was dumped
    shop = await business(people.chi, "Cửa hàng Trước")
    phone, mine = await phones.of(people.an, sync=False), await pack(phones, people.an)
    _, cursor = await changes(phone, None)
    await mine.pull()
    await other_clusters.dump(servers, database_before, tmp_path / "dump")
    restored = await other_clusters.restore(elsewhere, tmp_path / "dump")
    await other_clusters.go_over_to(restored)
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

    owner = await asyncpg.connect(restored.owner_dsn)
    assert await owner.fetchval("SELECT begin_new_era()") == 2
    await owner.close()
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


@pytest.fixture
def database_before(database: Database) -> Database:
    """The test's own database, by a name that does not hide the module."""
    return database
