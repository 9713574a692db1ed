"""Queries of verification about imports of officers. For operators: no scope applies."""

from uuid import UUID

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.force.tables.people_imports import PeopleImport
from backend.operations.rules.verified_people_imports import KeptPeopleImport


@compiled.one(KeptPeopleImport)
def one(import_id: UUID) -> Query:
    """Return an import as its table has it, or None."""
    found = PeopleImport.select(*rows.columns(KeptPeopleImport, PeopleImport))
    return found.where(PeopleImport.id == import_id)


# By hand: an array of each record's acts.
async def acts_of(officer_ids: list[UUID]) -> dict[UUID, list[str]]:
    """Return the types of the acts of these officers' records."""
    found = await database.fetch(
        """SELECT record_id, array_agg(act_type) AS acts FROM ledger_entries
        WHERE record_id = ANY($1) AND quarantine IS NULL GROUP BY record_id""",
        officer_ids,
    )
    return {row["record_id"]: list(row["acts"]) for row in found}


@compiled.values(UUID)
def begun() -> Query:
    """Return the ids of all imports that the table says were confirmed."""
    return PeopleImport.select(PeopleImport.id).where(PeopleImport.begun_at.is_not_null())
