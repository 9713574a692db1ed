"""Messages to phones, as they were sent."""

from piccolo.columns import UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.devices import Device
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit


class PhoneMessage(UnitPath, Table, tablename="phone_messages"):
    """One message. Who got it and who read it stands in notices, whose record it is."""

    id = UUID(primary_key=True, default=None, help_text="Made by the server; in the act.")
    device_id = ForeignKey(
        references=Device, null=True, default=None, help_text="Null: all phones of the unit."
    )
    unit_id = ForeignKey(
        references=Unit, null=False, default=None, help_text="The unit, or that of the device."
    )
    text = Text(default=None, help_text="As it was typed; shown as text, nothing in it is run.")
    sent_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    sent_at = Timestamptz(default=None, help_text="Server's clock.")
