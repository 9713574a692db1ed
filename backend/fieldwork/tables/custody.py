"""Verifications and protections of originals in the object store."""

from piccolo.columns import UUID, BigInt, BigSerial, Boolean, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime


class CustodyEvent(Table, tablename="custody_events"):
    """One result of verifying an original, or one protection set on it. Append-only."""

    id = BigSerial(primary_key=True, help_text="Order.")
    photo_id = UUID(default=None, help_text="Which photograph.")
    at = ServerTime(help_text="Database's clock.")
    event = Text(
        default=None,
        help_text="verified, protected, differs, missing, overwritten or unprotected.",
    )
    version_id = Text(null=True, default=None, help_text="Which version was looked at.")
    sha256 = Text(null=True, default=None, help_text="Hex, as measured.")
    size = BigInt(null=True, default=None, help_text="In bytes, as measured.")
    retention_mode = Text(null=True, default=None, help_text="As the store answered.")
    retained_until = Timestamptz(null=True, default=None, help_text="As the store answered.")
    legal_hold = Boolean(null=True, default=None, help_text="As the store answered.")
