"""What the words of search cost those who write: acts taken a second, with a worker that follows beside and without.

    python -m bench.search_writing [--data-dir DIR] [--rounds 5]

Whole lives of cases are taken through the one door, four at a time, in turn with a worker that seals and writes words,
and with one that only seals. It looks every two seconds, as the product's does. With the folder of bench.search it
writes into the words, and the index, of as many cases as are there. Printed is by how much writing is slower.
"""

import asyncio
import statistics
from multiprocessing import get_context
from multiprocessing.synchronize import Event
from pathlib import Path

from backend import registry
from backend.core import database, keys
from backend.insight.search import following
from backend.ledger import sealer
from bench import cases as lives
from bench.stage import Stage, options, stage
from tests.support.people import cast

AIM = 1.10
_LIVES, _AT_ONCE = 6, 4


def _work(dsn: str, folder: Path, follows: Event, over: Event) -> None:
    """Seal, and write words while `follows` is set, in a process of its own as a worker is."""

    async def work() -> None:
        registry.open_all()
        keys.load(folder)
        await database.start(dsn, size=3)
        written = 0
        while not over.is_set():
            await sealer.seal_all()
            if follows.is_set():
                written += await following.follow_all()
            await asyncio.sleep(following.EVERY.total_seconds())
        await database.stop()
        print(f"acts and records whose words were written beside: {written}", flush=True)

    asyncio.run(work())


async def measure(made: Stage, rounds: int) -> float:
    """Take acts in turn with and without words written beside; return how many times slower it is with them."""
    registry.open_all()
    people = await cast(made.servers.owner_dsn(), keys.load(made.folder.keys))
    await database.start(made.servers.app_dsn(), size=8)
    context = get_context("spawn")
    follows, over = context.Event(), context.Event()
    given = (made.servers.app_dsn(), made.folder.keys, follows, over)
    worker = context.Process(target=_work, args=given)
    worker.start()
    parties = lives.new_parties()
    rates: dict[bool, list[float]] = {True: [], False: []}
    try:
        for turn in range(rounds + 1):
            for beside in (turn % 2 == 0, turn % 2 == 1):
                prepared = await lives.prepared(people, parties, _LIVES)
                (follows.set if beside else follows.clear)()
                seconds, acts = await lives.ours(prepared, _AT_ONCE)
                if turn:  # the first turn warms connections
                    rates[beside].append(acts / seconds)
    finally:
        over.set()
        worker.join(60)
        await database.stop()
    slower = [alone / beside for beside, alone in zip(rates[True], rates[False], strict=True)]
    print(
        f"acts taken a second, {_AT_ONCE} at once: {statistics.median(rates[True]):.0f} with words written beside,"
        f" {statistics.median(rates[False]):.0f} without; slower by a factor of {statistics.median(slower):.2f}"
        f" ({min(slower):.2f} to {max(slower):.2f} in {rounds} rounds)"
    )
    return statistics.median(slower)


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        if asyncio.run(measure(made, given.rounds)) > AIM:
            raise SystemExit(f"writing is slower by more than a factor of {AIM:g}")


if __name__ == "__main__":
    main()
