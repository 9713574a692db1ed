"""Queries of cases whose unit ended."""

from uuid import UUID

import msgspec

from backend.casework.rules.states import NOT_ARCHIVED
from backend.casework.tables.cases import Case
from backend.core import compiled, database, rows
from backend.core.compiled import Query


class OpenCase(msgspec.Struct, frozen=True, kw_only=True):
    """A case that is not archived, and who answers for it."""

    id: UUID
    lead_id: UUID


@compiled.many(OpenCase)
def open_in(unit_id: UUID) -> Query:
    """Return the cases that a unit leads and that are not archived. For the system: no scope is asked."""
    found = Case.select(*rows.columns(OpenCase, Case)).where(Case.unit_id == unit_id)
    return found.where(rows.any_of(Case.state, sorted(NOT_ARCHIVED))).order_by(Case.id)


@compiled.write
def lead(case_id: UUID, unit_id: UUID) -> Query:
    """Have another unit lead the case."""
    return Case.update({Case.unit_id: unit_id}).where(Case.id == case_id)


async def restructure(act_id: UUID, officer_id: UUID, case_id: UUID, to_id: UUID) -> None:
    """Have a case, with all that is its, lie in another part than the rest of its unit's work.

    By a function of the schema's owner, which writes down what it rewrote.
    """
    await database.execute(
        "SELECT count(*) FROM restructure_case($1, $2, $3, $4)", act_id, officer_id, case_id, to_id
    )
