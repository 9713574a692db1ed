"""Rounds of a job over what is due: a portion at a time, and each portion in a transaction of its own.

    return await rounds.through(lambda after, most: queries.near(clock.now(), after, most), _say)

A round goes on behind the last key of a portion and never begins anew: what was looked at and is still due, because
nobody could be told, neither stops it nor is looked at twice.
"""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from backend.core.database import transaction

PORTION = 100
"""Rows in one transaction: an act on one of them waits for no more than these."""

Key = TypeVar("Key")


async def through(
    due: Callable[[Key | None, int], Awaitable[list[Key]]], look: Callable[[Key], Awaitable[int]]
) -> int:
    """Look at everything that is due; return the sum of what `look` returns.

    `due` returns the keys behind one of them, in their order, up to a number. Both join the portion's transaction,
    which this opens: an error undoes its portion, and what was looked at before stays done.
    """
    done, after = 0, None
    while True:
        async with transaction():
            found = await due(after, PORTION)
            for key in found:
                done += await look(key)
        if len(found) < PORTION:
            return done
        after = found[-1]
