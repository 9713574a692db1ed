"""The access log: who read, searched, took copies and signed in."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigSerial,
    Text,
)
from piccolo.table import Table

from backend.core.tables.columns import Inet, ServerTime


class AccessLogEntry(Table, tablename="access_log"):
    """One thing that a person did without changing a record: opened a photograph, searched, signed in."""

    id = BigSerial(primary_key=True, help_text="Order.")
    officer_id = UUID(null=True, default=None, help_text="Who read; null where an operator did.")
    operator = Text(null=True, default=None, help_text="Account, host and reason at the machine.")
    session_id = UUID(null=True, default=None, help_text="In which sign-in.")
    action = Text(default=None, help_text="E.g. photo.viewed, original.downloaded.")
    record_id = UUID(null=True, default=None, help_text="Of which record.")
    photo_id = UUID(null=True, default=None, help_text="Which photograph, if one.")
    address = Inet(null=True, help_text="From where.")
    at = ServerTime(help_text="Server's clock.")
    unit_1 = UUID(null=True, default=None, help_text="The nation; the database sets the path.")
    unit_2 = UUID(null=True, default=None, help_text="Department that the officer had then.")
    unit_3 = UUID(null=True, default=None, help_text="Team that the officer had then.")
    unit_4 = UUID(null=True, default=None, help_text="Null but in a deeper tree.")
    kind = Text(default="read", help_text="read, search, export, copy, sign_in or step_up.")
    detail = JSONB(null=True, default=None, help_text="Terms or days, as typed; never a secret.")
