"""Submissions, rulings, drafts, supplements, minutes set aside, and quarantine."""

from piccolo.columns import JSONB, UUID, Boolean, ForeignKey, SmallInt, Text, Timestamptz
from piccolo.table import Table

from backend.fieldwork.tables.inspections import Inspection


class Submission(Table, tablename="submissions"):
    """A frozen revision, as it was submitted. Append-only."""

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
    """A supervisor's ruling on a revision or a file, or answer to a draft."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    kind = Text(default=None, help_text="What he said, of a revision, a draft or a file.")
    revision = Text(default=None, help_text="The hash of what he saw, hex: any other is refused.")
    officer_id = UUID(default=None, help_text="The supervisor.")
    comments = JSONB(default="[]", help_text="Each at a field or a photograph.")
    reason = Text(null=True, default=None, help_text="Of a refusal.")
    at = Timestamptz(default=None, help_text="Server's clock.")
    void_since = Timestamptz(
        null=True, default=None, help_text="When later minutes or a later submission voided it."
    )
    void_by = UUID(null=True, default=None, help_text="That act.")
    noted = Boolean(default=False, help_text="It came after the first signature: only seen.")


class Draft(Table, tablename="drafts"):
    """A draft proposed for an opinion before anybody signs (minutes.proposed). Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    minutes_id = UUID(default=None, help_text="Which minutes.")
    photos = JSONB(default=None, help_text="SHA-256 of the photographs shown with them, in order.")
    draft = Text(default=None, help_text="SHA-256 over the two, hex.")
    officer_id = UUID(default=None, help_text="Who asks.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")
    noted = Boolean(default=None, help_text="It came after the first signature: only seen.")


class FileSupplement(Table, tablename="file_supplements"):
    """The team's answer to a request for a supplement (file.supplemented). Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    asked = UUID(default=None, help_text="Act of the ask that it answers.")
    content = JSONB(default=None, help_text="Answers point by point, photographs, papers.")
    officer_id = UUID(default=None, help_text="Who answered.")
    made_at = Timestamptz(default=None, help_text="Phone's clock.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")


class MinutesSetAside(Table, tablename="minutes_set_aside"):
    """Minutes beside those in force that were set aside (minutes.set_aside). Append-only."""

    act_id = UUID(primary_key=True, default=None, help_text="Its act.")
    inspection_id = ForeignKey(
        references=Inspection, null=False, default=None, help_text="Of which one."
    )
    minutes_id = UUID(default=None, help_text="Which minutes.")
    officer_id = UUID(default=None, help_text="Who said so.")
    reason = Text(default=None, help_text="In his words.")
    at = Timestamptz(default=None, help_text="Server's clock.")


class QuarantinedAct(Table, tablename="quarantined_acts"):
    """A held act: it was kept without effect. A supervisor admits or dismisses it."""

    act_id = UUID(primary_key=True, default=None, help_text="The act; its text is in the ledger.")
    record_id = UUID(default=None, help_text="Which inspection it names.")
    code = Text(default=None, help_text="Why it waits.")
    received_at = Timestamptz(default=None, help_text="Server's clock.")
    decided = Text(null=True, default=None, help_text="admitted or dismissed; null while it waits.")
    decided_by = UUID(null=True, default=None, help_text="The supervisor.")
    decided_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    reason = Text(null=True, default=None, help_text="Why he decided so.")
