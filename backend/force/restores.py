"""Past restores: for people who check papers, and for those who answer for what was lost.

Read from the ledger's entries, newest first. Restores are rare, so every call asks the ledger.
"""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.force.queries import restores as telling_queries
from backend.force.queries.restores import DeclaredRestore
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.ledger.installation import LedgerRestored

READERS = (Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL, Role.ADMINISTRATOR, Role.CLERK)
"""Those who answer for papers, numbers, people and devices, or examine them."""
_MOST_RANGES = 2000
_LATELY = timedelta(days=30)


class Restore(msgspec.Struct, frozen=True, kw_only=True):
    """A restore as its entry in the ledger records it. Times are UTC."""

    act_id: UUID
    declared_at: datetime
    held_until: datetime | None
    """When the last entry that the database held was received. What came between it and the
    declaration is lost."""
    content: LedgerRestored
    entry_hash: str
    key_id: str

    @property
    def lost_something(self) -> bool:
        """Whether something was lost, or may have been."""
        return self.content.lost != 0


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of one sequence that a restore skipped."""

    whose: Text
    form: str
    year: int
    first: int
    last: int
    at: datetime


async def restores() -> list[Restore]:
    """Return all declared restores, newest first."""
    return [_restore(row) for row in await telling_queries.declared()]


async def lately(now: datetime) -> Restore | None:
    """Return the newest restore of the last 30 days that lost something, or may have, or None.

    For so long people still enter again what was lost. `now` is UTC.
    """
    return next(
        (one for one in await restores() if one.lost_something and now - one.declared_at < _LATELY),
        None,
    )


async def entries() -> list[DeclaredRestore]:
    """Return their entries in the ledger, for evidence packages."""
    return await telling_queries.declared()


async def page(actor: Actor) -> tuple[list[Restore], list[Skipped]]:
    """Return the restores, and the numbers of the actor's unit and below that they skipped.

    Raises NotAllowed.
    """
    if not actor.has(*READERS):
        raise NotAllowed
    rows = await telling_queries.ranges(actor.unit.level, actor.unit.unit_id, _MOST_RANGES)
    skipped = [
        Skipped(
            whose=Text(vi=row.name_vi, en=row.name_en),
            form=row.form,
            year=row.year,
            first=row.first_number,
            last=row.last_number,
            at=row.skipped_at,
        )
        for row in rows
    ]
    return await restores(), skipped


def _restore(row: DeclaredRestore) -> Restore:
    content = msgspec.convert(msgspec.json.decode(row.act)["content"], LedgerRestored, strict=False)
    return Restore(
        act_id=row.act_id,
        declared_at=row.received_at,
        held_until=row.held_until,
        content=content,
        entry_hash=row.entry_hash.hex(),
        key_id=row.key_id,
    )
