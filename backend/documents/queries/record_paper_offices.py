"""Queries of the officers who sign papers of records: unit, titles held."""

from datetime import date
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.force.tables.officers import Officer, OfficerPosition


class SigningOfficer(msgspec.Struct, frozen=True, kw_only=True):
    """An officer with the unit, as the head of a paper names it."""

    officer_id: UUID
    full_name: str
    officer_number: str | None
    unit_id: UUID
    unit_code: str
    unit_name: str
    superior_name: str | None


@compiled.one(SigningOfficer)
def officer(officer_id: UUID) -> Query:
    """Return an officer with the unit and the one above it; None if there is none."""
    unit = Officer.unit_id
    found = Officer.select(
        Officer.id.as_alias("officer_id"),
        Officer.full_name,
        Officer.officer_number,
        unit.as_alias("unit_id"),
        unit._.code.as_alias("unit_code"),
        unit._.name_vi.as_alias("unit_name"),
        unit._.parent_id._.name_vi.as_alias("superior_name"),
    )
    return found.where(Officer.id == officer_id)


@compiled.values(str)
def titles_held(officer_id: UUID, units: list[UUID], day: date) -> Query:
    """Return the titles that an officer holds in these units on a day in Vietnam, newest first."""
    post = OfficerPosition
    held = post.select(post.title_vi).where(post.officer_id == officer_id)
    held = held.where(rows.any_of(post.unit_id, units)).where(post.valid_from <= day)
    held = held.where(post.valid_to.is_null() | (post.valid_to > day))
    return held.order_by(post.valid_from, post.id, ascending=False)
