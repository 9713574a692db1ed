"""The columns that all orders of files have, whatever is in the files."""

from piccolo.columns import ForeignKey, Integer, Text, Timestamptz

from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer


class OrderColumns:
    """Who asked for a file, and how far it is. A mixin: name it before Table."""

    asked_by = ForeignKey(
        references=Officer, null=False, default=None, help_text="Who asked; nobody else gets it."
    )
    standing = Text(default=None, help_text="Roles and unit of the asker when it was asked for.")
    asked_at = ServerTime(help_text="Server's clock.")
    state = Text(
        default="waiting", help_text="waiting, running, ready, failed, cancelled, expired."
    )
    touched_at = ServerTime(help_text="When the worker last said how far it is.")
    attempt = Integer(default=0, help_text="How often a worker began it; the last may finish.")
    total = Integer(null=True, default=None, help_text="Rows or records, once counted.")
    done = Integer(default=0, help_text="Of them, those that are written.")
    failure = Text(null=True, default=None, help_text="Code of why there is no file.")
    expires_at = Timestamptz(null=True, default=None, help_text="From then on its file is deleted.")
