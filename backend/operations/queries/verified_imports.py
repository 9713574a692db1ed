"""Queries of verification about imports of parties. For operators: no scope applies."""

from uuid import UUID

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.operations.rules.verified_imports import KeptImport, KeptParty
from backend.parties.tables.imports import PartyImport
from backend.parties.tables.parties import Subject


@compiled.one(KeptImport)
def one(import_id: UUID) -> Query:
    """Return an import as its table has it, or None."""
    found = PartyImport.select(*rows.columns(KeptImport, PartyImport))
    return found.where(PartyImport.id == import_id)


# By hand: whether a record has entries, beside its row.
async def parties(ids: list[UUID]) -> list[KeptParty]:
    """Return these parties as the register has them."""
    found = await database.fetch(
        """SELECT s.id, s.import_id, s.details, s.name, s.address, s.tax_code,
            NOT EXISTS (SELECT FROM ledger_entries e WHERE e.record_id = s.id) AS untouched
        FROM subjects s WHERE s.id = ANY($1)""",
        ids,
    )
    return rows.many(KeptParty, decoded(found, "details"))


@compiled.count
def came_with(import_id: UUID) -> Query:
    """Count the parties that say they came with an import."""
    return Subject.count().where(Subject.import_id == import_id)


@compiled.values(UUID)
def begun() -> Query:
    """Return the ids of all imports that the table says were confirmed."""
    return PartyImport.select(PartyImport.id).where(PartyImport.begun_at.is_not_null())
