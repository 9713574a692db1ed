"""Reports and on which others they rest. Both are folds of acts."""

from piccolo.columns import JSONB, UUID, Date, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import UnitPath
from backend.force.tables.officers import Officer
from backend.force.tables.units import Unit
from schemas.insight.words import OnBehalf, ReportState
from schemas.law.periods import PeriodKind


class ReportRecord(UnitPath, Table, tablename="reports"):
    """One report of a unit for a period. The unit is the report's."""

    id = UUID(primary_key=True, default=None, help_text="The record's id.")
    definition = Text(default=None, help_text="Code of what it is made by.")
    version = Integer(default=None, help_text="Of the definition.")
    period = Text(default=None, choices=PeriodKind, help_text="The definition's kind of period.")
    state = Text(default=None, choices=ReportState, help_text="The fold over its acts.")
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose report it is.")
    first_day = Date(default=None, help_text="In Vietnam, inclusive.")
    last_day = Date(default=None, help_text="In Vietnam, inclusive.")
    title = Text(default=None, help_text="As lists show it.")
    due_on = Date(null=True, default=None, help_text="Day by whose end the law has it sent.")
    reason = Text(null=True, default=None, help_text="Why it corrects another.")
    content = JSONB(default=None, help_text="Content of backend/insight/rules/reports/facts.py.")
    begun_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who began it.")
    begun_at = Timestamptz(default=None, help_text="Server's clock.")
    changed_at = Timestamptz(default=None, help_text="Its last act, server's clock.")
    sent_to = ForeignKey(
        references=Unit, null=True, default=None, help_text="The unit above that has it."
    )
    sent_up_at = Timestamptz(null=True, default=None, help_text="Null once it was sent back.")
    sent_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who sent or signed it."
    )
    sent_revision = Text(null=True, default=None, help_text="Hash of what was sent or issued.")
    late_reason = Text(null=True, default=None, help_text="Why it was sent after its day.")
    sent_back_reason = Text(null=True, default=None, help_text="Of the last return.")
    submitted_at = Timestamptz(null=True, default=None, help_text="Null once it came back.")
    approved_at = Timestamptz(null=True, default=None, help_text="Null once it was opened again.")
    number = Text(null=True, default=None, help_text="On the issued paper.")
    issued_on = Date(null=True, default=None, help_text="On the issued paper.")
    signer_name = Text(null=True, default=None, help_text="On the paper.")
    signer_title = Text(null=True, default=None, help_text="On the paper.")
    document_id = UUID(null=True, default=None, help_text="The issued paper.")
    replaces: ForeignKey["ReportRecord"] = ForeignKey(
        references="self", null=True, default=None, help_text="The report that it corrects."
    )
    replaced_by: ForeignKey["ReportRecord"] = ForeignKey(
        references="self", null=True, default=None, help_text="The report that corrects it."
    )
    given_up_reason = Text(null=True, default=None, help_text="Why it was given up.")
    behalf_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who took it over for the unit."
    )
    behalf_at = Timestamptz(null=True, default=None, help_text="When it was taken over.")
    behalf_why = Text(null=True, default=None, choices=OnBehalf, help_text="By which ground.")
    behalf_reason = Text(null=True, default=None, help_text="As that officer gave it.")


class ReportTaking(Table, tablename="report_takings"):
    """A report of a unit below that another rests on."""

    report_id = ForeignKey(
        references=ReportRecord, null=False, default=None, primary_key=True, help_text="Which."
    )
    taken_id = ForeignKey(
        references=ReportRecord, null=False, default=None, primary_key=True, help_text="On which."
    )
    unit_id = ForeignKey(references=Unit, null=False, default=None, help_text="Whose that is.")
    revision = Text(default=None, help_text="Hash of what it said then.")
    sent_at = Timestamptz(default=None, help_text="When it was sent.")
