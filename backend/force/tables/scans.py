"""Scans of papers signed by hand; their bytes are in the object store."""

from piccolo.columns import UUID, BigInt, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime, UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class Scan(UnitPath, Table, tablename="scans"):
    """One PDF or JPEG as it was uploaded. Never changed or removed; PDFs are never parsed."""

    id = UUID(primary_key=True, default=None, help_text="Made when it came.")
    record_kind = Text(default=None, help_text="case or officer: whose act names it.")
    record_id = UUID(default=None, help_text="The case, or the officer.")
    subject_id = UUID(default=None, help_text="The paper; of an officer's scan he himself.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Of the record.")
    sha256 = Text(default=None, help_text="Of its bytes, hex.")
    size = BigInt(default=None, help_text="Bytes, 20 MB at most.")
    media_type = Text(default=None, help_text="By its first bytes: PDF or JPEG.")
    object_key = Text(default=None, help_text="Where it lies in the object store.")
    uploaded_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who sent it first."
    )
    uploaded_at = ServerTime(help_text="Database's clock.")
    version_id = Text(null=True, default=None, help_text="Of the object, once read again.")
    protected_at = Timestamptz(
        null=True, default=None, help_text="When it was locked in the store."
    )
