"""Table of refused requests, for auditors."""

from piccolo.columns import UUID, BigSerial, Integer, SmallInt, Text
from piccolo.table import Table

from backend.core.tables.columns import Inet, ServerTime, UnitPath


class RefusedRequestRow(UnitPath, Table, tablename="refused_requests"):
    """One refused request of one officer, without its content. In a flood, one row counts for many.

    Append-only.
    """

    id = BigSerial(primary_key=True, help_text="Order.")
    at = ServerTime(help_text="Server's clock.")
    officer_id = UUID(default=None, help_text="Who asked.")
    session_id = UUID(null=True, default=None, help_text="In which sign-in.")
    face = Text(default=None, help_text="phone or desk.")
    method = Text(default=None, help_text="GET, POST and so on.")
    route = Text(default=None, help_text="The address without its ids.")
    target = UUID(null=True, default=None, help_text="The thing that the address names.")
    status = SmallInt(default=None, help_text="Of the answer.")
    code = Text(default=None, help_text="Why, as the answer said it.")
    address = Inet(null=True, help_text="From where.")
    times = Integer(default=None, help_text="How often, in this one answer or in this minute.")
