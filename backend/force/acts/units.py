"""Acts about the force's tree. To create a unit, one must administer the unit above it."""

from backend.force.acts.declaring import Declared, Handler, Who
from backend.ledger.bounds.edges import Fixed, Today
from backend.ledger.bounds.table import FORCE_FOUNDED, SLIP, bound
from schemas.force.acts import PeopleAct

UNIT_CREATED = Declared(
    wire=PeopleAct.UNIT_CREATED,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    bounds=(bound("/valid_from", Fixed(FORCE_FOUNDED), Today(366), SLIP),),
)
UNIT_RENAMED = Declared(wire=PeopleAct.UNIT_RENAMED, handler=Handler.UNIT, who=Who.ADMINISTRATOR)
UNIT_CLOSED = Declared(
    wire=PeopleAct.UNIT_CLOSED,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    bounds=(bound("/valid_to", Fixed(FORCE_FOUNDED), Today(366), SLIP),),
)

ALL = (UNIT_CREATED, UNIT_RENAMED, UNIT_CLOSED)
