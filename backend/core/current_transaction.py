"""The present transaction: its connection, what it defers, what it remembers. Used by database.py and at_once.py."""

import re
from functools import lru_cache
from typing import Any

_PARAMETER = re.compile(r"\$(\d+)")
_CHANGES = re.compile(
    r"\b(INSERT|UPDATE|DELETE|MERGE|SHARE|mark_subject|begin_new_era|restructure|restructure_case|settle_paths"
    r"|settle_recent)\b|_lock",
    re.ASCII | re.IGNORECASE,
)
"""Words that write or lock, functions of ours that write, and advisory locks."""


class Current:
    """The present transaction: its connection, its deferred writes, and the calls that wait for its commit.

    It has no attribute `connection`, which is the one that Piccolo would use without a flush of deferred writes.
    """

    __slots__ = ("_connection", "_pending", "after_commit", "remembered")

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._pending: dict[str, tuple[str, tuple[Any, ...]]] = {}
        self.after_commit: list[Any] = []
        self.remembered: dict[Any, Any] = {}
        """See remembering.py. Emptied before every statement that may write or lock, and at each deferred write."""

    async def ready(self, sql: str | None = None) -> Any:
        """Return the connection for a statement, or for anything, after writing what was deferred."""
        if sql is None or may_change(sql):
            self.remembered.clear()
        await self.flush()
        return self._connection

    def defer(self, name: str, ctes: str, args: tuple[Any, ...]) -> None:
        """Keep a writing clause for the next flush."""
        self.remembered.clear()
        self._pending[name] = (ctes, args)

    def is_pending(self, name: str) -> bool:
        """Tell whether a clause of this name waits."""
        return name in self._pending

    async def flush(self) -> None:
        """Write all that was deferred, as one statement."""
        if not self._pending:
            return
        pending, self._pending = self._pending, {}
        texts: list[str] = []
        values: list[Any] = []
        for ctes, args in pending.values():
            texts.append(_renumbered(ctes, len(values)))
            values.extend(args)
        await self._connection.execute(f"WITH {', '.join(texts)} SELECT 1", *values)


@lru_cache(maxsize=500)
def _renumbered(ctes: str, offset: int) -> str:
    """The clause with its parameters counted on from `offset`."""
    return _PARAMETER.sub(lambda found: f"${int(found[1]) + offset}", ctes)


@lru_cache(maxsize=2000)
def may_change(sql: str) -> bool:
    """Tell whether a statement may write, lock, or wait for a lock: other rows may be seen after it."""
    return _CHANGES.search(sql) is not None
