"""Table of what was dispatched, to whom and how."""

from piccolo.columns import UUID, Date, ForeignKey, Integer, Text
from piccolo.table import Table

from backend.casework.tables.documents import Document
from backend.core.tables.columns import ServerTime
from backend.force.tables.officers import Officer


class Dispatch(Table, tablename="dispatches"):
    """One dispatch of a paper. A paper may go out more than once, to further recipients."""

    act_id = UUID(primary_key=True, default=None, help_text="document.dispatched.")
    document_id = ForeignKey(references=Document, null=False, default=None, help_text="Which.")
    sent_on = Date(default=None, help_text="Day in Vietnam.")
    manner = Text(default=None, help_text="direct, post or electronic.")
    recipients = Text(default=None, help_text="One a line, as the clerk wrote them.")
    copies = Integer(default=None, help_text="How many copies went out.")
    note = Text(null=True, default=None, help_text="E.g. the number of the registered letter.")
    dispatched_by = ForeignKey(references=Officer, null=False, default=None, help_text="By whom.")
    dispatched_at = ServerTime(help_text="Server's clock.")
