"""What officers do to their own access. No act contains a secret: neither a password nor a code."""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.force.acts import Reason

Codes = Annotated[int, Meta(ge=0, le=10)]


class PasswordChanged(Wire):
    """The officer chose another password, knowing the one before. Their other sessions at the desk ended."""

    phones: bool
    """Whether their sessions on phones ended too."""


class RecoveryCodesMade(Wire):
    """The officer got a new set of recovery codes. Those before are void."""

    codes: Codes


class RecoveryCodeUsed(Wire):
    """Somebody signed in at the desk with the password and a recovery code, which is worth nothing any more."""

    left: Codes


class DeviceReportedLost(Wire):
    """A phone was lost or stolen. Nobody may sign in with it any more, and its sessions end immediately.

    Only a new enrolment, of this phone under a new key or of another one, follows it.
    """

    officer_id: UUID
    """Who used the phone: the officer who reports it, or for whom it is reported."""
    way: Literal["himself", "for_him", "without_sign_in"]
    """At the officer's own desk; by a head or an administrator; by password and recovery code or passkey."""
    reason: Annotated[str, Meta(max_length=2000)] = ""


class EmergencyAsked(Wire):
    """Asks for a role for some hours, because nobody who has it can be reached and something cannot wait.

    It begins when a head confirms it, and ends by itself.
    """

    ask_id: UUID
    role: Literal["supervisor", "auditor"]
    hours: Annotated[int, Meta(ge=1, le=4)]
    reason: Reason
