"""The Piccolo table of the sums from which on parties are proposed as one."""

from piccolo.columns import UUID, ForeignKey, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer
from schemas.parties.likeness import LikenessState


class PartyLikeness(Table, tablename="party_likeness"):
    """A change of the sums, folded from its acts. The last that was confirmed is in force."""

    id = UUID(primary_key=True, default=None, help_text="The record of the change.")
    propose = SmallInt(default=None, help_text="From this sum on a pair is proposed.")
    strong = SmallInt(default=None, help_text="From this sum on it is likely one party.")
    reason = Text(default=None, help_text="Why it was proposed.")
    asked_by = ForeignKey(references=Officer, null=False, default=None, help_text="First person.")
    asked_at = Timestamptz(default=None, help_text="Server's clock.")
    state = Text(default="asked", choices=LikenessState, help_text="Where it stands.")
    decided_by = ForeignKey(references=Officer, null=True, default=None, help_text="Second person.")
    decided_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    decided_reason = Text(null=True, default=None, help_text="Why it was declined.")
