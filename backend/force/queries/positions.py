"""Queries of officers' positions."""

from datetime import date
from uuid import UUID

import msgspec
from piccolo.querystring import QueryString

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.tables.officers import OfficerPosition


class Position(msgspec.Struct, frozen=True, kw_only=True):
    """A position of an officer."""

    id: UUID
    officer_id: UUID
    title_vi: str
    valid_from: date
    valid_to: date | None
    """The first day on which it is no longer held."""


class ListedPosition(msgspec.Struct, frozen=True, kw_only=True):
    """A position with the name of its unit."""

    id: UUID
    unit_id: UUID
    title_vi: str
    title_en: str
    valid_from: date
    valid_to: date | None
    unit_vi: str
    unit_en: str


async def insert(
    position_id: UUID,
    officer_id: UUID,
    unit_id: UUID,
    title_vi: str,
    title_en: str,
    valid_from: date,
) -> None:
    """Insert a position from a day on."""
    await OfficerPosition.insert(
        OfficerPosition(
            id=position_id,
            officer_id=officer_id,
            unit_id=unit_id,
            title_vi=title_vi,
            title_en=title_en,
            valid_from=valid_from,
        )
    )


@compiled.exists
def holds(officer_id: UUID, unit_id: UUID, title_vi: str, valid_from: date) -> Query:
    """Tell whether an officer holds this very post on a day, or will afterwards."""
    theirs = OfficerPosition.exists().where(OfficerPosition.officer_id == officer_id)
    there = theirs.where(OfficerPosition.unit_id == unit_id)
    titled = there.where(QueryString("fold({}) = fold({})", OfficerPosition.title_vi, title_vi))
    return titled.where(
        OfficerPosition.valid_to.is_null() | (OfficerPosition.valid_to > valid_from)
    )


class HeldIn(msgspec.Struct, frozen=True, kw_only=True):
    """A title that somebody holds in a unit."""

    unit_id: UUID
    title_vi: str


async def held_in(unit_ids: list[UUID], today: date) -> list[HeldIn]:
    """Return the titles that officers in service hold in these units, or will hold."""
    found = OfficerPosition.select(OfficerPosition.unit_id, OfficerPosition.title_vi)
    open_ones = found.where(rows.any_of(OfficerPosition.unit_id, unit_ids)).where(
        OfficerPosition.valid_to.is_null() | (OfficerPosition.valid_to > today)
    )
    return rows.many(HeldIn, await open_ones.where(OfficerPosition.officer_id.state == "active"))


@compiled.one(Position)
def find(position_id: UUID) -> Query:
    """Return a position, or None."""
    query = OfficerPosition.select(*rows.columns(Position, OfficerPosition))
    return query.where(OfficerPosition.id == position_id)


async def last_signed(post: Position) -> date | None:
    """Return the day of the newest paper that an officer signed under a post's title, or None.

    Counts numbered papers and inspection decisions that name this title or none, unless another
    post of the officer with this title in the paper's units was held on that day. For the handler.
    """
    borne = """
        EXISTS (SELECT FROM officer_positions p WHERE p.officer_id = $1 AND p.id <> $3 AND p.title_vi = $2
            AND p.unit_id IN ({of}.unit_1, {of}.unit_2, {of}.unit_3, {of}.unit_4) AND p.valid_from <= {day}
            AND (p.valid_to IS NULL OR p.valid_to > {day}))
    """
    decided = "(i.decision ->> 'issued_on')::date"
    found: date | None = await database.fetchval(
        f"""
        SELECT greatest(
            (SELECT max(d.issued_on) FROM documents d WHERE d.number IS NOT NULL AND d.issued_by = $1
                AND coalesce(d.issuer_title, $2) = $2 AND NOT {borne.format(of="d", day="d.issued_on")}),
            (SELECT max({decided}) FROM inspections i WHERE i.issued_by = $1
                AND coalesce(i.decision ->> 'issuer_title', $2) = $2 AND NOT {borne.format(of="i", day=decided)}))
        """,
        post.officer_id,
        post.title_vi,
        post.id,
    )
    return found


@compiled.write
def end(position_id: UUID, valid_to: date) -> Query:
    """Set a position's end."""
    return OfficerPosition.update({OfficerPosition.valid_to: valid_to}).where(
        OfficerPosition.id == position_id
    )


@compiled.many(ListedPosition)
def list_of(officer_id: UUID) -> Query:
    """Return an officer's positions, newest first; the caller has checked scope on the officer."""
    query = OfficerPosition.select(
        OfficerPosition.id,
        OfficerPosition.unit_id,
        OfficerPosition.title_vi,
        OfficerPosition.title_en,
        OfficerPosition.valid_from,
        OfficerPosition.valid_to,
        OfficerPosition.unit_id.name_vi.as_alias("unit_vi"),
        OfficerPosition.unit_id.name_en.as_alias("unit_en"),
    ).where(OfficerPosition.officer_id == officer_id)
    return query.order_by(OfficerPosition.valid_from, OfficerPosition.id, ascending=False)
