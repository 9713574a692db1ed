"""Queries of absences."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

import msgspec
from piccolo.querystring import QueryString

from backend.approvals.rules.keys import Away
from backend.approvals.tables.absences import Absence
from backend.core import compiled, database, remembering, rows, scope, scoped
from backend.core.actors import Actor, Owned, UnitPath
from backend.core.compiled import Query
from backend.core.scope import Reach


class AbsenceState(Owned, frozen=True, kw_only=True):
    """An absence as its acts are judged."""

    id: UUID
    officer_id: UUID
    stand_in_id: UUID
    first_day: date
    last_day: date
    entered_by: UUID
    ended_on: date | None


class ListedAbsence(AbsenceState, frozen=True, kw_only=True):
    """An absence with the names that a page shows."""

    reason: str
    entered_at: datetime
    officer_name: str
    stand_in_name: str
    entered_name: str


_SHOWN: tuple[Any, ...] = (
    *rows.columns(AbsenceState, Absence),
    Absence.reason,
    Absence.entered_at,
    Absence.officer_id.full_name.as_alias("officer_name"),
    Absence.stand_in_id.full_name.as_alias("stand_in_name"),
    Absence.entered_by.full_name.as_alias("entered_name"),
)


@compiled.one(AbsenceState)
def lock(absence_id: UUID) -> Query:
    """Lock an absence and return it; None if there is none."""
    query = Absence.select(*rows.columns(AbsenceState, Absence))
    return query.where(Absence.id == absence_id).lock_rows("UPDATE")


async def one_at_a_time() -> None:
    """Wait for other transactions that record an absence: circles are seen by one who sees all.

    The lock is that of this transaction; absences are few.
    """
    await database.execute("SELECT pg_advisory_xact_lock(hashtext('absences'))")


class Leave(msgspec.Struct, frozen=True, kw_only=True):
    """Who is away, until when, and who stands in."""

    id: UUID
    officer_id: UUID
    until: date
    """The last day."""
    stand_in_id: UUID
    stand_in_name: str


@compiled.many(Leave)
def leaves(officer_ids: list[UUID], day: date) -> Query:
    """Return which of these officers are away on a day; the caller has checked who may know."""
    query = Absence.select(
        Absence.id,
        Absence.officer_id,
        Absence.stand_in_id,
        Absence.stand_in_id.full_name.as_alias("stand_in_name"),
        QueryString("LEAST({}, {} - 1) AS until", Absence.last_day, Absence.ended_on),
    )
    theirs = query.where(rows.any_of(Absence.officer_id, officer_ids))
    days = theirs.where(Absence.first_day <= day).where(Absence.last_day >= day)
    return days.where(Absence.ended_on.is_null() | (Absence.ended_on > day)).order_by(Absence.id)


@remembering.once
async def in_force(first_day: date, last_day: date) -> list[Away]:
    """Return the absences in force on any of these days."""
    found = await database.fetch(
        """
        SELECT officer_id, stand_in_id FROM absences
        WHERE first_day <= $2 AND last_day >= $1 AND (ended_on IS NULL OR ended_on > greatest(first_day, $1))
        """,
        first_day,
        last_day,
    )
    return [Away(row["officer_id"], row["stand_in_id"]) for row in found]


async def insert(
    absence_id: UUID,
    officer_id: UUID,
    stand_in_id: UUID,
    first_day: date,
    last_day: date,
    reason: str,
    by: UUID,
    at: datetime,
    path: UnitPath,
) -> None:
    """Insert an absence."""
    unit_1, unit_2, unit_3, unit_4 = path.as_tuple()
    await Absence.insert(
        Absence(
            id=absence_id,
            officer_id=officer_id,
            stand_in_id=stand_in_id,
            first_day=first_day,
            last_day=last_day,
            reason=reason,
            entered_by=by,
            entered_at=at,
            unit_1=unit_1,
            unit_2=unit_2,
            unit_3=unit_3,
            unit_4=unit_4,
        )
    )


@compiled.write
def end(absence_id: UUID, ended_on: date, ended_by: UUID, reason: str) -> Query:
    """Write the end of an absence."""
    return Absence.update(
        {Absence.ended_on: ended_on, Absence.ended_by: ended_by, Absence.end_reason: reason}
    ).where(Absence.id == absence_id)


async def page(actor: Actor, after: UUID | None, limit: int) -> list[ListedAbsence]:
    """List the absences in sight that are not over, and those over, newest first."""
    seen = scoped.where(scope.absences(actor), Absence)
    listed = Absence.select(*_SHOWN).where(seen)
    if after is not None:
        listed = listed.where(Absence.id < after)
    found = await listed.order_by(Absence.id, ascending=False).limit(limit)
    return rows.many(ListedAbsence, found)


async def of_officer(actor: Actor, officer_id: UUID, limit: int) -> list[ListedAbsence]:
    """List the absences of one officer that are in sight, the newest first."""
    seen = scoped.where(scope.absences(actor), Absence)
    listed = Absence.select(*_SHOWN).where(seen).where(Absence.officer_id == officer_id)
    found = await listed.order_by(Absence.first_day, Absence.id, ascending=False).limit(limit)
    return rows.many(ListedAbsence, found)


@compiled.one(ListedAbsence)
def _in_sight(absence_id: UUID, seen: Reach) -> Query:
    query = Absence.select(*_SHOWN).where(Absence.id == absence_id)
    return query.where(scoped.where(seen, Absence))


async def in_sight(actor: Actor, absence_id: UUID) -> ListedAbsence | None:
    """Return an absence in sight, or None."""
    return await _in_sight(absence_id, scope.absences(actor))


@compiled.many(ListedAbsence)
def concerning(officer_id: UUID, day: date) -> Query:
    """List the absences in force on a day in which an officer is away or stands in."""
    query = Absence.select(*_SHOWN)
    theirs = query.where((Absence.officer_id == officer_id) | (Absence.stand_in_id == officer_id))
    days = theirs.where(Absence.first_day <= day).where(Absence.last_day >= day)
    return days.where(Absence.ended_on.is_null() | (Absence.ended_on > day)).order_by(Absence.id)
