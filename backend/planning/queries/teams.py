"""Queries of the officers who could be on the team of an item."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.clock import SQL_TODAY


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An officer of the item's unit or below it, with load and leave in the item's days."""

    officer_id: UUID
    full_name: str
    officer_number: str | None
    title_vi: str
    unit_id: UUID
    unit_name_vi: str
    card_number: str | None
    card_expires_on: date | None
    leads: bool
    """Has the role of a team leader."""
    away: bool
    inspections: int
    """Inspections of the officer's teams that are not submitted yet."""
    items: int
    """Other items in these days that the officer is to lead, or is proposed for."""
    same_area: int
    """Items in the same commune that the officer led before."""


async def of_unit(
    level: int,
    unit_id: UUID,
    first_day: date,
    last_day: date,
    item_id: UUID,
    area: str | None,
) -> list[Candidate]:
    """Return who could be on a team of this unit in these days; at most 300."""
    found = await database.fetch(
        f"""
        SELECT o.id AS officer_id, o.full_name, o.officer_number, COALESCE(p.title_vi, '') AS title_vi, o.unit_id,
            u.name_vi AS unit_name_vi, c.number AS card_number, c.expires_on AS card_expires_on,
            EXISTS (SELECT 1 FROM officer_roles r WHERE r.officer_id = o.id AND r.role = 'team_leader') AS leads,
            EXISTS (SELECT 1 FROM absences a WHERE a.officer_id = o.id AND a.first_day <= $3
                AND least(a.last_day, coalesce(a.ended_on - 1, a.last_day)) >= $2) AS away,
            (SELECT count(*) FROM inspection_team t JOIN inspections i ON i.id = t.inspection_id
                WHERE t.officer_id = o.id AND i.state IN ('decided', 'opened', 'announced')
                    AND i.withdrawn_at IS NULL)::int AS inspections,
            (SELECT count(*) FROM plan_items x WHERE x.leader_id = o.id AND x.id <> $4 AND x.last_day >= $2
                AND x.first_day <= $3 AND x.state IN ('planned', 'decided', 'running'))::int AS items,
            (SELECT count(*) FROM plan_items x WHERE x.leader_id = o.id AND x.area = $5 AND x.state = 'done')::int
                AS same_area
        FROM officers o JOIN units u ON u.id = o.unit_id
        LEFT JOIN LATERAL (
            SELECT title_vi FROM officer_positions WHERE officer_id = o.id AND valid_from <= {SQL_TODAY}
                AND (valid_to IS NULL OR valid_to > {SQL_TODAY}) ORDER BY valid_from DESC LIMIT 1
        ) p ON true
        LEFT JOIN LATERAL (
            SELECT number, expires_on FROM inspection_cards WHERE officer_id = o.id AND revoked_on IS NULL
                AND suspended_on IS NULL AND expires_on >= {SQL_TODAY} ORDER BY expires_on DESC LIMIT 1
        ) c ON true
        WHERE o.unit_{level} = $1 AND o.state = 'active'
            AND EXISTS (SELECT 1 FROM officer_roles r WHERE r.officer_id = o.id
                AND r.role IN ('inspector', 'team_leader'))
        ORDER BY u.code, o.username LIMIT 300
        """,
        unit_id,
        first_day,
        last_day,
        item_id,
        area,
    )
    return rows.many(Candidate, found)
