"""Inspections and cases that were recorded under a party since a moment, for who parts two merged parties."""

from datetime import datetime
from uuid import UUID

from backend.casework.queries import of_party as queries
from backend.casework.queries.of_party import Named as Named
from backend.core import scope
from backend.core.actors import Actor
from backend.core.database import at_once


async def of_party(actor: Actor, party_id: UUID, since: datetime) -> list[Named]:
    """Return them by number and moment, the oldest first, in the department whose register the reader keeps."""
    reach = scope.directory(actor)
    async with at_once() as ask:
        visits = ask(queries.inspections(party_id, since, reach))
        cases = ask(queries.cases(party_id, since, reach))
    return sorted([*visits.result(), *cases.result()], key=lambda one: one.at)
