"""SQL of the list of exceptions."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database

_SHOWN = """x.id, x.kind, x.record_kind, x.record_id, x.officer_id, x.reason, x.at, x.check_by, x.verdict, x.note,
            x.checked_at, x.unit_1, x.unit_2, x.unit_3, x.unit_4, o.full_name AS officer_name, u.name_vi, u.name_en,
            o.unit_1 AS of_1, o.unit_2 AS of_2, o.unit_3 AS of_3, o.unit_4 AS of_4,
            k.full_name AS checked_by_name, coalesce(c.number, i.decision_number) AS record_number,
            d.id AS paper_id, d.form AS paper_form, d.form_version AS paper_version, d.number AS paper_number"""
_FROM = """exceptions x JOIN officers o ON o.id = x.officer_id
           JOIN units u ON u.id = coalesce(x.unit_4, x.unit_3, x.unit_2, x.unit_1)
           LEFT JOIN officers k ON k.id = x.checked_by
           LEFT JOIN cases c ON x.record_kind = 'case' AND c.id = x.record_id
           LEFT JOIN inspections i ON x.record_kind = 'inspection' AND i.id = x.record_id
           LEFT JOIN ledger_entries e ON e.act_id = x.id
           LEFT JOIN documents d ON d.case_id = c.id
               AND d.id::text = e.act::jsonb -> 'content' ->> 'document_id'"""
_WAITS = {"waiting": "x.verdict IS NULL", "all": "true"}


async def insert(
    *,
    act_id: UUID,
    kind: str,
    record_kind: str,
    record_id: UUID,
    officer_id: UUID,
    reason: str,
    at: datetime,
    check_by: datetime | None,
) -> None:
    """Insert an exception, under the present unit of its record."""
    source = {"case": "cases", "inspection": "inspections"}[record_kind]
    await database.execute(
        f"""
        INSERT INTO exceptions (id, kind, record_kind, record_id, officer_id, reason, at, check_by,
            unit_1, unit_2, unit_3, unit_4)
        SELECT $1, $2, $3, r.id, $5, $6, $7, $8, r.unit_1, r.unit_2, r.unit_3, r.unit_4
        FROM {source} r WHERE r.id = $4
        """,
        act_id,
        kind,
        record_kind,
        record_id,
        officer_id,
        reason,
        at,
        check_by,
    )


async def lock(exception_id: UUID) -> Any:
    """Lock the row with its maker's unit; None if there is none."""
    return await database.fetchrow(
        """
        SELECT x.*, o.unit_1 AS of_1, o.unit_2 AS of_2, o.unit_3 AS of_3, o.unit_4 AS of_4
        FROM exceptions x JOIN officers o ON o.id = x.officer_id WHERE x.id = $1 FOR UPDATE OF x
        """,
        exception_id,
    )


async def in_sight(exception_id: UUID, condition: str, args: list[UUID]) -> bool:
    """Tell whether it is in scope. Parameters of the scope start at $2."""
    found: bool = await database.fetchval(
        f"SELECT EXISTS (SELECT FROM exceptions x WHERE x.id = $1 AND {condition})",
        exception_id,
        *args,
    )
    return found


async def check(
    exception_id: UUID, verdict: str, note: str, officer_id: UUID, at: datetime
) -> None:
    """Write the verdict."""
    await database.execute(
        "UPDATE exceptions SET verdict = $2, note = $3, checked_by = $4, checked_at = $5 WHERE id = $1",
        exception_id,
        verdict,
        note,
        officer_id,
        at,
    )


async def page(
    condition: str,
    args: list[UUID],
    show: str,
    kind: str | None,
    after: tuple[datetime, UUID] | None,
    limit: int,
) -> list[Any]:
    """List a page in scope: what is due soonest first, what has no term last.

    Parameters of the scope start at $5.
    """
    due, ident = after or (None, None)
    return await database.fetch(
        f"""
        SELECT {_SHOWN} FROM {_FROM}
        WHERE {condition} AND {_WAITS[show]} AND ($1::text IS NULL OR x.kind = $1)
          AND ($2::timestamptz IS NULL OR (coalesce(x.check_by, '9999-12-31Z'), x.id) > ($2, $3::uuid))
        ORDER BY coalesce(x.check_by, '9999-12-31Z'), x.id LIMIT $4
        """,
        kind,
        due,
        ident,
        limit,
        *args,
    )


async def counts(condition: str, args: list[UUID], now: datetime) -> Any:
    """Count those in scope, those that wait, and those that wait too long.

    Parameters of the scope start at $2.
    """
    return await database.fetchrow(
        f"""
        SELECT count(*) AS total, count(*) FILTER (WHERE x.verdict IS NULL) AS waiting,
            count(*) FILTER (WHERE x.verdict IS NULL AND x.check_by < $1) AS overdue
        FROM exceptions x WHERE {condition}
        """,
        now,
        *args,
    )
