"""The job that reminds heads of their reports: once before the day, and once when it is over.

The unit above hears which units are late. What was sent asks for nothing, nor does a report without a day, or one that
was due before reports were made here.
"""

from datetime import date, timedelta
from uuid import UUID

from backend.core import clock, rounds
from backend.core.database import transaction
from backend.force.notices import telling as notices
from backend.force.units import service as units
from backend.insight.queries import report_rounds as queries
from backend.insight.queries.report_rounds import Late, Owed
from backend.insight.report_definitions import service as definitions
from backend.insight.reports import limits, using
from backend.insight.rules import report_days
from backend.law.deadlines import service as deadlines
from backend.law.report_limits import service as law
from backend.law.rules import counting
from backend.planning.plans import telling
from schemas.core.problems import Text

EVERY = timedelta(minutes=10)
"""How often each worker looks: the limits are days."""
_AHEAD = timedelta(days=14)
"""No limit is near earlier, with the days off of Tết before it."""
_BEHIND = timedelta(days=30)
"""Nobody is told for the first time of what is late for longer."""
_NAMED = 12
"""Late units that a notice names; of more it says how many."""


async def remind() -> int:
    """Tell of reports whose day came near or passed since the last round; return how many notices were sent."""
    today = clock.today()
    async with transaction():
        first = max(today - _BEHIND, await using.since())
    told = await rounds.through(
        lambda after, most: queries.owed(first, today + _AHEAD, today, after, most), _say
    )
    return told + await _tell_above(first, today)


async def _say(report_id: UUID) -> int:
    report = await queries.lock(report_id)
    if report is None:
        return 0
    version = await definitions.version(report.definition, report.version)
    days = limits.of_report(
        version.definition, report.path.level, report.first_day, report.last_day
    )
    if days is None:
        return 0
    state = report_days.state(days.due_at, days.near_at, None, clock.now())
    if state == "running":
        return 0
    late = state == "late"
    return await notices.tell(
        sorted(await telling.heads_of(report.path)),
        "report",
        report.id,
        f"report.{state}",
        {
            "what": report.title,
            "unit": unit_name(report),
            "due": deadlines.end_words(days.due_at),
            "limit": law.limit(days.limit).citation,
        },
        once=f"{report.id}/{state}",
        due_at=None if late else days.due_at,
    )


def unit_name(report: Owed) -> Text:
    """Return whose report it is, in both languages."""
    return Text(vi=report.unit_name_vi, en=report.unit_name_en)


async def _tell_above(first: date, today: date) -> int:
    told = 0
    async with transaction():
        for one in await queries.late_below(first, today):
            told += await _tell_one(one)
    return told


async def _tell_one(one: Late) -> int:
    return await notices.tell(
        sorted(await telling.heads_of(await units.path_of(one.parent_id))),
        "report",
        one.parent_id,
        "report.late_below",
        {
            "what": one.title,
            "units": Text(
                vi=_listed(one.units_vi, "và {} đơn vị khác"),
                en=_listed(one.units_en, "and {} more"),
            ),
            "due": deadlines.end_words(counting.end_of(one.due_on)),
        },
        once=one.once,
    )


def _listed(names: list[str], more: str) -> str:
    shown = "; ".join(names[:_NAMED])
    rest = len(names) - _NAMED
    return f"{shown} {more.format(rest)}" if rest > 0 else shown
