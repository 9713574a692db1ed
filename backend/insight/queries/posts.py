"""Queries of posts: those that an officer holds today, and those held in the units below a head."""

from uuid import UUID

import msgspec
from piccolo.querystring import QueryString

from backend.core import compiled, database, rows
from backend.core.actors import Owned
from backend.core.clock import SQL_TODAY
from backend.core.compiled import Query
from backend.force.tables.officers import OfficerPosition


class Post(msgspec.Struct, frozen=True, kw_only=True):
    """A post: in which unit, under which title."""

    unit_id: UUID
    title_vi: str


@compiled.many(Post)
def held(officer_id: UUID) -> Query:
    """Return the posts of an officer on the present day."""
    mine = OfficerPosition.select(OfficerPosition.unit_id, OfficerPosition.title_vi)
    today = QueryString(
        f"{{}} <= {SQL_TODAY} AND ({{}} IS NULL OR {{}} > {SQL_TODAY})",
        OfficerPosition.valid_from,
        OfficerPosition.valid_to,
        OfficerPosition.valid_to,
    )
    return mine.where(OfficerPosition.officer_id == officer_id).where(today)


class Below(Owned, frozen=True, kw_only=True):
    """A unit below another, with the titles that active officers hold in it today."""

    titles: list[str]
    unposted: bool
    """A supervisor serves there of whom no post was ever recorded, and who heads it by the role alone."""


async def below(heads: list[UUID]) -> list[Below]:
    """Return the units that exist below these, with who holds which title there."""
    found = await database.fetch(
        f"""
        SELECT u.unit_1, u.unit_2, u.unit_3, u.unit_4,
            ARRAY(SELECT p.title_vi FROM officer_positions p JOIN officers o ON o.id = p.officer_id
                WHERE p.unit_id = u.id AND o.state = 'active' AND p.valid_from <= {SQL_TODAY}
                AND (p.valid_to IS NULL OR p.valid_to > {SQL_TODAY})) AS titles,
            EXISTS (SELECT FROM officers o JOIN officer_roles r ON r.officer_id = o.id AND r.role = 'supervisor'
                WHERE o.unit_id = u.id AND o.state = 'active'
                AND NOT EXISTS (SELECT FROM officer_positions k WHERE k.officer_id = o.id)) AS unposted
        FROM units u
        WHERE u.valid_to IS NULL AND NOT u.id = ANY ($1::uuid[])
            AND (u.unit_1 = ANY ($1::uuid[]) OR u.unit_2 = ANY ($1::uuid[]) OR u.unit_3 = ANY ($1::uuid[]))
        """,
        heads,
    )
    return rows.many(Below, found)
