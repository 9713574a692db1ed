"""The nodes that have a spool."""

from piccolo.columns import Text
from piccolo.table import Table

from backend.core.tables.columns import ServerTime


class SpoolNode(Table, tablename="spool_nodes"):
    """One node, named by HIENTRUONG_NODE. Its web processes report every few minutes."""

    name = Text(primary_key=True, default=None, help_text="Stable over restarts.")
    since = ServerTime(help_text="Since when it has been there without a long break.")
    seen_at = ServerTime(help_text="When it last said so.")
