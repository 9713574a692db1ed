"""Evidence packages of many records, made one after another for who asked."""

from piccolo.columns import JSONB, UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import Inet
from backend.force.tables.officers import Officer


class RecordBundle(Table, tablename="record_bundles"):
    """One order of packages. The packages lie in the store's bucket of what may be deleted."""

    id = UUID(primary_key=True, default=None, help_text="Named in the act that ordered it.")
    about_id = UUID(default=None, help_text="The sample.")
    asked_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who alone gets it."
    )
    standing = Text(default=None, help_text="The asker's roles and unit when it was ordered.")
    address = Inet(null=True, help_text="Of the asker's browser, for the access log.")
    items = JSONB(default=None, help_text="[{kind, id}], in the order of the packages.")
    asked_at = Timestamptz(default=None, help_text="Server's clock.")
    state = Text(default="waiting", help_text="waiting, ready, failed or expired.")
    parts = JSONB(default="[]", help_text="What became of each item that is done, in their order.")
    failure = Text(null=True, default=None, help_text="Code of what ended it.")
    ended_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    expires_at = Timestamptz(null=True, default=None, help_text="From when it is deleted.")
