"""Acts about phones: enrolled at a sign-in, approved, sent a message, revoked, reported lost, rescued."""

from backend.force.acts.declaring import Declared, Handler, Who
from backend.ledger.bounds.edges import Fixed, ThisYear
from backend.ledger.bounds.table import LAW_IN_FORCE, SLIP, bound
from schemas.force.acts import PeopleAct

DEVICE_ENROLLED = Declared(wire=PeopleAct.DEVICE_ENROLLED, handler=Handler.DEVICE, who=Who.SIGN_IN)
DEVICE_APPROVED = Declared(wire=PeopleAct.DEVICE_APPROVED, handler=Handler.DEVICE, who=Who.APPROVER)
DEVICE_REVOKED = Declared(
    wire=PeopleAct.DEVICE_REVOKED, handler=Handler.DEVICE, who=Who.ADMINISTRATOR
)
# Who used the phone reports it, or a head or an administrator for them.
DEVICE_LOST = Declared(
    wire=PeopleAct.DEVICE_LOST, handler=Handler.DEVICE, who=Who.APPROVER, also_himself=True
)
# A file from a revoked device is imported too. It does not matter whose device it is: phones are
# shared.
RESCUE_IMPORTED = Declared(
    wire=PeopleAct.RESCUE_IMPORTED, handler=Handler.DEVICE, who=Who.SUPERVISOR
)
NUMBERS_VOIDED = Declared(
    wire=PeopleAct.NUMBERS_VOIDED,
    handler=Handler.DEVICE,
    who=Who.ADMINISTRATOR,
    by_the_system=True,
    bounds=(bound("/year", Fixed(LAW_IN_FORCE.year), ThisYear(1), SLIP),),
    set_by_the_system={"/numbers/*": "taken from the register"},
)

DEVICE_MESSAGE_SENT = Declared(
    wire=PeopleAct.DEVICE_MESSAGE_SENT, handler=Handler.DEVICE, who=Who.APPROVER
)

ALL = (
    DEVICE_ENROLLED,
    DEVICE_APPROVED,
    DEVICE_REVOKED,
    DEVICE_LOST,
    RESCUE_IMPORTED,
    NUMBERS_VOIDED,
    DEVICE_MESSAGE_SENT,
)
