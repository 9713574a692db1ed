"""The time limits of reports: from their definition, unit and period, by the law's data.

The reckoning is backend/insight/rules/report_days.py.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import NamedTuple

from backend.force.units import service as units
from backend.insight.report_definitions import service as definitions
from backend.insight.report_definitions.service import Kept, Version
from backend.insight.rules import report_days
from backend.insight.rules.periods import Period
from backend.insight.rules.report_days import Days
from backend.law.deadlines import service as deadlines
from backend.law.report_limits import service as law
from backend.law.rules import counting
from schemas.insight.report_definitions import ReportDefinition
from schemas.insight.report_views import ReportView
from schemas.law.report_limits import ReportLimit

LEVELS = (1, 2, 3, 4)


class Asked(NamedTuple):
    """A kind of report that units of a level make now."""

    level: int
    version: Version
    days: Days


def of_report(definition: ReportDefinition, level: int, first: date, last: date) -> Days | None:
    """Return the days of a report; None if no law sets any."""
    if definition.limit is None:
        return None
    period = Period(kind=definition.period, first=first, last=last)
    return report_days.days(law.limit(definition.limit), level, period, deadlines.calendar())


def asked(
    known: list[Kept], levels: tuple[int, ...], today: date, after: timedelta
) -> Iterator[Asked]:
    """Yield what units of these levels report on now, until so long `after` its day; see report_days.asked()."""
    for kept in known:
        names = dict.fromkeys(one.definition.limit for one in kept.versions)
        for name in names:
            if name is None:
                continue
            for level in levels:
                for days in report_days.asked(
                    law.limit(name), level, today, deadlines.calendar(), after
                ):
                    version = kept.at(days.period.last)
                    if version is not None and _is_of(version.definition, name, level):
                        yield Asked(level, version, days)


def _is_of(definition: ReportDefinition, limit: str, level: int) -> bool:
    return definition.limit == limit and level in definition.levels


async def of_view(view: ReportView) -> tuple[Days, ReportLimit] | None:
    """Return the days of a report as its page shows them, with the rule that sets them; None if no law sets any."""
    found = await definitions.version(view.row.definition, view.version)
    path = await units.path_of(view.row.unit_id)
    days = of_report(found.definition, path.level, view.row.first, view.row.last)
    return (days, law.limit(days.limit)) if days is not None else None


def end_of(day: date) -> datetime:
    """Return when a limit ends that ends with a day in Vietnam, in UTC."""
    return counting.end_of(day)
