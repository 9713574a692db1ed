"""Who opened which content of a paper before signing it."""

from piccolo.columns import ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.casework.tables.documents import Document
from backend.force.tables.officers import Officer


class DocumentReading(Table, tablename="document_readings"):
    """One content of a paper that an officer opened. The table's key is the three together."""

    document_id = ForeignKey(
        references=Document, null=False, default=None, primary_key=True, help_text="Which paper."
    )
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who opened it."
    )
    fields_hash = Text(
        default=None, primary_key=True, help_text="SHA-256 of the fields as they were shown, hex."
    )
    opened_at = Timestamptz(default=None, help_text="The first time, server's clock.")
