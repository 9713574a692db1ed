"""The migrations' runner: each file once, in order, whole or not at all; refusals in one sentence."""

import asyncio
import hashlib
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import asyncpg
import pytest

from backend.operations.migrations import run
from backend.operations.migrations.errors import (
    DatabaseIsNewer,
    MigrationChanged,
    MigrationFailed,
    MigrationOutOfOrder,
    RoleMissing,
)
from backend.operations.migrations.files import FOLDER, Migration, known
from deploy import bootstrap
from deploy.servers import Servers
from tests.support.databases import Database

Write = Callable[..., None]


@pytest.fixture
async def empty(servers: Servers, template: str) -> AsyncIterator[Database]:
    """A database of the owner's with nothing in it. (`template` is there for the roles.)"""
    name = f"test_empty_{asyncio.get_running_loop().time():.6f}".replace(".", "_")
    await bootstrap.make_database(servers, name)
    yield Database(name, servers.app_dsn(name), servers.owner_dsn(name), servers.postgres.dsn(name))
    connection = await asyncpg.connect(servers.postgres.dsn())
    await connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    await connection.close()


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Makes the runner read a folder of the test's own: write(id=text, …); None removes a file."""

    def files(**texts: str | None) -> None:
        for name, text in texts.items():
            path = tmp_path / f"{name[1:]}.sql"
            if text is None:
                path.unlink()
            else:
                path.write_text(text, encoding="utf-8")

    monkeypatch.setattr(run, "known", lambda: known(tmp_path))
    return files


async def value(dsn: str, query: str, *args: object) -> object:
    """One value, over a connection of its own."""
    connection = await asyncpg.connect(dsn)
    try:
        return await connection.fetchval(query, *args)
    finally:
        await connection.close()


async def test_an_empty_database_gets_every_file_in_order_with_its_hash(empty: Database) -> None:
    ids = [file.id for file in known()]
    assert await run.pending(empty.app_dsn) == ids
    said: list[str] = []
    assert await run.migrate(empty.owner_dsn, said.append) == ids
    assert said == [f"migration {name}" for name in ids]
    assert await run.pending(empty.app_dsn) == []
    first = hashlib.sha256((FOLDER / f"{ids[0]}.sql").read_bytes()).hexdigest()
    recorded = await value(empty.app_dsn, "SELECT sha256 FROM migrations WHERE id = $1", ids[0])
    assert recorded == first


async def test_a_second_run_does_nothing(database: Database) -> None:
    assert await run.migrate(database.owner_dsn) == []


async def test_of_several_starters_at_once_one_works_and_the_others_wait(empty: Database) -> None:
    done = await asyncio.gather(*(run.migrate(empty.owner_dsn) for _ in range(4)))
    assert sorted(done, reverse=True) == [[file.id for file in known()], [], [], []]


async def test_a_database_of_a_newer_version_is_refused_in_one_sentence(
    empty: Database, write: Write
) -> None:
    write(_0001_a="CREATE TABLE a ();", _0002_b="CREATE TABLE b ();")
    await run.migrate(empty.owner_dsn)
    write(_0002_b=None)
    with pytest.raises(DatabaseIsNewer) as refused:
        await run.migrate(empty.owner_dsn)
    assert "0002_b" in str(refused.value)
    assert "\n" not in str(refused.value)
    with pytest.raises(DatabaseIsNewer):
        await run.pending(empty.app_dsn)


async def test_a_file_that_was_edited_after_it_was_applied_is_refused(
    empty: Database, write: Write
) -> None:
    write(_0001_a="CREATE TABLE a ();")
    await run.migrate(empty.owner_dsn)
    write(_0001_a="CREATE TABLE a (x int);", _0002_b="CREATE TABLE b ();")
    with pytest.raises(MigrationChanged, match="0001_a"):
        await run.migrate(empty.owner_dsn)
    assert await value(empty.owner_dsn, "SELECT to_regclass('b')") is None


async def test_a_file_slipped_in_before_an_applied_one_is_refused(
    empty: Database, write: Write
) -> None:
    write(_0002_b="CREATE TABLE b ();")
    await run.migrate(empty.owner_dsn)
    write(_0001_a="CREATE TABLE a ();")
    with pytest.raises(MigrationOutOfOrder, match="0001_a"):
        await run.migrate(empty.owner_dsn)


async def test_a_failing_file_leaves_nothing_and_the_ones_before_it_stay(
    empty: Database, write: Write
) -> None:
    write(_0001_a="CREATE TABLE a ();", _0002_b="CREATE TABLE b (); SELECT 1 / 0;")
    with pytest.raises(MigrationFailed, match="0002_b could not be applied: division by zero"):
        await run.migrate(empty.owner_dsn)
    assert await value(empty.owner_dsn, "SELECT to_regclass('b')") is None
    assert await value(empty.owner_dsn, "SELECT array_agg(id) FROM migrations") == ["0001_a"]
    write(_0002_b="CREATE TABLE b ();")
    assert await run.migrate(empty.owner_dsn) == ["0002_b"]


async def test_a_migration_gives_up_on_a_lock_instead_of_queueing_behind_it(
    empty: Database, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "LOCK_SECONDS", 0.2)
    write(_0001_a="CREATE TABLE a ();")
    await run.migrate(empty.owner_dsn)
    busy = await asyncpg.connect(empty.owner_dsn)
    async with busy.transaction():
        await busy.execute("LOCK TABLE a IN SHARE MODE")
        write(_0002_b="ALTER TABLE a ADD COLUMN x int;")
        with pytest.raises(MigrationFailed, match="a lock was not free"):
            await run.migrate(empty.owner_dsn)
    await busy.close()
    assert await run.migrate(empty.owner_dsn) == ["0002_b"]


async def test_a_missing_application_role_is_named(
    empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "APPLICATION_ROLE", "nobody_made_me")
    with pytest.raises(RoleMissing, match="nobody_made_me"):
        await run.migrate(empty.owner_dsn)


async def test_the_application_can_read_the_history_and_not_write_it(database: Database) -> None:
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await value(database.app_dsn, "INSERT INTO migrations VALUES ('9999_x', repeat('0', 64))")


def test_two_files_with_one_number_are_a_mistake_of_the_build(tmp_path: Path) -> None:
    (tmp_path / "0001_a.sql").write_text("SELECT 1;", encoding="utf-8")
    (tmp_path / "0001_b.sql").write_text("SELECT 1;", encoding="utf-8")
    with pytest.raises(ValueError, match="share a number"):
        known(tmp_path)


def test_line_ends_of_another_system_are_not_an_edit(tmp_path: Path) -> None:
    (tmp_path / "0001_a.sql").write_bytes(b"SELECT 1;\r\nSELECT 2;\r\n")
    assert known(tmp_path)[0].sha256 == Migration("0001_a", "SELECT 1;\nSELECT 2;\n").sha256
