"""Orders of files: asked for at the desk, made by a worker, taken by their asker alone within a day, then deleted.

    EXPORTS = Kind(job=WRITE_EXPORT, orders=queries.EXPORTS, drop=_drop, tell_failed=_tell_failed)

    await making(EXPORTS, order_id, make)   # in the worker; `make` calls go_on() and finish()
    require_given(order, actor)             # before its bytes leave
    await sweep(EXPORTS)                    # in the janitor

What is in the files, and what their pages say, belongs to each kind: lists (list_exports), evidence packages of a
sample's records (record_bundles). An order is always in one of these states, and each has an end:

    waiting -> running -> ready -> expired
        '---------'-----> failed | cancelled

A worker that dies leaves an order "running"; the sweep enqueues it again. An order whose job is held for an operator
fails, and its page says so; if the operator releases the job, it is made after all.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Generic, NamedTuple
from uuid import UUID

import asyncpg
import structlog

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, NotAllowed, NotFound, Unavailable
from backend.core.job_queue import enqueue_each
from backend.core.live import service as live
from backend.core.outages import as_domain_error
from backend.exchange.file_orders.errors import FileGone, StandingChanged
from backend.exchange.queries.file_orders import One, Order, Orders
from backend.exchange.rules.file_orders import FAULT, KEPT_FOR, LEFT_AFTER, standing
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from media.store import StoreError

_log = structlog.get_logger("orders")
_AT_ONCE = 50
"""Orders of a kind whose files one sweep deletes."""


class Kind(NamedTuple, Generic[One]):
    """What differs between orders of lists and of packages."""

    job: str
    """The entrypoint of the job that makes one."""
    orders: Orders[One]
    drop: Callable[[One], Awaitable[None]]
    """Deletes all that workers put into the store for an order; it may be called again."""
    tell_failed: Callable[[One], Awaitable[None]]
    """Gives notice to its asker that there will be no file."""


class Stopped(Exception):
    """Its asker does not want it any more, or another worker took this one for dead and goes on."""


async def making(kind: Kind[One], order_id: UUID, make: Callable[[One], Awaitable[None]]) -> None:
    """Make an order, if it is still to be made: a job of the worker.

    Raises Unavailable and what the store raises (the job is tried again), and faults of ours (it is held).
    """
    try:
        order = await kind.orders.begin(order_id, clock.now())
    except asyncpg.UniqueViolationError:
        _log.info("order_asked_again", job=kind.job, id=str(order_id))
        return  # it had failed, and the same was asked for again since
    if order is None:
        return
    try:
        await make(order)
    except Stopped:
        _log.info("order_stopped", job=kind.job, id=str(order_id))
    except (StoreError, Unavailable):
        raise
    except DomainError as error:
        await _failed(kind, order, error.problem_code)
    except Exception as error:
        if isinstance(as_domain_error(error), Unavailable):
            raise  # an outage: the job comes again
        await _failed(kind, order, FAULT)
        raise


async def asker(order: Order) -> Actor:
    """Return the asker as of this moment. Raises StandingChanged, NotAllowed if the account is closed."""
    row = await sessions.get_actor(order.asked_by)
    if row.state != "active":
        raise NotAllowed
    actor = actor_of(row, "desk")  # with no power of a job
    if standing(actor) != order.standing:
        raise StandingChanged
    return actor


async def go_on(kind: Kind[One], order: One, done: int, total: int) -> None:
    """Say how far it is. Raises Stopped."""
    if not await kind.orders.go_on(order, done, total, clock.now()):
        raise Stopped
    live.told([order.asked_by])


async def finish(kind: Kind[One], order: One, **said: Any) -> bool:
    """Write that the file lies in the store, in the caller's transaction; False if it was stopped meanwhile."""
    now = clock.now()
    return await kind.orders.finish(order, said, now, now + KEPT_FOR)


async def _failed(kind: Kind[One], order: One, code: str) -> None:
    now = clock.now()
    async with transaction():
        if await kind.orders.fail(order, code, now, now + KEPT_FOR):
            await kind.tell_failed(order)
    live.told([order.asked_by])


async def read(kind: Kind[One], order_id: UUID, actor: Actor) -> One:
    """Return what the actor asked for. Raises NotFound."""
    found = await kind.orders.find(order_id, actor.officer_id)
    if found is None:
        raise NotFound(what="export")
    return found


async def cancel(kind: Kind[One], order_id: UUID, actor: Actor) -> bool:
    """Stop what is not made yet; returns whether there was anything to stop. Raises NotFound."""
    await read(kind, order_id, actor)
    now = clock.now()
    return await kind.orders.cancel(order_id, actor.officer_id, now, now + KEPT_FOR)


def require_given(order: Order, actor: Actor) -> None:
    """Raise FileGone if there is no file to take, StandingChanged if the actor has other roles or another unit."""
    if order.state != "ready" or order.expires_at is None or order.expires_at <= clock.now():
        raise FileGone
    if standing(actor) != order.standing:
        raise StandingChanged


async def sweep(kind: Kind[One]) -> int:
    """Delete files whose day is over, fail what nobody makes any more, enqueue again what lies; return how many."""
    now = clock.now()
    gone = await kind.orders.over(now, _AT_ONCE)
    for order in gone:
        await kind.drop(order)
        await kind.orders.set_expired(order.id)
    for order in await kind.orders.left_behind(now, _AT_ONCE):
        await kind.drop(order)
        await kind.orders.set_cleared(order.id)
    held = await kind.orders.held(kind.job)
    for order_id in held:
        await _give_up(kind, order_id)
    left = await kind.orders.left_lying(now - LEFT_AFTER)
    async with transaction():
        await enqueue_each(kind.job, left)
    return len(gone) + len(held) + len(left)


async def _give_up(kind: Kind[One], order_id: UUID) -> None:
    now = clock.now()
    async with transaction():
        order = await kind.orders.give_up(order_id, FAULT, now, now + KEPT_FOR)
        if order is not None:
            await kind.tell_failed(order)
    if order is not None:
        live.told([order.asked_by])
        _log.warning("order_given_up", job=kind.job, id=str(order_id))
