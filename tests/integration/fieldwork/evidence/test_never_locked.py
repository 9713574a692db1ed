"""What lies in the store without a lock is found by the sweep, the metric, readiness and verification, and locked."""

import asyncio
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

import asyncpg
import httpx
import msgspec
import pytest

from backend.casework.issued_documents import scans
from backend.core import custody, database, stores
from backend.core.database import transaction
from backend.core.job_queue import PROTECT_DOCUMENT, PROTECT_PHOTO, PROTECT_SCAN, enqueue
from backend.core.settings import Settings
from backend.documents import protecting as paper_protecting
from backend.documents import scans as stored_scans
from backend.documents.issuing import PDF
from backend.fieldwork.evidence import protecting
from backend.fieldwork.evidence.auditing import Auditor
from backend.operations.health import gauges
from backend.operations.health import service as health
from backend.operations.jobs import janitor
from backend.operations.queries import jobs
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Finding, Report, Verdict
from deploy.backup import binding
from deploy.verify import tell
from media import keys
from media.store import StoreRefused
from tests.support import cases_made, factories
from tests.support import scans as made
from tests.support.databases import Database
from tests.support.people import People
from tests.support.uploads import Tus, all_stored
from tests.support.waiting import waiting_for
from tests.support.workers import worker_of


class Three(NamedTuple):
    photograph: UUID
    paper: UUID
    scan: UUID


@pytest.fixture
async def three(
    tus: Tus, people: People, database: Database, monkeypatch: pytest.MonkeyPatch
) -> Three:
    """One of each in the store, not locked, and the minutes that a worker has for it are over."""
    picture = await factories.take_photo(await factories.announced(people))
    await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    case = await cases_made.inspected(people)
    document = await case.paper("BC", people.an)
    scan = await scans.of_paper(document, made.pdf(1), people.an.actor("desk"))
    await put_as_paper(document, people.an.unit.unit_id, database.superuser_dsn)
    for module, name in ((protecting, "LATE"), (protecting, "_GIVEN_UP_AFTER")):
        monkeypatch.setattr(module, name, timedelta(0))
    monkeypatch.setattr(paper_protecting, "GIVEN_UP_AFTER", timedelta(0))
    monkeypatch.setattr(stored_scans, "_GIVEN_UP_AFTER", timedelta(0))
    return Three(UUID(picture.photo_id), document, scan.id)


async def put_as_paper(document: UUID, unit: UUID, dsn: str) -> None:
    """Give a paper its bytes in the store, as issuing does."""
    data = made.pdf()
    sha256 = await custody.put(unit, document, data, PDF)
    connection = await asyncpg.connect(dsn)
    await connection.execute(
        "UPDATE documents SET object_key = $2, sha256 = $3, size = $4, issued_at = now() - interval '1 s',"
        " protected_at = NULL WHERE id = $1",
        document,
        str(keys.original(unit, document, sha256)),
        sha256,
        len(data),
    )
    await connection.close()
    async with transaction():
        await enqueue(PROTECT_DOCUMENT, document)


async def lose_all_jobs() -> None:
    await database.execute("DELETE FROM pgqueuer")


async def metric() -> list[str]:
    lines = (await gauges.text()).decode().splitlines()
    return [line for line in lines if line.startswith("hientruong_unlocked_objects{")]


async def readiness() -> tuple[bool, str]:
    [part] = [part for part in await health.check() if part.name == "locks"]
    return part.ok, part.state


async def found(*, locks: bool = True) -> dict[str, Finding]:
    """What verification says of what is not locked, by where."""
    auditor = Auditor(stores.current().store, locks=locks)
    report = await verification.in_snapshot(auditor, lambda *_: None)
    return {one.where: one for one in report.findings if "locked" in one.what}


async def work(settings: Settings) -> None:
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()


async def test_what_lost_its_job_is_told_everywhere_asked_for_by_the_sweep_and_locked(
    three: Three, settings: Settings
) -> None:
    await lose_all_jobs()
    names = {f"{kind} {ident}" for kind, ident in three._asdict().items()}
    assert await metric() == [
        f'hientruong_unlocked_objects{{kind="{kind}"}} 1.0' for kind in three._fields
    ]
    assert await readiness() == (True, "3_not_locked")
    told = await found()
    assert set(told) == names
    assert {one.verdict for one in told.values()} == {Verdict.INCOMPLETE}
    assert all("never locked in the store" in one.what for one in told.values())

    await janitor.sweep(stores.current())
    await work(settings)
    assert [line[-3:] for line in await metric()] == ["0.0"] * 3
    assert await readiness() == (True, "ok")
    assert not await found()


async def test_what_waits_for_a_planned_job_is_counted_and_said_to_come(
    three: Three, capsys: pytest.CaptureFixture[str]
) -> None:
    """As when the history of a demonstration has just been played: nobody asks for a worker then."""
    await database.execute("UPDATE pgqueuer SET execute_after = now() + interval '40 s'")
    report = await verification.in_snapshot(
        Auditor(stores.current().store, locks=True), lambda *_: None
    )
    assert report.waiting == len(three)
    assert not [one for one in report.findings if "locked" in one.what]
    alone = Report(waiting=report.waiting)
    assert alone.verdict is Verdict.INCOMPLETE
    tell(alone)
    said = capsys.readouterr().out
    assert "3 objects wait for a job that is planned: run again in a moment" in said
    assert "3 tệp chờ việc khóa đã lên lịch" in said
    assert said.splitlines()[-1].endswith("not everything is locked yet")
    assert "worker" not in said

    await database.execute("UPDATE pgqueuer SET execute_after = now() - interval '1 s'")
    assert len(await found()) == len(three), "one that is late is told as before"


async def test_what_the_store_has_locked_and_nobody_recorded_is_told_as_that_and_recorded(
    three: Three, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a kill between lock and record: looked at, locked, and the row says nothing of it."""
    await work(settings)
    await database.execute(
        "UPDATE photos SET retention_mode = NULL, retained_until = NULL, legal_hold = false"
    )
    told = await found()
    assert set(told) == {f"photograph {three.photograph}"}
    assert (
        "it is locked in the store, and a worker has not recorded it yet"
        in next(iter(told.values())).what
    )

    async def not_again(*_: object, **__: object) -> None:
        raise AssertionError("it is locked already")

    monkeypatch.setattr(stores.current().store, "protect", not_again)
    await janitor.sweep(stores.current())
    await work(settings)
    assert not await found()


async def test_a_lock_that_was_lengthened_and_not_recorded_is_recorded(
    three: Three, settings: Settings
) -> None:
    await work(settings)
    row = await database.fetchrow("SELECT * FROM photos WHERE id = $1", three.photograph)
    earlier = row["retained_until"] - timedelta(days=30)
    await database.execute("UPDATE photos SET retained_until = $1", earlier)
    await protecting.protect(stores.current(), three.photograph)
    until = await database.fetchval("SELECT retained_until FROM photos")
    assert until == row["retained_until"]


async def test_an_installation_that_locks_nothing_misses_no_lock(
    three: Three, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    off = msgspec.structs.replace(settings, s3_retention_mode="off")
    monkeypatch.setattr(stores.current(), "settings", off)
    await lose_all_jobs()
    assert (await metric(), await readiness()) == ([], (True, "ok"))
    assert not await found(locks=False)
    assert three


async def test_what_the_store_refuses_to_lock_is_told_and_not_asked_for_each_five_minutes(
    three: Three, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def refuse(*_: object, **__: object) -> None:
        raise StoreRefused("AccessDenied")

    monkeypatch.setattr(stores.current().store, "protect", refuse)
    await work(settings)
    assert await metric() == [
        f'hientruong_unlocked_objects{{kind="{kind}"}} 1.0' for kind in three._fields
    ]
    assert f"photograph {three.photograph}" in await found()
    assert await protecting.ask_for_reverification(settings, timedelta(0)) == 0


async def test_a_held_protection_is_not_doubled_and_is_tried_again_after_a_day(
    three: Three, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def faulty(*_: object) -> None:
        raise ValueError("a fault of ours")

    with monkeypatch.context() as broken:
        broken.setattr("backend.fieldwork.evidence.protecting.protect", faulty)
        broken.setattr("backend.casework.issued_documents.storing.protect", faulty)
        broken.setattr("backend.documents.scans.protect", faulty)
        task = asyncio.create_task(worker_of(settings).run_queue())
        async with waiting_for("three jobs to be held"):
            while len(await jobs.held(9)) < 3:  # noqa: ASYNC110 - the queue is another's
                await asyncio.sleep(0.05)
        task.cancel()
        await asyncio.wait([task], timeout=5)
    kinds = sorted((PROTECT_PHOTO, PROTECT_DOCUMENT, PROTECT_SCAN))
    for _ in range(2):
        await janitor.sweep(stores.current())
        assert sorted(job.entrypoint for job in await jobs.held(9)) == kinds
        assert await waiting_protection() == 0
    await database.execute(
        "UPDATE pgqueuer SET updated = now() - interval '25 hours' WHERE status = 'failed'"
    )
    await janitor.sweep(stores.current())
    assert await jobs.held(9) == []
    await work(settings)
    assert not await found()


async def waiting_protection() -> int:
    count: int = await database.fetchval(
        "SELECT count(*) FROM pgqueuer WHERE status = 'queued' AND entrypoint LIKE 'protect_%'"
    )
    return count


async def test_readiness_stays_open_where_nothing_but_a_lock_is_missing(
    three: Three, client: httpx.AsyncClient
) -> None:
    await lose_all_jobs()
    answer = await client.get("/health/ready")
    parts_told = answer.json()["parts"]
    others = {state for name, state in parts_told.items() if name != "locks"}
    assert (parts_told["locks"], others, answer.status_code) == ("3_not_locked", {"ok"}, 200)
    assert three


async def test_what_a_restore_puts_into_a_new_store_is_locked_before_it_is_verified(
    three: Three, settings: Settings, database: Database
) -> None:
    await lose_all_jobs()
    assert set(await found()) == {f"{kind} {ident}" for kind, ident in three._asdict().items()}
    connection = await asyncpg.connect(database.app_dsn)
    try:
        await binding.bind(connection, stores.current().store, settings, lambda _text: None)
    finally:
        await connection.close()
    assert await found() == {}
    for kind, key in await where(three):
        assert await Auditor(stores.current().store).is_held(key, None), kind


async def where(three: Three) -> list[tuple[str, str]]:
    """Where each lies."""
    tables = ("photos", "documents", "scans")
    return [
        (table, await database.fetchval(f"SELECT object_key FROM {table} WHERE id = $1", ident))
        for table, ident in zip(tables, three, strict=True)
    ]
