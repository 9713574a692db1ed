"""Acts about accounts: names, roles, positions, cards and credentials of officers."""

from collections.abc import Mapping

from backend.force.acts.declaring import Declared, Ends, Handler, Who
from backend.ledger.bounds.edges import At, Fixed, Today
from backend.ledger.bounds.table import FORCE_FOUNDED, HAPPENED, LAW, SLIP, Line, bound
from schemas.force.acts import PeopleAct


def _by_administrator(
    wire: PeopleAct,
    ends: Ends | None = None,
    bounds: tuple[Line, ...] = (),
    set_by_the_system: Mapping[str, str] | None = None,
) -> Declared:
    return Declared(
        wire=wire,
        handler=Handler.OFFICER,
        who=Who.ADMINISTRATOR,
        ends=ends,
        bounds=bounds,
        set_by_the_system=set_by_the_system or {},
    )


_FIVE_YEARS = ("thẻ có hạn 5 năm", "a card holds 5 years")
_EXPIRES = {"/expires_at": "set by the system"}


OFFICER_REGISTERED = _by_administrator(PeopleAct.OFFICER_REGISTERED)
OFFICER_CORRECTED = _by_administrator(PeopleAct.OFFICER_CORRECTED)
OFFICER_MOVED = _by_administrator(PeopleAct.OFFICER_MOVED, Ends("rights_changed"))
OFFICER_TAKEN = Declared(
    wire=PeopleAct.OFFICER_TAKEN,
    handler=Handler.OFFICER,
    who=Who.RESTRUCTURING,
    set_by_the_system={
        "/on": "the day of the unit's act",
        "/positions/*/ends_on": "the day of the unit's act, or the day after a post began later",
    },
)
OFFICER_DISABLED = _by_administrator(PeopleAct.OFFICER_DISABLED, Ends("officer_disabled"))
OFFICER_REINSTATED = _by_administrator(PeopleAct.OFFICER_REINSTATED)
# Each record's own act is written beside it by the system, whose right rests on this one.
OFFICER_HANDED_OVER = Declared(
    wire=PeopleAct.OFFICER_HANDED_OVER,
    handler=Handler.OFFICER,
    who=Who.APPROVER,
    bounds=(bound("/decided_on", Fixed(FORCE_FOUNDED), Today(), HAPPENED),),
    set_by_the_system={"/given/*/count": "counted by the system"},
)
TEAM_KEPT = Declared(wire=PeopleAct.TEAM_KEPT, handler=Handler.OFFICER, who=Who.ISSUER)
OFFICER_OBJECTED = Declared(
    wire=PeopleAct.OFFICER_OBJECTED,
    handler=Handler.OFFICER,
    who=Who.SUPERVISOR,
    ends=Ends("officer_disabled"),
)
OFFICER_UNLOCKED = _by_administrator(
    PeopleAct.OFFICER_UNLOCKED, set_by_the_system={"/failures": "counted by the system"}
)
ROLE_GIVEN = _by_administrator(PeopleAct.ROLE_GIVEN, Ends())
ROLE_TAKEN = _by_administrator(PeopleAct.ROLE_TAKEN, Ends("rights_changed"))
LANGUAGE_CHOSEN = Declared(wire=PeopleAct.LANGUAGE_CHOSEN, handler=Handler.OFFICER, who=Who.HIMSELF)
POSITION_GIVEN = _by_administrator(
    PeopleAct.POSITION_GIVEN, bounds=(bound("/valid_from", Fixed(FORCE_FOUNDED), Today(366), SLIP),)
)
POSITION_ENDED = _by_administrator(
    PeopleAct.POSITION_ENDED, bounds=(bound("/valid_to", Fixed(FORCE_FOUNDED), Today(366), SLIP),)
)
RANK_GIVEN = _by_administrator(
    PeopleAct.RANK_GIVEN,
    bounds=(
        bound("/valid_from", Fixed(FORCE_FOUNDED), Today(366), SLIP),
        bound("/decided_on", Fixed(FORCE_FOUNDED), Today(), HAPPENED),
    ),
)
RANK_WITHDRAWN = _by_administrator(PeopleAct.RANK_WITHDRAWN)
CARD_ISSUED = _by_administrator(
    PeopleAct.CARD_ISSUED,
    bounds=(
        bound("/issued_on", Today(-1827), Today(30), _FIVE_YEARS),
        bound("/expires_on", At("/issued_on"), At("/issued_on", 1827), _FIVE_YEARS),
    ),
)
CARD_SUSPENDED = _by_administrator(
    PeopleAct.CARD_SUSPENDED, bounds=(bound("/suspended_on", LAW, Today(30), SLIP),)
)
CARD_RESTORED = _by_administrator(PeopleAct.CARD_RESTORED)
CARD_REVOKED = _by_administrator(
    PeopleAct.CARD_REVOKED, bounds=(bound("/revoked_on", LAW, Today(30), SLIP),)
)
ENROLMENT_ISSUED = _by_administrator(PeopleAct.ENROLMENT_ISSUED, set_by_the_system=_EXPIRES)
PASSWORD_RESET_ISSUED = _by_administrator(
    PeopleAct.PASSWORD_RESET_ISSUED, set_by_the_system=_EXPIRES
)
CODE_RESET_ISSUED = _by_administrator(PeopleAct.CODE_RESET_ISSUED, set_by_the_system=_EXPIRES)
CREDENTIALS_SET = Declared(
    wire=PeopleAct.CREDENTIALS_SET,
    handler=Handler.OFFICER,
    who=Who.HIMSELF,
    ends=Ends("credentials_set"),
)
CREDENTIALS_OPENED = Declared(
    wire=PeopleAct.CREDENTIALS_OPENED, handler=Handler.OFFICER, who=Who.HIMSELF
)
# The password before, or a fresh one-time code, was typed.
PASSWORD_CHANGED = Declared(
    wire=PeopleAct.PASSWORD_CHANGED, handler=Handler.OFFICER, who=Who.HIMSELF, ends=Ends()
)
RECOVERY_CODES_MADE = Declared(
    wire=PeopleAct.RECOVERY_CODES_MADE,
    handler=Handler.OFFICER,
    who=Who.HIMSELF,
    set_by_the_system={"/codes": "counted by the system"},
)
RECOVERY_CODE_USED = Declared(
    wire=PeopleAct.RECOVERY_CODE_USED,
    handler=Handler.OFFICER,
    who=Who.HIMSELF,
    set_by_the_system={"/left": "counted by the system"},
)
# To register a certificate, its passphrase must be typed.
CERTIFICATE_REGISTERED = Declared(
    wire=PeopleAct.CERTIFICATE_REGISTERED,
    handler=Handler.OFFICER,
    who=Who.HIMSELF_OR_OPERATOR,
    set_by_the_system={
        "/valid_from": "read from the certificate",
        "/valid_to": "read from the certificate",
    },
)
CERTIFICATE_REVOKED = Declared(
    wire=PeopleAct.CERTIFICATE_REVOKED,
    handler=Handler.OFFICER,
    who=Who.ADMINISTRATOR,
    also_himself=True,
)
# A one-time code is typed for each of both.
PASSKEY_ADDED = Declared(
    wire=PeopleAct.PASSKEY_ADDED,
    handler=Handler.OFFICER,
    who=Who.HIMSELF,
    set_by_the_system={"/sign_count": "sent by the authenticator"},
)
PASSKEY_REMOVED = Declared(wire=PeopleAct.PASSKEY_REMOVED, handler=Handler.OFFICER, who=Who.HIMSELF)
IDENTITY_ENTERED = Declared(
    wire=PeopleAct.IDENTITY_ENTERED, handler=Handler.OFFICER, who=Who.HIMSELF
)
IDENTITY_REMOVED = Declared(
    wire=PeopleAct.IDENTITY_REMOVED, handler=Handler.OFFICER, who=Who.HIMSELF
)

ALL = (
    OFFICER_REGISTERED,
    OFFICER_CORRECTED,
    OFFICER_MOVED,
    OFFICER_TAKEN,
    OFFICER_DISABLED,
    OFFICER_REINSTATED,
    OFFICER_HANDED_OVER,
    TEAM_KEPT,
    OFFICER_OBJECTED,
    OFFICER_UNLOCKED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    LANGUAGE_CHOSEN,
    POSITION_GIVEN,
    POSITION_ENDED,
    RANK_GIVEN,
    RANK_WITHDRAWN,
    CARD_ISSUED,
    CARD_SUSPENDED,
    CARD_RESTORED,
    CARD_REVOKED,
    ENROLMENT_ISSUED,
    PASSWORD_RESET_ISSUED,
    CODE_RESET_ISSUED,
    CREDENTIALS_SET,
    CREDENTIALS_OPENED,
    PASSWORD_CHANGED,
    RECOVERY_CODES_MADE,
    RECOVERY_CODE_USED,
    CERTIFICATE_REGISTERED,
    CERTIFICATE_REVOKED,
    PASSKEY_ADDED,
    PASSKEY_REMOVED,
    IDENTITY_ENTERED,
    IDENTITY_REMOVED,
)
