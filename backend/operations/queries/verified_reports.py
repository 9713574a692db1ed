"""Queries of verification about reports. For operators: no scope applies."""

from uuid import UUID

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.insight.tables.reports import ReportRecord
from backend.operations.rules.verification import ReportLine


@compiled.one(ReportLine, decode=("content",))
def report(report_id: UUID) -> Query:
    """Return a report as its table has it, or None."""
    query = ReportRecord.select(*rows.columns(ReportLine, ReportRecord))
    return query.where(ReportRecord.id == report_id)


@compiled.values(UUID)
def every() -> Query:
    """Return the ids of all reports in the table."""
    return ReportRecord.select(ReportRecord.id)
