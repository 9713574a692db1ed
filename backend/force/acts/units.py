"""Acts about the force's tree. To create a unit, one must administer the unit above it."""

from backend.force.acts.declaring import Declared, Handler, Who
from backend.ledger.bounds.edges import Fixed, ThisYear, Today
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

_YEAR = bound("/year", ThisYear(), ThisYear(), SLIP)
NUMBERS_OPENED = Declared(
    wire=PeopleAct.NUMBERS_OPENED, handler=Handler.UNIT, who=Who.ADMINISTRATOR, bounds=(_YEAR,)
)
NUMBERS_SET_ASIDE = Declared(
    wire=PeopleAct.NUMBERS_SET_ASIDE,
    handler=Handler.UNIT,
    who=Who.KEEPER,
    bounds=(_YEAR,),
    set_by_the_system={"/first": "taken from the register", "/last": "taken from the register"},
)
NUMBERS_GIVEN_BACK = Declared(
    wire=PeopleAct.NUMBERS_GIVEN_BACK,
    handler=Handler.UNIT,
    who=Who.KEEPER,
    set_by_the_system={"/numbers/*": "taken from the register"},
)

ALL = (
    UNIT_CREATED,
    UNIT_RENAMED,
    UNIT_CLOSED,
    NUMBERS_OPENED,
    NUMBERS_SET_ASIDE,
    NUMBERS_GIVEN_BACK,
)
