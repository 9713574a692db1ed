"""The access log: which person read which evidence."""

from piccolo.columns import (
    UUID,
    BigSerial,
    Text,
)
from piccolo.table import Table

from backend.core.tables.columns import Inet, ServerTime


class AccessLogEntry(Table, tablename="access_log"):
    """One reading of evidence by a person: who opened which photograph or file of a case."""

    id = BigSerial(primary_key=True, help_text="Order.")
    officer_id = UUID(null=True, default=None, help_text="Who read; null where an operator did.")
    operator = Text(null=True, default=None, help_text="Account, host and reason at the machine.")
    session_id = UUID(null=True, default=None, help_text="In which sign-in.")
    action = Text(default=None, help_text="E.g. photo.viewed, original.downloaded.")
    record_id = UUID(null=True, default=None, help_text="Of which record.")
    photo_id = UUID(null=True, default=None, help_text="Which photograph, if one.")
    address = Inet(null=True, help_text="From where.")
    at = ServerTime(help_text="Server's clock.")
