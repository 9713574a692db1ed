"""The cost of answering only with what the synchronous standbys have.

    python -m bench.durable [--clients 8] [--count 200] [--rounds 3]

Measures reads and writes a second with and without that proof, first without a standby and then
with one. It runs one process with fsync on. The standby is PostgreSQL's own pg_receivewal
--synchronous on the same disk, so it confirms about as fast as a standby can. A read is one SELECT
outside a transaction; a write is one row in a transaction.
"""

import asyncio
import statistics
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import asyncpg

from backend.core import database, durable
from bench.stage import Stage, options, stage
from deploy.backup.database import address, environment

_READ = "SELECT count(*) FROM sign_in_failures WHERE account = 'nobody'"
_WRITE = "INSERT INTO sign_in_failures (account, address) VALUES ('bench', '192.0.2.1')"
_STANDBY = "bench"
_SECONDS = 30


async def _read(proved: bool) -> None:
    if proved:
        durable.begin()
    await database.fetchval(_READ)
    await durable.settle()


async def _write(proved: bool) -> None:
    if proved:
        durable.begin()
    async with database.transaction():
        await database.execute(_WRITE)
    await durable.settle()


async def _rate(
    work: Callable[[bool], Awaitable[None]], proved: bool, clients: int, count: int
) -> float:
    async def one() -> None:
        for _ in range(count):
            await work(proved)

    begin = time.perf_counter()
    # A task for each client, because what a request has read is counted per task.
    await asyncio.gather(*(asyncio.create_task(one()) for _ in range(clients)))
    return clients * count / (time.perf_counter() - begin)


@asynccontextmanager
async def _standby(made: Stage) -> AsyncIterator[None]:
    """Run a synchronous standby for the duration of the block."""
    into = made.folder.path / "received"
    into.mkdir()
    words = [made.servers.postgres.program("pg_receivewal"), "--synchronous", "--no-loop"]
    words += ["-D", into, *address(made.servers)]
    given = environment(made.servers) | {"PGAPPNAME": _STANDBY}
    program = subprocess.Popen([str(word) for word in words], env=given)  # noqa: ASYNC220
    try:
        await _name(made, _STANDBY)
        yield
    finally:
        await _name(made, "")
        program.terminate()
        program.wait(_SECONDS)


async def _name(made: Stage, standby: str) -> None:
    connection = await asyncpg.connect(made.servers.postgres.dsn())
    try:
        await connection.execute(f"ALTER SYSTEM SET synchronous_standby_names = '{standby}'")
        await connection.execute("SELECT pg_reload_conf()")
    finally:
        await connection.close()
    await asyncio.sleep(2)


async def _compare(what: str, clients: int, count: int, rounds: int) -> None:
    for name, work in (("reads", _read), ("writes", _write)):
        pairs = []
        for _ in range(rounds):
            bare = await _rate(work, False, clients, count)
            pairs.append((await _rate(work, True, clients, count), bare))
        ours, theirs = (statistics.median(side) for side in zip(*pairs, strict=True))
        ratio = statistics.median(one / other for one, other in pairs)
        print(
            f"  {what:<12} {name:<7} {ours:8.0f}/s proved  {theirs:8.0f}/s without  ratio {ratio:5.2f}"
        )


async def run(made: Stage, clients: int, count: int, rounds: int) -> None:
    """Measure without a standby, then with one."""
    await database.start(made.servers.app_dsn(), size=10)
    try:
        print(f"{clients} clients")
        await _compare("no standby", clients, count, rounds)
        async with _standby(made):
            await _compare("one standby", clients, count, rounds)
    finally:
        await database.stop()


def main() -> None:
    """Read the options and run."""
    parser = options(__doc__)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--count", type=int, default=200, help="of each client a round")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        asyncio.run(run(made, given.clients, given.count, given.rounds))


if __name__ == "__main__":
    main()
