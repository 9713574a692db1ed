"""A checkpoint that somebody outside kept: after a restore it says how much is lost, and no honest loss is a crime."""

import asyncio
from pathlib import Path

import pytest

from backend.core import database as backend_database
from backend.core.settings import Settings
from backend.ledger import sealer
from backend.operations.recovery import outside, service
from backend.operations.verification.findings import Report, Verdict
from deploy.servers import Servers
from schemas.ledger.installation import LedgerRestored
from tests.support import factories
from tests.support.checkpoints import verified, worked
from tests.support.databases import Database
from tests.support.people import People
from tests.support.restoring import copied, declared, use

pytestmark = pytest.mark.usefixtures("own_pool")


async def kept_and_older(
    database: Database, servers: Servers, people: People, folder: Path
) -> tuple[Path, Database, int]:
    """A checkpoint that an auditor kept, a copy of the database from before it, and what the copy lacks."""
    await worked(people)
    older = await copied(database, servers)
    held = await backend_database.fetchval("SELECT count(*) FROM ledger_entries")
    for _ in range(2):
        await factories.take_photo(await worked(people))
    await sealer.seal_once()
    file = folder / "kept.json"
    file.write_bytes(await service.newest_checkpoint() or b"")
    return file, older, outside.read_file(file).size - held


async def brought_back(
    settings: Settings, older: Database, kept: Path | None = None
) -> LedgerRestored:
    """Declared as `restore` does it: the store came from the same backup, and tells nothing."""
    return await declared(settings, older, checkpoint=kept, store_too=True)


async def checked(file: Path) -> tuple[Report, list[str]]:
    return await verified(None, outside.read_file(file))


async def test_it_tells_how_much_a_declared_restore_lost_where_nobody_knew(
    settings: Settings, servers: Servers, database: Database, people: People, tmp_path: Path
) -> None:
    kept, older, lost = await kept_and_older(database, servers, people, tmp_path)
    content = await brought_back(settings, older)
    assert content.lost is None
    for _ in range(3):  # the ledger grows beyond it
        await worked(people)
    report, fits = await checked(kept)
    assert report.verdict is Verdict.OK, report.findings
    [line] = [one for one in fits if str(kept) in one]
    assert f"{lost} entries" in line
    assert "restore" in line


async def test_what_the_copy_that_was_left_behind_seals_afterwards_is_a_fork_all_the_same(
    settings: Settings, servers: Servers, database: Database, people: People, tmp_path: Path
) -> None:
    kept, older, _ = await kept_and_older(database, servers, people, tmp_path)
    await brought_back(settings, older)
    await use(database.app_dsn)
    await asyncio.sleep(0.01)
    await worked(people)
    kept.write_bytes(await service.newest_checkpoint() or b"")
    await use(older.app_dsn)
    report, _ = await checked(kept)
    assert report.verdict is Verdict.TAMPERED


async def test_entries_beyond_a_loss_that_was_known_are_missed_all_the_same(
    settings: Settings, servers: Servers, database: Database, people: People, tmp_path: Path
) -> None:
    first, older, lost = await kept_and_older(database, servers, people, tmp_path)
    await worked(people)
    later = tmp_path / "later.json"
    later.write_bytes(await service.newest_checkpoint() or b"")
    content = await brought_back(settings, older, first)
    assert content.lost == lost
    assert content.outside is not None
    assert content.outside.size == outside.read_file(first).size
    assert (await checked(first))[0].verdict is Verdict.OK
    assert (await checked(later))[0].verdict is Verdict.TAMPERED
