"""Papers of the desk about an inspection's decision, in their present state."""

from piccolo.columns import JSONB, UUID, ForeignKey, Text, Timestamptz
from piccolo.table import Table

from backend.documents.tables.desk_papers import DeskPaperColumns, DispatchColumns
from schemas.fieldwork.words import PaperState


class DecisionPaper(DeskPaperColumns, Table, tablename="decision_papers"):
    """A paper about a decision. The fields of every earlier draft are in the ledger."""

    inspection_id = UUID(
        default=None, help_text="Whose record it is in; the inspection may not exist yet."
    )
    state = Text(default=None, choices=PaperState, help_text="The fold over its acts.")
    order = JSONB(null=True, default=None, help_text="What a decision was filled from.")
    change = JSONB(null=True, default=None, help_text="What one that changes it was filled from.")
    plan = JSONB(null=True, default=None, help_text="What a plan before it was filled from.")
    emergency = JSONB(null=True, default=None, help_text="Why a decision had no plan before it.")
    subject_name = Text(default=None, help_text="The inspected party, for lists.")
    place = Text(default=None, help_text="Where the inspection is, for lists.")
    former_names = Text(
        null=True, default=None, help_text="On the sheet, not on the team; one a line."
    )
    updated_at = Timestamptz(default=None, help_text="Last act about it, server's clock.")


class DecisionDispatch(DispatchColumns, Table, tablename="decision_dispatches"):
    """One dispatch of a paper about a decision."""

    document_id = ForeignKey(references=DecisionPaper, null=False, default=None, help_text="Which.")
