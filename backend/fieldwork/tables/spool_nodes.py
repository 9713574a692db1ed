"""The nodes that have a spool."""

from piccolo.columns import Text, Timestamptz
from piccolo.columns.defaults.timestamptz import TimestamptzNow
from piccolo.table import Table


class SpoolNode(Table, tablename="spool_nodes"):
    """One node, as HIENTRUONG_NODE names it. Its web processes say every few minutes that they are there."""

    name = Text(primary_key=True, default=None, help_text="Stable over restarts.")
    since = Timestamptz(
        default=TimestamptzNow(), help_text="Since when it has been there without a long break."
    )
    seen_at = Timestamptz(default=TimestamptzNow(), help_text="When it last said so.")
