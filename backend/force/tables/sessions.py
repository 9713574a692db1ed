"""Sign-ins: failures for the guessing limits, and the sessions and tokens of successful ones.

Tokens are 256 random bits. Only their SHA-256 is stored, so a copy of the database signs nobody in.
"""

from piccolo.columns import UUID, BigSerial, Bytea, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import Inet, ServerTime
from backend.force.tables.devices import Device
from backend.force.tables.officers import Officer


class SignInFailure(Table, tablename="sign_in_failures"):
    """One failed try. Counted per account and per address; old rows are deleted."""

    id = BigSerial(primary_key=True, help_text="Order only.")
    account = Text(default=None, help_text="The name that was tried, whether it exists or not.")
    address = Inet(help_text="Of the client, as the trusted proxy or the socket says.")
    failed_at = ServerTime(help_text="Clock of the statement, not of the transaction.")
    place = Text(
        default="", help_text="A place of its owner's that it is counted under; '' elsewhere."
    )


class SignInPlace(Table, tablename="sign_in_places"):
    """A place from which an officer signed in within half a year.

    Failures elsewhere do not lock it.
    """

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who signed in."
    )
    place = Text(
        default=None,
        primary_key=True,
        help_text="ip:<address, or /64 of IPv6>, device:<id> or browser:<SHA-256 of its mark>.",
    )
    last_at = Timestamptz(default=None, help_text="The latest sign-in there.")


class MobileSession(Table, tablename="mobile_sessions"):
    """A phone's sign-in: the family to which its access and refresh tokens belong."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7; named by acts in the ledger.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who signed in."
    )
    device_id = ForeignKey(references=Device, null=False, default=None, help_text="On which phone.")
    created_at = ServerTime(help_text="Server's clock.")
    expires_at = Timestamptz(default=None, help_text="No refresh goes beyond it.")
    ended_at = Timestamptz(null=True, default=None, help_text="All its tokens are dead from then.")
    end_reason = Text(
        null=True, default=None, help_text="E.g. signed out, device revoked, token reused."
    )
    confirmed_until = Timestamptz(
        null=True, default=None, help_text="Until when a second factor counts as given."
    )


class AccessToken(Table, tablename="access_tokens"):
    """What a phone sends with each request; short-lived."""

    token_hash = Bytea(primary_key=True, default=None, help_text="SHA-256 of the token.")
    session_id = ForeignKey(
        references=MobileSession, null=False, default=None, help_text="Its family."
    )
    expires_at = Timestamptz(default=None, help_text="Refused from then on.")
    refresh_hash = Bytea(
        null=True, default=None, help_text="The refresh token of the same pair; null before 0293."
    )


class RefreshToken(Table, tablename="refresh_tokens"):
    """Valid for one new pair of tokens.

    A second use after a short grace ends the whole family (RFC 9700 §4.14.2), because either the phone
    or a thief holds an old one; unless the pair that it was exchanged for was never used, so that its
    answer was lost.
    """

    token_hash = Bytea(primary_key=True, default=None, help_text="SHA-256 of the token.")
    session_id = ForeignKey(
        references=MobileSession, null=False, default=None, help_text="Its family."
    )
    created_at = ServerTime(help_text="Server's clock.")
    expires_at = Timestamptz(default=None, help_text="Refused from then on.")
    used_at = Timestamptz(null=True, default=None, help_text="First use; starts the grace.")
    confirmed_at = ServerTime(
        null=True,
        help_text="When the phone first showed that it has this pair. An insert that does not say counts as shown.",
    )


class DeskSession(Table, tablename="desk_sessions"):
    """A browser's sign-in at the desk.

    Its id and cookie are new at every sign-in, so that a planted cookie is worthless.
    """

    id = UUID(primary_key=True, default=None, help_text="UUIDv7; named by acts in the ledger.")
    token_hash = Bytea(default=None, unique=True, help_text="SHA-256 of the cookie's token.")
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who signed in."
    )
    csrf_token = Text(default=None, help_text="Every form of this session carries it.")
    address = Inet(help_text="Of the browser at sign-in.")
    created_at = ServerTime(help_text="Server's clock.")
    last_seen_at = ServerTime(help_text="For the idle limit.")
    expires_at = Timestamptz(default=None, help_text="The longest it may live.")
    ended_at = Timestamptz(null=True, default=None, help_text="Signed out or ended by a reset.")
    confirmed_until = Timestamptz(
        null=True, default=None, help_text="Until when a second factor counts as given."
    )
    browser = Text(default="", help_text="Its kind and system, for its owner to recognise.")
