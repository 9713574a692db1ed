"""Drafts of report definitions, and what became of each: a published one is a version, or the end of all before."""

from piccolo.columns import JSONB, UUID, Date, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.force.tables.officers import Officer


class ReportDefinitionDraft(Table, tablename="report_definition_drafts"):
    """One draft as it was written. Its answer is set once."""

    draft_id = UUID(primary_key=True, default=None, help_text="Given by its drafter.")
    record_id = UUID(default=None, help_text="Of the definition; follows from its code.")
    code = Text(default=None, help_text="Of the definition.")
    content = JSONB(default=None, help_text="DefinitionDrafted.")
    drafted_by = ForeignKey(references=Officer, null=False, default=None, help_text="Who.")
    drafted_at = Timestamptz(default=None, help_text="Server's clock.")
    answer = Text(null=True, default=None, help_text="published, declined; null: it waits.")
    answered_by = ForeignKey(references=Officer, null=True, default=None, help_text="Another.")
    answered_at = Timestamptz(null=True, default=None, help_text="Server's clock.")
    reason = Text(null=True, default=None, help_text="Why it was declined.")
    version = Integer(null=True, default=None, help_text="Of a published one that is no end.")
    ends_on = Date(null=True, default=None, help_text="Set: it ends the definition.")
