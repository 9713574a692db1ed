"""Queries of orders of files, the same for each kind of order. Each row is its asker's alone."""

from datetime import datetime
from typing import Any, Generic, Literal, TypeVar
from uuid import UUID

import msgspec
from piccolo.columns.combination import WhereRaw

from backend.core import database, rows
from backend.core.json_columns import decoded
from backend.exchange.tables.list_exports import ListExport
from backend.exchange.tables.record_bundles import RecordBundle

State = Literal["waiting", "running", "ready", "failed", "cancelled", "expired"]


class Order(msgspec.Struct, frozen=True, kw_only=True):
    """A file that somebody asked for, whatever is in it."""

    id: UUID
    asked_by: UUID
    standing: str
    asked_at: datetime
    state: State
    attempt: int
    total: int | None
    done: int
    failure: str | None
    expires_at: datetime | None


One = TypeVar("One", bound=Order)

UNFINISHED = "state IN ('waiting', 'running')"
"""Indexes have these very words."""
_MAY_BE_MADE = "state IN ('waiting', 'running', 'failed')"
_LEFT_BEHIND = "state IN ('cancelled', 'failed') AND expires_at IS NOT NULL"
"""Indexes have these very words, too."""
_RUNS = "state = 'running'"


class Orders(Generic[One]):
    """The orders of one kind, in their table.

    `json` names columns of JSON. `anew`: what a worker left half way is made from the beginning.
    """

    def __init__(
        self,
        table: type[ListExport] | type[RecordBundle],
        read: type[One],
        *json: str,
        anew: bool,
    ) -> None:
        self._table: Any = table
        self._read = read
        self._json = json
        self._anew = anew
        self.columns = rows.columns(read, table)

    def read(self, found: list[dict[str, Any]]) -> list[One]:
        """Return rows as structs."""
        return rows.many(self._read, decoded(found, *self._json))

    async def find(self, order_id: UUID, officer_id: UUID) -> One | None:
        """Return what this officer asked for, or None."""
        query = self._table.select(*self.columns).where(self._table.id == order_id)
        found = self.read(await query.where(self._table.asked_by == officer_id))
        return found[0] if found else None

    async def unfinished(self, officer_id: UUID) -> list[UUID]:
        """Return what this officer asked for and nobody has finished."""
        query = self._table.select(self._table.id).where(self._table.asked_by == officer_id)
        return await self._ids(query.where(WhereRaw(UNFINISHED)))

    async def begin(self, order_id: UUID, now: datetime) -> One | None:
        """Take an order to be made, also one that a worker left half way; None if it needs no making any more."""
        taken = self._table.update(
            {
                **({self._table.done: 0} if self._anew else {}),
                self._table.state: "running",
                self._table.failure: None,
                self._table.touched_at: now,
                self._table.attempt: self._table.attempt + 1,
            }
        )
        taken = taken.where(self._table.id == order_id).where(WhereRaw(_MAY_BE_MADE))
        found = self.read(await taken.returning(*self.columns))
        return found[0] if found else None

    async def go_on(self, order: Order, done: int, total: int, now: datetime) -> bool:
        """Note how far it is; False if its asker cancelled it, or another worker began it anew."""
        return await self._moved(
            order,
            {self._table.done: done, self._table.total: total, self._table.touched_at: now},
        )

    async def finish(
        self, order: Order, said: dict[str, Any], now: datetime, expires_at: datetime
    ) -> bool:
        """Note that the file lies in the store; False as go_on(). `said` is what its kind says of it."""
        return await self._moved(
            order,
            {
                **{getattr(self._table, name): value for name, value in said.items()},
                self._table.state: "ready",
                self._table.expires_at: expires_at,
                self._table.touched_at: now,
            },
        )

    async def fail(self, order: Order, code: str, now: datetime, expires_at: datetime) -> bool:
        """Note that there will be no file, and why; False as go_on().

        `expires_at`: when what a worker put into the store all the same is deleted.
        """
        return await self._moved(
            order,
            {
                self._table.state: "failed",
                self._table.failure: code,
                self._table.touched_at: now,
                self._table.expires_at: expires_at,
            },
        )

    async def cancel(
        self, order_id: UUID, officer_id: UUID, now: datetime, expires_at: datetime
    ) -> bool:
        """Stop what is not finished; False if there is nothing to stop. `expires_at`: as in fail()."""
        stopped = self._table.update(
            {
                self._table.state: "cancelled",
                self._table.touched_at: now,
                self._table.expires_at: expires_at,
            }
        )
        stopped = stopped.where(self._table.id == order_id)
        stopped = stopped.where(self._table.asked_by == officer_id).where(WhereRaw(UNFINISHED))
        return bool(await stopped.returning(self._table.id))

    async def held(self, job: str) -> list[UUID]:
        """Return orders that nobody goes on with: their job is held for an operator, and no other one waits."""
        found = await database.fetch(
            """
            SELECT DISTINCT convert_from(q.payload, 'UTF8')::uuid AS id FROM pgqueuer q
            WHERE q.entrypoint = $1 AND q.status = 'failed' AND NOT EXISTS (
                SELECT FROM pgqueuer w WHERE w.dedupe_key = q.dedupe_key AND w.status IN ('queued', 'picked'))
            """,
            job,
        )
        ids = [row["id"] for row in found]
        query = self._table.select(self._table.id).where(rows.any_of(self._table.id, ids))
        return await self._ids(query.where(WhereRaw(UNFINISHED)))

    async def give_up(
        self, order_id: UUID, code: str, now: datetime, expires_at: datetime
    ) -> One | None:
        """Note that nobody makes it any more; None if it is finished."""
        failed = self._table.update(
            {
                self._table.state: "failed",
                self._table.failure: code,
                self._table.touched_at: now,
                self._table.expires_at: expires_at,
            }
        )
        failed = failed.where(self._table.id == order_id).where(WhereRaw(UNFINISHED))
        found = self.read(await failed.returning(*self.columns))
        return found[0] if found else None

    async def over(self, now: datetime, limit: int) -> list[One]:
        """Return orders whose file is to be deleted, because its day is over."""
        query = self._table.select(*self.columns).where(self._table.state == "ready")
        return self.read(await query.where(self._table.expires_at <= now).limit(limit))

    async def left_behind(self, now: datetime, limit: int) -> list[One]:
        """Return what was cancelled or failed a day ago: a worker that died may have put something before."""
        query = self._table.select(*self.columns).where(WhereRaw(_LEFT_BEHIND))
        return self.read(await query.where(self._table.expires_at <= now).limit(limit))

    async def set_cleared(self, order_id: UUID) -> None:
        """Note that nothing of what was cancelled or failed lies in the store."""
        cleared = self._table.update({self._table.expires_at: None})
        await cleared.where(self._table.id == order_id).where(WhereRaw(_LEFT_BEHIND))

    async def set_expired(self, order_id: UUID) -> None:
        """Note that the file was deleted."""
        await self._table.update({self._table.state: "expired"}).where(self._table.id == order_id)

    async def left_lying(self, before: datetime) -> list[UUID]:
        """Return what no worker said anything of since then."""
        query = self._table.select(self._table.id).where(WhereRaw(UNFINISHED))
        return await self._ids(query.where(self._table.touched_at < before))

    async def _moved(self, order: Order, said: dict[Any, Any]) -> bool:
        """Write what the worker says that began it last."""
        moved = self._table.update(said).where(self._table.id == order.id)
        moved = moved.where(self._table.attempt == order.attempt).where(WhereRaw(_RUNS))
        return bool(await moved.returning(self._table.id))

    async def _ids(self, query: Any) -> list[UUID]:
        found: list[UUID] = await query.output(as_list=True)
        return found
