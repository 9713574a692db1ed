"""Query of what auditors look through besides their list: exceptions by kind, and files on which nobody ruled."""

from datetime import datetime

import msgspec

from backend.core import database, rows, scope
from backend.core.actors import Actor


class Watched(msgspec.Struct, frozen=True, kw_only=True):
    """Exceptions of one kind without a verdict, and how many of them are past their term."""

    kind: str
    waiting: int
    overdue: int


async def exceptions(actor: Actor, now: datetime) -> list[Watched]:
    """Count the exceptions in scope that nobody checked, by kind, those with the most past their term first."""
    seen, args = scope.sql(scope.exceptions(actor), "x", 2)
    found = await database.fetch(
        f"""
        SELECT x.kind, count(*) AS waiting, count(*) FILTER (WHERE x.check_by < $1) AS overdue
        FROM exceptions x WHERE {seen} AND x.verdict IS NULL GROUP BY x.kind ORDER BY overdue DESC, waiting DESC, x.kind
        """,
        now,
        *args,
    )
    return rows.many(Watched, found)
