"""Queries of posts that are over."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.force.tables.officers import OfficerPosition


class EndedPost(msgspec.Struct, frozen=True, kw_only=True):
    """A post that is over; `valid_to` is the first day on which it was not held."""

    title_vi: str
    title_en: str | None
    valid_to: date | None


@compiled.one(EndedPost)
def last(officer_id: UUID, units: list[UUID], day: date) -> Query:
    """Return the post in these units that an officer held last before a day in Vietnam; None if there was none."""
    post = OfficerPosition
    held = post.select(*rows.columns(EndedPost, post)).where(post.officer_id == officer_id)
    held = held.where(rows.any_of(post.unit_id, units)).where(post.valid_to <= day)
    return held.order_by(post.valid_to, post.id, ascending=False).limit(1)
