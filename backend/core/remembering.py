"""What a transaction has read already, so that one look serves all who ask within it.

    @remembering.once
    async def look(subject: Submitted, actor: Actor) -> Look | None:

The second call with equal arguments returns what the first one did. Two rules keep this as safe as a second look:

- It is kept in the transaction, so it ends with it. Outside of a transaction nothing is remembered.
- Everything is forgotten before any statement that may write, lock or wait for a lock, and at each deferred write
  (`database.remembered`). So what is judged under a lock was read under that lock, and what follows a write is read
  again.

Only readers are decorated, and callers change nothing of what they get.
"""

from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import ParamSpec, TypeVar

from backend.core import database

Args = ParamSpec("Args")
Found = TypeVar("Found")
Key = TypeVar("Key")


def once(read: Callable[Args, Awaitable[Found]]) -> Callable[Args, Awaitable[Found]]:
    """Decorate a reader whose arguments have hashes: it is asked once for each, until something is written."""

    @wraps(read)
    async def asked(*args: Args.args, **named: Args.kwargs) -> Found:
        known = database.remembered()
        if known is None:
            return await read(*args, **named)
        key = (read, args, tuple(sorted(named.items())))
        if key not in known:
            found = await read(*args, **named)
            known[key] = found  # what it locked or wrote itself, it has read since
        result: Found = known[key]
        return result

    return asked


async def each(
    read: Callable[[list[Key]], Awaitable[dict[Key, Found]]], wanted: Iterable[Key]
) -> dict[Key, Found]:
    """Return what `read` finds for each of these, asking only for those that it was not asked for before."""
    keys = list(dict.fromkeys(wanted))
    known = database.remembered()
    have: dict[Key, Found | None] = {} if known is None else known.setdefault(read, {})
    missing = [one for one in keys if one not in have]
    if missing:  # none: nothing is asked
        found = await read(missing)
        have.update({one: found.get(one) for one in missing})
    return {one: value for one in keys if (value := have[one]) is not None}
