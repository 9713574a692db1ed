"""The hints of the desk that officers have put away."""

from piccolo.columns import ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class DismissedHint(Table, tablename="dismissed_hints"):
    """A hint that an officer does not want to see any more."""

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Who knows it."
    )
    hint = Text(default=None, primary_key=True, help_text="Its name, as `tour.clerk`.")
    dismissed_at = Timestamptz(default=None, help_text="Server's clock.")
