"""By what a report is made: its version of the definition, what its figures mean, and by when the law wants it."""

from datetime import date

from backend.core.errors import NotFound
from backend.insight.figures import definitions as figures
from backend.insight.report_definitions import service as definitions
from backend.insight.report_definitions.service import Version
from backend.insight.reports import limits as limits_of
from backend.insight.rules.reports.cells import Figures
from backend.insight.rules.reports.facts import ReportHead
from backend.law.report_limits import service as limits
from schemas.insight.report_definitions import ReportDefinition


async def in_force(code: str, last: date) -> Version | None:
    """Return the version by which a period is reported that ends on a day, or None."""
    try:
        return await definitions.in_force(code, last)
    except NotFound:
        return None


async def of(report: ReportHead) -> ReportDefinition:
    """Return the version of the definition by which a report is made, in force or not any more."""
    return (await definitions.version(report.definition, report.version)).definition


def figures_of(report: ReportHead) -> Figures:
    """Return what figures mean in the report's period."""
    return figures.in_force(report.last_day)


def due_on(definition: ReportDefinition, level: int, first: date, last: date) -> date | None:
    """Return the last day on which a unit of this level sends its report of a period in time, in Vietnam.

    None if no law sets one. A day off moves it to the next working day.
    """
    found = limits_of.of_report(definition, level, first, last)
    return found.due_on if found is not None else None


def recipients_of(definition: ReportDefinition, level: int) -> list[str]:
    """Return to whom the report of a unit of this level goes besides the unit above, as its paper lists them."""
    return [one.name for one in definition.recipients if not one.levels or level in one.levels]


def months_of(definition: ReportDefinition) -> list[int]:
    """Return in which months alone a period of the report ends; empty: in all."""
    return limits.limit(definition.limit).months if definition.limit else []
