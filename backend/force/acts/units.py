"""Acts about the force's tree. To create a unit, one must administer the unit above it."""

from backend.force.acts.declaring import Declared, Handler, Who
from backend.ledger.bounds.edges import At, Fixed, ThisYear, Today
from backend.ledger.bounds.table import FORCE_FOUNDED, HAPPENED, LAW_IN_FORCE, SLIP, Line, bound
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

_ORDERED = bound("/ordered/decided_on", Fixed(FORCE_FOUNDED), Today(), HAPPENED)
UNIT_MOVED = Declared(
    wire=PeopleAct.UNIT_MOVED,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    bounds=(bound("/valid_from", At("/ordered/decided_on"), Today(), HAPPENED), _ORDERED),
)
UNIT_MERGED = Declared(
    wire=PeopleAct.UNIT_MERGED,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    bounds=(bound("/valid_to", At("/ordered/decided_on"), Today(), HAPPENED), _ORDERED),
)
UNIT_SPLIT = Declared(
    wire=PeopleAct.UNIT_SPLIT,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    bounds=(bound("/valid_to", At("/ordered/decided_on"), Today(), HAPPENED), _ORDERED),
)


def _asked(change: str, day: str) -> tuple[Line, Line]:
    decided = f"/{change}/ordered/decided_on"
    return (
        bound(f"/{change}/{day}", At(decided), Today(), HAPPENED),
        bound(decided, Fixed(FORCE_FOUNDED), Today(), HAPPENED),
    )


RESTRUCTURING_ASKED = Declared(
    wire=PeopleAct.RESTRUCTURING_ASKED,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    bounds=(
        *_asked("merged", "valid_to"),
        *_asked("moved", "valid_from"),
        *_asked("split", "valid_to"),
        bound("/closed/valid_to", Fixed(FORCE_FOUNDED), Today(366), SLIP),
    ),
)
RESTRUCTURING_CONFIRMED = Declared(
    wire=PeopleAct.RESTRUCTURING_CONFIRMED,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
)
RESTRUCTURING_DECLINED = Declared(
    wire=PeopleAct.RESTRUCTURING_DECLINED, handler=Handler.UNIT, who=Who.ADMINISTRATOR
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
PAPER_RECEIVED = Declared(
    wire=PeopleAct.PAPER_RECEIVED,
    handler=Handler.UNIT,
    who=Who.CLERK,
    bounds=(
        bound("/received_on", Fixed(LAW_IN_FORCE), Today(), SLIP),
        bound("/dated", Fixed(FORCE_FOUNDED), Today(), SLIP),
    ),
)
UNIT_CERTIFICATE_REGISTERED = Declared(
    wire=PeopleAct.UNIT_CERTIFICATE_REGISTERED,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    set_by_the_system={
        "/valid_from": "read from the certificate",
        "/valid_to": "read from the certificate",
    },
)
UNIT_CERTIFICATE_REVOKED = Declared(
    wire=PeopleAct.UNIT_CERTIFICATE_REVOKED, handler=Handler.UNIT, who=Who.KEEPER
)

DEVICE_APPROVAL_SET = Declared(
    wire=PeopleAct.DEVICE_APPROVAL_SET, handler=Handler.UNIT, who=Who.ADMINISTRATOR
)
_WITHIN_A_YEAR = (
    "tài khoản máy có hạn nhiều nhất 1 năm",
    "an account of a machine lasts a year at most",
)
MACHINE_ASKED = Declared(
    wire=PeopleAct.MACHINE_ASKED,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    bounds=(bound("/expires_on", Today(1), Today(366), _WITHIN_A_YEAR),),
)
MACHINE_CONFIRMED = Declared(
    wire=PeopleAct.MACHINE_CONFIRMED, handler=Handler.UNIT, who=Who.ADMINISTRATOR
)
MACHINE_DECLINED = Declared(
    wire=PeopleAct.MACHINE_DECLINED, handler=Handler.UNIT, who=Who.ADMINISTRATOR
)
MACHINE_KEY_MADE = Declared(
    wire=PeopleAct.MACHINE_KEY_MADE,
    handler=Handler.UNIT,
    who=Who.ADMINISTRATOR,
    set_by_the_system={"/others_until": "set by the system"},
)
MACHINE_OWNER_NAMED = Declared(
    wire=PeopleAct.MACHINE_OWNER_NAMED, handler=Handler.UNIT, who=Who.ADMINISTRATOR
)
MACHINE_REVOKED = Declared(
    wire=PeopleAct.MACHINE_REVOKED, handler=Handler.UNIT, who=Who.ADMINISTRATOR
)
UNIT_MESSAGE_SENT = Declared(
    wire=PeopleAct.UNIT_MESSAGE_SENT, handler=Handler.UNIT, who=Who.APPROVER
)

ALL = (
    UNIT_CREATED,
    UNIT_RENAMED,
    UNIT_CLOSED,
    UNIT_MOVED,
    UNIT_MERGED,
    UNIT_SPLIT,
    RESTRUCTURING_ASKED,
    RESTRUCTURING_CONFIRMED,
    RESTRUCTURING_DECLINED,
    NUMBERS_OPENED,
    NUMBERS_SET_ASIDE,
    NUMBERS_GIVEN_BACK,
    PAPER_RECEIVED,
    UNIT_CERTIFICATE_REGISTERED,
    UNIT_CERTIFICATE_REVOKED,
    DEVICE_APPROVAL_SET,
    MACHINE_ASKED,
    MACHINE_CONFIRMED,
    MACHINE_DECLINED,
    MACHINE_KEY_MADE,
    MACHINE_OWNER_NAMED,
    MACHINE_REVOKED,
    UNIT_MESSAGE_SENT,
)
