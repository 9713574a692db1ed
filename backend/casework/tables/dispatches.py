"""Table of what was dispatched, to whom and how."""

from piccolo.columns import ForeignKey
from piccolo.table import Table

from backend.casework.tables.documents import Document
from backend.documents.tables.desk_papers import DispatchColumns


class Dispatch(DispatchColumns, Table, tablename="dispatches"):
    """One dispatch of a paper of a case."""

    document_id = ForeignKey(references=Document, null=False, default=None, help_text="Which.")
