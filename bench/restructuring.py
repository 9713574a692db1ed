"""How long each kind of step of a restructuring takes.

    python -m bench.restructuring [--departments 63] [--left 34] [--officers 6400] [--cases 900]

The force of 2025 (tests/support/force_of_2025.py); each step is an act through the one door, in a transaction of its
own with fsync, as `./hientruong restructure --carry-out` makes it. Prints how many steps of each kind there were, and
what the slowest rewrote.
"""

import asyncio
import statistics
import time
from collections import defaultdict

from backend import registry
from backend.core import database, keys
from backend.force.units import steps as service
from bench.stage import Stage, options, stage
from deploy import bootstrap
from tests.support import people as cast
from tests.support import restructured
from tests.support.force_of_2025 import Force


async def run(made: Stage, departments: int, left: int, officers: int, cases: int) -> None:
    """Make the force, restructure it and print."""
    registry.open_all()
    settings = bootstrap.settings(made.servers)
    people = await cast.cast(made.servers.owner_dsn(), keys.load(settings.keys_dir))
    await database.start(made.servers.app_dsn(), size=2)
    try:
        force = await Force.made(
            people,
            made.servers.owner_dsn(),
            departments=departments,
            teams=6,
            officers=officers,
            cases=cases,
        )
        await _measure(force, left, people)
    finally:
        await database.stop()


async def _measure(force: Force, left: int, people: cast.People) -> None:
    steps, actor = force.steps(left), restructured.operator(people)
    took: dict[str, list[tuple[float, str]]] = defaultdict(list)
    began = last = time.perf_counter()
    async for one in service.carry_out(steps, actor):
        now = time.perf_counter()
        told = ", ".join(f"{each.table_name} {each.row_count}" for each in one.rewritten)
        took[one.step.what].append((now - last, told))
        last = now
    done = time.perf_counter()
    await service.settle(steps, actor)
    print(f"{len(force.departments)} -> {left} departments, {len(force.cases)} cases")
    print(f"{'step':8} {'number':>6} {'median':>9} {'slowest':>9}  what the slowest rewrote")
    for what, found in sorted(took.items()):
        slowest, told = max(found)
        median = statistics.median(seconds for seconds, _ in found)
        print(f"{what:8} {len(found):6} {1000 * median:7.0f}ms {1000 * slowest:7.0f}ms  {told}")
    print(f"settle   {'':6} {1000 * (time.perf_counter() - done):7.0f}ms")
    print(f"all      {len(steps.steps):6} {done - began:8.1f}s")


def main() -> None:
    """Read the options and run."""
    parser = options(__doc__)
    parser.add_argument("--departments", type=int, default=63)
    parser.add_argument("--left", type=int, default=34)
    parser.add_argument("--officers", type=int, default=6_400)
    parser.add_argument("--cases", type=int, default=900)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        asyncio.run(run(made, given.departments, given.left, given.officers, given.cases))


if __name__ == "__main__":
    main()
