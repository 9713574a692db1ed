"""What lies in a node's spool is swept by that node, and given up when the node is gone for good."""

import asyncio
import os
from pathlib import Path
from uuid import UUID

import msgspec

from backend.core import database, stores
from backend.core.settings import Settings
from backend.operations.jobs import janitor, spool_keeper
from tests.support import factories
from tests.support.people import People
from tests.support.uploads import Tus, about
from tests.support.waiting import waiting_for

_SEEN = "SELECT name FROM spool_nodes ORDER BY name"


async def _see(node: str, seen: str, since: str) -> None:
    await database.execute(
        "INSERT INTO spool_nodes (name, seen_at, since) "
        "VALUES ($1, now() - $2::text::interval, now() - $3::text::interval) "
        "ON CONFLICT (name) DO UPDATE SET seen_at = excluded.seen_at, since = excluded.since",
        node,
        seen,
        since,
    )


async def _move(url: str, node: str) -> None:
    """As if it had been sent to another node, which has it whole."""
    await database.execute(
        "UPDATE uploads SET node = $2, state = 'received', \"offset\" = length, "
        "received_at = now() - interval '7 hours', created_at = now() - interval '7 hours' WHERE id = $1",
        UUID(url.rsplit("/", 1)[-1]),
        node,
    )


async def test_a_phone_whose_photograph_lies_on_a_lost_node_begins_anew(
    tus: Tus, people: People
) -> None:
    work = await factories.announced(people)
    photo = await factories.take_photo(work)
    lost = await tus.begin(len(photo.data), Upload_Metadata=about(photo.data, photo.photo_id))
    await _move(lost, "node-2")
    await _see("node-1", "1 minute", "1 day")
    await _see("node-2", "1 hour", "1 day")
    await janitor.sweep(stores.current())
    assert (await tus.ask("HEAD", lost)).status_code == 200  # a node that restarts has it still
    await _see("node-2", "7 hours", "1 day")
    await janitor.sweep(stores.current())
    assert (await tus.ask("HEAD", lost)).status_code == 410
    again = await tus.whole(photo.data, photo.photo_id)
    assert again != lost


async def test_after_an_outage_of_everything_each_node_has_time_to_come_back(tus: Tus) -> None:
    upload = await tus.begin(5)
    await _move(upload, "node-2")
    await _see("node-2", "3 days", "9 days")
    await _see("node-1", "1 minute", "5 minutes")  # the first that is there again
    await janitor.sweep(stores.current())
    assert (await tus.ask("HEAD", upload)).status_code == 200


async def test_a_node_says_that_it_is_there_and_a_worker_touches_no_spool(
    tus: Tus, settings: Settings, tmp_path: Path
) -> None:
    async with waiting_for("the node to be seen"):
        while [row["name"] for row in await database.fetch(_SEEN)] != ["node-1"]:  # noqa: ASYNC110
            await asyncio.sleep(0.02)
    here = stores.current()
    upload = UUID((await tus.begin(5)).rsplit("/", 1)[-1])
    await database.execute("UPDATE uploads SET state = 'terminated'")
    path = here.spool.path(upload)
    long_ago = path.stat().st_mtime - 7200
    os.utime(path, (long_ago, long_ago))
    elsewhere = msgspec.structs.replace(settings, spool_dir=tmp_path / "worker", node="worker")
    worker = stores.Parts(elsewhere, here.store)
    await janitor.sweep(worker)
    assert path.exists()
    await spool_keeper.sweep(here)
    assert not path.exists()
