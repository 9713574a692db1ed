"""Table of form releases: since when this installation has a newer version of a form."""

from piccolo.columns import (
    Integer,
    Text,
)
from piccolo.table import Table

from backend.core.tables.columns import ServerTime


class FormRelease(Table, tablename="form_releases"):
    """Since when this installation has a newer version of a form. Written by migrations only."""

    form = Text(primary_key=True, default=None, help_text="Its code, as MBB01.")
    version = Integer(primary_key=True, default=None, help_text="With the code, the key.")
    released_at = ServerTime(help_text="Server's clock, at the migration that brought it.")
