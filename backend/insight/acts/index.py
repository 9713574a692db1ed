"""All acts of reports, by their names on the wire."""

from backend.insight.acts import reports
from backend.insight.acts.declaring import Declared
from backend.ledger import declared
from schemas.insight.words import ReportAct

REPORT_ACTS: dict[ReportAct, Declared] = declared.index(ReportAct, reports.ALL)
EVERY = tuple(REPORT_ACTS.values())
