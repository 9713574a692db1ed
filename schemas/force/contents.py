"""The content of each act about officers, units and devices."""

from schemas.core.base import Wire
from schemas.force import acts
from schemas.force.acts import PeopleAct
from schemas.force.delegations import DelegationConfirmed, DelegationEnded, DelegationGiven

PEOPLE_CONTENTS: dict[str, type[Wire]] = {
    PeopleAct.OFFICER_REGISTERED: acts.OfficerRegistered,
    PeopleAct.OFFICER_CORRECTED: acts.OfficerCorrected,
    PeopleAct.OFFICER_MOVED: acts.OfficerMoved,
    PeopleAct.OFFICER_DISABLED: acts.OfficerDisabled,
    PeopleAct.OFFICER_REINSTATED: acts.OfficerReinstated,
    PeopleAct.OFFICER_OBJECTED: acts.OfficerObjected,
    PeopleAct.OFFICER_UNLOCKED: acts.OfficerUnlocked,
    PeopleAct.ROLE_GIVEN: acts.RoleGiven,
    PeopleAct.ROLE_TAKEN: acts.RoleTaken,
    PeopleAct.LANGUAGE_CHOSEN: acts.LanguageChosen,
    PeopleAct.POSITION_GIVEN: acts.PositionGiven,
    PeopleAct.POSITION_ENDED: acts.PositionEnded,
    PeopleAct.CARD_ISSUED: acts.CardIssued,
    PeopleAct.CARD_SUSPENDED: acts.CardSuspended,
    PeopleAct.CARD_RESTORED: acts.CardRestored,
    PeopleAct.CARD_REVOKED: acts.CardRevoked,
    PeopleAct.ENROLMENT_ISSUED: acts.EnrolmentIssued,
    PeopleAct.PASSWORD_RESET_ISSUED: acts.EnrolmentIssued,
    PeopleAct.CODE_RESET_ISSUED: acts.EnrolmentIssued,
    PeopleAct.CREDENTIALS_SET: acts.CredentialsSet,
    PeopleAct.CREDENTIALS_OPENED: acts.CredentialsOpened,
    PeopleAct.ROLE_ASKED: acts.RoleAsked,
    PeopleAct.POSITION_ASKED: acts.PositionAsked,
    PeopleAct.RESET_ASKED: acts.ResetAsked,
    PeopleAct.REINSTATE_ASKED: acts.ReinstateAsked,
    PeopleAct.POSITION_END_ASKED: acts.PositionEndAsked,
    PeopleAct.MOVE_ASKED: acts.MoveAsked,
    PeopleAct.ASK_CONFIRMED: acts.AskConfirmed,
    PeopleAct.ASK_DECLINED: acts.AskDeclined,
    PeopleAct.CERTIFICATE_REGISTERED: acts.CertificateRegistered,
    PeopleAct.CERTIFICATE_REVOKED: acts.CertificateRevoked,
    PeopleAct.DELEGATION_GIVEN: DelegationGiven,
    PeopleAct.DELEGATION_CONFIRMED: DelegationConfirmed,
    PeopleAct.DELEGATION_ENDED: DelegationEnded,
    PeopleAct.UNIT_CREATED: acts.UnitCreated,
    PeopleAct.UNIT_RENAMED: acts.UnitRenamed,
    PeopleAct.UNIT_CLOSED: acts.UnitClosed,
    PeopleAct.DEVICE_ENROLLED: acts.DeviceEnrolled,
    PeopleAct.DEVICE_APPROVED: acts.DeviceApproved,
    PeopleAct.DEVICE_REVOKED: acts.DeviceRevoked,
    PeopleAct.RESCUE_IMPORTED: acts.RescueImported,
    PeopleAct.NUMBERS_VOIDED: acts.NumbersVoided,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
