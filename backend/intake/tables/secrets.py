"""What is sealed beside an information."""

from piccolo.columns import UUID, Array, Bytea, ForeignKey, Text
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer
from backend.intake.tables.informations import InformationRecord


class InformationSecret(Table, tablename="information_secrets"):
    """Who informed, what they said, or what came with it: an age file. Append-only for the application."""

    id = UUID(primary_key=True, default=None, help_text="As the act names it.")
    information_id = ForeignKey(
        references=InformationRecord, null=False, default=None, help_text="Of which."
    )
    kind = Text(default=None, help_text="Of SecretKind.")
    sealed = Bytea(default=None, help_text="Encrypted with age to the informants' key.")
    recipient = Text(default=None, help_text="Id of that key.")
    matches = Array(Text(), default=None, help_text="Keyed hashes by which duplicates are found.")
    media_type = Text(null=True, default=None, help_text="Of an attachment.")
    sealed_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    sealed_at = ServerTime(help_text="Server's clock.")
