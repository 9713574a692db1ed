"""Queries of the register of keys."""

from collections.abc import Awaitable, Callable
from datetime import datetime

import msgspec

from backend.core import clock, compiled, rows
from backend.core.compiled import Query
from backend.core.key_ring import Event, Statement, Use
from backend.core.tables.keys import KeyStatement


class _Entered(msgspec.Struct, frozen=True, kw_only=True):
    key_id: str
    use: Use
    event: Event
    public_key: str
    effective_at: datetime
    reason: str
    said_by: str
    signed_by: str
    signature: str


async def list_statements() -> list[Statement]:
    """Return all statements in the register, the oldest first."""
    return [_statement(row) for row in await _entered()]


@compiled.many(_Entered)
def _entered() -> Query:
    everything = KeyStatement.select(*rows.columns(_Entered, KeyStatement))
    return everything.order_by(KeyStatement.effective_at, KeyStatement.key_id, KeyStatement.event)


def _statement(row: _Entered) -> Statement:
    text = row.public_key
    return Statement(
        key_id=row.key_id,
        use=row.use,
        event=row.event,
        public_key=msgspec.json.decode(text) if row.use == "receipt" else text,
        at=clock.rfc3339(row.effective_at),
        reason=row.reason,
        said_by=row.said_by,
        signed_by=row.signed_by,
        signature=row.signature,
    )


async def insert(statements: list[Statement], execute: Callable[..., Awaitable[str]]) -> int:
    """Enter statements that the register does not have yet, and return how many.

    Only the owner's role may do it: `execute` is that of a connection of the owner.
    """
    entered = 0
    for said in statements:
        jwk = isinstance(said.public_key, dict)
        tag = await execute(
            """
            INSERT INTO server_keys
                (key_id, use, event, public_key, effective_at, reason, said_by, signed_by, signature)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING
            """,
            said.key_id,
            said.use,
            said.event,
            msgspec.json.encode(said.public_key).decode() if jwk else said.public_key,
            said.moment,
            said.reason,
            said.said_by,
            said.signed_by,
            said.signature,
        )
        entered += tag == "INSERT 0 1"
    return entered
