"""Acts that departed from the rule, and the verdicts on them."""

from piccolo.columns import UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer


class Exceptional(UnitPath, Table, tablename="exceptions"):
    """One act that one officer did alone, or against the rule; verify compares it with the acts."""

    id = UUID(primary_key=True, default=None, help_text="Of the act.")
    kind = Text(default=None, help_text="See schemas.casework.exceptions.ExceptionKind.")
    record_kind = Text(default=None, help_text="case, inspection or officer.")
    record_id = UUID(default=None, help_text="Whose act it is.")
    officer_id = ForeignKey(references=Officer, null=False, default=None, help_text="Who did it.")
    reason = Text(default=None, help_text="His own words; empty where none is asked for.")
    at = Timestamptz(default=None, help_text="When the act was taken.")
    check_by = Timestamptz(null=True, default=None, help_text="End of the fifth working day.")
    verdict = Text(null=True, default=None, help_text="right or wrong, once it was checked.")
    note = Text(default="", help_text="Why.")
    checked_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Never who did it."
    )
    checked_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
