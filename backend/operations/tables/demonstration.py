"""The history that a demonstration plays."""

from piccolo.columns import Integer, Text, Timestamptz
from piccolo.table import Table


class DemonstrationHistory(Table, tablename="demonstration_history"):
    """One of the parts that are played at the same time. Without rows in a real installation."""

    part = Text(primary_key=True, default=None, help_text="Its number.")
    until = Timestamptz(
        default=None, help_text="The moment at which the history ends: that of the first start."
    )
    stories = Integer(default=None, help_text="How many it has.")
    played = Integer(default=0, help_text="How many of them are in the ledger, in their order.")
    ended_at = Timestamptz(null=True, default=None, help_text="When the last was played.")
