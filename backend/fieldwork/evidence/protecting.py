"""Verifying originals again, and locking them in the object store. Workers do this.

The job runs after a photograph was stored, and then again and again at a slow pace. The process
that stored the bytes has read them back. This job, in another process, reads them whole once more.
Only then does it tell the store to keep exactly that version: retention until a day, and a legal
hold. Each result is recorded (custody_events). Faults are also logged as errors, shown and counted.
Repeating the job is safe.
"""

from datetime import datetime, timedelta
from uuid import UUID

import structlog

from backend.core import change_feed, clock, custody
from backend.core.database import transaction
from backend.core.job_queue import PROTECT_PHOTO, enqueue_each
from backend.core.settings import Settings
from backend.core.stores import Parts
from backend.fieldwork.evidence.examining import Examined, Expected, examine, is_weaker
from backend.fieldwork.queries import photos as photo_queries
from backend.fieldwork.queries import protection as queries
from backend.fieldwork.queries.protection import StoredOriginal
from media import keys
from media.keys import ObjectName
from media.store import Measured, Standing

_log = structlog.get_logger("evidence")

REVERIFY_AFTER = timedelta(days=30)
"""Each original is read again after a month, if the pace allows it: bit rot and mistakes of
administrators come slowly."""
LOOK_AGAIN_AFTER = timedelta(days=1)
"""An original with a fault is read again daily, because the fault may have been repaired."""
_GIVEN_UP_AFTER = timedelta(minutes=10)
"""An original that was never verified, or is not locked, after this time has lost its job."""
LATE = timedelta(minutes=15)
"""An original that is not locked after this time is reported. By then the sweep, which runs every
five minutes, has enqueued its job again without success."""
_MOST = 500


async def protect(parts: Parts, photo_id: UUID) -> None:
    """Read the original again and lock it. Do nothing for a photograph that is not stored.

    Raises StoreError if the store does not answer or refuses the read; the job is then tried again.
    """
    row = await queries.find_original(photo_id)
    if row is None:
        return
    name, expected = keys.parse(row.object_key), expected_of(row)
    found = await examine(parts.store, name, expected)
    await _record(row, found, expected)
    if found.standing is not None:
        await _lock(parts, row, name, found.standing)


async def ask_for_reverification(settings: Settings, every: timedelta) -> int:
    """Enqueue originals whose job was lost, and those that were read longest ago. Returns how many.

    The former were never read again or never locked. The latter are limited by the configured pace.
    Called once per `every`. A job that already waits is not enqueued twice.
    """
    now = clock.now()
    pace = round(settings.reverify_per_hour * every / timedelta(hours=1))
    locks = settings.s3_retention_mode != "off"
    lost = await queries.list_never_locked(now - _GIVEN_UP_AFTER, _MOST, locks=locks)
    old = await queries.list_to_verify(now - REVERIFY_AFTER, now - LOOK_AGAIN_AFTER, pace)
    async with transaction():
        await enqueue_each(PROTECT_PHOTO, [*lost, *old], priority=-1)
    return len(lost) + len(old)


def expected_of(row: StoredOriginal) -> Expected:
    """Return what the store must hold according to a row of photos."""
    return Expected(
        right=Measured(row.sha256, row.size),
        version=row.version_id,
        mode=row.retention_mode,
        until=row.retained_until,
        hold=row.legal_hold,
    )


async def _record(row: StoredOriginal, found: Examined, expected: Expected) -> None:
    """Record what an examination found, in one transaction."""
    now, standing = clock.now(), found.standing
    fault, events = _judge(found, expected, now)
    for event, version, _ in events:
        told = {"photo": str(row.id), "object": row.object_key}
        if (
            event == "missing" and standing is not None
        ):  # as after a restore: another version has the same bytes
            _log.warning(
                "custody_version_taken_up", **told, gone=version, taken_up=standing.version
            )
        elif event != "verified":
            _log.error(f"custody_{event}", **told)
    async with transaction():
        if fault != row.custody_fault:
            await photo_queries.lock_inspections_of([row.id])
        await queries.record_look(
            row.id,
            now,
            verified=standing is not None,
            version=standing.version if standing else row.version_id,
            fault=fault,
        )
        for event, version, measured in events:
            # A fault is recorded only when it is new; a successful verification, each time.
            if event == "verified" or event != row.custody_fault:
                await queries.add_event(row.id, event, version, measured, standing)
        if fault != row.custody_fault:
            await queries.recount_missing(row.inspection_id)
            team = await queries.team_of(row.inspection_id)
            await change_feed.tell(team, "inspection", str(row.inspection_id))


def _judge(
    found: Examined, expected: Expected, now: datetime
) -> tuple[str | None, list[tuple[str, str | None, Measured | None]]]:
    """Return the present fault (or None) and the events to record: (event, version, measured)."""
    events: list[tuple[str, str | None, Measured | None]] = []
    if found.standing is None:
        fault = "missing" if found.measured is None else "differs"
        return fault, [(fault, expected.version, found.measured)]
    if found.lost is not None:
        events.append(("missing", found.lost, None))
    events.append(("verified", found.standing.version, found.measured))
    if found.lost is None and is_weaker(found.standing, expected, now):
        events.append(("unprotected", found.standing.version, None))
    if found.covered:
        events.append(("overwritten", found.standing.version, None))
    return ("overwritten" if found.covered else None), events


async def _lock(parts: Parts, row: StoredOriginal, name: ObjectName, standing: Standing) -> None:
    """Set the configured protection if the version lacks it; record what the store then reports."""
    mode = parts.settings.s3_retention_mode
    if mode == "off" or standing.version is None:
        return
    ends = custody.retained_until(row.stored_at, parts.settings.s3_retention_days)
    until = custody.ahead(ends, clock.now())
    # The store may have more than the row, if the database failed between locking and recording.
    said = (row.version_id, row.retention_mode, row.retained_until, row.legal_hold)
    has = (standing.version, standing.mode, standing.until, standing.hold)
    changed = said != has and not is_weaker(standing, expected_of(row), clock.now())
    if not custody.is_locked(standing, mode, until):
        if standing.mode == "COMPLIANCE":
            mode = "COMPLIANCE"  # it cannot be weakened, only extended
        if standing.until is not None and (until is None or until < standing.until):
            until = standing.until
        if not await custody.lock(parts, name, standing.version, mode, until):
            # Other photographs go on. The next round tries again.
            await _set_unprotected(row, standing)
            return
        standing, changed = await parts.store.standing(name, standing.version), True
    if changed:
        async with transaction():
            await queries.record_protection(row.id, standing)
            await queries.add_event(row.id, "protected", standing.version, None, standing)


async def _set_unprotected(row: StoredOriginal, standing: Standing) -> None:
    async with transaction():
        await queries.record_fault(row.id, "unprotected")
        if row.custody_fault != "unprotected":
            await queries.add_event(row.id, "unprotected", standing.version, None, standing)
