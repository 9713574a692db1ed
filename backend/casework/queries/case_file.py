"""Queries of whole files for the command line: which case a number names."""

from uuid import UUID

from backend.casework.tables.cases import Case
from backend.core import rows
from backend.core.actors import Owned


class NumberedCase(Owned, frozen=True, kw_only=True):
    """A case that a number names, with its unit."""

    id: UUID


async def by_number(number: str) -> NumberedCase | None:
    """Find a case by its number: id, its unit with the ancestors."""
    named = Case.select(*rows.columns(NumberedCase, Case)).where(Case.number == number)
    return rows.one(NumberedCase, await named.first())
