"""Papers of inspection decisions for tests: drafted, signed with a certificate, signed by hand."""

from uuid import UUID

from backend import registry
from backend.core import database
from backend.core.database import transaction
from backend.documents.signing import service as signing
from backend.fieldwork.decision_papers import service as papers
from backend.ledger import service as ledger
from backend.ledger.service import Accepted
from deploy.demo import ca
from tests.support import factories
from tests.support.people import People, Person
from tests.support.signing import PASSPHRASE, Authority


async def certified(person: Person, issuer: Authority) -> None:
    """Give an officer a certificate of his own."""
    number = await database.fetchval("SELECT officer_number FROM officers WHERE id = $1", person.id)
    data = ca.officer_pkcs12(issuer.issuing, person.full_name, number, PASSPHRASE)
    outcome = await signing.register_pkcs12(person.actor(), person.id, data, PASSPHRASE)
    assert isinstance(outcome, Accepted)


async def drafted(people: People, by: Person | None = None, **changed: object) -> UUID:
    """A draft of a decision for chi (leader), an and binh; by default an's."""
    registry.open_all()
    order = factories.order(people.chi, [people.an, people.binh], **changed)
    async with transaction():
        document, outcome = await papers.draft(order, (by or people.an).actor("desk"))
        ledger.unwrap(outcome)
    return document


async def hash_seen(document: UUID, by: Person) -> str:
    """The hash of the draft as this officer sees it."""
    async with transaction():
        return (await papers.read(document, by.actor("desk"), None)).fields_hash


async def signed(document: UUID, by: Person, passphrase: str | None = PASSPHRASE) -> UUID:
    """The draft signed by this officer, as seen now; or printed. Its inspection's id."""
    seen = await hash_seen(document, by)
    return await papers.sign(document, seen, passphrase, by.actor("desk"))
