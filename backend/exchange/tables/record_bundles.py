"""Evidence packages of many records, made one after another for who asked."""

from piccolo.columns import JSONB, UUID, Array
from piccolo.table import Table

from backend.core.tables.columns import Inet
from backend.exchange.tables.file_orders import OrderColumns


class RecordBundle(OrderColumns, Table, tablename="record_bundles"):
    """One order of packages. The packages lie in the store's bucket of what may be deleted."""

    id = UUID(primary_key=True, default=None, help_text="Named in the act that ordered it.")
    about_id = UUID(default=None, help_text="The sample.")
    address = Inet(null=True, help_text="Of the asker's browser, for the access log.")
    items = JSONB(default=None, help_text="[{kind, id}], in the order of the packages.")
    parts = JSONB(default="[]", help_text="What became of each item that is done, in their order.")
    stored = Array(
        base_column=UUID(),
        default=list,
        help_text="All that a worker began to put into the store.",
    )
