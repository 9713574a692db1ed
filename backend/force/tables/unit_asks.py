"""Restructurings that one administrator asked for, and their answers."""

from piccolo.columns import JSONB, UUID, ForeignKey, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class UnitAsk(UnitPath, Table, tablename="unit_asks"):
    """A change of the force's tree that needs a second person: the fold of acts in the record of its unit."""

    id = UUID(primary_key=True, default=None, help_text="Named by the act that asked.")
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="Which unit would change."
    )
    kind = Text(default=None, help_text="merge, move, split or close.")
    content = JSONB(default=None, help_text="Of the act that asked.")
    above = SmallInt(
        default=None, help_text="Lowest level whose administrators could confirm it when asked for."
    )
    asked_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who asked.")
    asked_at = Timestamptz(default=None, help_text="Server's clock.")
    state = Text(default="waiting", help_text="waiting, confirmed or declined.")
    answered_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who confirmed or declined it."
    )
    answered_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    note = Text(null=True, default=None, help_text="What was checked, or why it was declined.")
