"""Officers who may be assigned to verify an information."""

from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.clock import SQL_TODAY
from backend.core.compiled import Query
from backend.intake.rules.routing import Handled
from backend.intake.tables.informations import InformationRecord
from schemas.core.vocabulary import Role

_MOST = 1000


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """An officer with today's title, empty without one."""

    officer_id: UUID
    full_name: str
    title: str


@compiled.value(list[UUID])
def named_in(information_id: UUID) -> Query:
    """Return the officers whom an information is about."""
    found = InformationRecord.select(InformationRecord.named_officers)
    return found.where(InformationRecord.id == information_id)


async def serving(handled: Handled, named: list[UUID], barred: list[UUID]) -> list[Candidate]:
    """List officers of the unit and below who work on cases, except `named` and everybody of the `barred` units.

    What auditors of the nation handle alone, auditors verify too.
    """
    roles = [Role.INSPECTOR, Role.TEAM_LEADER, Role.SUPERVISOR]
    if handled.auditors_only:
        roles.append(Role.AUDITOR)
    found = await database.fetch(
        f"""
        SELECT o.id AS officer_id, o.full_name, COALESCE(p.title_vi, '') AS title
        FROM officers o JOIN units u ON u.id = o.unit_id
        LEFT JOIN LATERAL (
            SELECT title_vi FROM officer_positions WHERE officer_id = o.id AND valid_from <= {SQL_TODAY}
                AND (valid_to IS NULL OR valid_to > {SQL_TODAY}) ORDER BY valid_from DESC LIMIT 1
        ) p ON true
        WHERE o.unit_{handled.path.level} = $1 AND o.state = 'active' AND o.id <> ALL ($2::uuid[])
            AND NOT ARRAY[o.unit_1, o.unit_2, o.unit_3, o.unit_4] && $3::uuid[]
            AND EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = o.id AND r.role = ANY ($4::text[]))
        ORDER BY u.code, o.username LIMIT {_MOST}
        """,
        handled.path.unit_id,
        named,
        barred,
        [str(one) for one in roles],
    )
    return rows.many(Candidate, found)
