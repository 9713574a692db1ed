"""Settings that the application's role must have, and whether a connection goes through a pooler.

PgBouncer refuses startup parameters that it does not track
(https://www.pgbouncer.org/config.html#ignore_startup_parameters). In transaction mode there is no
lasting session in which to SET anything either. So what every connection needs is made a setting of
the role in its database, which PostgreSQL applies itself.
"""

from typing import Any, Final

SETTINGS: Final = {
    "idle_in_transaction_session_timeout": "30s",
    "timezone": "UTC",
    "jit": "off",
}
"""A process that hangs holds its row locks for no longer than that. Times are in UTC. Short queries
are not JIT-compiled."""

PUBLIC_SETTINGS: Final = SETTINGS | {"statement_timeout": "8s", "lock_timeout": "2s"}
"""Settings of the role of the citizens' form (hientruong_public). It serves strangers, so nothing of it lasts."""
PUBLIC_CONNECTIONS: Final = 60
"""Connections that role may have at once, over all web processes: a flood of strangers takes no more of the server."""


async def lacking(asked: Any) -> list[str]:
    """Return those of SETTINGS that connections of `asked` lack: one connection, or backend.core.database.

    Any time-out but 0 will do.
    """
    rows = await asked.fetch(
        "SELECT name FROM unnest($1::text[], $2::text[]) AS wanted(name, value) WHERE CASE name "
        "WHEN 'idle_in_transaction_session_timeout' THEN current_setting(name) = '0' "
        "ELSE lower(current_setting(name)) <> lower(value) END ORDER BY name",
        list(SETTINGS),
        list(SETTINGS.values()),
    )
    return [row["name"] for row in rows]


async def bring_along(connection: Any, names: list[str]) -> None:
    """Set these for the role that has signed in, in this database.

    A role may do so for itself (ALTER ROLE).
    """
    for name in names:
        statement = await connection.fetchval(
            "SELECT format('ALTER ROLE CURRENT_USER IN DATABASE %I SET %I = %L', current_database(), "
            "$1::text, $2::text)",
            name,
            SETTINGS[name],
        )
        await connection.execute(statement)


async def through_pooler(connection: Any) -> bool:
    """Tell whether there is a pooler.

    The process named at the start of the connection is then not the one that answers.
    """
    answers = int(await connection.fetchval("SELECT pg_backend_pid()"))
    return answers != int(connection.get_server_pid())
