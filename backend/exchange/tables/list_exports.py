"""Table of lists that officers asked for as files."""

from piccolo.columns import JSONB, UUID, BigInt, Boolean, Text, Timestamptz
from piccolo.table import Table

from backend.exchange.tables.file_orders import OrderColumns


class ListExport(OrderColumns, Table, tablename="list_exports"):
    """One list that somebody asked for, and how far it is. The file lies in the store for a day."""

    id = UUID(primary_key=True, default=None, help_text="Names the object in the store.")
    list = Text(default=None, help_text="Name of the list, as it is registered.")
    query = JSONB(default=None, help_text="The conditions of the page's address, as typed.")
    kind = Text(default=None, help_text="csv or xlsx.")
    purpose = Text(default=None, help_text="What for, in the asker's words.")
    language = Text(default=None, help_text="In which its headings are written: vi or en.")
    confirmed = Boolean(default=None, help_text="With a second factor (practice B4).")
    file_name = Text(null=True, default=None, help_text="As the browser gets it.")
    size = BigInt(null=True, default=None, help_text="In bytes.")
    sha256 = Text(null=True, default=None, help_text="Hex, of the file.")
    log_position = BigInt(null=True, default=None, help_text="Sealed entries at the snapshot.")
    snapshot_at = Timestamptz(null=True, default=None, help_text="The moment that it shows.")
