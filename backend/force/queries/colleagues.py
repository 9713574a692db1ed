"""The directory of officers in service: found by name or number, whatever their unit."""

from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.clock import SQL_TODAY
from backend.core.filter_queries import containing
from schemas.core.problems import Text


class Colleague(msgspec.Struct, frozen=True, kw_only=True):
    """An officer in service, as the force's directory has them."""

    id: UUID
    full_name: str
    title: str
    unit_vi: str
    unit_en: str

    @property
    def unit(self) -> Text:
        """Return the unit's name in both languages."""
        return Text(vi=self.unit_vi, en=self.unit_en)


_SELECT = f"""
    SELECT o.id, o.full_name, COALESCE(p.title_vi, '') AS title, u.name_vi AS unit_vi, u.name_en AS unit_en
    FROM officers o JOIN units u ON u.id = o.unit_id
    LEFT JOIN LATERAL (
        SELECT title_vi FROM officer_positions WHERE officer_id = o.id AND valid_from <= {SQL_TODAY}
            AND (valid_to IS NULL OR valid_to > {SQL_TODAY}) ORDER BY valid_from DESC LIMIT 1
    ) p ON true
"""


async def search(text: str, limit: int) -> list[Colleague]:
    """Find by part of the name, without diacritics, or by the whole officer number."""
    found = await database.fetch(
        f"""{_SELECT}
        WHERE o.state = 'active' AND (fold(o.full_name) LIKE fold($1) OR o.officer_number = $2)
        ORDER BY fold(o.full_name), o.id LIMIT $3""",
        containing(text),
        text,
        limit,
    )
    return rows.many(Colleague, found)


async def administrators_of(units: list[UUID], limit: int) -> list[Colleague]:
    """Return the administrators in service of these units, those of the last unit first."""
    found = await database.fetch(
        f"""{_SELECT}
        WHERE o.state = 'active' AND o.unit_id = ANY($1::uuid[])
          AND EXISTS (SELECT FROM officer_roles r WHERE r.officer_id = o.id AND r.role = 'administrator')
        ORDER BY array_position($1::uuid[], o.unit_id) DESC, fold(o.full_name), o.id LIMIT $2""",
        units,
        limit,
    )
    return rows.many(Colleague, found)


async def named(ids: list[UUID]) -> list[Colleague]:
    """Return these officers, in service or not."""
    found = await database.fetch(f"{_SELECT} WHERE o.id = ANY($1::uuid[]) ORDER BY o.id", ids)
    return rows.many(Colleague, found)
