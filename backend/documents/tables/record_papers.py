"""Papers of records that are neither cases nor inspections, in their present state."""

from piccolo.columns import UUID, Date, ForeignKey, Integer, Text, Timestamptz
from piccolo.table import Table

from backend.core.tables.columns import ServerTime
from backend.documents.tables.desk_papers import DeskPaperColumns
from backend.force.tables.officers import Officer
from schemas.documents.record_papers import RecordPaperState


class RecordPaper(DeskPaperColumns, Table, tablename="record_papers"):
    """A paper of a record. The fields of every earlier draft are in the ledger."""

    record_kind = Text(default=None, help_text="plan, information or report: whose act names it.")
    record_id = UUID(default=None, help_text="The record that it is of.")
    state = Text(default=None, choices=RecordPaperState, help_text="The fold over its acts.")
    about = Text(default=None, help_text="What its subject line says, for lists; may be empty.")
    finalised_by = ForeignKey(
        references=Officer, null=True, default=None, help_text="Who fixed the content."
    )
    updated_at = Timestamptz(default=None, help_text="Last act about it, server's clock.")


class RecordPaperDispatch(Table, tablename="record_paper_dispatches"):
    """One line of a paper's dispatch list. A paper may go out more than once, to further recipients."""

    id = UUID(primary_key=True, default=None, help_text="Made with its act.")
    act_id = UUID(default=None, help_text="record_paper.dispatched.")
    line = Integer(default=None, help_text="Its place in that act, from 0.")
    document_id = ForeignKey(references=RecordPaper, null=False, default=None, help_text="Which.")
    recipient = Text(default=None, help_text="To whom, as the clerk wrote it.")
    manner = Text(default=None, help_text="direct, post, electronic or posted in public.")
    sent_on = Date(default=None, help_text="Day in Vietnam.")
    note = Text(null=True, default=None, help_text="E.g. the number of the registered letter.")
    dispatched_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    dispatched_at = ServerTime(help_text="Server's clock.")
