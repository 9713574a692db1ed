"""Submissions, their steps, and whom the open steps wait for."""

from piccolo.columns import (
    UUID,
    Array,
    BigInt,
    Boolean,
    ForeignKey,
    Integer,
    SmallInt,
    Text,
    Timestamptz,
)
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer


class SubmissionRow(UnitPath, Table, tablename="approval_submissions"):
    """One submission, a fold of its acts; verify compares it with them. The unit is the subject's."""

    id = UUID(primary_key=True, default=None, help_text="The record's id.")
    kind = Text(default=None, help_text="Of SubmittedKind: what is submitted.")
    record_kind = Text(default=None, help_text="Of the record that it is in.")
    record_id = UUID(default=None, help_text="The inspection, case or behaviour.")
    item_id = UUID(null=True, default=None, help_text="The paper or draft; null for a file.")
    title_vi = Text(default=None, help_text="What it is, as lists show it.")
    title_en = Text(default=None, help_text="The same in English.")
    form = Text(null=True, default=None, help_text="Of the paper.")
    amount_vnd = BigInt(null=True, default=None, help_text="In đồng, where there is a sum.")
    state = Text(default=None, help_text="Of SubmissionState.")
    supplement = Boolean(default=False, help_text="It came back for a supplement, not a change.")
    returned_at = Timestamptz(null=True, default=None, help_text="Since when it is back.")
    submitted_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who.")
    drafters = Array(UUID(), default=None, help_text="Who wrote it: they answer no step.")
    submitted_at = Timestamptz(default=None, help_text="First, by the server's clock.")
    renewed_at = Timestamptz(default=None, help_text="Last.")
    ended_at = Timestamptz(null=True, default=None, help_text="Since when it is over.")
    due_at = Timestamptz(null=True, default=None, help_text="The legal limit, where there is one.")
    due_rule = Text(null=True, default=None, help_text="Its rule: D12, …")
    shown = Text(default=None, help_text="Hash of what was seen, hex.")
    rounds = Integer(default=None, help_text="How often it was submitted.")


class SubmissionStep(Table, tablename="approval_steps"):
    """One step of a submission as it stands."""

    submission_id = ForeignKey(
        references=SubmissionRow, null=False, default=None, primary_key=True, help_text="Of which."
    )
    number = SmallInt(default=None, primary_key=True, help_text="From 1.")
    kind = Text(default=None, help_text="Of StepKind.")
    began_at = Timestamptz(null=True, default=None, help_text="Since when it waits.")
    due_at = Timestamptz(null=True, default=None, help_text="Until when.")
    outcome = Text(null=True, default=None, help_text="Of Outcome; null while it is open.")
    answered_by = ForeignKey(references=Officer, null=True, default=None, help_text="Who.")
    answered_at = Timestamptz(null=True, default=None, help_text="Server's clock.")


class SubmissionWait(Table, tablename="approval_waits"):
    """One key that an open step waits for; see backend/approvals/rules/keys.py."""

    submission_id = ForeignKey(
        references=SubmissionRow, null=False, default=None, primary_key=True, help_text="Of which."
    )
    step = SmallInt(default=None, primary_key=True, help_text="From 1.")
    key = Text(default=None, primary_key=True, help_text="The office, role or person.")
    kind = Text(default=None, help_text="Of StepKind.")
    opens_at = Timestamptz(default=None, help_text="From when it may be answered.")
    due_at = Timestamptz(null=True, default=None, help_text="Until when.")
