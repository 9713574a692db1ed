"""Query of the posts that an officer holds today."""

from uuid import UUID

import msgspec
from piccolo.querystring import QueryString

from backend.core import compiled
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
