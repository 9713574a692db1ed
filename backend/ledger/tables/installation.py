"""The installation itself."""

from piccolo.columns import UUID, Boolean, Integer, Text, Timestamptz
from piccolo.columns.defaults.uuid import UUID4
from piccolo.table import Table

from backend.core.tables.columns import ServerTime


class Installation(Table, tablename="installation"):
    """Facts about this database as a whole. Exactly one row."""

    only_row = Boolean(primary_key=True, default=True, help_text="Always true: the one row.")
    epoch = UUID(
        default=UUID4(),
        help_text="New after a restore: phones then send again what the backup did not have.",
    )
    era = Integer(
        default=1,
        help_text="Raised with each restore: stands before transaction ids, which then begin anew.",
    )
    is_demonstration = Boolean(
        default=False, help_text="Holds made-up people whose secrets may be printed."
    )
    created_at = ServerTime(help_text="Server's clock.")
    backed_up_through = Timestamptz(
        null=True,
        default=None,
        help_text="Everything before is in a verified backup; null where none is configured.",
    )
    log_id = UUID(
        default=UUID4(),
        help_text="Of the ledger's log since the last restore; checkpoints bear it.",
    )


class Migration(Table, tablename="migrations"):
    """One applied migration file. Written by the migration runner alone."""

    id = Text(primary_key=True, default=None, help_text="The file's name without its ending.")
    sha256 = Text(default=None, help_text="Of the text that was applied, hex.")
    applied_at = ServerTime(help_text="Server's clock.")
