"""Whole lives of cases per second, beside as many bare inserts of the same JSON.

    python -m bench.cases [--cases 20] [--at-once 1 4]

A whole life is about forty acts, from the inspection to the archive. Ours goes through
`ledger.record` (the one door): authority, table of states, guards, reckoning, clocks, ledger entry,
read tables, each act in its own transaction. Papers are issued with a made-up hash; bench.documents
measures layout and signing. Then the public check (/verify) of one paper of each case is measured.
It proves and folds the paper's record. Beside it is the bare look-up of the paper's row.
"""

import asyncio
import statistics
import time
from collections.abc import Iterator
from itertools import count, islice

import asyncpg

from backend import registry
from backend.casework.issued_documents import service as issued_documents
from backend.core import database, keys
from bench.stage import Stage, connect_as_owner, options, stage
from deploy.servers import environment
from schemas.casework.acts.parts import Party
from tests.support import case_lives, cases_made, factories
from tests.support.cases_made import Case
from tests.support.people import People, cast


async def prepared(people: People, parties: Iterator[Party], cases: int) -> list[Case]:
    """Make so many cases, each just opened from an approved inspection of a different party."""
    made = []
    for party in islice(parties, cases):
        work = await factories.submitted(people, subject=cases_made.inspected_party(party))
        case = await cases_made.opened_from(people, work, against=party)
        await cases_made.approve(case)
        made.append(case)
    return made


def new_parties() -> Iterator[Party]:
    """Yield parties with different names and numbers.

    One party's violation on one day can be decided only once.
    """
    return (
        cases_made.party(name=f"Trần Văn Mẫu {one}", identity_number=f"0010999{one:05}")
        for one in count(1)
    )


async def ours(cases: list[Case], at_once: int) -> tuple[float, int]:
    """Return the seconds for all cases, `at_once` in parallel, and how many acts they had."""
    waiting, acts = list(cases), 0

    async def hand() -> None:
        nonlocal acts
        while waiting:
            done = await case_lives.whole_life(waiting.pop())
            acts += done

    began = time.perf_counter()
    await asyncio.gather(*(hand() for _ in range(at_once)))
    return time.perf_counter() - began, acts


async def bare(pool: asyncpg.Pool, texts: list[str], at_once: int) -> float:
    """Return the seconds for one insert of each text, each in its own transaction."""
    waiting = list(texts)

    async def hand() -> None:
        while waiting:
            text = waiting.pop()
            async with pool.acquire() as connection, connection.transaction():
                await connection.execute("INSERT INTO bench_case_acts (act) VALUES ($1)", text)

    began = time.perf_counter()
    await asyncio.gather(*(hand() for _ in range(at_once)))
    return time.perf_counter() - began


async def checked(cases: list[Case]) -> tuple[list[float], list[float]]:
    """Return milliseconds of the public check of each case's paper, and of a bare look-up of its row."""
    rows = await database.fetch(
        "SELECT code FROM documents WHERE case_id = ANY($1) AND code IS NOT NULL",
        [one.id for one in cases],
    )
    proven, bare_rows = [], []
    for place, row in enumerate(rows):
        address = f"198.51.{place // 250}.{place % 250}"  # each address asks once, so that no limit is reached
        began = time.perf_counter()
        found = await issued_documents.find_public(row["code"], address)
        proven.append(1000 * (time.perf_counter() - began))
        if found.state == "unproven":
            raise RuntimeError("a paper of an untouched record is not proven")
        began = time.perf_counter()
        await database.fetchrow("SELECT * FROM documents WHERE code = $1", row["code"])
        bare_rows.append(1000 * (time.perf_counter() - began))
    return proven, bare_rows


async def measure(made: Stage, lives: int, widths: list[int]) -> None:
    """Print one line for each width."""
    variables = environment(made.folder, made.servers)
    registry.open_all()
    loaded = keys.load(made.folder.keys)
    owner = await connect_as_owner(made)
    await owner.execute(
        "CREATE TABLE bench_case_acts (id bigint GENERATED ALWAYS AS IDENTITY, act jsonb)"
    )
    await owner.execute("GRANT INSERT ON bench_case_acts TO hientruong_app")
    parties = new_parties()
    people = await cast(made.servers.owner_dsn(), loaded)
    await database.start(variables["HIENTRUONG_DATABASE_URL"], size=max(widths) + 2)
    pool = await asyncpg.create_pool(made.servers.app_dsn(), min_size=1, max_size=max(widths))
    try:
        await ours(await prepared(people, parties, 1), 1)
        for width in widths:
            cases = await prepared(people, parties, lives)
            seconds, acts = await ours(cases, width)
            rows = await owner.fetch(
                "SELECT act FROM ledger_entries WHERE record_id = ANY($1)",
                [one.id for one in cases],
            )
            plain = await bare(pool, [row["act"] for row in rows], width)
            size = statistics.median(len(row["act"]) for row in rows)
            print(
                f"{width:2} at once   {lives / seconds:6.2f} lives/s of {acts / lives:.0f} acts"
                f"   {acts / seconds:6.0f} acts/s   {1000 * seconds / acts * width:5.1f} ms an act"
                f"   bare {len(rows) / plain:6.0f} inserts/s of {size:.0f} bytes"
                f"   ratio {plain / seconds:.2f}",
                flush=True,
            )
            proven, looked_up = await checked(cases)
            print(
                f"   /verify of {len(proven)} papers   median {statistics.median(proven):5.1f} ms"
                f"   worst {max(proven):5.1f} ms   bare row {statistics.median(looked_up):5.2f} ms",
                flush=True,
            )
    finally:
        await pool.close()
        await database.stop()
        await owner.close()


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--cases", type=int, default=20, help="lives a run")
    parser.add_argument("--at-once", type=int, nargs="+", default=[1, 4])
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        asyncio.run(measure(made, given.cases, given.at_once))


if __name__ == "__main__":
    main()
