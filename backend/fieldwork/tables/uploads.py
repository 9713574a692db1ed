"""Uploads: bytes on their way from a phone to the object store (tus 1.0.0)."""

from piccolo.columns import UUID, BigInt, Bytea, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer


class Upload(Table, tablename="uploads"):
    """One upload. It becomes evidence only when an act of the same officer names its hash."""

    id = UUID(primary_key=True, default=None, help_text="Last part of the upload's address.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who sends.")
    device_id = UUID(default=None, help_text="From which phone.")
    photo_id = UUID(
        null=True, default=None, help_text="As stated; any tus client may leave it out."
    )
    inspection_id = UUID(null=True, default=None, help_text="As stated, where it is known yet.")
    sha256 = Text(null=True, default=None, help_text="Hex, as stated.")
    file_type = Text(null=True, default=None, help_text="As stated; never believed.")
    metadata = Text(default="", help_text="Upload-Metadata as it came: HEAD must echo it.")
    length = BigInt(null=True, default=None, help_text="In bytes; null while deferred.")
    offset = BigInt(default=0, help_text="Bytes safely in the spool.")
    node = Text(default=None, help_text="Whose spool holds the bytes.")
    state = Text(
        default="receiving",
        help_text="receiving, received (whole in the spool), stored, mismatched, terminated, or joined.",
    )
    actual_sha256 = Text(null=True, default=None, help_text="Computed while the bytes streamed.")
    created_at = ServerTime(help_text="Server's clock.")
    expires_at = Timestamptz(default=None, help_text="An unfinished upload may be swept then.")
    received_at = Timestamptz(null=True, default=None, help_text="The last byte came.")
    stored_at = Timestamptz(null=True, default=None, help_text="In the store and read back.")
    object_key = Text(null=True, default=None, help_text="bucket/key where the bytes are now.")
    receipt_key_id = Text(null=True, default=None, help_text="Server key of the byte receipt.")
    receipt_signature = Bytea(null=True, default=None, help_text="Ed25519, 64 bytes.")
    concat = Text(null=True, default=None, help_text="Upload-Concat as it came: HEAD must echo it.")
    joined_into: ForeignKey["Upload"] = ForeignKey(
        references="self", null=True, default=None, help_text="The final upload of this partial."
    )
