"""Refused requests for auditors and legal officers: counted per officer, then one by one."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.core import access_log, clock, scope
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotAllowed
from backend.operations.queries import refusals as queries
from backend.operations.queries.refusals import RefusedRequest
from backend.operations.refusals.recording import close
from backend.operations.refusals.watching import RecordRefusals
from backend.operations.rules.refusals import FAILED, MORE, STOPPED
from schemas.core.problems import Text

PAGE = 50
DAYS = 7
"""The number of days over which refusals are counted per officer."""


class OfficerCount(msgspec.Struct, frozen=True, kw_only=True):
    """How often one officer was refused within DAYS."""

    officer_id: UUID
    full_name: str
    username: str
    unit: Text
    times: int
    last_at: datetime


class RefusalPage(msgspec.Struct, frozen=True, kw_only=True):
    """Counts by officer, and one page of requests, newest first."""

    officers: list[OfficerCount]
    rows: list[RefusedRequest]
    next: str | None


def may_read(actor: Actor) -> bool:
    """Tell whether an officer may read refused requests: auditors and legal officers may."""
    return not scope.refusals(actor).empty


async def page(
    actor: Actor,
    officer_id: UUID | None,
    cursor: str | None,
    address: str | None,
    limit: int = PAGE,
) -> RefusalPage:
    """Return one page of the reader's unit and below, and note in the access log that it was read.

    Raises NotAllowed if the reader is neither an auditor nor a legal officer, Invalid for a foreign
    cursor.
    """
    rows, following = await listing(actor, officer_id, cursor, limit)
    since = clock.now() - timedelta(days=DAYS)
    counts = await queries.per_officer(*scope.sql(scope.refusals(actor), "x", 3), since, limit)
    await access_log.record(actor, "refusals.page", officer_id, address=address)
    return RefusalPage(
        officers=[
            OfficerCount(
                officer_id=row.officer_id,
                full_name=row.full_name,
                username=row.username,
                unit=Text(vi=row.unit_vi, en=row.unit_en),
                times=row.times,
                last_at=row.last_at,
            )
            for row in counts
        ],
        rows=rows,
        next=following,
    )


async def listing(
    actor: Actor, officer_id: UUID | None, cursor: str | None, limit: int
) -> tuple[list[RefusedRequest], str | None]:
    """Return requests as page() does, and the next page's cursor; it records nothing. Raises as page() does."""
    if not may_read(actor):
        raise NotAllowed
    condition, args = scope.sql(scope.refusals(actor), "x", 4)
    rows = await queries.page(condition, args, officer_id, _read(cursor), limit + 1)
    return rows[:limit], str(rows[limit - 1].id) if len(rows) > limit else None


def _read(cursor: str | None) -> int | None:
    if cursor is None:
        return None
    if not cursor.isascii() or not cursor.isdigit() or len(cursor) > 18:
        raise Invalid(code="cursor_invalid")
    return int(cursor)


__all__ = [
    "DAYS",
    "FAILED",
    "MORE",
    "STOPPED",
    "OfficerCount",
    "RecordRefusals",
    "RefusalPage",
    "RefusedRequest",
    "close",
    "listing",
    "page",
]
