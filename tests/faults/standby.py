"""Parts apart: a primary, a synchronous standby behind a line that can be cut, and our processes that know both."""

import asyncio
import contextlib
import os
import secrets
import signal
import subprocess
import sys
import time
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

import asyncpg
import httpx

from deploy import bootstrap, surroundings
from deploy.data_folder import DataFolder
from deploy.embedded.postgres import Postgres
from deploy.servers import APPLICATION, DATABASE, FOR_WORKERS, Servers, environment
from tests.faults.proxy import Proxy, proxy_to
from tests.integration.deploy.running import alive, descendants, free_port, kill, told_of

STANDBY = "b"
_SECONDS = 90.0


class Pair:
    """Both servers, two web processes and a worker. Nobody helps the processes when the primary moves."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.port = folder, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.data = DataFolder(folder)
        self._stack = AsyncExitStack()
        self._children: list[subprocess.Popen[bytes]] = []

    async def __aenter__(self) -> Self:
        self.data.open_for_start(demonstration="small", least_free=0)
        self.servers = Servers(self.data)
        self.servers.start()
        await bootstrap.prepare(self.servers)
        await bootstrap.load_demonstration(self.servers)
        self.a = self.servers.postgres
        self.line: Proxy = await self._stack.enter_async_context(
            proxy_to(f"127.0.0.1:{self.a.port}")
        )
        await self._make_standby()
        await self.run(self.a, f"ALTER SYSTEM SET synchronous_standby_names = '{STANDBY}'")
        await self.run(self.a, "SELECT pg_reload_conf()")
        self._start_ours()
        await self.until_ready()
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _at: TracebackType | None,
    ) -> None:
        for child in self._children:
            child.send_signal(signal.SIGINT)
        for child in self._children:
            try:
                await asyncio.to_thread(child.wait, 30)
            except subprocess.TimeoutExpired:
                kill({child.pid, *descendants(child.pid)})
                child.wait()
        await self._stack.aclose()
        if self.b.pid is not None:
            self.let_go_on(self.b)
            self.b.stop()
        if self.a.alive():
            self.let_go_on(self.a)
        self.servers.stop()

    async def _make_standby(self) -> None:
        """pg_basebackup, and a server that follows through the line."""
        assert self.a.pid is not None
        password, account = secrets.token_hex(16), self.servers.account
        await self.run(self.a, f"CREATE ROLE follower LOGIN REPLICATION PASSWORD '{password}'")
        with (self.a.data / "pg_hba.conf").open("a") as rules:
            rules.write("host replication follower 127.0.0.1/32 scram-sha-256\n")
        await self.run(self.a, "SELECT pg_reload_conf()")
        home, port = self.folder / "standby", free_port()
        account.make_folder(home)
        postgres = Path(told_of(self.a.pid, "cmdline").split(b"\0")[0].decode())
        words = [
            postgres.with_name("pg_basebackup"),
            "-D",
            account.seen(home) / "18",
            "-X",
            "stream",
        ]
        words += ["--checkpoint=fast", "-h", "127.0.0.1", "-p", str(self.a.port), "-U", "follower"]
        done = subprocess.run(  # noqa: ASYNC221 - by the main thread, which it dies with
            [*account.launcher("KILL"), *words],
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PGPASSWORD": password},
            cwd="/",
            capture_output=True,
            text=True,
            check=False,
            pass_fds=account.handles(),
        )
        assert done.returncode == 0, done.stderr
        line_port = self.line.address.rpartition(":")[2]
        with (home / "18" / "postgresql.auto.conf").open("a") as settings:
            settings.write(
                f"primary_conninfo = 'host=127.0.0.1 port={line_port} user=follower password={password}"
                f" application_name={STANDBY}'\n"
            )
        (home / "18" / "standby.signal").touch()
        account.own(home / "18" / "standby.signal")
        self.b = Postgres(
            home,
            port,
            self.servers.secrets["postgres_password"],
            account,
            self.data.logs / "standby.log",
        )
        self.b.launch()
        # In steps: the line between the two lives in this very loop.
        async with asyncio.timeout(_SECONDS):
            while not await self._streams():  # noqa: ASYNC110 - another process
                await asyncio.sleep(0.1)

    async def _streams(self) -> bool:
        return bool(
            await self.value(
                self.a,
                "SELECT 1 FROM pg_stat_replication WHERE state = 'streaming' AND application_name = $1",
                STANDBY,
            )
        )

    def _start_ours(self) -> None:
        variables = environment(self.data, self.servers)
        password = self.servers.secrets["app_password"]
        servers = f"127.0.0.1:{self.a.port},127.0.0.1:{self.b.port}"
        variables["HIENTRUONG_DATABASE_URL"] = (
            f"postgresql://{APPLICATION}:{password}@{servers}/{DATABASE}?target_session_attrs=read-write"
        )
        variables.pop("HIENTRUONG_DATA_DIR", None)
        self.variables = variables
        web = {name: value for name, value in variables.items() if name not in FOR_WORKERS}
        serve = ["serve", "--port", str(self.port), "--processes", "2"]
        for words, given, log in ((serve, web, "web"), (["worker"], variables, "worker")):
            with (self.data.logs / f"{log}.log").open("ab") as out:
                self._children.append(
                    subprocess.Popen(
                        [sys.executable, str(surroundings.ROOT / "cli.py"), *words],
                        stdout=out,
                        stderr=out,
                        env=surroundings.for_child(given),
                    )
                )

    async def until_ready(self) -> float:
        """Seconds until /health/ready is 200."""
        began = time.monotonic()
        async with (
            asyncio.timeout(_SECONDS),
            httpx.AsyncClient(base_url=self.url, timeout=15) as client,
        ):
            while True:
                try:
                    if (await client.get("/health/ready")).status_code == 200:
                        return time.monotonic() - began
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.2)

    async def parts(self) -> dict[str, str]:
        """What /health/ready says of each part."""
        async with httpx.AsyncClient(base_url=self.url, timeout=15) as client:
            told: dict[str, str] = (await client.get("/health/ready")).json()["parts"]
            return told

    def hang(self, server: Postgres) -> None:
        """SIGSTOP of a server: of a standby its receiver of the log and all."""
        self._tell(server, signal.SIGSTOP)

    def let_go_on(self, server: Postgres) -> None:
        """SIGCONT of it."""
        self._tell(server, signal.SIGCONT)

    def _tell(self, server: Postgres, what: signal.Signals) -> None:
        for pid in self._all_of(server):
            with contextlib.suppress(
                ProcessLookupError
            ):  # a connection's process may end meanwhile
                os.kill(pid, what)

    @staticmethod
    def _all_of(server: Postgres) -> set[int]:
        assert server.pid is not None
        return alive({server.pid, *descendants(server.pid)})

    async def lose_the_primary(self) -> None:
        """kill -9 of all of it; then the standby, which has no line to it any more, takes its place."""
        kill(self._all_of(self.a))
        self.a.stop()
        await self.promote()

    async def promote(self) -> None:
        """The standby takes the primary's place, whatever that is doing."""
        self.line.reset_all()
        self.line.silent = False
        await self.run(self.b, "SELECT pg_promote(true, 60)")

    def bring_the_old_one_back(self) -> None:
        """Somebody starts the old primary as it was: it takes writes."""
        self.a.launch()
        self.a.wait_ready()

    async def run(self, server: Postgres, sql: str) -> None:
        """One statement as the superuser."""
        connection = await asyncpg.connect(server.dsn())
        try:
            await connection.execute(sql)
        finally:
            await connection.close()

    async def value(
        self, server: Postgres, sql: str, *given: object, database: str = "postgres"
    ) -> object:
        """One value as the superuser."""
        connection = await asyncpg.connect(server.dsn(database))
        try:
            return await connection.fetchval(sql, *given)
        finally:
            await connection.close()
