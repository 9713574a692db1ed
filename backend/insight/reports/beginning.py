"""The job that begins reports when their period is over, and fills them: a head finds the draft, and writes its texts.

A unit that is closed owes what was done until then. Its report of the period in which it was closed is begun as the
others; nobody serves in it any more, so the unit above writes and sends it. Figures count each event where it belonged
on its day: from the closing on all is its successor's, whose report covers the rest.
"""

from datetime import timedelta

import structlog

from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from backend.insight.queries import report_rounds as queries
from backend.insight.queries.report_rounds import Unit
from backend.insight.report_definitions import service as definitions
from backend.insight.reports import limits, service, using
from backend.insight.reports.limits import Asked
from backend.insight.rules import report_days
from backend.ledger.service import Refused
from backend.planning.plans import telling

EVERY = timedelta(minutes=10)
"""How often each worker looks: reports begin with a day."""
_log = structlog.get_logger()


async def begin() -> int:
    """Begin the reports that are asked for now and that nobody began; return how many were begun."""
    today = clock.today()
    async with transaction():
        known = await definitions.everything()
        since = await using.since()
    made = 0
    for one in limits.asked(known, limits.LEVELS, today, report_days.BEGUN_AFTER):
        if report_days.before_use(one.days.due_on, since):
            continue
        period = one.days.period
        async with transaction():
            units = await queries.unbegun(
                one.version.definition.code, one.level, period.first, period.last, today
            )
        for unit in units:
            made += await _begin_one(one, unit)
    return made


async def _begin_one(asked: Asked, unit: Unit) -> int:
    """Begin and fill one report, in a transaction of its own: what is wrong with it stops no other."""
    period = asked.days.period
    try:
        async with transaction():
            actor = await _in_whose_name(unit)
            if actor is None:
                return 0
            report_id, outcome = await service.begin(
                asked.version.definition.code, unit.id, period.first, period.last, actor
            )
            if isinstance(outcome, Refused):
                _log.info("report_not_begun", unit=str(unit.id), why=outcome.code)
                return 0
            await service.fill(report_id, actor)
    except DomainError as error:
        _log.warning("report_not_begun", unit=str(unit.id), why=error.problem_code)
        return 0
    return 1


async def _in_whose_name(unit: Unit) -> Actor | None:
    """Return the system, in the name of the unit's head, or the nearest above: a calendar has no name of its own."""
    heads = sorted(await telling.heads_of(unit.path))
    return actor_of(await sessions.get_actor(heads[0]), "job") if heads else None
