"""Queries of verification about report definitions. For operators: no scope applies."""

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.insight.tables.report_definitions import ReportDefinitionDraft
from backend.operations.rules.verification import DefinitionDraftLine


@compiled.many(DefinitionDraftLine)
def rows_of_drafts() -> Query:
    """Return all drafts as the table has them."""
    return ReportDefinitionDraft.select(*rows.columns(DefinitionDraftLine, ReportDefinitionDraft))
