"""Informations for tests: entered by somebody, with an informant whose name no other test has.

one = await informations.registered(people.nga, named_officers=[people.an.id])
"""

from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.core import clock
from backend.core.database import transaction
from backend.intake.informations import registering
from backend.intake.informations import service as informations
from backend.intake.informations.registering import Done, Registering
from backend.intake.opening import service as opening
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.casework.words import InformationSource
from schemas.core.base import Wire
from schemas.core.vocabulary import SubjectKind
from schemas.intake.acts import Matter, Place, Suspect
from schemas.intake.secrets import Informant
from schemas.intake.views import InformationView
from schemas.intake.words import Channel, Field, Nature
from tests.support.people import Person

WHO = Informant(
    name="Quách Thị Mai Hoa",
    phone="0987 654 321",
    email="hoa.quach@example.vn",
    address="12 ngõ Giếng Mứt, Hà Nội",
)
"""An informant: none of these words may be found anywhere but where they are sealed."""
ACCOUNT = "Tôi bán hàng đối diện kho nhà ông Bảo, tối nào cũng thấy xe tải chở rượu không nhãn."
PLANTED = ("Quách", "987654321", "987 654 321", "hoa.quach", "Giếng Mứt", "đối diện kho", "ông Bảo")


def matter(**given: Any) -> Matter:
    """What an officer writes for the work."""
    said: dict[str, Any] = {
        "summary": "Phản ánh một cơ sở bán rượu không nhãn.",
        "fields": [Field.LABELS],
        "goods": "Rượu",
        "suspects": [
            Suspect(
                subject_id=None,
                kind=SubjectKind.HOUSEHOLD,
                name="Hộ kinh doanh Minh Phát",
                tax_code="0109998887",
                address="Số 5 phố Hàng Than, Hà Nội",
            )
        ],
        "place": Place(address="Số 5 phố Hàng Than, Hà Nội", area_code="01"),
    }
    return Matter(**(said | given))


def asked(**given: Any) -> Registering:
    """What an officer enters."""
    said: dict[str, Any] = {
        "nature": Nature.TIP,
        "source": InformationSource.TIP,
        "channel": Channel.PHONE,
        "received_at": clock.now() - timedelta(minutes=5),
        "matter": matter(),
        "informant": WHO,
        "account": ACCOUNT,
    }
    return Registering(**(said | given))


async def attempted(person: Person, **given: Any) -> Done:
    """Enter it; the outcome may be a refusal."""
    async with transaction():
        return await registering.register(asked(**given), person.actor("desk"))


async def registered(person: Person, **given: Any) -> Done:
    """Enter it. Raises RefusedAct."""
    done = await attempted(person, **given)
    ledger.unwrap(done.outcome)
    return done


async def tried(person: Person, information_id: UUID, content: Wire) -> Outcome:
    """Make an act of it; the outcome may be a refusal. Raises NotFound."""
    async with transaction():
        return await informations.act(information_id, content, person.actor("desk"))


async def did(person: Person, information_id: UUID, content: Wire) -> None:
    """Make an act of it. Raises RefusedAct, NotFound."""
    ledger.unwrap(await tried(person, information_id, content))


async def seen(person: Person, information_id: UUID) -> InformationView:
    """Its page. Raises NotFound."""
    async with transaction():
        return await informations.view(information_id, person.actor("desk"))


async def informant(person: Person, information_id: UUID) -> Informant | None:
    """Who informed, opened by this person. Raises SealShut, NotFound."""
    async with transaction():
        return await opening.informant(information_id, person.actor("desk"), "127.0.0.1")


async def account(person: Person, information_id: UUID) -> list[str]:
    """What was told, opened by this person. Raises SealShut, NotFound."""
    async with transaction():
        found = await opening.account(information_id, person.actor("desk"), "127.0.0.1")
    return [one.text for one in found]
