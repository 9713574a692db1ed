"""A worker that is killed while it brings officers, and rows that somebody changed behind the acts' back."""

import asyncio
import random
import sys
from pathlib import Path

import pytest

from backend import registry
from backend.core.settings import Settings
from backend.force.importing import bringing
from backend.force.queries import people_imports as queries
from backend.ledger import sealer
from backend.operations.verification import service as verification
from tests.support import exports
from tests.support.people import People
from tests.support.people_lists import behind_the_acts, came, csv, read, row, uploaded
from tests.support.readers import Readers

registry.open_all()
_LETTERS = "abcdeghik"
_WORKER = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from backend import registry
from backend.core import database, keys
from backend.force.importing import bringing
from backend.force.rules import importing as rules

async def main():
    keys.load(Path(sys.argv[2]))
    registry.open_all()
    await database.start(sys.argv[1], size=2)
    rules.FIRST_ROWS = rules.MOST_ROWS = rules.LEAST_ROWS = 3
    print("ready", flush=True)
    await bringing.bring(UUID(sys.argv[3]))

asyncio.run(main())
"""


def name(number: int) -> str:
    letters = "".join(_LETTERS[int(one)] for one in f"{number:o}")
    return f"Phan {letters.title()} Mới"


@pytest.mark.long
async def test_kill_9_at_any_moment_loses_and_doubles_nobody(
    readers: Readers, people: People, settings: Settings
) -> None:
    """A process of its own brings portions of three rows and is killed again and again, wherever it is."""
    my, rows = await readers.of(people.my), 120
    listed = [row(n, name(n), roles="Kiểm soát viên, Văn thư") for n in range(1, rows + 1)]
    import_id = await uploaded(my, csv(listed))
    assert f"{rows} dòng nhập được" in await read(settings, my, import_id)
    await my.press("/begin")
    given = (settings.session_database_url, str(settings.keys_dir), str(import_id))
    seen, chance = set[int](), random.Random(7)
    for _ in range(4):
        child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-c", _WORKER, *given),
            stdout=asyncio.subprocess.PIPE,
            env={"PYTHONPATH": str(Path.cwd())},
        )
        assert child.stdout is not None
        assert await child.stdout.readline() == b"ready\n"
        begun = len(await came(import_id))
        async with asyncio.timeout(60):
            while child.returncode is None and len(await came(import_id)) == begun:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await asyncio.sleep(chance.uniform(0, 0.2))
        if child.returncode is None:
            child.kill()
        await child.wait()
        there = len(await came(import_id))
        assert there % 3 == 0, "a portion is dealt with whole or not at all"
        seen.add(there)
        state = await queries.find(import_id)
        assert state is not None
        assert state.waits == there
    await bringing.bring(import_id)
    assert len(seen) > 1, "it was killed, and went on"
    officers = await came(import_id)
    assert len(officers) == rows
    assert {one["full_name"] for one in officers.values()} == {name(n) for n in range(1, rows + 1)}
    assert not [one for one in await told_by_verify() if "import" in one or "officer" in one]


async def told_by_verify() -> list[str]:
    """What `verify` finds."""
    await sealer.seal_all()
    report = await verification.in_snapshot(None, lambda *_: None)
    return [f"{one}" for one in report.findings]


@pytest.mark.long
@pytest.mark.parametrize(
    ("forged", "found"),
    [
        ("UPDATE people_import_portions SET lines = '\\x78da'", "cannot be read"),
        ("DELETE FROM people_import_portions", "not kept"),
        ("UPDATE people_imports SET came = 9", "another state, file or count"),
        ("UPDATE people_imports SET state = 'paused', ended_at = NULL", "another state"),
    ],
    ids=("lines", "portions", "counts", "state"),
)
async def test_verify_finds_an_import_of_officers_that_was_changed(
    readers: Readers, people: People, settings: Settings, forged: str, found: str
) -> None:
    my = await readers.of(people.my)
    import_id = await uploaded(my, csv([row(1, name(1)), row(2, name(2))]))
    await read(settings, my, import_id)
    await my.press("/begin")
    await exports.written(settings)
    assert len(await came(import_id)) == 2
    assert not [one for one in await told_by_verify() if "people import" in one]
    await behind_the_acts(people, forged)
    assert any(found in one for one in await told_by_verify())
