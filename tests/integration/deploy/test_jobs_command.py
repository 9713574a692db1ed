"""`hientruong jobs`: an operator sees what is held and why, and lets it go again."""

from collections.abc import AsyncIterator
from uuid import uuid4

import asyncpg
import msgspec
import pytest

from backend.core.settings import Settings
from deploy import checkpoint, jobs
from deploy.failures import Failure
from tests.support.databases import Database

SUBJECT = str(uuid4())


@pytest.fixture
async def beside(database: Database) -> AsyncIterator[asyncpg.Connection]:
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


async def a_job(beside: asyncpg.Connection, status: str, attempts: int = 0) -> int:
    ident: int = await beside.fetchval(
        "INSERT INTO pgqueuer (priority, status, entrypoint, payload, attempts, dedupe_key, execute_after)"
        " VALUES (0, $1::pgqueuer_status, 'protect_photo', $2, $3, $4, now() + interval '1 minute') RETURNING id",
        status,
        SUBJECT.encode(),
        attempts,
        f"protect_photo:{SUBJECT}",
    )
    await beside.execute(
        "INSERT INTO pgqueuer_log (job_id, status, entrypoint, priority, traceback)"
        " VALUES ($1, $2::pgqueuer_status, 'protect_photo', 0,"
        ' \'{"exception_type": "ValueError", "exception_message": "wrong\\nand more", "traceback": "…"}\')',
        ident,
        status,
    )
    return ident


async def ask(
    settings: Settings, release: list[int] | None = None, *, everything: bool = False
) -> int:
    return await jobs._jobs(settings, release, all_of_them=everything)


async def test_nothing_held_is_told_as_that(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    assert await ask(settings) == 0
    assert capsys.readouterr().out == "0 việc bị giữ / 0 held\n"


async def test_a_held_job_is_shown_with_its_reason_and_released_by_its_id(
    settings: Settings, beside: asyncpg.Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    held = await a_job(beside, "failed", 3)
    assert await ask(settings) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].split()[:3] == [str(held), "protect_photo", SUBJECT]
    assert told[0].endswith("ValueError: wrong")
    assert f"--release {held}" not in told[-1]
    assert "--release ID" in told[-1]

    with pytest.raises(Failure, match="none of these jobs is held"):
        await ask(settings, [held + 1])
    assert await ask(settings, [held]) == 0
    row = await beside.fetchrow(
        "SELECT status::text, attempts, execute_after <= now() AS due FROM pgqueuer"
    )
    assert tuple(row) == ("queued", 0, True)


async def test_what_is_asked_for_already_is_not_doubled_by_a_release(
    settings: Settings, beside: asyncpg.Connection
) -> None:
    for status in ("failed", "failed", "queued"):
        await a_job(beside, status)
    assert await ask(settings, everything=True) == 0
    assert await beside.fetchval("SELECT count(*) FROM pgqueuer") == 1
    await beside.execute("UPDATE pgqueuer SET status = 'failed'")
    await a_job(beside, "failed")
    assert await ask(settings, everything=True) == 0
    rows = await beside.fetch("SELECT status::text FROM pgqueuer")
    assert [row["status"] for row in rows] == ["queued"]


async def test_what_an_outage_put_off_is_told_with_its_reason_and_is_not_held(
    settings: Settings, beside: asyncpg.Connection, capsys: pytest.CaptureFixture[str]
) -> None:
    await a_job(beside, "queued", 4)
    assert await ask(settings) == 0
    told = capsys.readouterr().out.splitlines()
    assert "1 wait for another try, at most 4 made" in told[0]
    assert told[0].endswith(": wrong")


async def test_a_database_that_does_not_answer_is_told_in_a_sentence(settings: Settings) -> None:
    nobody_there = msgspec.structs.replace(
        settings, database_url="postgresql://hientruong_app:x@127.0.0.1:9/hientruong"
    )
    with pytest.raises(Failure, match="cannot be reached"):
        await ask(nobody_there)
    with pytest.raises(Failure, match="cannot be reached"):
        await checkpoint._newest(nobody_there)
