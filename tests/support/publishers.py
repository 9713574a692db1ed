"""Publishing the catalogue in tests: lan proposes, a national legal officer confirms."""

import dataclasses

from backend.core import database
from backend.core.database import transaction
from backend.law.catalogue import service
from backend.ledger.service import Accepted, Outcome
from schemas.core.vocabulary import Role
from schemas.law.catalogue import ViolationPublished, ViolationWithdrawn
from tests.support.people import People, Person


async def second_publisher(people: People) -> Person:
    """The national clerk, made the national legal officer."""
    await database.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.oanh.id)
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'legal')", people.oanh.id
    )
    return dataclasses.replace(people.oanh, roles=(Role.LEGAL,))


async def by_two(people: People, change: ViolationPublished | ViolationWithdrawn) -> Outcome:
    """Propose it as lan and have it confirmed; return the last answer of the one door."""
    second = await second_publisher(people)
    async with transaction():
        proposal, outcome = await service.propose(people.lan.actor(), change)
    if not isinstance(outcome, Accepted):
        return outcome
    async with transaction():
        return await service.confirm(second.actor(), change.code, proposal)
