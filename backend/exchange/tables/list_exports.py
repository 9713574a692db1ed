"""Table of lists that officers asked for as files."""

from piccolo.columns import (
    JSONB,
    UUID,
    BigInt,
    Boolean,
    ForeignKey,
    Integer,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer


class ListExport(Table, tablename="list_exports"):
    """One list that somebody asked for, and how far it is. The file lies in the store for a day."""

    id = UUID(primary_key=True, default=None, help_text="Names the object in the store.")
    asked_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who asked; nobody else gets it."
    )
    list = Text(default=None, help_text="Name of the list, as it is registered.")
    query = JSONB(default=None, help_text="The conditions of the page's address, as typed.")
    kind = Text(default=None, help_text="csv or xlsx.")
    purpose = Text(default=None, help_text="What for, in the asker's words.")
    language = Text(default=None, help_text="In which its headings are written: vi or en.")
    standing = Text(default=None, help_text="Roles and unit of the asker when it was asked for.")
    confirmed = Boolean(default=None, help_text="With a second factor (practice B4).")
    asked_at = ServerTime(help_text="Server's clock.")
    state = Text(
        default="waiting", help_text="waiting, running, ready, failed, cancelled, expired."
    )
    touched_at = ServerTime(help_text="When the worker last said how far it is.")
    attempt = Integer(default=0, help_text="How often a worker began it; the last may finish.")
    total = Integer(null=True, default=None, help_text="Rows of the snapshot, once counted.")
    done = Integer(default=0, help_text="Rows written.")
    failure = Text(null=True, default=None, help_text="Code of why there is no file.")
    file_name = Text(null=True, default=None, help_text="As the browser gets it.")
    size = BigInt(null=True, default=None, help_text="In bytes.")
    sha256 = Text(null=True, default=None, help_text="Hex, of the file.")
    log_position = BigInt(null=True, default=None, help_text="Sealed entries at the snapshot.")
    snapshot_at = Timestamptz(null=True, default=None, help_text="The moment that it shows.")
    expires_at = Timestamptz(null=True, default=None, help_text="From then on its file is deleted.")
