"""The citizens' form's own way into the database: a small pool as the role hientruong_public, and its five functions.

Nothing of the form goes through the application's pool. So a fault of the form reaches no table,
and a flood of strangers takes no connection that an officer waits for.
"""

from typing import Any, Literal
from uuid import UUID

import asyncpg

from backend.core.errors import Unavailable

_CONNECTIONS = 3
"""Of one web process. The role itself may have 60 (backend/core/queries/role.py)."""
_ACQUIRE_SECONDS = 5.0
_STATEMENT_SECONDS = 8.0
_CLOSE_SECONDS = 5.0

_pool: Any = None


async def start(dsn: str | None) -> None:
    """Make the pool, which connects when it is first used. Without an address the form stays closed."""
    global _pool
    _pool = dsn and await asyncpg.create_pool(
        dsn,
        min_size=0,
        max_size=_CONNECTIONS,
        timeout=5.0,
        command_timeout=_STATEMENT_SECONDS,
        server_settings={"application_name": "hientruong public form"},
    )


async def stop() -> None:
    """Close the pool."""
    global _pool
    pool, _pool = _pool, None
    if pool is not None:
        pool.terminate()


def is_open() -> bool:
    """Tell whether this process has an address of the form's role."""
    return _pool is not None


async def _value(sql: str, *args: Any) -> Any:
    async with _the_pool().acquire(timeout=_ACQUIRE_SECONDS) as connection:
        return await connection.fetchval(sql, *args)


def _the_pool() -> Any:
    if _pool is None:
        raise Unavailable
    return _pool


async def take_turn(place: bytes, burst: int, per_second: float) -> bool:
    """Take one of the turns of a place; False if none is left. Two processes never take the same."""
    sql = "SELECT public_form.take_turn($1, $2, $3)"
    return bool(await _value(sql, place, float(burst), per_second))


async def put(
    report_id: UUID, receipt_hash: bytes, sealed: bytes, photographs: list[bytes]
) -> Literal["kept", "known", "full"]:
    """Put a sealed report and its sealed photographs into the inbox, in one transaction.

    A report that is there already is not changed. Raises asyncpg's errors; then nothing was kept.
    """
    async with (
        _the_pool().acquire(timeout=_ACQUIRE_SECONDS) as connection,
        connection.transaction(),
    ):
        said: Literal["kept", "known", "full"] = await connection.fetchval(
            "SELECT public_form.put_report($1, $2, $3, $4)",
            report_id,
            receipt_hash,
            sealed,
            len(photographs),
        )
        if said == "kept":
            for position, photograph in enumerate(photographs, 1):
                await connection.execute(
                    "SELECT public_form.put_photograph($1, $2, $3)", report_id, position, photograph
                )
    return said


async def told(receipt_hashes: list[bytes]) -> str | None:
    """Return the word on a report, None if no report has such a receipt."""
    word: str | None = await _value("SELECT public_form.report_told($1)", receipt_hashes)
    return word


async def ask_to_withdraw(receipt_hashes: list[bytes]) -> bool:
    """Note that the citizen takes a report back; False if no report has such a receipt."""
    return bool(await _value("SELECT public_form.ask_to_withdraw($1)", receipt_hashes))
