"""Officers' own identity numbers, sealed."""

from piccolo.columns import Bytea, ForeignKey, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class OfficerIdentity(Table, tablename="officer_identities"):
    """The identity number that an officer entered. Deleted when the officer takes it back."""

    officer_id = ForeignKey(
        references=Officer, null=False, default=None, primary_key=True, help_text="Whose."
    )
    sealed = Bytea(default=None, help_text="The number, sealed for this officer (core/keys.py).")
    entered_at = Timestamptz(default=None, help_text="Server's clock.")
