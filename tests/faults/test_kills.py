"""kill -9 of either web process, the worker, and of everything at once, under load (R1)."""

import asyncio
import random
from collections import Counter
from pathlib import Path

import pytest

from tests.faults.afterwards import Stopwatch, nothing_is_lost
from tests.faults.fleet import fleet
from tests.faults.system import System

pytestmark = pytest.mark.long

UPLOADS = 500
KILLS_OF_ALL, KILLS_BETWEEN = 4, 10
VICTIMS = {"web 1": (b"\0serve\0", 0), "web 2": (b"\0serve\0", 1), "worker": (b"\0worker\0", 0)}


async def kill_again_and_again(system: System, seed: int, watch: Stopwatch) -> Counter[str]:
    """A part at odd moments, ten times; then all of it at once, and started again. And again."""
    chance, killed = random.Random(seed), Counter[str]()
    for era in range(KILLS_OF_ALL + 1):
        for _ in range(KILLS_BETWEEN):
            await asyncio.sleep(0.2 + 1.6 * chance.random())
            name = chance.choice(list(VICTIMS))
            await system.kill(*VICTIMS[name])
            killed[name] += 1
        if era < KILLS_OF_ALL:
            await system.kill_everything()
            killed["everything"] += 1
            await system.start()
        watch.say(f"{killed.total()} kills: {dict(killed)}")
    return killed


async def test_500_uploads_and_54_kills_lose_nothing_acknowledged(
    tmp_path: Path, seed: int, watch: Stopwatch
) -> None:
    async with System(tmp_path / "bị giết mãi") as system, fleet(system, seed) as phones:
        async with phones.at_work(UPLOADS):
            killed = await kill_again_and_again(system, seed, watch)
            watch.say(f"{len(phones.taken)} photographs begun when the trouble is over")
        watch.say(str(phones.witness))
        assert killed.total() >= 50
        assert len(phones.taken) >= UPLOADS
        watch.say(await nothing_is_lost(system.folder, phones))
