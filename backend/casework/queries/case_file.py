"""Queries of whole files for the command line: which case a number names."""

from uuid import UUID

from backend.casework.tables.cases import Case
from backend.core import compiled, rows
from backend.core.actors import Owned
from backend.core.compiled import Query


class NumberedCase(Owned, frozen=True, kw_only=True):
    """A case that a number names, with its unit."""

    id: UUID


@compiled.one(NumberedCase)
def by_number(number: str) -> Query:
    """Find a case by its number: id, its unit with the ancestors."""
    return Case.select(*rows.columns(NumberedCase, Case)).where(Case.number == number)
