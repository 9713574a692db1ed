"""An outage is tried again, for every job and for days; a fault of ours is held at once."""

import asyncio
import errno
import inspect
from datetime import timedelta
from types import SimpleNamespace
from typing import Any, cast

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pgqueuer import PgQueuer
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.models import Job, TracebackRecord

from backend.core import clock, job_queue, outages
from backend.core.custody import ReadBackDiffers
from backend.core.errors import Conflict, Invalid, NotFound, Unavailable
from backend.operations.jobs import run, trying
from media.store import NotDeletable, ObjectMissing, StoreRefused, StoreUnavailable

OUTAGES: list[BaseException] = [
    *(kind("gone") for kind in outages._OUTAGES),
    asyncpg.ConnectionDoesNotExistError("connection was closed in the middle of operation"),
    asyncpg.DiskFullError("could not extend file"),
    ConnectionResetError(),
    TimeoutError(),
    OSError(errno.ENOSPC, "no room"),
    Unavailable(),
    ObjectMissing("gone for now"),
    StoreRefused("the key of yesterday"),
    StoreUnavailable("away"),
    ReadBackDiffers("other bytes"),
    ExceptionGroup("two at once", [ConnectionResetError(), StoreUnavailable("away")]),
]
FAULTS: list[BaseException] = [
    ValueError("a fault of ours"),
    KeyError("id"),
    asyncpg.UndefinedColumnError("no such column"),
    asyncpg.UniqueViolationError("twice"),
    asyncpg.NotNullViolationError("nothing"),
    asyncpg.CharacterNotInRepertoireError("invalid byte sequence: 0x00"),
    asyncpg.exceptions._base.DataError("value out of int64 range"),
    asyncpg.ProtocolError("unexpected data"),
    NotFound(what="photo"),
    Invalid(),
    Conflict(),
    NotDeletable("evidence"),
    ExceptionGroup("one of ours", [ConnectionResetError(), ValueError("ours")]),
]


def job(attempts: int = 0, age: timedelta = timedelta(0)) -> Job:
    now = clock.now()
    return Job(
        id=cast("Any", 1),
        priority=0,
        created=now - age,
        updated=now,
        heartbeat=now,
        execute_after=now,
        status="picked",
        entrypoint=cast("Any", "some_work"),
        payload=b"",
        attempts=attempts,
        queue_manager_id=None,
        headers=None,
    )


def done(error: BaseException, given_job: Job) -> BaseException:
    """What comes of this job when its work raises `error`."""

    async def work(_: Any) -> None:
        raise error

    queue = PgQueuer.in_memory()
    trying.add(queue, "some_work", work, at_once=1)
    [executor] = queue.qm.entrypoint_registry.values()
    assert executor.parameters.on_failure == "hold"
    try:
        asyncio.run(executor.execute(given_job, cast("Any", None)))
    except BaseException as raised:
        return raised
    raise AssertionError("it was swallowed")


@pytest.mark.parametrize("error", OUTAGES, ids=repr)
def test_an_outage_is_tried_again(error: BaseException) -> None:
    assert isinstance(done(error, job()), RetryRequested)


@pytest.mark.parametrize("error", FAULTS, ids=repr)
def test_a_fault_of_ours_is_held_at_once(error: BaseException) -> None:
    assert done(error, job()) is error


@given(st.integers(0, 2000), st.floats(0, 6.9))
def test_within_a_week_no_outage_is_given_up_however_often_it_was_tried(
    attempts: int, days: float
) -> None:
    raised = done(ConnectionResetError(), job(attempts, timedelta(days=days)))
    assert isinstance(raised, RetryRequested)
    assert timedelta(0) < raised.delay <= trying.LONGEST_PAUSE


def test_an_outage_of_a_week_is_held_but_not_at_the_first_try_of_an_old_job() -> None:
    old = timedelta(days=8)
    assert isinstance(done(TimeoutError(), job(1, old)), RetryRequested)
    assert isinstance(done(TimeoutError(), job(500, old)), TimeoutError)


def test_a_thousand_jobs_do_not_come_back_in_one_moment() -> None:
    pauses = {round(trying.pause(6).total_seconds()) for _ in range(1000)}
    assert len(pauses) > 20


def test_every_job_that_can_be_asked_for_is_tried_in_this_way() -> None:
    settings = SimpleNamespace(findings=None)
    pool, open_parts = cast("Any", None), cast("Any", SimpleNamespace(settings=settings))
    registry = run._build(pool, open_parts, asyncio.Queue()).qm.entrypoint_registry
    asked_for = {
        value
        for name, value in inspect.getmembers(job_queue)
        if name.isupper() and isinstance(value, str)
    }
    assert set(registry) == asked_for
    assert all(isinstance(one, trying.Persistent) for one in registry.values())
    assert all(one.parameters.on_failure == "hold" for one in registry.values())


def test_a_retry_that_cannot_be_written_is_no_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    async def out(*_: Any) -> None:
        raise ConnectionResetError

    async def ours(*_: Any) -> None:
        raise asyncpg.UndefinedTableError("pgqueuer")

    patient = trying.Patient(cast("Any", None))
    monkeypatch.setattr(Queries, "retry_job", out)
    asyncio.run(patient.retry_job(job(), timedelta(seconds=1), None))
    monkeypatch.setattr(Queries, "retry_job", ours)
    with pytest.raises(asyncpg.UndefinedTableError):
        asyncio.run(patient.retry_job(job(), timedelta(seconds=1), None))


def test_a_retry_is_written_with_its_reason_and_without_the_traceback(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    written: list[TracebackRecord] = []

    async def keep(_: Any, __: Job, ___: timedelta, record: TracebackRecord) -> None:
        written.append(record)

    monkeypatch.setattr(Queries, "retry_job", keep)
    raised = done(StoreUnavailable("away"), job())
    assert isinstance(raised, RetryRequested)
    record = TracebackRecord.from_exception(raised, cast("Any", 1), {"reason": raised.reason})
    asyncio.run(trying.Patient(cast("Any", None)).retry_job(job(), raised.delay, record))
    assert [one.traceback for one in written] == ["StoreUnavailable: away"]
