"""The register of inspected parties (đối tượng).

A party is looked up when a decision is issued and copied into the decision, which does not change
the register.
"""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import Invalid, NotFound
from backend.ledger import service as ledger
from backend.parties import merging as merging
from backend.parties import recording
from backend.parties.queries import merges, register
from backend.parties.queries import parties as queries
from backend.parties.rules import combining as combining
from backend.parties.rules import details as rules
from backend.parties.rules.facts import Row
from schemas.fieldwork.acts import DecisionSubject
from schemas.fieldwork.decisions import SubjectRow
from schemas.parties.acts import Point
from schemas.parties.words import PartySource


async def search(actor: Actor, text: str, limit: int = 50) -> list[SubjectRow]:
    """Find by name or tax code, without diacritics, in the reader's department and below."""
    return await queries.search(actor, text, limit)


async def get(actor: Actor, subject_id: UUID) -> SubjectRow:
    """Return one party. Raises NotFound if it does not exist or is out of scope."""
    row = await queries.find(actor, subject_id)
    if row is None:
        raise NotFound(what="subject")
    return row


async def identity_numbers(party_id: UUID) -> list[str]:
    """Return the identity numbers of a party and of who represents it, to compare; never to be shown.

    Those of all that were merged into it count too: they are the same party.
    """
    numbers: list[str] = []
    for one_id in await merges.together(party_id):
        if found := await register.find(one_id):
            numbers += [one.value for one in found.details.identifiers]
            people = [one.identity_number for one in found.details.representatives]
            numbers += [one for one in people if one]
    return list(dict.fromkeys(numbers))


async def add(
    actor: Actor,
    subject: DecisionSubject,
    latitude_e7: int | None = None,
    longitude_e7: int | None = None,
) -> SubjectRow:
    """Register the new party that a decision names, in the actor's unit.

    A number that fails its check is kept as the decision has it. Raises Invalid if it has no name or no address,
    RefusedAct.
    """
    if not subject.name.strip() or not subject.address.strip():
        raise Invalid(code="subject_incomplete")
    named = Row(
        kind=subject.kind,
        name=subject.name,
        trade_name=subject.trade_name,
        tax_code=subject.tax_code,
        registration_number=subject.registration_number,
        address=subject.address,
        representative=subject.representative,
        representative_title=subject.representative_title,
        phone=subject.phone,
    )
    details = rules.of_row(named, clock.today())
    point = None
    if latitude_e7 is not None and longitude_e7 is not None:
        point = Point(latitude_e7=latitude_e7, longitude_e7=longitude_e7)
    party_id, outcome = await recording.register(
        details, actor.unit.unit_id, PartySource.DECISION, actor, point
    )
    ledger.unwrap(outcome)
    return await get(actor, party_id)
