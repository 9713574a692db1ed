"""A replica of the tests' PostgreSQL, made by pg_basebackup and following by streaming, as an operator makes one.

with follower_of(servers) as follower:
    await follower.until_caught_up()
"""

import asyncio
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from tempfile import mkdtemp

import asyncpg

from deploy.backup import database as backups
from deploy.embedded.postgres import BACKUP, Postgres
from deploy.servers import Servers
from tests.integration.deploy.running import free_port
from tests.support.waiting import waiting_for

_OPTIONS = {"fsync": "off", "shared_buffers": "32MB", "hot_standby": "on", "summarize_wal": "off"}


class Follower:
    """The replica's server. It can be stopped and launched again, and told to replay nothing for a while."""

    def __init__(self, servers: Servers, server: Postgres) -> None:
        self.servers, self.server = servers, server

    def dsn(self, name: str) -> str:
        """The address of a database there, as the application's role."""
        return self.servers.app_dsn(name).replace(
            f":{self.servers.postgres.port}/", f":{self.server.port}/"
        )

    async def run(self, sql: str) -> None:
        """Run a statement there as the superuser."""
        connection = await asyncpg.connect(self.server.dsn())
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

    @asynccontextmanager
    async def at_rest(self) -> AsyncIterator[None]:
        """Let it replay nothing within: it receives, and answers with what it has."""
        await self.run("SELECT pg_wal_replay_pause()")
        try:
            yield
        finally:
            await self.run("SELECT pg_wal_replay_resume()")

    async def until_caught_up(self) -> None:
        """Wait until it has replayed all that is written now."""
        primary = await asyncpg.connect(self.servers.postgres.dsn())
        follower = await asyncpg.connect(self.server.dsn())
        try:
            written = await primary.fetchval("SELECT pg_current_wal_insert_lsn()::text")
            async with waiting_for("the replica to catch up"):
                while not await follower.fetchval(
                    "SELECT pg_last_wal_replay_lsn() >= $1::text::pg_lsn", written
                ):
                    # What was written last may not be flushed by anybody else.
                    await primary.execute("SELECT pg_logical_emit_message(true, 'tests', '')")
                    await asyncio.sleep(0.05)
        finally:
            await primary.close()
            await follower.close()


@contextmanager
def follower_of(servers: Servers) -> Iterator[Follower]:
    """Make a replica, launch it, and remove it afterwards."""
    account = servers.account
    home = Path(mkdtemp(prefix="replica-", dir=servers.folder.path))
    account.make_folder(home)
    account.own(home)
    done = subprocess.run(
        [
            *account.launcher("KILL"),
            *(
                servers.postgres.program("pg_basebackup"),
                *backups.address(servers),
                "--no-password",
            ),
            *("-D", account.seen(home) / "18", "-X", "stream", "--checkpoint=fast"),
        ],
        env=backups.environment(servers),
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
        pass_fds=account.handles(),
    )
    assert done.returncode == 0, done.stderr
    data = home / "18"
    password = servers.secrets["backup_password"]
    with (data / "postgresql.auto.conf").open("a") as settings:
        settings.write(
            f"primary_conninfo = 'host=127.0.0.1 port={servers.postgres.port} user={BACKUP} password={password}'\n"
        )
    (data / "standby.signal").touch()
    account.own(data / "standby.signal")
    server = Postgres(
        home,
        free_port(),
        servers.secrets["postgres_password"],
        account,
        servers.folder.logs / "replica.log",
        _OPTIONS,
    )
    server.launch()
    try:
        server.wait_ready()
        yield Follower(servers, server)
    finally:
        server.stop()
