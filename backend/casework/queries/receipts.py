"""Queries of the receipts that cases name, so that one receipt is not counted in two of them."""

from datetime import date
from uuid import UUID

from backend.casework.queries.elsewhere import OtherCase
from backend.core import database, rows, scope

MOST = 20
"""The most other cases that are named for one receipt."""


async def put(case_id: UUID, payment_id: UUID, number_fold: str, paid_on: date) -> None:
    """Store a receipt that a payment names."""
    await database.execute(
        "INSERT INTO case_receipts (payment_id, case_id, number_fold, paid_on) VALUES ($1, $2, $3, $4)",
        payment_id,
        case_id,
        number_fold,
        paid_on,
    )


async def elsewhere(
    case_id: UUID, number_fold: str, paid_on: date, condition: str, args: list[UUID]
) -> list[OtherCase]:
    """List other cases that name this receipt of this day.

    Of two entered concurrently the second waits for the first transaction. `seen` says whether the
    reader may see the case; its parameters start at $4.
    """
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('receipt ' || $1::text, 0))", number_fold
    )
    found = await database.fetch(
        f"""
        SELECT DISTINCT c.id, c.number, c.decision_number, u.name_vi AS unit_vi, u.name_en AS unit_en,
            {scope.as_value(condition)} AS seen
        FROM case_receipts r JOIN cases c ON c.id = r.case_id JOIN units u ON u.id = c.unit_id
        WHERE r.number_fold = $2 AND r.paid_on = $3 AND r.case_id <> $1
        ORDER BY c.number
        LIMIT {MOST}
        """,
        case_id,
        number_fold,
        paid_on,
        *args,
    )
    return rows.many(OtherCase, found)
