"""A report as lists, notices and its papers know it. Pure."""

from backend.core import formats
from backend.documents.record_papers.owners import Owned
from backend.insight.rules.reports.facts import ReportHead
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind


def title(report: ReportHead) -> Text:
    """Return a report's title and period in one line."""
    first, last = formats.day(report.first_day), formats.day(report.last_day)
    return Text(
        vi=f"{report.title[:230]}, từ {first} đến {last}",
        en=f"{report.title[:230]}, {first} to {last}",
    )


def owned(report: ReportHead) -> Owned:
    """Return a report as papers know their record."""
    return Owned(
        kind=RecordKind.REPORT,
        id=report.id,
        unit_id=report.unit_id,
        path=report.path,
        title=title(report),
        state=report.state,
    )
