"""Table of rescue files that supervisors brought, and the results of their import."""

from piccolo.columns import JSONB, UUID, BigInt, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.devices import Device
from backend.force.tables.officers import Officer


class RescueFile(Table, tablename="rescue_files"):
    """One file. Its content, once imported, is in the ledger, in uploads and in refused_acts."""

    id = UUID(primary_key=True, default=None, help_text="Names the file on the node's disk.")
    brought_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="The supervisor."
    )
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Whose acts it holds."
    )
    device_id = ForeignKey(
        references=Device, null=False, default=None, help_text="On which it was written."
    )
    node = Text(default=None, help_text="On whose disk it lies.")
    file_name = Text(default=None, help_text="As the browser named it.")
    size = BigInt(default=None, help_text="In bytes, encrypted.")
    sha256 = Text(default=None, help_text="Hex, of the encrypted file.")
    received_at = ServerTime(help_text="Server's clock.")
    summary = JSONB(default=None, help_text="Counts, as they were found when it came.")
    state = Text(
        default="waiting",
        help_text="waiting, unfinished (to be imported again), imported, or gone (a day passed).",
    )
    import_act = UUID(null=True, default=None, help_text="rescue.imported, on the device's record.")
    result = JSONB(
        null=True, default=None, help_text="What became of each act and each photograph."
    )
    imported_at = Timestamptz(null=True, default=None, help_text="All of it was brought in.")
