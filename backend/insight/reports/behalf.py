"""On which ground a unit above may make a unit's report: by itself it does not.

A unit that works writes and sends its own reports; who heads the unit above sends them back. Without a ground nobody
else writes them, so that a report is what its unit says.
"""

from datetime import date
from uuid import UUID

from backend.approvals.absences import service as absences
from backend.core import clock
from backend.force.queries import units as unit_queries
from backend.insight.rules.reports import behalf
from backend.insight.rules.reports.facts import ReportHead
from backend.planning.plans import telling
from schemas.insight.words import OnBehalf


async def ground(report: ReportHead) -> OnBehalf | None:
    """Return why a unit above may make this report, or None."""
    return await of_unit(report.unit_id, report.due_on, corrects=report.replaces is not None)


async def of_unit(unit_id: UUID, due_on: date | None, *, corrects: bool) -> OnBehalf | None:
    """Return why a unit above may make a report of a unit that is due then, or None.

    `corrects`: it is to replace one that the unit has sent, so it is not late.
    """
    unit = await unit_queries.find(unit_id)
    if unit is None:
        return None
    away = {one.officer_id for one in await absences.away_today()}
    return behalf.ground(
        clock.today(),
        closed_on=unit.valid_to,
        headed=bool(await telling.heads_in([unit_id]) - away),
        due_on=None if corrects else due_on,
    )
