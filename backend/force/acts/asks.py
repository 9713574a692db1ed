"""Acts that need a second person: they are asked for, then confirmed or declined."""

from backend.force.acts.declaring import Declared, Handler, Who
from backend.force.rules.asks import Kind
from backend.ledger.bounds.edges import Fixed, Today
from backend.ledger.bounds.table import FORCE_FOUNDED, HAPPENED, SLIP, Line, bound
from schemas.force.acts import PeopleAct


def _ask(wire: PeopleAct, kind: Kind, bounds: tuple[Line, ...] = ()) -> Declared:
    return Declared(
        wire=wire, handler=Handler.OFFICER, who=Who.ADMINISTRATOR, asks=kind, bounds=bounds
    )


_DECIDED_ON = bound("/decided_on", Fixed(FORCE_FOUNDED), Today(), HAPPENED)


ROLE_ASKED = _ask(PeopleAct.ROLE_ASKED, "role")
POSITION_ASKED = _ask(
    PeopleAct.POSITION_ASKED,
    "position",
    (bound("/valid_from", Fixed(FORCE_FOUNDED), Today(366), SLIP), _DECIDED_ON),
)
RESET_ASKED = _ask(PeopleAct.RESET_ASKED, "reset")
MOVE_ASKED = _ask(PeopleAct.MOVE_ASKED, "move")
REINSTATE_ASKED = _ask(PeopleAct.REINSTATE_ASKED, "reinstate")
POSITION_END_ASKED = _ask(
    PeopleAct.POSITION_END_ASKED,
    "position_end",
    (_DECIDED_ON, bound("/valid_to", Fixed(FORCE_FOUNDED), Today(366), SLIP)),
)
EMERGENCY_ASKED = _ask(PeopleAct.EMERGENCY_ASKED, "emergency")
ASK_CONFIRMED = Declared(wire=PeopleAct.ASK_CONFIRMED, handler=Handler.OFFICER, who=Who.ASKED)
ASK_DECLINED = Declared(wire=PeopleAct.ASK_DECLINED, handler=Handler.OFFICER, who=Who.ASKED)

ALL = (
    ROLE_ASKED,
    POSITION_ASKED,
    RESET_ASKED,
    MOVE_ASKED,
    REINSTATE_ASKED,
    POSITION_END_ASKED,
    EMERGENCY_ASKED,
    ASK_CONFIRMED,
    ASK_DECLINED,
)
