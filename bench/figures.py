"""Figures of up to 5,000,000 cases: questions beside plain SQL, a day's counting, and what counting costs writers.

    python -m bench.figures [--sizes 10000 100000 …] [--parties 1000000] [--seed 1] [--plot FILE] [--data-dir DIR]

Each size adds to the one before. Every case has a slim row and its counted events; one in 25 has its acts in full,
sealed in the log. Some of them have two acts more, of the newest day, which nobody has counted: the product's own code
counts these first. Then each question is asked as a page asks it, and as plain SQL over the same events.
"""

import asyncio
import os
import statistics
import time
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path
from uuid import uuid5

import asyncpg

from backend import registry
from backend.core import database, keys
from backend.insight.figures import counting
from backend.insight.queries import counting as counting_queries
from backend.ledger import sealer
from bench import cases as lives
from bench import figure_plot, figure_questions, figure_rows
from bench.figure_questions import Took
from bench.fill_figures import SPACE, Filling
from bench.stage import Stage, options, stage
from tests.support.cases_made import BEHAVIOUR
from tests.support.people import cast

SIZES = [10_000, 100_000, 500_000, 1_000_000, 5_000_000]
_SECONDS = 3600.0
_LIVES, _ROUNDS, _AT_ONCE = 6, 3, 4
_TABLES = """
    SELECT relname AS name, pg_table_size(oid) AS rows, pg_indexes_size(oid) AS indexes, reltuples::bigint AS count
    FROM pg_class WHERE relkind = 'r' AND relname = ANY ($1) ORDER BY pg_total_relation_size(oid) DESC
"""
_SHOWN = [
    "counted_events",
    "cases",
    "ledger_entries",
    "ledger_leaves",
    "figure_rollups",
    "figure_cells",
    "subjects",
]


async def _sizes(owner: asyncpg.Connection) -> None:
    for one in await owner.fetch(_TABLES, _SHOWN):
        print(
            f"  {one['name']:16} {one['count']:>12,} rows {one['rows'] / 2**20:>8,.0f} MB,"
            f" indexes {one['indexes'] / 2**20:>8,.0f} MB"
        )


async def _newest_day() -> None:
    """Count what nobody has counted, as a worker does."""
    waiting = (await counting_queries.waiting()).acts
    began, cpu = time.perf_counter(), time.process_time()
    acts = await counting.count_all()
    seconds = time.perf_counter() - began
    if acts:
        print(
            f"  counted {acts:,} of {waiting:,} acts of the newest day in {seconds:.1f} s"
            f" ({acts / seconds:,.0f} acts/s; {time.process_time() - cpu:.1f} s of this process),"
            f" 20,000 would take {20_000 * seconds / acts:.1f} s"
        )


async def _agrees(last: int, most: int = 2000) -> None:
    """Count some of the cases with acts anew, and say how many differ."""
    every = max(1, last // figure_rows.FULL // most) * figure_rows.FULL
    ids = [figure_rows.case_id(one) for one in range(0, last, every)]
    through = (await counting_queries.progress()).through
    meant = await counting.meant("case", ids, through)
    stored = await counting_queries.counted(ids)
    differ = sum(meant.get(one) != stored[one] for one in ids)
    print(f"  counted anew {len(ids):,} cases with acts: {differ} differ")


async def _asked(made: Stage, filling: Filling) -> list[Took]:
    people = filling.people
    provinces = [uuid5(SPACE, str(one)) for one in range(figure_rows.DEPARTMENTS)]
    auditor = people.khanh
    field = counting.field_of(BEHAVIOUR)
    plain = await asyncpg.connect(made.servers.app_dsn())
    found = []
    try:
        for one in figure_questions.questions(
            auditor.actor("desk"), auditor.unit.unit_1, provinces, BEHAVIOUR, field
        ):
            took = await figure_questions.ask(one, plain)
            missed = "" if took.limit is None else f" (at most {took.limit:,.0f})"
            missed += " MISSED" if took.limit is not None and took.sql > took.limit else ""
            print(
                f"  {took.name:66} {took.sql:8.2f} ms, fastest {took.fastest:8.2f}, {took.queries:2} queries,"
                f" call {took.call:8.2f}   plain {took.plain:10.2f}   ratio {took.plain / took.sql:8.1f}{missed}",
                flush=True,
            )
            found.append(took)
    finally:
        await plain.close()
    return found


def _work(dsn: str, folder: Path, counts: Event, over: Event) -> None:
    """Seal, and count while `counts` is set, in a process of its own as a worker is."""

    async def work() -> None:
        registry.open_all()
        keys.load(folder)
        await database.start(dsn, size=3)
        while not over.is_set():
            await sealer.seal_all()
            if counts.is_set():
                await counting.count_all()
            await asyncio.sleep(1)
        await database.stop()

    asyncio.run(work())


async def _writing(made: Stage, filling: Filling) -> None:
    """Take acts with and without counting beside, in turn. It looks for new ones ten times as often as a worker."""
    context = get_context("spawn")
    counts, over = context.Event(), context.Event()
    given = (made.servers.app_dsn(), made.folder.keys, counts, over)
    worker = context.Process(target=_work, args=given)
    worker.start()
    parties = lives.new_parties()
    rates: dict[bool, list[float]] = {True: [], False: []}
    try:
        for turn in range(_ROUNDS + 1):
            for with_counting in (True, False):
                prepared = await lives.prepared(filling.people, parties, _LIVES)
                (counts.set if with_counting else counts.clear)()
                seconds, acts = await lives.ours(prepared, _AT_ONCE)
                if turn:
                    rates[with_counting].append(acts / seconds)
    finally:
        over.set()
        worker.join(60)
    beside, alone = rates[True], rates[False]
    ratios = [one / other for one, other in zip(beside, alone, strict=True)]
    print(
        f"  acts taken a second, {_AT_ONCE} at once: {statistics.median(beside):.0f} with counting beside,"
        f" {statistics.median(alone):.0f} without; ratio {statistics.median(ratios):.2f}"
        f" ({min(ratios):.2f} to {max(ratios):.2f})"
    )


async def measure(
    made: Stage, sizes: list[int], parties: int, seed: int, plot: Path | None
) -> None:
    """Fill and measure at each size; draw the plot."""
    registry.open_all()
    loaded = keys.load(made.folder.keys)
    people = await cast(made.servers.owner_dsn(), loaded)
    await database.start(made.servers.app_dsn(), size=8, statement_seconds=_SECONDS)
    superuser = made.servers.postgres.dsn("hientruong")
    filling = Filling(superuser, people, seed, parties)
    owner = await asyncpg.connect(superuser)
    asked: dict[int, list[Took]] = {}
    try:
        await filling.prepare()
        done = 0
        for size in sizes:
            print(f"{size:,} cases, load {os.getloadavg()[0]:.1f}", flush=True)
            await filling.grow(done, size)
            done = size
            await _newest_day()
            await _agrees(size)
            await owner.execute("VACUUM ANALYZE counted_events, figure_rollups", timeout=_SECONDS)
            await _sizes(owner)
            asked[size] = await _asked(made, filling)
        await _writing(made, filling)
    finally:
        await owner.close()
        await database.stop()
    if plot is not None:
        names = [one.name for one in asked[sizes[0]]]
        chosen = [names[at] for at in (0, 2, 4, 8, 10, 12)]
        figure_plot.draw(
            _points(asked, chosen, plain=False), _points(asked, chosen, plain=True), plot
        )


def _points(
    asked: dict[int, list[Took]], names: list[str], *, plain: bool
) -> dict[str, dict[int, float]]:
    return {
        name: {
            size: one.plain if plain else one.sql
            for size, found in asked.items()
            for one in found
            if one.name == name
        }
        for name in names
    }


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, help="cases, rising")
    parser.add_argument("--parties", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plot", type=Path, help="write a plot (SVG) there")
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        asyncio.run(measure(made, given.sizes, given.parties, given.seed, given.plot))


if __name__ == "__main__":
    main()
