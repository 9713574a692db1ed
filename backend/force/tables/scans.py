"""Scans of papers signed by hand, and documents filed in a case; their bytes are in the object store."""

from piccolo.columns import UUID, BigInt, Bytea, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime, UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class Scan(UnitPath, Table, tablename="scans"):
    """One file as it was uploaded. Never changed or removed, and never parsed here.

    A scan is a PDF or a JPEG of at most 20 MB. A document filed in a case is of any type and has the
    name that it came with; its subject is the case itself.
    """

    id = UUID(primary_key=True, default=None, help_text="Made when it came.")
    record_kind = Text(default=None, help_text="case or officer: whose act names it.")
    record_id = UUID(default=None, help_text="The case, or the officer.")
    subject_id = UUID(
        default=None,
        help_text="The paper; the officer himself; the case that a document is filed in.",
    )
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Of the record.")
    sha256 = Text(default=None, help_text="Of its bytes, hex.")
    size = BigInt(default=None, help_text="Bytes: 20 MB at most, of a filed document 2 GB.")
    media_type = Text(default=None, help_text="By its first bytes, never by its name.")
    object_key = Text(default=None, help_text="Where it lies in the object store.")
    uploaded_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who sent it first."
    )
    uploaded_at = ServerTime(help_text="Database's clock.")
    version_id = Text(null=True, default=None, help_text="Of the object, once read again.")
    protected_at = Timestamptz(
        null=True, default=None, help_text="When it was locked in the store."
    )
    file_name = Text(null=True, default=None, help_text="As it came; of filed documents alone.")
    dangers = Text(default="", help_text="What was found in its bytes, by name, blanks between.")
    receipt_key_id = Text(null=True, default=None, help_text="Server key of the byte receipt.")
    receipt_signature = Bytea(
        null=True, default=None, help_text="Ed25519; of filed documents alone."
    )
    preview = Text(
        null=True, default=None, help_text="ready or none, of a filed picture; null until tried."
    )
