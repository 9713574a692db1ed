"""A real PgBouncer in front of the tests' PostgreSQL, in transaction mode, as docs/running.md
requires."""

import asyncio
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from urllib.parse import SplitResult, urlsplit, urlunsplit

import asyncpg
import pytest

from tests.integration.deploy.running import free_port
from tests.support.waiting import waiting_for

PROGRAM = shutil.which("pgbouncer", path="/usr/sbin:/usr/bin:/usr/local/bin")
needed = pytest.mark.skipif(PROGRAM is None, reason="no PgBouncer: apt install pgbouncer")

_NOBODY = 65534  # PgBouncer refuses to run as root
_INI = """
[databases]
* = host={server.hostname} port={server.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = {folder}/users.txt
pool_mode = transaction
max_prepared_statements = 200
default_pool_size = {size}
max_client_conn = 500
"""


@asynccontextmanager
async def pgbouncer(dsn: str, size: int = 8) -> AsyncIterator[str]:
    """Start one that knows only this sign-in, with this many connections; yield the same address
    through it."""
    server, port = urlsplit(dsn), free_port()
    folder = Path(tempfile.mkdtemp(prefix="pgbouncer-"))
    (folder / "users.txt").write_text(f'"{server.username}" "{server.password}"\n')
    (folder / "pgbouncer.ini").write_text(
        _INI.format(server=server, port=port, folder=folder, size=size)
    )
    process = _start(folder)
    try:
        address = _through(server, port)
        await _wait(address, process, folder / "log")
        yield address
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        shutil.rmtree(folder)


def _start(folder: Path) -> subprocess.Popen[bytes]:
    assert PROGRAM is not None
    words = [PROGRAM, str(folder / "pgbouncer.ini")]
    if os.geteuid() == 0:
        for path in (folder, *folder.iterdir()):
            os.chown(path, _NOBODY, _NOBODY)
        words = [
            "setpriv", f"--reuid={_NOBODY}", f"--regid={_NOBODY}", "--clear-groups", *words,
        ]  # fmt: skip
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=log, stderr=log)


def _through(server: SplitResult, port: int) -> str:
    return urlunsplit(
        server._replace(netloc=f"{server.username}:{server.password}@127.0.0.1:{port}")
    )


async def _wait(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    async with waiting_for("PgBouncer to answer"):
        while True:
            assert process.poll() is None, f"see {log}"
            try:
                connection = await asyncpg.connect(address, timeout=5)
            except OSError:
                await asyncio.sleep(0.05)
            else:
                await connection.close()
                return
