"""The work diary: one row a line, written by the act that it tells of."""

from piccolo.columns import JSONB, UUID, Array, Date, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class DiaryEntry(UnitPath, Table, tablename="diary_lines"):
    """A line of a unit's diary. What it says is never changed; notes stand beside it."""

    id = UUID(primary_key=True, default=None, help_text="Of the act that wrote it.")
    record_kind = Text(default=None, help_text="Of the record whose act it is.")
    record_id = UUID(default=None, help_text="That record.")
    act_type = Text(default=None, help_text="Of the act that wrote it.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose diary it is.")
    entered_on = Date(default=None, help_text="Day in Vietnam; its year is the diary's.")
    at = Timestamptz(default=None, help_text="When the act came, server's clock.")
    line = JSONB(default=None, help_text="The columns of M12, as they were written.")
    line_hash = Text(default=None, help_text="SHA-256 of its RFC 8785 form, hex.")
    officers = Array(base_column=UUID(), default=None, help_text="The team, who may write notes.")
    confirmed_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="The leader who confirmed it."
    )
    confirmed_at = Timestamptz(null=True, default=None, help_text="When.")
    notes = JSONB(default=None, help_text="Notes beside it, the oldest first.")
