"""The officer by whom citizens' reports are recorded: made by the first of them, and by nobody ever used to sign in."""

from typing import Final

import msgspec

from backend.core.actors import Actor, UnitPath
from backend.force.derived.authority import SERVICE_OFFICER
from backend.force.queries import people
from backend.force.units import service as units
from backend.ledger import service as ledger
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import OfficerRegistered, PeopleAct

USERNAME: Final = "cong-phan-anh"
FULL_NAME: Final = "Cổng tiếp nhận phản ánh"


async def for_public_form() -> Actor | None:
    """Return the service officer with the face "public", made if need be; None before there is a national office.

    Runs in the caller's transaction.
    """
    root = await units.find_root()
    if root is None:
        return None
    actor = Actor(
        officer_id=SERVICE_OFFICER,
        username=USERNAME,
        full_name=FULL_NAME,
        roles=frozenset(),
        unit=UnitPath(unit_1=root.id),
        session_id=None,
        face="public",
    )
    if await people.find(SERVICE_OFFICER) is None:
        await _register(actor)
    return actor


async def _register(actor: Actor) -> None:
    """Enter the officer, as the machine's operator enters the first administrator. Repeating is refused by its id."""
    by_the_machine = msgspec.structs.replace(
        actor, face="cli", roles=frozenset({Role.ADMINISTRATOR})
    )
    content = OfficerRegistered(
        username=USERNAME,
        full_name=FULL_NAME,
        officer_number=None,
        unit_id=actor.unit.unit_id,
        language="vi",
    )
    act = ledger.desk_act(
        RecordKind.OFFICER,
        actor.officer_id,
        PeopleAct.OFFICER_REGISTERED,
        content,
        by_the_machine,
    )
    ledger.unwrap(await ledger.record(act, by_the_machine))
