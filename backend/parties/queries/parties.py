"""SQL of the register of inspected parties."""

from typing import Any
from uuid import UUID

from backend.core import database, scope
from backend.core.actors import Actor
from backend.core.filter_queries import containing

COLUMNS = """
    s.id, s.kind, s.name, s.trade_name, s.tax_code, s.registration_number, s.address, s.representative,
    s.representative_title, s.phone, s.latitude_e7, s.longitude_e7
"""


async def search(actor: Actor, text: str, limit: int) -> list[Any]:
    """Find by name or tax code, without diacritics."""
    condition, args = scope.directory(actor, "s", 1)
    pattern = containing(text)
    base = len(args)
    return await database.fetch(
        f"""
        SELECT {COLUMNS} FROM subjects s
        WHERE {condition} AND (fold(s.name) LIKE fold(${base + 1}) OR s.tax_code LIKE ${base + 1})
        ORDER BY fold(s.name), s.id LIMIT ${base + 2}
        """,
        *args,
        pattern,
        limit,
    )


async def find(actor: Actor, subject_id: UUID) -> Any:
    """A subject in scope, or None."""
    condition, args = scope.directory(actor, "s", 2)
    return await database.fetchrow(
        f"SELECT {COLUMNS} FROM subjects s WHERE s.id = $1 AND {condition}", subject_id, *args
    )


async def insert(
    subject_id: UUID, unit_id: UUID, path: tuple[UUID | None, ...], fields: dict[str, Any]
) -> None:
    """Insert a new party, owned by a unit."""
    await database.execute(
        """
        INSERT INTO subjects (id, unit_id, unit_1, unit_2, unit_3, unit_4, kind, name, trade_name, tax_code,
            registration_number, address, representative, representative_title, phone, latitude_e7, longitude_e7)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
        """,
        subject_id,
        unit_id,
        *path,
        *(
            fields.get(name)
            for name in (
                "kind",
                "name",
                "trade_name",
                "tax_code",
                "registration_number",
                "address",
                "representative",
                "representative_title",
                "phone",
                "latitude_e7",
                "longitude_e7",
            )
        ),
    )
