"""Photographs of an information that are still coming from a phone."""

from piccolo.columns import UUID, Bytea, ForeignKey, Integer, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer
from backend.intake.tables.informations import InformationRecord


class InformationArrival(Table, tablename="information_arrivals"):
    """A photograph that a phone announced with an information: sealed there, and here once all its pieces are."""

    id = UUID(primary_key=True, default=None, help_text="Made by the phone; later the secret's.")
    information_id = ForeignKey(
        references=InformationRecord, null=False, default=None, help_text="Of which."
    )
    officer_id = ForeignKey(
        references=Officer, null=False, default=None, help_text="Whose phone sends it."
    )
    key_id = Text(default=None, help_text="Of the informants' key to which it is sealed.")
    sha256 = Text(default=None, help_text="Of the sealed bytes, in hex.")
    size = Integer(default=None, help_text="Of the sealed bytes.")
    announced_at = ServerTime(help_text="Server's clock.")
    taken_at = Timestamptz(
        null=True, default=None, help_text="When it was sealed beside the information."
    )


class InformationArrivalPiece(Table, tablename="information_arrival_pieces"):
    """A piece of it. Its row goes when the photograph is taken."""

    arrival_id = ForeignKey(
        references=InformationArrival,
        null=False,
        default=None,
        primary_key=True,
        help_text="Of which.",
    )
    n = SmallInt(primary_key=True, default=None, help_text="From 0.")
    sealed = Bytea(default=None, secret=True, help_text="Part of an age file to that key.")
