"""Queries of what officers of teams declared about relations to the party."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled
from backend.core.compiled import Query
from backend.fieldwork.tables.relations import TeamRelation
from schemas.fieldwork.relations import RelationKind


class Declaration(msgspec.Struct, frozen=True, kw_only=True):
    """One declaration, with the name of the officer who made it."""

    officer_id: UUID
    officer_name: str
    relation: RelationKind | None
    reason: str | None
    made_at: datetime
    received_at: datetime


async def insert(
    act_id: UUID,
    inspection_id: UUID,
    officer_id: UUID,
    relation: str | None,
    reason: str | None,
    made_at: datetime,
    received_at: datetime,
) -> None:
    """Insert a declaration."""
    await TeamRelation.insert(
        TeamRelation(
            act_id=act_id,
            inspection_id=inspection_id,
            officer_id=officer_id,
            relation=relation,
            reason=reason,
            made_at=made_at,
            received_at=received_at,
        )
    )


@compiled.many(Declaration)
def of(inspection_id: UUID) -> Query:
    """Return the declarations of an inspection's team, the oldest first."""
    found = TeamRelation.select(
        TeamRelation.officer_id,
        TeamRelation.officer_id.full_name.as_alias("officer_name"),
        TeamRelation.relation,
        TeamRelation.reason,
        TeamRelation.made_at,
        TeamRelation.received_at,
    )
    theirs = found.where(TeamRelation.inspection_id == inspection_id)
    return theirs.order_by(TeamRelation.received_at).order_by(TeamRelation.act_id)
