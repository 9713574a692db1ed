"""SQL of the change log: what each officer's phone must be told."""

from uuid import UUID

from backend.core import database


async def insert_each(officer_ids: list[UUID], refs: list[str], kind: str, op: str) -> None:
    """Insert one row for each pair of officer and ref."""
    await database.execute(
        "INSERT INTO changes (officer_id, kind, ref, op)"
        " SELECT g.officer_id, $2, g.ref, $4 FROM unnest($1::uuid[], $3::text[]) AS g (officer_id, ref)",
        officer_ids,
        kind,
        refs,
        op,
    )


async def insert(officer_ids: list[UUID], kind: str, ref: str, op: str) -> None:
    """Insert one row for each officer."""
    await database.execute(
        "INSERT INTO changes (officer_id, kind, ref, op) SELECT unnest($1::uuid[]), $2, $3, $4",
        officer_ids,
        kind,
        ref,
        op,
    )
