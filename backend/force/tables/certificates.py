"""Certificates with which officers sign papers, and clerks seal them for their unit."""

from piccolo.columns import UUID, Bytea, ForeignKey, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class OfficerCertificate(Table, tablename="officer_certificates"):
    """One certificate of one officer, or of one unit, whose clerk seals with it.

    Its key is in a PKCS#12 file that only the owner's passphrase opens, on the server's token, or
    outside, in the owner's own computer.
    """

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    officer_id = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who signs with it."
    )
    unit_id = ForeignKey(
        references=Unit, null=True, default=None, help_text="Instead: whose clerk seals with it."
    )
    picture = Bytea(null=True, default=None, help_text="Of the unit's seal, a PNG.")
    picture_mm = SmallInt(null=True, default=None, help_text="How wide the seal is, in mm.")
    kind = Text(default=None, help_text="pkcs12, pkcs11 or outside.")
    der = Bytea(default=None, help_text="The certificate, DER.")
    fingerprint = Text(default=None, unique=True, help_text="SHA-256 of the DER, hex.")
    subject = Text(default=None, help_text="Readable, RFC 4514.")
    issuer = Text(default=None, help_text="Readable, RFC 4514.")
    valid_from = Timestamptz(default=None, help_text="As the certificate says.")
    valid_to = Timestamptz(default=None, help_text="As the certificate says.")
    sealed_p12 = Bytea(
        null=True,
        default=None,
        help_text="The PKCS#12 file, itself encrypted, sealed by the server's key; else null.",
    )
    key_label = Text(null=True, default=None, help_text="Of the key on the token.")
    registered_at = ServerTime(help_text="Server's clock.")
    revoked_at = Timestamptz(null=True, default=None, help_text="Not used from then on.")
    revoke_reason = Text(null=True, default=None, help_text="E.g. the token was lost.")
    held_since = Timestamptz(
        null=True,
        default=None,
        help_text="The officer's credentials were set anew or ended: it signs nothing until he registers it again.",
    )
