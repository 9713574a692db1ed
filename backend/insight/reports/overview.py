"""Who sent which report: units right below one beside the periods that ended last; and reminding who did not.

found = await overview.of_units(unit, day, actor)
"""

from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import clock
from backend.core.actors import Actor
from backend.core.errors import NotAllowed, NotFound
from backend.force.notices import telling as notices
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.queries import report_rounds as queries
from backend.insight.queries.report_rounds import Sent, Unit
from backend.insight.report_definitions import service as definitions
from backend.insight.reports import limits, using
from backend.insight.reports.limits import Asked
from backend.insight.rules import report_days
from backend.insight.rules.report_days import Days
from backend.law.deadlines import service as deadlines
from backend.planning.plans import telling
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.insight.words import ReportState

Shown = Literal["unbegun", "draft", "sent_back", "ready", "approved", "sent_up", "issued"]
_SENT = (ReportState.SENT_UP, ReportState.ISSUED)
REMINDERS = (Role.SUPERVISOR,)
"""Who reminds units below."""


class Cell(msgspec.Struct, frozen=True, kw_only=True):
    """How far one unit's report is."""

    shown: Shown
    late: bool
    """Its day is over, and the unit above does not have it."""
    before_use: bool = False
    """It was due before reports were made in this system: nobody is late with it."""
    sent_late: bool = False
    report_id: UUID | None

    @property
    def owed(self) -> bool:
        """Tell whether the unit above waits for it."""
        return self.shown not in _SENT and not self.before_use


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A kind of report and its period."""

    definition: str
    title: Text
    days: Days
    before_use: bool
    """It was due before reports were made in this system."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """A unit with a cell for each column. None: it was not there in that period."""

    unit_id: UUID
    name: Text
    closed_on: date | None
    successor: Text | None
    cells: list[Cell | None]


class Overview(msgspec.Struct, frozen=True, kw_only=True):
    """The whole."""

    columns: list[Column]
    lines: list[Line]
    open: list[int]
    """By column: how many units have not sent it; none is counted of what was due before the system was used."""


async def of_units(unit: UnitView, day: date, actor: Actor) -> Overview:
    """Return how far the reports of the units right below one are, of the periods that ended before a day.

    Raises NotFound for a unit out of the reader's sight.
    """
    await _in_sight(unit.id, actor)
    known = await definitions.everything()
    asked = list(limits.asked(known, (unit.level + 1,), day, report_days.SHOWN_AFTER))
    since = await using.since()
    found: dict[UUID, tuple[Unit, dict[int, Cell]]] = {}
    for at, one in enumerate(asked):
        for below, cell in await _cells(unit.id, one, since):
            found.setdefault(below.id, (below, {}))[1][at] = cell
    names = await units_service.names_of(
        one.successor_id for one, _ in found.values() if one.successor_id
    )
    return Overview(
        columns=[
            Column(
                definition=one.version.definition.code,
                title=one.version.definition.title,
                days=one.days,
                before_use=report_days.before_use(one.days.due_on, since),
            )
            for one in asked
        ],
        lines=[
            Line(
                unit_id=one.id,
                name=Text(vi=one.name_vi, en=one.name_en),
                closed_on=one.valid_to,
                successor=names.get(one.successor_id) if one.successor_id else None,
                cells=[cells.get(at) for at, _ in enumerate(asked)],
            )
            for one, cells in found.values()
        ],
        open=[
            sum(at in cells and cells[at].owed for _, cells in found.values())
            for at, _ in enumerate(asked)
        ],
    )


async def _in_sight(unit_id: UUID, actor: Actor) -> None:
    if unit_id not in {one.id for one in await units_service.covered(actor)}:
        raise NotFound(what="unit")


async def _cells(unit_id: UUID, asked: Asked, since: date) -> list[tuple[Unit, Cell]]:
    period = asked.days.period
    below = await queries.below(unit_id, period.first, period.last)
    ids = [one.id for one in below]
    sent = await queries.of_units(ids, asked.version.definition.code, period.first) if ids else []
    reports: dict[UUID, Sent] = {}
    for one in sent:
        # What was sent counts until a correction of it is sent too.
        if one.unit_id not in reports or reports[one.unit_id].state not in _SENT:
            reports[one.unit_id] = one
    return [(one, _cell(reports.get(one.id), asked.days, since)) for one in below]


def _cell(report: Sent | None, days: Days, since: date) -> Cell:
    before = report_days.before_use(days.due_on, since)
    over = clock.now() >= days.due_at and not before
    if report is None:
        return Cell(shown="unbegun", late=over, before_use=before, report_id=None)
    back = report.state is ReportState.DRAFT and report.sent_back_reason is not None
    shown: Shown = "sent_back" if back else _SHOWN[report.state]
    sent = report.state in _SENT
    return Cell(
        shown=shown,
        late=over and not sent,
        before_use=before,
        sent_late=over
        and sent
        and report.sent_up_at is not None
        and report.sent_up_at >= days.due_at,
        report_id=report.id,
    )


_SHOWN: dict[ReportState, Shown] = {
    ReportState.DRAFT: "draft",
    ReportState.READY: "ready",
    ReportState.APPROVED: "approved",
    ReportState.SENT_UP: "sent_up",
    ReportState.ISSUED: "issued",
}


async def remind(unit: UnitView, definition: str, first: date, actor: Actor) -> int:
    """Remind the heads of the units right below that have not sent a report; return how many were told.

    Each at most once a day about one report. Raises NotAllowed, NotFound.
    """
    if not actor.has(*REMINDERS):
        raise NotAllowed
    await _in_sight(unit.id, actor)
    known = await definitions.everything()
    day = clock.today()
    asked = next(
        (
            one
            for one in limits.asked(known, (unit.level + 1,), day, report_days.SHOWN_AFTER)
            if one.version.definition.code == definition and one.days.period.first == first
        ),
        None,
    )
    if asked is None:
        raise NotFound(what="report")
    told = 0
    for below, cell in await _cells(unit.id, asked, await using.since()):
        if cell.owed:
            told += await _remind_one(below, cell, asked, actor)
    return told


async def _remind_one(unit: Unit, cell: Cell, asked: Asked, actor: Actor) -> int:
    heads = await telling.heads_of(unit.path) - {actor.officer_id}
    late = clock.now() >= asked.days.due_at
    return await notices.tell(
        sorted(heads),
        "report",
        cell.report_id or unit.id,
        "report.reminded" if cell.report_id else "report.reminded_unbegun",
        {
            "by": actor.full_name,
            "what": asked.version.definition.title,
            "unit": Text(vi=unit.name_vi, en=unit.name_en),
            "due": deadlines.end_words(asked.days.due_at),
        },
        once=f"{unit.id}/reminded/{asked.version.definition.code}/{clock.today()}",
        due_at=None if late else asked.days.due_at,
    )
