"""Queries for what forms of cases offer to choose from; every statement within the reader's scope."""

from backend.core import database, rows, scope
from backend.core.actors import Actor, UnitPath
from backend.core.clock import SQL_TODAY
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from schemas.casework.views import InspectionChoice, OfficerChoice, UnitAbove


async def officers(actor: Actor) -> list[OfficerChoice]:
    """List officers of the actor's unit and below who can work on a case, with today's title."""
    found = await database.fetch(
        f"""
        SELECT o.id AS officer_id, o.full_name, COALESCE(p.title_vi, '') AS title
        FROM officers o JOIN units u ON u.id = o.unit_id
        LEFT JOIN LATERAL (
            SELECT title_vi FROM officer_positions WHERE officer_id = o.id AND valid_from <= {SQL_TODAY}
                AND (valid_to IS NULL OR valid_to > {SQL_TODAY}) ORDER BY valid_from DESC LIMIT 1
        ) p ON true
        WHERE o.unit_{actor.unit.level} = $1 AND o.state = 'active'
            AND EXISTS (SELECT 1 FROM officer_roles r WHERE r.officer_id = o.id
                        AND r.role IN ('inspector', 'team_leader', 'supervisor'))
        ORDER BY u.code, o.username LIMIT 1000
        """,
        actor.unit.unit_id,
    )
    return rows.many(OfficerChoice, found)


async def inspections(actor: Actor) -> list[InspectionChoice]:
    """List inspections in sight.

    Those whose approved violations have waited longest for a case come first. Then, newest first,
    the others without a case and those with one.
    """
    condition, args = scope.sql(scope.teamed(INSPECTION_TEAMS, actor), "i", 1)
    shown = rows.named(InspectionChoice, "seen")
    found = await database.fetch(
        f"""
        WITH seen AS (
            SELECT i.id, i.decision_number, i.subject_name, i.state, i.issued_at, i.no_case_since,
                EXISTS (SELECT 1 FROM cases c WHERE c.inspection_id = i.id) AS taken
            FROM inspections i WHERE i.state <> 'discarded' AND {condition}
        )
        (SELECT {shown} FROM seen WHERE no_case_since IS NOT NULL ORDER BY no_case_since, id LIMIT 200)
        UNION ALL
        (SELECT {shown} FROM seen WHERE NOT taken AND no_case_since IS NULL ORDER BY issued_at DESC, id DESC LIMIT 200)
        UNION ALL
        (SELECT {shown} FROM seen WHERE taken ORDER BY issued_at DESC, id DESC LIMIT 50)
        """,
        *args,
    )
    return rows.many(InspectionChoice, found)


async def units_above(path: UnitPath) -> list[UnitAbove]:
    """List the units above a case's, the nearest first: a file goes up to one of them."""
    above = [one for one in path.as_tuple() if one is not None][:-1]
    found = await database.fetch(
        "SELECT id, name_vi, name_en FROM units WHERE id = ANY($1::uuid[]) ORDER BY level DESC",
        above,
    )
    return rows.many(UnitAbove, found)
