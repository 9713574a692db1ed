"""What officers do to their own access. No act contains a secret: neither a password nor a code."""

from typing import Annotated

from msgspec import Meta

from schemas.core.base import Wire

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
