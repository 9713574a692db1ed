"""Queries of the register of delegations."""

from datetime import date, datetime
from uuid import UUID

import msgspec
from piccolo.query import Select

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.force.rules.delegations import Recorded
from backend.force.tables.delegations import Delegation
from backend.force.tables.officers import OfficerPosition
from schemas.force.delegations import DelegationGiven


class Office(msgspec.Struct, frozen=True, kw_only=True):
    """A title that an officer holds in a unit."""

    title_vi: str
    unit_id: UUID


class OfficeHolder(msgspec.Struct, frozen=True, kw_only=True):
    """An officer with one of the titles that they hold."""

    id: UUID
    full_name: str
    title_vi: str
    unit_id: UUID
    unit_name: str


class HeldDelegation(Recorded, frozen=True, kw_only=True):
    """A delegation with the titles of both officers in its unit on a day."""

    both_there: bool
    """As of today: both accounts are active, and the giver is in the same line of units."""
    giver_titles: list[str]
    receiver_titles: list[str]


class NamedHeldDelegation(HeldDelegation, frozen=True, kw_only=True):
    """The same with the names of both officers."""

    giver: str
    receiver: str


class NamedDelegation(Recorded, frozen=True, kw_only=True):
    """A delegation with the names of both officers."""

    giver: str
    receiver: str


class ListedDelegation(NamedDelegation, frozen=True, kw_only=True):
    """A delegation with all names that the register shows."""

    entered_name: str
    confirmed_name: str | None
    unit_name: str
    unit_name_en: str


_COLUMNS = rows.columns(Recorded, Delegation)
_NAMES = (
    Delegation.giver_id.full_name.as_alias("giver"),
    Delegation.receiver_id.full_name.as_alias("receiver"),
)
_OFFICE = """
    SELECT p.title_vi, p.unit_id FROM officer_positions p WHERE p.officer_id = {who} AND p.valid_from <= {day}
        AND (p.valid_to IS NULL OR p.valid_to > {day})
"""

_MOST_IN_OFFICE = 20_000
"""Three times the size of the force: no page of a national clerk is cut off, and none grows without
limit."""


@compiled.many(Office)
def offices(officer_id: UUID, day: date) -> Query:
    """Return the titles that an active officer holds on a day, each with its unit."""
    theirs = OfficerPosition.select(*rows.columns(Office, OfficerPosition)).where(
        OfficerPosition.officer_id == officer_id
    )
    active = theirs.where(OfficerPosition.officer_id.state == "active")
    not_over = OfficerPosition.valid_to.is_null() | (OfficerPosition.valid_to > day)
    return active.where(OfficerPosition.valid_from <= day).where(not_over)


_HELD = f"""
    SELECT {rows.named(Recorded, "d")}, g.full_name AS giver, r.full_name AS receiver,
        COALESCE(g.state = 'active' AND r.state = 'active' AND (d.unit_id IN (g.unit_1, g.unit_2, g.unit_3, g.unit_4)
            OR g.unit_id IN (d.unit_1, d.unit_2, d.unit_3, d.unit_4)), false) AS both_there,
        ARRAY(SELECT title_vi FROM ({_OFFICE.format(who="d.giver_id", day="$1")}) p WHERE p.unit_id = d.unit_id)
            AS giver_titles,
        ARRAY(SELECT title_vi FROM ({_OFFICE.format(who="d.receiver_id", day="$1")}) p WHERE p.unit_id = d.unit_id)
            AS receiver_titles
    FROM delegations d JOIN officers g ON g.id = d.giver_id JOIN officers r ON r.id = d.receiver_id
"""


async def list_of(receiver_id: UUID, day: date, *, held: bool = False) -> list[HeldDelegation]:
    """Return the delegations to an officer, with the titles of both in its unit on a day.

    `both_there` is as of today: both accounts are active, and the giver is in the same line of
    units. With `held` the rows are locked, so that none ends before the transaction does; a
    concurrent end is waited for.
    """
    found = await database.fetch(
        f"""
        {_HELD} WHERE d.receiver_id = $2 ORDER BY d.valid_from DESC, d.id DESC {"FOR SHARE OF d" if held else ""}
        """,
        day,
        receiver_id,
    )
    return rows.many(HeldDelegation, found)


async def not_over(
    receivers: list[UUID], units: list[UUID], day: date
) -> list[NamedHeldDelegation]:
    """List the confirmed delegations to these officers, or of powers in these units, that run on a day.

    Whether they hold is decided by rules.holds(). By receiver, the latest first.
    """
    found = await database.fetch(
        f"""
        {_HELD} WHERE (d.receiver_id = ANY ($2::uuid[]) OR d.unit_id = ANY ($3::uuid[]))
            AND d.confirmed_at IS NOT NULL AND d.valid_from <= $1 AND (d.valid_to IS NULL OR d.valid_to >= $1)
            AND (d.ended_on IS NULL OR d.ended_on > $1)
        ORDER BY d.receiver_id, d.valid_from DESC, d.id DESC
        """,
        day,
        receivers,
        units,
    )
    return rows.many(NamedHeldDelegation, found)


async def insert(
    receiver_id: UUID, content: DelegationGiven, unit_id: UUID, by: UUID, at: datetime
) -> None:
    """Insert a delegation, which has no force until it is confirmed."""
    await database.execute(
        """
        INSERT INTO delegations (id, number, decided_on, summary, giver_id, giver_title, receiver_id, receiver_title,
            unit_id, unit_1, unit_2, unit_3, unit_4, kinds, case_id, valid_from, valid_to, scan_id, entered_by,
            entered_at, powers, without_end)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, u.id, u.unit_1, u.unit_2, u.unit_3, u.unit_4, $10, $11, $12, $13, $14,
            $15, $16, $17, $18
        FROM units u WHERE u.id = $9
        """,
        content.delegation_id,
        content.number,
        content.decided_on,
        content.summary,
        content.giver_id,
        content.giver_title,
        receiver_id,
        content.receiver_title,
        unit_id,
        ",".join(sorted({str(kind) for kind in content.kinds})),
        content.case_id,
        content.valid_from,
        content.valid_to,
        content.scan_id,
        by,
        at,
        content.content,
        content.without_end,
    )


@compiled.write
def confirm(delegation_id: UUID, by: UUID, at: datetime) -> Query:
    """Confirm a delegation, which is then in force from its own first day."""
    return Delegation.update({Delegation.confirmed_by: by, Delegation.confirmed_at: at}).where(
        Delegation.id == delegation_id
    )


@compiled.write
def end(
    delegation_id: UUID,
    on: date,
    by: UUID,
    reason: str,
    ground: str | None,
    number: str | None,
    decided_on: date | None,
) -> Query:
    """End a delegation from a day on, by its ground and the decision that took it back."""
    return Delegation.update(
        {
            Delegation.ended_on: on,
            Delegation.ended_by: by,
            Delegation.end_reason: reason,
            Delegation.end_ground: ground,
            Delegation.end_number: number,
            Delegation.end_decided_on: decided_on,
        }
    ).where(Delegation.id == delegation_id)


@compiled.one(Recorded)
def find(delegation_id: UUID) -> Query:
    """Return a delegation, for the record handler, which has checked the actor."""
    return Delegation.select(*_COLUMNS).where(Delegation.id == delegation_id)


@compiled.values(UUID)
def hold_of(receiver_id: UUID) -> Query:
    """Lock the delegations to an officer and return their ids; a concurrent end is waited for."""
    query = Delegation.select(Delegation.id).where(Delegation.receiver_id == receiver_id)
    return query.order_by(Delegation.id).lock_rows("SHARE")


@compiled.one(Recorded)
def hold(delegation_id: UUID) -> Query:
    """Lock and return a delegation.

    Nobody signs under it before the transaction ends; a signing that is in progress is waited for.
    """
    query = Delegation.select(*_COLUMNS).where(Delegation.id == delegation_id)
    return query.lock_rows("NO KEY UPDATE")


@compiled.one(NamedDelegation)
def named(delegation_id: UUID) -> Query:
    """Return a delegation with both names, for its notices; the handler has checked the actor."""
    return Delegation.select(*_COLUMNS, *_NAMES).where(Delegation.id == delegation_id)


async def last_cited(row: Recorded, cited: str, decided: str) -> date | None:
    """Return the day of the newest paper that its receiver signed under a delegation, or None.

    `cited` is how a paper of a case cites it, `decided` how an inspection decision does. For the
    handlers.
    """
    found: date | None = await database.fetchval(
        """
        SELECT greatest(
            (SELECT max(issued_on) FROM documents WHERE unit_1 = $2 AND number IS NOT NULL AND issued_by = $1
                AND issued_on >= $3
                AND starts_with(
                    regexp_replace(btrim(fields -> 'signer' ->> 'delegation'), '\\s+', ' ', 'g') || ' ', $4 || ' ')),
            (SELECT max((decision ->> 'issued_on')::date) FROM inspections WHERE unit_1 = $2 AND issued_by = $1
                AND issued_at >= $3::date - 1 AND decision -> 'legal_bases' ? $5))
        """,
        row.receiver_id,
        row.unit_1,
        row.valid_from,
        cited,
        decided,
    )
    return found


@compiled.exists
def known(receiver_id: UUID, number: str, decided_on: date) -> Query:
    """Tell whether this decision is in the register for this officer.

    An entry that was struck out without ever having been in force does not count, so that the right
    one can be entered.
    """
    was_in_force = Delegation.ended_on.is_null() | Delegation.confirmed_at.is_not_null()
    theirs = Delegation.exists().where(Delegation.receiver_id == receiver_id)
    decided = theirs.where((Delegation.number == number) & (Delegation.decided_on == decided_on))
    return decided.where(was_in_force)


def _listed(reach: Reach) -> Select[Delegation]:
    query = Delegation.select(
        *_COLUMNS,
        *_NAMES,
        Delegation.entered_by.full_name.as_alias("entered_name"),
        Delegation.confirmed_by.full_name.as_alias("confirmed_name"),
        Delegation.unit_id.name_vi.as_alias("unit_name"),
        Delegation.unit_id.name_en.as_alias("unit_name_en"),
    )
    return query.where(scoped.where(reach, Delegation))


async def page(actor: Actor, after: UUID | None, limit: int) -> list[ListedDelegation]:
    """Return the register in sight, newest first."""
    query = _listed(scope.delegations(actor))
    if after is not None:
        query = query.where(Delegation.id < after)
    found = await query.order_by(Delegation.id, ascending=False).limit(limit)
    return rows.many(ListedDelegation, found)


async def find_in_sight(actor: Actor, delegation_id: UUID) -> ListedDelegation | None:
    """Return one delegation in sight, or None."""
    return await _find_in(scope.delegations(actor), delegation_id)


@compiled.one(ListedDelegation)
def _find_in(reach: Reach, delegation_id: UUID) -> Query:
    return _listed(reach).where(Delegation.id == delegation_id)


async def people_in_office(actor: Actor, day: date) -> list[OfficeHolder]:
    """Return active officers in scope with their titles on a day, for the form's lists."""
    condition, args = scope.sql(scope.in_office(actor), "o", 3)
    found = await database.fetch(
        f"""
        SELECT o.id, o.full_name, p.title_vi, p.unit_id, u.name_vi AS unit_name
        FROM officers o, LATERAL ({_OFFICE.format(who="o.id", day="$1")}) p JOIN units u ON u.id = p.unit_id
        WHERE o.state = 'active' AND {condition} ORDER BY u.code, o.full_name LIMIT $2
        """,
        day,
        _MOST_IN_OFFICE,
        *args,
    )
    return rows.many(OfficeHolder, found)
