"""Absences and who stands in."""

from piccolo.columns import UUID, Date, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer


class Absence(UnitPath, Table, tablename="absences"):
    """One absence. The unit is that of the officer who is away."""

    id = UUID(primary_key=True, default=None, help_text="The record's id.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who is away.")
    stand_in_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who acts.")
    first_day = Date(default=None, help_text="In Vietnam, inclusive.")
    last_day = Date(default=None, help_text="In Vietnam, inclusive.")
    reason = Text(default=None, help_text="Leave, training, illness.")
    entered_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    entered_at = Timestamptz(default=None, help_text="Server's clock.")
    ended_on = Date(null=True, default=None, help_text="First day on which nobody stands in.")
    ended_by = ForeignKey(references=Officer, null=True, default=None, help_text="By whom.")
    end_reason = Text(null=True, default=None, help_text="Why it ended early.")
