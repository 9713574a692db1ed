"""Table of the register of incoming papers."""

from piccolo.columns import UUID, Date, ForeignKey, Integer, SmallInt, Text
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer
from backend.force.tables.scans import Scan
from backend.force.tables.units import Unit


class IncomingPaper(Table, tablename="incoming_papers"):
    """One line of a unit's register of incoming papers (sổ đăng ký văn bản đến)."""

    id = UUID(primary_key=True, default=None, help_text="UUIDv7.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose register.")
    year = SmallInt(default=None, help_text="Vietnamese calendar year.")
    number = Integer(default=None, help_text="Số đến: from 1 each year, without gaps.")
    received_on = Date(default=None, help_text="Day in Vietnam.")
    sender = Text(default=None, help_text="Who made it.")
    symbol = Text(null=True, default=None, help_text="Its own number and symbol.")
    dated = Date(null=True, default=None, help_text="The day on it.")
    subject = Text(default=None, help_text="Kind and abstract.")
    receiver = Text(default=None, help_text="To whom in the unit it went.")
    note = Text(null=True, default=None, help_text="E.g. the number of the case.")
    file_id = ForeignKey(
        references=Scan, null=True, default=None, help_text="The document filed in a case."
    )
    act_id = UUID(default=None, help_text="paper.received.")
    entered_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    entered_at = ServerTime(help_text="Server's clock.")
