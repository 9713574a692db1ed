"""The first administrator of an installation without demonstration data, made by command."""

from uuid import UUID

from backend.core import clock
from backend.core.actors import Actor, UnitPath
from backend.force.accounts import enrolments
from backend.force.accounts.enrolments import Issued
from backend.force.errors import AdministratorExists
from backend.force.queries import people
from backend.force.rules import accounts as rules
from backend.force.units import service as units
from backend.ledger import service as ledger
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import OfficerRegistered, PeopleAct, RoleGiven, UnitCreated


def operator(officer_id: UUID, unit_id: UUID, username: str, full_name: str) -> Actor:
    """Return the operator of the machine as an actor.

    The operator acts under the first administrator's name, because there is no other officer yet.
    """
    return Actor(
        officer_id=officer_id,
        username=username,
        full_name=full_name,
        roles=frozenset({Role.ADMINISTRATOR}),
        unit=UnitPath(unit_1=unit_id),
        session_id=None,
        face="cli",
    )


async def create_first_admin(username: str, full_name: str) -> Issued:
    """Create the first administrator, in the national unit, and their one-time address.

    An installation without units gets a national one, to be renamed at the desk. Runs inside the
    caller's transaction. Raises AdministratorExists, Invalid (user name).
    """
    username = rules.normalise_username(username)
    rules.check_username(username)
    if await people.any_administrator():
        raise AdministratorExists
    root = await units.find_root()
    officer_id, unit_id = new_id(), root.id if root else new_id()
    actor = operator(officer_id, unit_id, username, full_name)
    if root is None:
        content = UnitCreated(
            code="00",
            name_vi="Lực lượng Quản lý thị trường",
            name_en="Market Surveillance Force",
            kind="national",
            parent_id=None,
            valid_from=clock.today(),
        )
        ledger.unwrap(await units.create(actor, content, unit_id))
    registered = OfficerRegistered(
        username=username,
        full_name=full_name,
        officer_number=None,
        unit_id=unit_id,
        language="vi",
    )
    for kind, each in (
        (PeopleAct.OFFICER_REGISTERED, registered),
        (PeopleAct.ROLE_GIVEN, RoleGiven(role=Role.ADMINISTRATOR)),
    ):
        act = ledger.desk_act(RecordKind.OFFICER, officer_id, kind, each, actor)
        ledger.unwrap(await ledger.record(act, actor))
    outcome, issued = await enrolments.issue(actor, officer_id, "first")
    ledger.unwrap(outcome)
    if issued is None:
        raise AdministratorExists
    return issued
