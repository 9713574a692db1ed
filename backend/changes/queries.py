"""SQL of the change log: what each officer's phone must hear of."""

from uuid import UUID

from backend import database


async def insert(officer_ids: list[UUID], kind: str, ref: str, op: str) -> None:
    """One row an officer."""
    await database.execute(
        "INSERT INTO changes (officer_id, kind, ref, op) SELECT unnest($1::uuid[]), $2, $3, $4",
        officer_ids,
        kind,
        ref,
        op,
    )
