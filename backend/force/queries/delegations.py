"""SQL of the register of delegations."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from backend.core import database, scope
from backend.core.actors import Actor
from schemas.force.delegations import DelegationGiven

_OFFICE = """
    SELECT p.title_vi, p.unit_id FROM officer_positions p WHERE p.officer_id = {who} AND p.valid_from <= {day}
        AND (p.valid_to IS NULL OR p.valid_to > {day})
"""

_MOST_IN_OFFICE = 20_000
"""Three times the size of the force: no page of a national clerk is cut off, and none grows without
limit."""


async def offices(officer_id: UUID, day: date) -> list[Any]:
    """Return the titles that an active officer holds on a day, each with its unit."""
    return await database.fetch(
        f"""
        SELECT p.title_vi, p.unit_id FROM officers o, LATERAL ({_OFFICE.format(who="o.id", day="$2")}) p
        WHERE o.id = $1 AND o.state = 'active'
        """,
        officer_id,
        day,
    )


async def list_of(receiver_id: UUID, day: date, *, held: bool = False) -> list[Any]:
    """Return the delegations to an officer, with the titles of both in its unit on a day.

    `both_there` is as of today: both accounts are active, and the giver is in the same line of
    units. With `held` the rows are locked, so that none ends before the transaction does; a
    concurrent end is waited for.
    """
    return await database.fetch(
        f"""
        SELECT d.*, g.state = 'active' AND r.state = 'active'
                AND (d.unit_id IN (g.unit_1, g.unit_2, g.unit_3, g.unit_4)
                    OR g.unit_id IN (d.unit_1, d.unit_2, d.unit_3, d.unit_4)) AS both_there,
            ARRAY(SELECT title_vi FROM ({_OFFICE.format(who="d.giver_id", day="$2")}) p WHERE p.unit_id = d.unit_id)
                AS giver_titles,
            ARRAY(SELECT title_vi FROM ({_OFFICE.format(who="d.receiver_id", day="$2")}) p WHERE p.unit_id = d.unit_id)
                AS receiver_titles
        FROM delegations d JOIN officers g ON g.id = d.giver_id JOIN officers r ON r.id = d.receiver_id
        WHERE d.receiver_id = $1 ORDER BY d.valid_from DESC, d.id DESC {"FOR SHARE OF d" if held else ""}
        """,
        receiver_id,
        day,
    )


async def insert(
    receiver_id: UUID, content: DelegationGiven, unit_id: UUID, by: UUID, at: datetime
) -> None:
    """Insert a delegation, which has no force until it is confirmed."""
    await database.execute(
        """
        INSERT INTO delegations (id, number, decided_on, summary, giver_id, giver_title, receiver_id, receiver_title,
            unit_id, unit_1, unit_2, unit_3, unit_4, kinds, case_id, valid_from, valid_to, scan_id, entered_by,
            entered_at)
        SELECT $1, $2, $3, $4, $5, $6, $7, $8, u.id, u.unit_1, u.unit_2, u.unit_3, u.unit_4, $10, $11, $12, $13, $14,
            $15, $16
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
    )


async def confirm(delegation_id: UUID, by: UUID, at: datetime) -> None:
    """Confirm a delegation, which is then in force from its own first day."""
    await database.execute(
        "UPDATE delegations SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1",
        delegation_id,
        by,
        at,
    )


async def end(delegation_id: UUID, on: date, by: UUID, reason: str) -> None:
    """End a delegation from a day on."""
    await database.execute(
        "UPDATE delegations SET ended_on = $2, ended_by = $3, end_reason = $4 WHERE id = $1",
        delegation_id,
        on,
        by,
        reason,
    )


async def find(delegation_id: UUID) -> Any:
    """Return a delegation, for the record handler, which has checked the actor."""
    return await database.fetchrow("SELECT * FROM delegations WHERE id = $1", delegation_id)


async def hold(delegation_id: UUID) -> Any:
    """Lock and return a delegation.

    Nobody signs under it before the transaction ends; a signing that is in progress is waited for.
    """
    return await database.fetchrow(
        "SELECT * FROM delegations WHERE id = $1 FOR NO KEY UPDATE", delegation_id
    )


async def named(delegation_id: UUID) -> Any:
    """Return a delegation with both names, for its notices; the handler has checked the actor."""
    return await database.fetchrow(
        """
        SELECT d.*, g.full_name AS giver, r.full_name AS receiver
        FROM delegations d JOIN officers g ON g.id = d.giver_id JOIN officers r ON r.id = d.receiver_id
        WHERE d.id = $1
        """,
        delegation_id,
    )


async def last_cited(row: Any, cited: str, decided: str) -> date | None:
    """Return the day of the newest paper that its receiver signed under a delegation, or None.

    `cited` is how a paper of a case cites it, `decided` how an inspection decision does. For the
    handlers.
    """
    found: date | None = await database.fetchval(
        """
        SELECT greatest(
            (SELECT max(issued_on) FROM documents WHERE unit_1 = $2 AND number IS NOT NULL AND issued_by = $1
                AND issued_on >= $3
                AND regexp_replace(btrim(fields -> 'signer' ->> 'delegation'), '\\s+', ' ', 'g') = $4),
            (SELECT max((decision ->> 'issued_on')::date) FROM inspections WHERE unit_1 = $2 AND issued_by = $1
                AND issued_at >= $3::date - 1 AND decision -> 'legal_bases' ? $5))
        """,
        row["receiver_id"],
        row["unit_1"],
        row["valid_from"],
        cited,
        decided,
    )
    return found


async def known(receiver_id: UUID, number: str, decided_on: date) -> bool:
    """Tell whether this decision is in the register for this officer.

    An entry that was struck out without ever having been in force does not count, so that the right
    one can be entered.
    """
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT 1 FROM delegations WHERE receiver_id = $1 AND number = $2 AND decided_on = $3
            AND (ended_on IS NULL OR confirmed_at IS NOT NULL))
        """,
        receiver_id,
        number,
        decided_on,
    )
    return found


async def page(actor: Actor, after: UUID | None, limit: int) -> list[Any]:
    """Return the register in sight, newest first."""
    condition, args = scope.sql(scope.delegations(actor), "d", 3)
    return await database.fetch(
        f"""
        SELECT d.*, g.full_name AS giver, r.full_name AS receiver, e.full_name AS entered_name,
            k.full_name AS confirmed_name, u.name_vi AS unit_name
        FROM delegations d JOIN officers g ON g.id = d.giver_id JOIN officers r ON r.id = d.receiver_id
            JOIN officers e ON e.id = d.entered_by JOIN units u ON u.id = d.unit_id
            LEFT JOIN officers k ON k.id = d.confirmed_by
        WHERE {condition} AND ($1::uuid IS NULL OR d.id < $1) ORDER BY d.id DESC LIMIT $2
        """,
        after,
        limit,
        *args,
    )


async def find_in_sight(actor: Actor, delegation_id: UUID) -> Any:
    """Return one delegation in sight, or None."""
    condition, args = scope.sql(scope.delegations(actor), "d", 2)
    return await database.fetchrow(
        f"""
        SELECT d.*, g.full_name AS giver, r.full_name AS receiver, e.full_name AS entered_name,
            k.full_name AS confirmed_name, u.name_vi AS unit_name
        FROM delegations d JOIN officers g ON g.id = d.giver_id JOIN officers r ON r.id = d.receiver_id
            JOIN officers e ON e.id = d.entered_by JOIN units u ON u.id = d.unit_id
            LEFT JOIN officers k ON k.id = d.confirmed_by
        WHERE d.id = $1 AND {condition}
        """,
        delegation_id,
        *args,
    )


async def people_in_office(actor: Actor, day: date) -> list[Any]:
    """Return active officers in scope with their titles on a day, for the form's lists."""
    condition, args = scope.sql(scope.in_office(actor), "o", 3)
    return await database.fetch(
        f"""
        SELECT o.id, o.full_name, p.title_vi, p.unit_id, u.name_vi AS unit_name
        FROM officers o, LATERAL ({_OFFICE.format(who="o.id", day="$1")}) p JOIN units u ON u.id = p.unit_id
        WHERE o.state = 'active' AND {condition} ORDER BY u.code, o.full_name LIMIT $2
        """,
        day,
        _MOST_IN_OFFICE,
        *args,
    )
