"""Queries of verification about ranks, former offices, hidden notices, and teams that wait. For operators: no scope."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.queries.notices import readable
from backend.force.tables.officers import FormerOffice, OfficerRank
from backend.force.tables.team_proposals import TeamProposal


class RankRow(msgspec.Struct, frozen=True, kw_only=True):
    """A rank as the table has it, also one that was entered by mistake."""

    id: UUID
    officer_id: UUID
    code: str
    valid_from: date
    number: str
    decided_on: date
    withdrawn_at: datetime | None


class TeamRow(msgspec.Struct, frozen=True, kw_only=True):
    """A place in a team that was proposed to a colleague."""

    inspection_id: UUID
    officer_id: UUID
    to_id: UUID
    proposed_by: UUID
    proposed_at: datetime
    reason: str
    kept_by: UUID | None
    kept_at: datetime | None


class OfficeRow(msgspec.Struct, frozen=True, kw_only=True):
    """Where an officer served until a moment."""

    officer_id: UUID
    until: datetime
    unit_id: UUID


@compiled.many(RankRow)
def ranks() -> Query:
    """Return the ranks of all officers."""
    return OfficerRank.select(*rows.columns(RankRow, OfficerRank))


@compiled.many(TeamRow)
def teams() -> Query:
    """Return all places."""
    return TeamProposal.select(*rows.columns(TeamRow, TeamProposal))


@compiled.many(OfficeRow)
def offices() -> Query:
    """Return all former offices."""
    return FormerOffice.select(*rows.columns(OfficeRow, FormerOffice))


MOST_NOTICES = 20
"""Most notices that are named: if a trigger is gone, the first ones tell of all."""


async def notices_wrongly_kept() -> list[UUID]:
    """Return notices of which `hidden` says another thing than the rule.

    Of who never left an office and does not administer alone, only what is hidden is asked: the rest is in sight.
    """
    found = await database.fetch(
        f"""
        SELECT n.id FROM notices n WHERE (n.hidden OR n.officer_id IN (SELECT officer_id FROM former_offices)
            OR NOT EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = n.officer_id AND r.role <> 'administrator'))
          AND n.hidden = ({readable("n")}) ORDER BY n.id LIMIT $1
        """,
        MOST_NOTICES,
    )
    return [row["id"] for row in found]
