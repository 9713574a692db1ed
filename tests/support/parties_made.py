"""Parties of the register, as tests need them.

party_id = await parties_made.registered(people.an, parties_made.SHOP)
"""

from uuid import UUID

from backend import registry
from backend.core.database import transaction
from backend.ledger import service as ledger
from backend.parties import recording
from schemas.core.base import Wire
from schemas.core.vocabulary import SubjectKind
from schemas.parties.acts import Address, Identifier, PartyDetails, Representative
from schemas.parties.words import IdentifierKind, PartySource
from tests.support.people import Person

SHOP = PartyDetails(
    kind=SubjectKind.ORGANISATION,
    name="Công ty TNHH Hoa Sen",
    sign="Siêu thị Hoa Sen",
    identifiers=[Identifier(kind=IdentifierKind.ENTERPRISE_CODE, value="0100109106")],
    representatives=[Representative(name="Đỗ Văn Hải", title="Giám đốc")],
    address=Address(
        line="Số 5 phố Huế, phường Hai Bà Trưng", province_code="01", commune_code="00256"
    ),
    phones=["0912345678"],
)


async def registered(person: Person, details: PartyDetails = SHOP) -> UUID:
    """Register a party in the register of a person's unit."""
    registry.open_all()
    async with transaction():
        party_id, outcome = await recording.register(
            details, person.unit.unit_id, PartySource.REGISTER, person.actor()
        )
    ledger.unwrap(outcome)
    return party_id


async def done(person: Person, party_id: UUID, content: Wire) -> None:
    """Record any other act of a party."""
    async with transaction():
        outcome = await recording.act(party_id, content, person.actor())
    ledger.unwrap(outcome)
