"""The change log: what phones must be told."""

from piccolo.columns import UUID, BigSerial, Text
from piccolo.table import Table

from backend.core.tables.columns import Era, ServerTime, TransactionId


class Change(Table, tablename="changes"):
    """A note to one officer's phones that something is new or gone.

    The value itself is read when the phone asks, so it is never stale. A cursor is a place in the
    order of (era, xid, id).
    """

    id = BigSerial(primary_key=True, help_text="Order inside a transaction.")
    era = Era(help_text="The installation's when it was written.")
    xid = TransactionId(help_text="Order between transactions of an era; see TransactionId.")
    officer_id = UUID(default=None, help_text="Whose phones must hear of it.")
    kind = Text(default=None, help_text="inspection, decision, subject, officer, form, …")
    ref_ = Text(
        default=None,
        db_column_name="ref",
        help_text="Which one of that kind. (`ref` is a method of Piccolo's Table.)",
    )
    op = Text(default=None, help_text="put or remove.")
    at = ServerTime(help_text="Server's clock; old notes are swept.")
