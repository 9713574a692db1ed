"""What workers and nodes noted of how they stand, and proofs of backups."""

from piccolo.columns import JSONB, BigInt, Text, Timestamptz
from piccolo.table import Table


class HealthNote(Table, tablename="health_notes"):
    """The last note of one source. It is no record: each note replaces the one before."""

    source = Text(
        primary_key=True, default=None, help_text="`whole`, or kind and name of a node: web:node-1."
    )
    noted_at = Timestamptz(default=None, help_text="Clock of the process that noted it.")
    facts = JSONB(default=None, help_text="Facts or Node of backend/operations/rules/checkup.")


class BackupProof(Table, tablename="backup_proofs"):
    """A backup that was brought back and verified. The backup writes it, the application reads."""

    backup = Text(primary_key=True, default=None, help_text="Its id in the place.")
    through = Timestamptz(default=None, help_text="Everything committed before is in it.")
    proven_at = Timestamptz(default=None, help_text="When the proof ended.")
    place = Text(default=None, help_text="The folder or bucket that it lies in.")
    machine = Text(default=None, help_text="Where it was brought back for the proof.")
    size = BigInt(default=None, help_text="Bytes of the database's copy and of all its objects.")
    originals = BigInt(default=None, help_text="How many objects of the store it has.")
    entries = BigInt(default=None, help_text="How many entries its ledger has.")
