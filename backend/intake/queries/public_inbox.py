"""The inbox of the citizens' form, as workers see it."""

from datetime import datetime
from uuid import UUID

import msgspec
from piccolo.columns.combination import WhereRaw

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.intake.tables.public_inbox import PublicFormTurns, PublicPhotograph, PublicReport


class Waiting(msgspec.Struct, frozen=True, kw_only=True):
    """A report that no worker took in yet."""

    id: UUID
    sealed: bytes
    photographs: int
    received_at: datetime


class Photograph(msgspec.Struct, frozen=True, kw_only=True):
    """One of its photographs."""

    position: int
    sealed: bytes


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """A report that the citizen took back, and that is an information already."""

    id: UUID
    information_id: UUID
    withdrawal_asked_at: datetime


async def next_waiting() -> UUID | None:
    """Return the report that waits longest and may be tried now, None if there is none."""
    found: UUID | None = await database.fetchval(
        "SELECT id FROM public_inbox WHERE taken_at IS NULL AND try_again_at <= now()"
        " ORDER BY try_again_at LIMIT 1"
    )
    return found


async def oldest_seconds() -> float:
    """Return for how long the report waits that came first of those not taken in; 0 if there is none."""
    waited: float = await database.fetchval(
        "SELECT coalesce(extract(epoch FROM now() - min(received_at)), 0)::float8 FROM public_inbox"
        " WHERE taken_at IS NULL"
    )
    return waited


async def lock(report_id: UUID) -> Waiting | None:
    """Lock a report that waits; None if another worker has it, or has taken it in."""
    row = await database.fetchrow(
        "SELECT id, sealed, photographs, received_at FROM public_inbox"
        " WHERE id = $1 AND taken_at IS NULL FOR UPDATE SKIP LOCKED",
        report_id,
    )
    return row and msgspec.convert(dict(row), Waiting)


@compiled.many(Photograph)
def photographs(report_id: UUID) -> Query:
    """Return the sealed photographs of a report, in order."""
    return (
        PublicPhotograph.select(PublicPhotograph.position, PublicPhotograph.sealed)
        .where(PublicPhotograph.inbox_id == report_id)
        .order_by(PublicPhotograph.position)
    )


async def taken(report_id: UUID, information_id: UUID) -> None:
    """Note that a report became an information, and forget what it said."""
    await database.execute(
        "UPDATE public_inbox SET sealed = NULL, taken_at = now(), information_id = $2,"
        " follows_id = $2 WHERE id = $1",
        report_id,
        information_id,
    )
    await _forget_photographs(report_id)


@compiled.changed
def _forget_photographs(report_id: UUID) -> Query:
    return PublicPhotograph.delete().where(PublicPhotograph.inbox_id == report_id)


async def try_later(report_id: UUID) -> int:
    """Put a report off that could not be taken in: for a second, then twice as long, an hour at most.

    Returns how often it was tried.
    """
    tries: int = await database.fetchval(
        "UPDATE public_inbox SET tries = least(tries + 1, 30000), try_again_at = now()"
        " + make_interval(secs => least(3600, power(2, least(tries, 12)))) WHERE id = $1 RETURNING tries",
        report_id,
    )
    return tries


@compiled.write
def told(information_id: UUID, own: list[UUID], word: str) -> Query:
    """Set the word on the reports that became this information: themselves, or by way of others of `own`."""
    reports = PublicReport.update({PublicReport.told: word})
    these = reports.where(PublicReport.follows_id == information_id)
    return these.where(rows.any_of(PublicReport.information_id, own))


@compiled.write
def told_merged(information_id: UUID, own: list[UUID], word: str) -> Query:
    """Set the word on the reports that went up in this information, which became none of `own`."""
    reports = PublicReport.update({PublicReport.told: word})
    these = reports.where(PublicReport.follows_id == information_id)
    return these.where(WhereRaw("NOT information_id = ANY ({})", own))


@compiled.write
def goes_on(information_id: UUID, there: UUID) -> Query:
    """Have the reports that follow this information follow the one as which it goes on."""
    return PublicReport.update({PublicReport.follows_id: there}).where(
        PublicReport.follows_id == information_id
    )


@compiled.write
def come_back(information_id: UUID, became: list[UUID]) -> Query:
    """Have the reports that became one of these informations follow this one again."""
    reports = PublicReport.update({PublicReport.follows_id: information_id})
    return reports.where(rows.any_of(PublicReport.information_id, became))


@compiled.value(UUID)
def next_withdrawal() -> Query:
    """Return the withdrawal that waits longest to be recorded, None if there is none."""
    return (
        PublicReport.select(PublicReport.id)
        .where(
            PublicReport.withdrawal_asked_at.is_not_null(),
            PublicReport.withdrawn_at.is_null(),
            PublicReport.information_id.is_not_null(),
        )
        .order_by(PublicReport.withdrawal_asked_at)
        .limit(1)
    )


async def lock_withdrawal(report_id: UUID) -> Withdrawal | None:
    """Lock a withdrawal that is not recorded yet; None if another worker has it, or has recorded it."""
    row = await database.fetchrow(
        "SELECT id, information_id, withdrawal_asked_at FROM public_inbox"
        " WHERE withdrawal_asked_at IS NOT NULL AND withdrawn_at IS NULL AND information_id IS NOT NULL"
        " AND id = $1 FOR UPDATE SKIP LOCKED",
        report_id,
    )
    return row and msgspec.convert(dict(row), Withdrawal)


@compiled.changed
def withdrawn(report_id: UUID, at: datetime) -> Query:
    """Note that a withdrawal was recorded."""
    return PublicReport.update({PublicReport.withdrawn_at: at}).where(PublicReport.id == report_id)


@compiled.changed
def forget_turns(before: datetime) -> Query:
    """Delete the turns of addresses that are full again; returns how many."""
    return PublicFormTurns.delete().where(PublicFormTurns.full_at < before)
