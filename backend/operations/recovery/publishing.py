"""A worker's task: write new checkpoints outside of the database, and detect other writers there.

If two copies of one database run, both sign checkpoints of the same log. One of them then finds a
checkpoint of the other with more entries than its own ledger has, or with another root. It stops
writing checkpoints, and readiness says why.
"""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import structlog

from backend.core import clock, durable, keys
from backend.core.settings import Settings
from backend.operations.queries import recovery as queries
from backend.operations.queries.recovery import Checkpoint
from backend.operations.recovery import comparing, outside
from backend.operations.rules.recovery import Compared, Outside
from media.keys import ObjectName
from media.store import ObjectMissing, ObjectStore, Standing, StoreError

_log = structlog.get_logger("recovery")

EVERY_SECONDS = 10.0
_AT_MOST_EVERY = timedelta(minutes=1)
"""Each checkpoint is locked for years, and a busy system seals every second. If entries between two
of them are lost, phones still have their receipts, and numbers jump by the time that passed
(backend/force/numbers/skipping.py)."""
_LOOK_AT_MOST = 100
_LOOK_AT_LOCKS = 300
"""How many locks are checked at each look at other logs.

A year of checkpoints is then checked within days.
"""
_LOOK_AT_OTHERS = timedelta(minutes=5)
_LOOK_UNDER_MARKERS = timedelta(hours=1)
_GRAVEST = ("forked", "newer", "other_log")


class Publisher:
    """The state that one worker process keeps between two rounds."""

    def __init__(self, store: ObjectStore, settings: Settings) -> None:
        self._store, self._settings = store, settings
        self._log_id: UUID | None = None
        self._seen = -1
        self._others_at = self._laid_at = self._hidden_at = datetime.min.replace(tzinfo=UTC)
        self._fault = False
        self._locked: dict[UUID, int] = {}
        """The size up to which the locks of a log were checked."""

    async def once(self, *, last: bool = False) -> bool:
        """Do one round; return whether a checkpoint was written.

        All workers together write at most one per minute. The `last` one of a worker that stops is
        written at any time. Raises StoreError; the next round then tries again.
        """
        row = await queries.last_checkpoint()
        present = await queries.current_position()
        if row is None or row.log_id != present.log_id:
            return (
                False  # signed before logs had ids, or before a restore: the next one has this id
            )
        if self._log_id != present.log_id:
            self._log_id, self._seen = present.log_id, -1
            self._laid_at = datetime.min.replace(tzinfo=UTC)
        others = clock.now() - self._others_at > _LOOK_AT_OTHERS
        if (row.size == self._seen or (self._laid_just_now() and not last)) and not others:
            return False
        await (
            durable.confirmed()
        )  # a failover must not leave a checkpoint outside that the new primary never had
        hidden = self._fault or clock.now() - self._hidden_at > _LOOK_UNDER_MARKERS
        found = await self._found(present.log_id, row.size, with_others=others, hidden=hidden)
        worst = next((one for word in _GRAVEST for one in found if one.verdict == word), None)
        if worst is not None:
            _log.error(
                "another_ledger_outside",
                verdict=worst.verdict,
                where=worst.outside.where,
                size=worst.outside.size,
            )
        self._fault = worst is not None
        wrote = later = False
        if worst is None:
            self._take_in(found)
            later = row.size > self._seen and self._laid_just_now() and not last
            wrote = row.size > self._seen and not later and await self._write(row, present.log_id)
        if wrote:
            self._laid_at = clock.now()
        await queries.note_outside(
            log_id=present.log_id,
            size=self._seen if later else row.size,
            at=clock.now(),
            fault=worst.verdict if worst else None,
            found_size=worst.outside.size if worst else None,
            found_log=worst.outside.log_id if worst else None,
        )
        if worst is None and not later:
            self._seen = row.size
        if others:
            self._others_at = clock.now()
            await self._lock_what_lies_open(found)
        return wrote

    def _take_in(self, found: list[Compared]) -> None:
        """Take note of checkpoints that another worker, or this one before a restart, has written."""
        for one in found:
            if one.verdict == "same" and one.outside.log_id == self._log_id:
                self._laid_at = max(self._laid_at, one.outside.made_at)
                self._seen = max(self._seen, one.outside.size)

    def _laid_just_now(self) -> bool:
        return timedelta(0) <= clock.now() - self._laid_at < _AT_MOST_EVERY

    async def _found(
        self, log_id: UUID, size: int, *, with_others: bool, hidden: bool
    ) -> list[Compared]:
        """Compare checkpoints in the bucket with the ledger: new ones, or the newest of all logs."""
        there: list[Outside]
        if with_others or self._seen < 0:
            there = await comparing.in_bucket(self._store, size, hidden=hidden)
            if hidden:
                self._hidden_at = clock.now()
        else:
            there = []
            for new in await outside.sizes(self._store, log_id, self._seen, _LOOK_AT_MOST):
                try:
                    there.append(await outside.get(self._store, log_id, new))
                except (outside.NoCheckpoint, ObjectMissing):
                    continue
        # Read the ledger again: another worker may have sealed and written in the meantime.
        return await comparing.compare(there, (await queries.current_position()).leaves)

    async def _write(self, row: Checkpoint, log_id: UUID) -> bool:
        if not keys.current().ring.vouches(row.key_id, row.made_at):
            return False  # nobody would trust it, and each start of a worker would write it again
        name = outside.name(log_id, row.size)
        try:
            there = await outside.get(self._store, log_id, row.size)
            if there.signed:
                await self._lock(name, there.version)
                return False
        except (ObjectMissing, outside.NoCheckpoint):
            pass  # there is nothing, or nothing of ours
        await self._store.put_bytes(name, outside.document_of(row), media_type="application/json")
        await self._lock(name)
        return True

    async def _lock_what_lies_open(self, found: list[Compared]) -> None:
        """Lock checkpoints left unlocked by a failed lock, a killed worker or a restored store.

        Each call checks the newest of all logs, and one more page of each of our own logs, in a
        cycle.
        """
        if self._settings.s3_retention_mode == "off":
            return
        ends = [(one.outside.log_id, one.outside.size) for one in found if one.outside.signed]
        for log_id, size in ends:
            if log_id is not None and not await self._lock_one(log_id, size):
                return
        for log in (await comparing.known_logs())[0]:
            after = self._locked.get(log.log_id, -1)
            page = await outside.sizes(self._store, log.log_id, after, _LOOK_AT_LOCKS)
            for size in page:
                self._locked[log.log_id] = size
                if not await self._lock_one(log.log_id, size):
                    return
            if not page:
                self._locked[log.log_id] = -1

    async def _lock_one(self, log_id: UUID, size: int) -> bool:
        """Lock a checkpoint if we signed it and it is not locked.

        Return whether to try the next one. Raises StoreError.
        """
        name = outside.name(log_id, size)
        try:
            if _is_locked(await self._store.standing(name)):
                return True
            one = await outside.get(self._store, log_id, size)
        except (ObjectMissing, outside.NoCheckpoint):
            return True
        return not one.signed or await self._lock(name, one.version)

    async def _lock(self, name: ObjectName, version: str | None = None) -> bool:
        """Lock a checkpoint as originals are locked, by retention, if the bucket has object lock.

        A failure is logged. Return whether it is locked.
        """
        mode = self._settings.s3_retention_mode
        if mode == "off":
            return True
        until = clock.now() + timedelta(days=self._settings.s3_retention_days)
        try:
            standing = await self._store.standing(name, version)
            if standing.version is not None and not _is_locked(standing):
                await self._store.protect(name, standing.version, mode=mode, until=until)
        except StoreError as error:
            _log.warning("checkpoint_not_locked", object=str(name), error=str(error)[:200])
            return False
        return standing.version is not None


def _is_locked(standing: Standing) -> bool:
    return standing.hold and standing.until is not None


async def state() -> str:
    """Return, for readiness, `ok` or what the last comparison with checkpoints outside found."""
    row = await queries.outside_state()
    return "ok" if row is None or row.fault is None else row.fault
