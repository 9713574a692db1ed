"""Accounts: who an officer is, his roles, positions, cards and credentials."""

from backend.force.acts.declaring import Book, Declared, Ends, Who
from schemas.force.acts import PeopleAct


def _by_administrator(wire: PeopleAct, ends: Ends | None = None) -> Declared:
    return Declared(wire=wire, book=Book.OFFICER, who=Who.ADMINISTRATOR, ends=ends)


OFFICER_REGISTERED = _by_administrator(PeopleAct.OFFICER_REGISTERED)
OFFICER_CORRECTED = _by_administrator(PeopleAct.OFFICER_CORRECTED)
OFFICER_MOVED = _by_administrator(PeopleAct.OFFICER_MOVED, Ends("rights_changed"))
OFFICER_DISABLED = _by_administrator(PeopleAct.OFFICER_DISABLED, Ends("officer_disabled"))
OFFICER_REINSTATED = _by_administrator(PeopleAct.OFFICER_REINSTATED)
OFFICER_OBJECTED = Declared(
    wire=PeopleAct.OFFICER_OBJECTED,
    book=Book.OFFICER,
    who=Who.SUPERVISOR,
    ends=Ends("officer_disabled"),
)
OFFICER_UNLOCKED = _by_administrator(PeopleAct.OFFICER_UNLOCKED)
ROLE_GIVEN = _by_administrator(PeopleAct.ROLE_GIVEN, Ends())
ROLE_TAKEN = _by_administrator(PeopleAct.ROLE_TAKEN, Ends("rights_changed"))
LANGUAGE_CHOSEN = Declared(wire=PeopleAct.LANGUAGE_CHOSEN, book=Book.OFFICER, who=Who.HIMSELF)
POSITION_GIVEN = _by_administrator(PeopleAct.POSITION_GIVEN)
POSITION_ENDED = _by_administrator(PeopleAct.POSITION_ENDED)
CARD_ISSUED = _by_administrator(PeopleAct.CARD_ISSUED)
CARD_SUSPENDED = _by_administrator(PeopleAct.CARD_SUSPENDED)
CARD_RESTORED = _by_administrator(PeopleAct.CARD_RESTORED)
CARD_REVOKED = _by_administrator(PeopleAct.CARD_REVOKED)
ENROLMENT_ISSUED = _by_administrator(PeopleAct.ENROLMENT_ISSUED)
PASSWORD_RESET_ISSUED = _by_administrator(PeopleAct.PASSWORD_RESET_ISSUED)
CODE_RESET_ISSUED = _by_administrator(PeopleAct.CODE_RESET_ISSUED)
CREDENTIALS_SET = Declared(
    wire=PeopleAct.CREDENTIALS_SET,
    book=Book.OFFICER,
    who=Who.HIMSELF,
    ends=Ends("credentials_set"),
)
CREDENTIALS_OPENED = Declared(wire=PeopleAct.CREDENTIALS_OPENED, book=Book.OFFICER, who=Who.HIMSELF)
# Whoever registers a certificate types its passphrase.
CERTIFICATE_REGISTERED = Declared(
    wire=PeopleAct.CERTIFICATE_REGISTERED, book=Book.OFFICER, who=Who.HIMSELF_OR_OPERATOR
)
CERTIFICATE_REVOKED = Declared(
    wire=PeopleAct.CERTIFICATE_REVOKED,
    book=Book.OFFICER,
    who=Who.ADMINISTRATOR,
    also_himself=True,
)

ALL = (
    OFFICER_REGISTERED,
    OFFICER_CORRECTED,
    OFFICER_MOVED,
    OFFICER_DISABLED,
    OFFICER_REINSTATED,
    OFFICER_OBJECTED,
    OFFICER_UNLOCKED,
    ROLE_GIVEN,
    ROLE_TAKEN,
    LANGUAGE_CHOSEN,
    POSITION_GIVEN,
    POSITION_ENDED,
    CARD_ISSUED,
    CARD_SUSPENDED,
    CARD_RESTORED,
    CARD_REVOKED,
    ENROLMENT_ISSUED,
    PASSWORD_RESET_ISSUED,
    CODE_RESET_ISSUED,
    CREDENTIALS_SET,
    CREDENTIALS_OPENED,
    CERTIFICATE_REGISTERED,
    CERTIFICATE_REVOKED,
)
