"""Acts about officers, units and devices. What administrators do also goes through `ledger.record` (the one door).

No act contains a secret: no password, no seed of one-time codes, no enrolment address.
Types are plain text here and not members of ActType, which has only the acts of an inspection.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.vocabulary import Role

Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
Name = Annotated[str, Meta(min_length=1, max_length=200)]
Username = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9._-]{1,62}$")]
CardNumber = Annotated[str, Meta(min_length=1, max_length=40)]
OfficerNumber = Annotated[str, Meta(min_length=1, max_length=40)]
UnitCode = Annotated[str, Meta(pattern=r"^[0-9]{2,8}$")]
Language = Literal["vi", "en"]


class PeopleAct(StrEnum):
    """Everything that can happen to an officer, a unit or a device."""

    OFFICER_REGISTERED = "officer.registered"
    OFFICER_CORRECTED = "officer.corrected"
    OFFICER_MOVED = "officer.moved"
    OFFICER_TAKEN = "officer.taken"
    OFFICER_DISABLED = "officer.disabled"
    OFFICER_REINSTATED = "officer.reinstated"
    OFFICER_HANDED_OVER = "officer.handed_over"
    TEAM_KEPT = "officer.team_kept"
    OFFICER_OBJECTED = "officer.objected"
    OFFICER_UNLOCKED = "officer.unlocked"
    ROLE_GIVEN = "officer.role_given"
    ROLE_TAKEN = "officer.role_taken"
    LANGUAGE_CHOSEN = "officer.language_chosen"
    POSITION_GIVEN = "position.given"
    POSITION_ENDED = "position.ended"
    RANK_GIVEN = "rank.given"
    RANK_WITHDRAWN = "rank.withdrawn"
    CARD_ISSUED = "card.issued"
    CARD_SUSPENDED = "card.suspended"
    CARD_RESTORED = "card.restored"
    CARD_REVOKED = "card.revoked"
    ENROLMENT_ISSUED = "enrolment.issued"
    PASSWORD_RESET_ISSUED = "password.reset_issued"  # noqa: S105 - the name of an act
    CODE_RESET_ISSUED = "one_time_code.reset_issued"
    CREDENTIALS_SET = "credentials.set"
    CREDENTIALS_OPENED = "credentials.opened"
    PASSWORD_CHANGED = "password.changed"  # noqa: S105 - the name of an act
    RECOVERY_CODES_MADE = "recovery_codes.made"
    RECOVERY_CODE_USED = "recovery_code.used"
    ROLE_ASKED = "role.asked"
    POSITION_ASKED = "position.asked"
    RESET_ASKED = "reset.asked"
    MOVE_ASKED = "move.asked"
    REINSTATE_ASKED = "reinstate.asked"
    POSITION_END_ASKED = "position_end.asked"
    EMERGENCY_ASKED = "emergency.asked"
    ASK_CONFIRMED = "ask.confirmed"
    ASK_DECLINED = "ask.declined"
    CERTIFICATE_REGISTERED = "certificate.registered"
    CERTIFICATE_REVOKED = "certificate.revoked"
    PASSKEY_ADDED = "passkey.added"
    PASSKEY_REMOVED = "passkey.removed"
    IDENTITY_ENTERED = "identity.entered"
    IDENTITY_REMOVED = "identity.removed"
    DELEGATION_GIVEN = "delegation.given"
    DELEGATION_CONFIRMED = "delegation.confirmed"
    DELEGATION_ENDED = "delegation.ended"
    UNIT_CREATED = "unit.created"
    UNIT_RENAMED = "unit.renamed"
    UNIT_CLOSED = "unit.closed"
    UNIT_MOVED = "unit.moved"
    UNIT_MERGED = "unit.merged"
    UNIT_SPLIT = "unit.split"
    RESTRUCTURING_ASKED = "unit.restructuring_asked"
    RESTRUCTURING_CONFIRMED = "unit.restructuring_confirmed"
    RESTRUCTURING_DECLINED = "unit.restructuring_declined"
    DEVICE_ENROLLED = "device.enrolled"
    DEVICE_APPROVED = "device.approved"
    DEVICE_REVOKED = "device.revoked"
    DEVICE_LOST = "device.reported_lost"
    RESCUE_IMPORTED = "rescue.imported"
    NUMBERS_VOIDED = "numbers.voided"
    NUMBERS_OPENED = "numbers.opened"
    NUMBERS_SET_ASIDE = "numbers.set_aside"
    NUMBERS_GIVEN_BACK = "numbers.given_back"
    PAPER_RECEIVED = "paper.received"
    UNIT_CERTIFICATE_REGISTERED = "unit.certificate_registered"
    UNIT_CERTIFICATE_REVOKED = "unit.certificate_revoked"
    DEVICE_APPROVAL_SET = "unit.device_approval_set"
    MACHINE_ASKED = "machine.asked"
    MACHINE_CONFIRMED = "machine.confirmed"
    MACHINE_DECLINED = "machine.declined"
    MACHINE_KEY_MADE = "machine.key_made"
    MACHINE_OWNER_NAMED = "machine.owner_named"
    MACHINE_REVOKED = "machine.revoked"
    UNIT_MESSAGE_SENT = "unit.message_sent"
    DEVICE_MESSAGE_SENT = "device.message_sent"


class OfficerRegistered(Wire):
    """An officer is registered, without roles, and without credentials until the enrolment is used.

    `reason` is required if another officer has the same name.
    """

    username: Username
    full_name: Name
    officer_number: OfficerNumber | None
    unit_id: UUID
    language: Language
    reason: Annotated[str, Meta(max_length=2000)] = ""


class OfficerCorrected(Wire):
    """Name or number (số hiệu) were wrong or have changed. Old papers keep the old ones.

    `reason` is required if another officer has the new name.
    """

    full_name: Name
    officer_number: OfficerNumber | None
    reason: Annotated[str, Meta(max_length=2000)] = ""


class OfficerMoved(Wire):
    """The officer belongs to another unit from now on. What they did before stays with the old one."""

    unit_id: UUID
    reason: Reason


class OfficerDisabled(Wire):
    """The officer may not sign in any more. All sessions end immediately."""

    reason: Reason


class OfficerReinstated(Wire):
    """The officer may sign in again, with the same credentials as before."""

    reason: Reason


class OfficerObjected(Wire):
    """A head says that no such officer serves there: an account enrolled by one administrator alone is closed."""

    reason: Reason


class OfficerUnlocked(Wire):
    """An administrator ended the waiting time after too many wrong tries."""

    failures: int


class RoleGiven(Wire):
    """The officer has the role from now on."""

    role: Role


class RoleTaken(Wire):
    """The officer has the role no longer. Desk and phone sessions end immediately."""

    role: Role
    reason: Reason


class LanguageChosen(Wire):
    """The officer's choice of language for their pages."""

    language: Language


class PositionGiven(Wire):
    """The officer has a position (chức vụ) in a unit from a day on. It decides how their name is printed."""

    position_id: UUID
    unit_id: UUID
    title_vi: Name
    title_en: Name
    valid_from: date


class PositionEnded(Wire):
    """The position ended. Its last day was the one before `valid_to`."""

    position_id: UUID
    valid_to: date


class CardIssued(Wire):
    """Inspection card (thẻ kiểm tra thị trường), five years (Ordinance 11/2016 Art 12-13)."""

    card_id: UUID
    number: CardNumber
    issued_on: date
    expires_on: date


class CardSuspended(Wire):
    """The use of the card is suspended (Ordinance 11/2016 Art 15.2)."""

    card_id: UUID
    suspended_on: date
    reason: Reason


class CardRestored(Wire):
    """The suspension has ended."""

    card_id: UUID
    reason: Reason


class CardRevoked(Wire):
    """The card is withdrawn permanently (Ordinance 11/2016 Art 15)."""

    card_id: UUID
    revoked_on: date
    reason: Reason


class EnrolmentIssued(Wire):
    """A second person made a one-time address for this officer. Earlier ones are void."""

    expires_at: datetime
    ask_id: UUID | None = None
    """The ask that it is based on. None for the first credentials of an officer with few powers."""
    field_only: bool = False
    """The ask was not confirmed within four hours. Until it is, these credentials only allow work on site."""


class CredentialsSet(Wire):
    """The officer used the one-time address. All their sessions ended."""

    purpose: Literal["first", "password", "one_time_code"]


class CredentialsOpened(Wire):
    """The officer typed the confirming person's code: credentials for work on site now allow everything."""

    ask_id: UUID


class RoleAsked(Wire):
    """Asks for a role above an inspector's. Nothing changes until a second person confirms it."""

    ask_id: UUID
    role: Role
    reason: Reason


class PositionAsked(Wire):
    """Asks that an officer head a unit, or stand in for its head, by a signed decision whose scan is stored.

    `reason` is required if this begins on a day before the decision.
    """

    ask_id: UUID
    position_id: UUID
    unit_id: UUID
    title_vi: Name
    title_en: Name
    valid_from: date
    number: Annotated[str, Meta(min_length=1, max_length=60)]
    decided_on: date
    scan_id: UUID
    scan_sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    reason: Annotated[str, Meta(max_length=2000)] = ""


class ResetAsked(Wire):
    """Asks for new credentials. `first`: the officer never had any, but has more powers than an inspector."""

    ask_id: UUID
    purpose: Literal["first", "password", "one_time_code", "both"]
    reason: Reason


class MoveAsked(Wire):
    """Asks that an officer move to a unit of a higher level, where they see more, or move with their powers."""

    ask_id: UUID
    unit_id: UUID
    reason: Reason


class ReinstateAsked(Wire):
    """Asks that a disabled officer with powers be let in again, with the same credentials as before."""

    ask_id: UUID
    reason: Reason


class PositionEndAsked(Wire):
    """Asks that a position other than a controller's end, by a signed decision whose scan is stored."""

    ask_id: UUID
    position_id: UUID
    valid_to: date
    number: Annotated[str, Meta(min_length=1, max_length=60)]
    decided_on: date
    scan_id: UUID
    scan_sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]


class AskConfirmed(Wire):
    """A second person confirms what was asked. It takes effect with this act.

    `operator` says who confirmed it at the command line, if nobody else could.
    """

    ask_id: UUID
    note: Reason
    operator: Annotated[str, Meta(max_length=200)] | None = None


class AskDeclined(Wire):
    """What was asked will not be done: a second person declines it, or the officer who asked takes it back.

    A confirmed reset that is not done yet may be stopped by the officer, their head or the person who confirmed it.
    """

    ask_id: UUID
    reason: Reason


class CertificateRegistered(Wire):
    """The officer signs papers with this certificate from now on. The act contains no private key."""

    certificate_id: UUID
    kind: Literal["pkcs12", "pkcs11", "outside"]
    """`outside`: the key is in the officer's own computer or SIM; papers are signed there and sent back."""
    fingerprint: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    subject: Annotated[str, Meta(max_length=1000)]
    issuer: Annotated[str, Meta(max_length=1000)]
    valid_from: datetime
    valid_to: datetime


class CertificateRevoked(Wire):
    """Nothing more is signed with this certificate. What it signed before stays signed."""

    certificate_id: UUID
    reason: Reason


class UnitCreated(Wire):
    """A unit exists from a day on."""

    code: UnitCode
    name_vi: Name
    name_en: Name
    kind: Literal["national", "industry_department", "department", "team"]
    parent_id: UUID | None
    valid_from: date


class DeviceEnrolled(Wire):
    """A phone was used for the first time, with this officer's password and one-time code."""

    name: Annotated[str, Meta(min_length=1, max_length=100)]
    public_key: dict[str, str]


class DeviceApproved(Wire):
    """A head or an administrator lets an officer use a device that was new to them, if the unit requires that."""

    officer_id: UUID


class DeviceRevoked(Wire):
    """Nobody may sign in with this device any more. Its sessions end immediately."""

    reason: Reason


class RescueImported(Wire):
    """A supervisor imported from a rescue file what an officer had recorded on this device."""

    officer_id: UUID
    file_sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    acts: Annotated[int, Meta(ge=0, le=1_000_000)]
    photos: Annotated[int, Meta(ge=0, le=1_000_000)]
