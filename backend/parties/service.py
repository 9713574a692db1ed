"""The register of inspected parties (đối tượng).

A party is looked up when a decision is issued and copied into the decision, which does not change
the register.
"""

from uuid import UUID

import msgspec

from backend.core.actors import Actor
from backend.core.errors import Invalid, NotFound
from backend.parties.queries import parties as queries
from schemas.core.ids import new_id
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import SubjectRow


async def search(actor: Actor, text: str, limit: int = 50) -> list[SubjectRow]:
    """Find by name or tax code, without diacritics, in the reader's department and below."""
    return await queries.search(actor, text, limit)


async def get(actor: Actor, subject_id: UUID) -> SubjectRow:
    """Return one party. Raises NotFound if it does not exist or is out of scope."""
    row = await queries.find(actor, subject_id)
    if row is None:
        raise NotFound(what="subject")
    return row


async def add(
    actor: Actor,
    subject: DecisionSubject,
    latitude_e7: int | None = None,
    longitude_e7: int | None = None,
) -> SubjectRow:
    """Enter a new party in the register, in the actor's unit.

    Raises Invalid if it has no name or no address.
    """
    if not subject.name.strip() or not subject.address.strip():
        raise Invalid(code="subject_incomplete")
    subject_id = new_id()
    fields = msgspec.structs.asdict(subject) | {
        "latitude_e7": latitude_e7,
        "longitude_e7": longitude_e7,
    }
    del fields["subject_id"]
    await queries.insert(subject_id, actor.unit.unit_id, actor.unit.as_tuple(), fields)
    return await get(actor, subject_id)
