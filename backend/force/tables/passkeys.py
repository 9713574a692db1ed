"""Passkeys of officers, and the challenges that their browsers have to answer."""

from piccolo.columns import UUID, BigInt, Boolean, Bytea, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer
from backend.force.tables.sessions import DeskSession


class Passkey(Table, tablename="passkeys"):
    """One passkey of one officer. Kept after its removal, because acts name it."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7; named by acts in the ledger.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Whose.")
    credential_id = Bytea(default=None, unique=True, help_text="Made by the authenticator.")
    public_key = Bytea(default=None, help_text="COSE (RFC 9052); the private half never leaves.")
    name = Text(default=None, help_text="As its owner calls it.")
    transports = Text(default="", help_text="How a browser reaches it, e.g. internal hybrid.")
    synced = Boolean(default=None, help_text="Its owner's account carries it to other machines.")
    sign_count = BigInt(default=None, help_text="The highest that came; always 0 if it has none.")
    added_at = Timestamptz(default=None, help_text="Server's clock.")
    last_used_at = Timestamptz(null=True, default=None, help_text="Null before its first use.")
    went_back_at = Timestamptz(
        null=True, default=None, help_text="The count went back last: there may be a copy of it."
    )
    removed_at = Timestamptz(null=True, default=None, help_text="Of no use from then on.")


class PasskeyChallenge(Table, tablename="passkey_challenges"):
    """What a browser of one session has to sign next. Deleted when it is taken: it serves once."""

    session_id = ForeignKey(
        references=DeskSession, null=False, default=None, primary_key=True, help_text="Of whom."
    )
    purpose = Text(default=None, primary_key=True, help_text="add or confirm.")
    challenge = Bytea(default=None, help_text="32 random bytes.")
    expires_at = Timestamptz(default=None, help_text="Not taken from then on.")
