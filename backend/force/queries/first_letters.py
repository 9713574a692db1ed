"""Officers of one unit who never set credentials, with what decides whether a letter for them can be made.

One statement a page, in SQL: it gathers roles, titles and the live address of each row in arrays and subqueries.
"""

from datetime import datetime
from uuid import UUID

from backend.core import clock, database, rows, scope
from backend.core.actors import Actor
from backend.core.filter_queries import values_in
from backend.force.queries.asks import power_waits_sql
from backend.force.queries.people import COLUMNS, Account


class Unenrolled(Account, frozen=True, kw_only=True):
    """An active officer without credentials."""

    titles: list[str]
    """Of positions that the officer holds or will hold."""
    until: datetime | None
    """When the address for the first sign-in ends, if there is one that can be used."""
    power_waits: bool
    """An ask about the officer, or the scan of a position of theirs, is still waited for."""


async def page(
    actor: Actor, unit_id: UUID, but: UUID, after: str, asked_since: datetime, limit: int
) -> list[Unenrolled]:
    """Return those who serve in this very unit, none below it, by user name from the one behind `after`.

    `but` is the system's own account, which nobody signs in with. Asks from before `asked_since` are over.
    """
    condition, args = scope.sql(scope.administered(actor), "o", 1)
    value = values_in(args)
    today, now = value(clock.today()), value(clock.now())
    found = await database.fetch(
        f"""
        SELECT {COLUMNS},
            ARRAY(SELECT p.title_vi FROM officer_positions p WHERE p.officer_id = o.id
                AND (p.valid_to IS NULL OR p.valid_to > {today})
                ORDER BY p.valid_from DESC, p.title_vi) AS titles,
            (SELECT max(e.expires_at) FROM enrolments e WHERE e.officer_id = o.id AND e.purpose = 'first'
                AND e.used_at IS NULL AND e.expires_at > {now}) AS until,
            {power_waits_sql("o.id", value(asked_since))} AS power_waits
        FROM officers o
        WHERE {condition} AND o.unit_id = {value(unit_id)} AND NOT o.enrolled AND o.state = 'active'
            AND o.id <> {value(but)} AND o.username > {value(after)}
        ORDER BY o.username LIMIT {value(limit)}
        """,
        *args,
    )
    return rows.many(Unenrolled, found)
