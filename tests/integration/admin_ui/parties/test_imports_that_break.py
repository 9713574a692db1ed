"""A worker that is killed while it brings a list, and rows that somebody changed behind the acts' back."""

import asyncio
import random
import sys
from pathlib import Path

import asyncpg
import pytest
from litestar import Litestar

from backend import registry
from backend.core import database
from backend.core.settings import Settings
from backend.ledger import sealer
from backend.operations.verification import service as verification
from backend.parties.importing import bringing, places
from backend.parties.queries import imports as queries
from tests.support import exports
from tests.support.party_lists import count, csv, read, row, uploaded
from tests.support.people import People
from tests.support.readers import Readers

registry.open_all()


@pytest.fixture(autouse=True)
def _communes(app: Litestar) -> None:
    del app  # whose pages name the real table
    provinces = {"01": "Hà Nội", "79": "Thành phố Hồ Chí Minh"}
    communes = [
        ("01", "00070", "Phường Hoàn Kiếm"),
        ("01", "00256", "Phường Hai Bà Trưng"),
        ("79", "26740", "Phường Sài Gòn"),
    ]
    places.know(lambda: (provinces, communes))


_WORKER = """
import asyncio, sys
from pathlib import Path
from uuid import UUID
from backend import registry
from backend.core import database, keys
from backend.parties.importing import bringing
from backend.parties.rules import import_portions as rules

async def main():
    keys.load(Path(sys.argv[2]))
    registry.open_all()
    await database.start(sys.argv[1], size=2)
    rules.FIRST_ROWS = rules.MOST_ROWS = rules.LEAST_ROWS = 5
    print("ready", flush=True)
    await bringing.bring(UUID(sys.argv[3]))

asyncio.run(main())
"""


@pytest.mark.long
async def test_kill_9_at_any_moment_loses_and_doubles_nothing(
    readers: Readers, people: People, settings: Settings
) -> None:
    """A process of its own brings portions of five rows and is killed again and again, wherever it is."""
    chi, rows = await readers.of(people.chi), 600
    import_id = await uploaded(chi, csv([row(n, f"Tạp hóa {n}") for n in range(1, rows + 1)]))
    await read(settings, chi, import_id)
    await chi.press("/begin", known="skip")
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
        begun = await count(import_id)
        async with asyncio.timeout(60):
            while child.returncode is None and await count(import_id) == begun:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        await asyncio.sleep(chance.uniform(0, 0.2))
        if child.returncode is None:
            child.kill()
        await child.wait()
        came = await count(import_id)
        assert came % 5 == 0, "a portion is in whole or not at all"
        seen.add(came)
        state = await queries.find(import_id)
        assert state is not None
        assert state.registered == came
    await bringing.bring(import_id)
    assert len(seen) > 1, "it was killed, and went on"
    names = await database.fetch("SELECT name FROM subjects WHERE import_id = $1", import_id)
    assert sorted(one["name"] for one in names) == sorted(
        f"Tạp hóa {n}" for n in range(1, rows + 1)
    )
    assert not [one for one in await told_by_verify() if "import" in one or "party" in one]


async def told_by_verify() -> list[str]:
    """What `verify` finds."""
    await sealer.seal_all()
    report = await verification.in_snapshot(None, lambda *_: None)
    return [f"{one}" for one in report.findings]


@pytest.mark.long
@pytest.mark.parametrize(
    ("forged", "found"),
    [
        ("UPDATE subjects SET name = 'Khác' WHERE import_id IS NOT NULL", "something else"),
        ("DELETE FROM subjects WHERE import_id IS NOT NULL", "not in the register"),
        ("UPDATE party_import_portions SET lines = '\\x78da'", "cannot be read"),
        ("DELETE FROM party_import_portions", "not kept"),
        ("UPDATE party_imports SET registered = 9", "another state, file or count"),
        ("UPDATE subjects SET import_id = NULL", "came otherwise"),
    ],
    ids=("party", "gone", "lines", "portions", "counts", "origin"),
)
async def test_verify_finds_an_import_that_was_changed(
    readers: Readers, people: People, settings: Settings, forged: str, found: str
) -> None:
    chi = await readers.of(people.chi)
    import_id = await uploaded(chi, csv([row(1, "Tạp hóa Lan"), row(2, "Tạp hóa Mai")]))
    await read(settings, chi, import_id)
    await chi.press("/begin", known="skip")
    await exports.written(settings)
    assert not [one for one in await told_by_verify() if "import" in one or "party" in one]
    owner = await asyncpg.connect(people._owner_dsn)
    try:
        await owner.execute(forged)
    finally:
        await owner.close()
    assert any(found in one for one in await told_by_verify())
