"""What the application's role must bring along by itself, and whether a connection leads through a pooler.

PgBouncer refuses startup parameters that it does not track
(https://www.pgbouncer.org/config.html#ignore_startup_parameters), and in transaction mode no session is ours to SET
anything in. So what every connection needs is a setting of the role, which PostgreSQL applies itself.
"""

from typing import Any, Final

SETTINGS: Final = {
    "idle_in_transaction_session_timeout": "30s",
    "timezone": "UTC",
    "jit": "off",
}
"""A process that hangs holds its rows no longer than that; times are UTC; short queries are compiled by nobody."""


async def lacking(asked: Any) -> list[str]:
    """Which of SETTINGS the connections of `asked` lack: one connection, or backend.core.database. Any bound will
    do."""
    rows = await asked.fetch(
        "SELECT name FROM unnest($1::text[], $2::text[]) AS wanted(name, value) WHERE CASE name "
        "WHEN 'idle_in_transaction_session_timeout' THEN current_setting(name) = '0' "
        "ELSE lower(current_setting(name)) <> lower(value) END ORDER BY name",
        list(SETTINGS),
        list(SETTINGS.values()),
    )
    return [row["name"] for row in rows]


async def bring_along(connection: Any, names: list[str]) -> None:
    """Set these for the role that has signed in, in this database: a role may do so for itself (ALTER ROLE)."""
    for name in names:
        statement = await connection.fetchval(
            "SELECT format('ALTER ROLE CURRENT_USER IN DATABASE %I SET %I = %L', current_database(), "
            "$1::text, $2::text)",
            name,
            SETTINGS[name],
        )
        await connection.execute(statement)


async def through_pooler(connection: Any) -> bool:
    """Say whether somebody stands between: the process named at the start is not the one that answers."""
    answers = int(await connection.fetchval("SELECT pg_backend_pid()"))
    return answers != int(connection.get_server_pid())
