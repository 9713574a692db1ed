"""What people are told of restores: whoever checks a paper, and who has to answer for what is gone.

Read from the entries themselves, newest first. A restore is declared seldom, so each reading asks the ledger.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import NotAllowed
from backend.force.queries import restores as telling_queries
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.ledger.installation import LedgerRestored

READERS = (Role.SUPERVISOR, Role.AUDITOR, Role.LEGAL, Role.ADMINISTRATOR, Role.CLERK)
"""Who answers for papers, numbers, people and devices, or examines it."""
_MOST_RANGES = 2000
_LATELY = timedelta(days=30)


class Restore(msgspec.Struct, frozen=True, kw_only=True):
    """A restore as its entry tells it. Times are UTC."""

    act_id: UUID
    declared_at: datetime
    held_until: datetime | None
    """When the last entry that the database held was received: what came between it and the declaration is lost."""
    content: LedgerRestored
    entry_hash: str
    key_id: str

    @property
    def lost_something(self) -> bool:
        """Whether something is gone, or may be."""
        return self.content.lost != 0


class Skipped(msgspec.Struct, frozen=True, kw_only=True):
    """Numbers of one sequence that a restore jumped over."""

    whose: Text
    form: str
    year: int
    first: int
    last: int
    at: datetime


async def restores() -> list[Restore]:
    """All that were declared, newest first."""
    return [_restore(row) for row in await telling_queries.declared()]


async def lately(now: datetime) -> Restore | None:
    """The newest that lost something, or may have, while people still enter again what is gone. `now` is UTC."""
    return next(
        (one for one in await restores() if one.lost_something and now - one.declared_at < _LATELY),
        None,
    )


async def entries() -> list[Any]:
    """Their entries as rows of the ledger, for packages."""
    return await telling_queries.declared()


async def page(actor: Actor) -> tuple[list[Restore], list[Skipped]]:
    """The restores, and which numbers of his unit and below they jumped over. Raises NotAllowed."""
    if not actor.has(*READERS):
        raise NotAllowed
    rows = await telling_queries.ranges(actor.unit.level, actor.unit.unit_id, _MOST_RANGES)
    skipped = [
        Skipped(
            whose=Text(vi=row["name_vi"], en=row["name_en"]),
            form=row["form"],
            year=row["year"],
            first=row["first_number"],
            last=row["last_number"],
            at=row["skipped_at"],
        )
        for row in rows
    ]
    return await restores(), skipped


def _restore(row: Any) -> Restore:
    content = msgspec.convert(
        msgspec.json.decode(row["act"])["content"], LedgerRestored, strict=False
    )
    return Restore(
        act_id=row["act_id"],
        declared_at=row["received_at"],
        held_until=row["held_until"],
        content=content,
        entry_hash=row["entry_hash"].hex(),
        key_id=row["key_id"],
    )
