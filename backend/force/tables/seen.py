"""The records that each officer opened last at the desk."""

from piccolo.columns import ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class SeenRecord(Table, tablename="seen_records"):
    """One of the last records that an officer opened; a dozen each, older ones are deleted."""

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who opened it."
    )
    address = Text(default=None, primary_key=True, help_text="Path of its page.")
    title = Text(default=None, help_text="What the page was called then, in its reader's language.")
    seen_at = Timestamptz(default=None, help_text="Server's clock, the last time.")
