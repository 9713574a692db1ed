"""What was submitted, what was ruled on it, and what waits aside."""

from piccolo.columns import JSONB, UUID, ForeignKey, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.tables.inspections import Inspection


class Submission(Table, tablename="submissions"):
    """A frozen revision (inspection.submitted). Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    revision_number = SmallInt(default=None, help_text="1 for the first.")
    revision = Text(default=None, help_text="SHA-256 of what it names, hex.")
    content = JSONB(default=None, help_text="Minutes, photographs, signatures, places, in order.")
    officer_id = UUID(default=None, help_text="Who submitted.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")


class Ruling(Table, tablename="rulings"):
    """What a supervisor said of a revision: returned, approved or refused."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    kind = Text(default=None, help_text="returned, approved or refused.")
    revision = Text(default=None, help_text="The revision he saw, hex: any other is refused.")
    officer_id = UUID(default=None, help_text="The supervisor.")
    comments = JSONB(default="[]", help_text="Each at a field or a photograph.")
    reason = Text(null=True, default=None, help_text="Of a refusal.")
    at = Timestamptz(default=None, help_text="Server's clock.")
    void_since = Timestamptz(
        null=True, default=None, help_text="When later minutes or a later submission voided it."
    )
    void_by = UUID(null=True, default=None, help_text="That act.")


class QuarantinedAct(Table, tablename="quarantined_acts"):
    """An act that was kept without effect, and what a supervisor made of it."""

    act_id = UUID(primary_key=True, default=None, help_text="The act; its text is in the ledger.")
    record_id = UUID(default=None, help_text="Which inspection it names.")
    code = Text(default=None, help_text="Why it waits.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")
    decided = Text(null=True, default=None, help_text="admitted or dismissed; null while it waits.")
    decided_by = UUID(null=True, default=None, help_text="The supervisor.")
    decided_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    reason = Text(null=True, default=None, help_text="Why he decided so.")
