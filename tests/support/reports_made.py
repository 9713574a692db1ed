"""Reports for tests: a definition that two people publish, reports by it, filled, written and sent.

await reports_made.defined(people)
report_id = await reports_made.written(people.chi)
await reports_made.sent(report_id, people.chi)
"""

import dataclasses
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from backend import registry
from backend.core import clock, database
from backend.core.database import transaction
from backend.insight.figures import counting
from backend.insight.report_definitions import service as definitions
from backend.insight.reports import service as reports
from backend.insight.reports import views
from backend.ledger import sealer
from backend.ledger import service as ledger
from backend.ledger.service import Outcome
from schemas.core.problems import Text
from schemas.core.vocabulary import Role
from schemas.insight.report_definitions import (
    ReportColumn,
    ReportDefinition,
    ReportRow,
    ReportTable,
    ReportText,
)
from schemas.insight.report_views import ReportView
from schemas.insight.words import ColumnKind, RowsBy
from schemas.law.periods import PeriodKind
from tests.support.people import People, Person

registry.open_all()

CODE = "raid"
ROWS = ("cases_detected", "fines_imposed", "parties_individual", "reminders")
"""Figures of the first table: a count, money, parties that are counted once, and one that nothing tells."""
SITUATION, RESULTS, BY_UNIT = "situation", "results", "by_unit"


def _text(said: str) -> Text:
    return Text(vi=said, en=said)


def definition(**other: Any) -> ReportDefinition:
    """A thematic report of all levels: tables of figures and of units, a text that is required and one that is not."""
    columns = (ColumnKind.PERIOD, ColumnKind.YEAR_BEFORE, ColumnKind.CHANGE)
    results = ReportTable(
        id=RESULTS,
        title=_text("Kết quả"),
        rows=[ReportRow(label=_text(one), figure=one) for one in ROWS],
        columns=[ReportColumn(kind=one, label=_text(str(one))) for one in columns],
    )
    by_unit = ReportTable(
        id=BY_UNIT, title=_text("Theo đơn vị"), by=RowsBy.UNIT, figures=["fines_imposed"]
    )
    given: dict[str, Any] = {
        "code": CODE,
        "title": _text("Báo cáo đợt cao điểm"),
        "period": PeriodKind.DAYS,
        "levels": [1, 2, 3],
        "parts": [
            results,
            by_unit,
            ReportText(id=SITUATION, title=_text("Tình hình"), required=True),
            ReportText(id="proposals", title=_text("Kiến nghị")),
        ],
        "valid_from": date(2022, 1, 1),
    }
    return ReportDefinition(**(given | other))


async def defined(people: People, **other: Any) -> None:
    """Have two people of the national office draft and publish the definition."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'legal') ON CONFLICT DO NOTHING",
        people.oanh.id,
    )
    second = dataclasses.replace(people.oanh, roles=(Role.LEGAL,))
    made = definition(**other)
    async with transaction():
        draft_id, outcome = await definitions.draft(made, "Đợt mới", people.lan.actor("desk"))
        ledger.unwrap(outcome)
    async with transaction():
        ledger.unwrap(await definitions.publish(made.code, draft_id, second.actor("desk")))


async def counted() -> None:
    """Have everything sealed and counted, as a worker does within seconds."""
    await sealer.seal_all()
    await counting.count_all()


def days(back: int = 0) -> tuple[date, date]:
    """The thirty days that end today, or as many days before."""
    last = clock.today() - timedelta(days=back)
    return last - timedelta(days=29), last


async def begun(
    person: Person, unit_id: UUID | None = None, code: str = CODE, back: int = 0
) -> UUID:
    """Begin a report of the person's unit. Raises RefusedAct."""
    first, last = days(back)
    unit = unit_id or person.unit.unit_id
    async with transaction():
        report_id, outcome = await reports.begin(code, unit, first, last, person.actor("desk"))
    ledger.unwrap(outcome)
    return report_id


async def done(outcome: Any) -> None:
    """Do what a page does with a service of one act. Raises RefusedAct."""
    async with transaction():
        found: Outcome = await outcome
    ledger.unwrap(found)


async def written(
    person: Person, unit_id: UUID | None = None, text: str = "Ổn định", **other: Any
) -> UUID:
    """Begin a report, fill it, and write what is required."""
    report_id = await begun(person, unit_id, **other)
    await done(reports.fill(report_id, person.actor("desk")))
    await done(reports.write_text(report_id, SITUATION, text, person.actor("desk")))
    return report_id


async def view(report_id: UUID, person: Person) -> ReportView:
    """The report as this person sees it."""
    async with transaction():
        return await views.view(report_id, person.actor("desk"))


async def overdue(report_id: UUID) -> None:
    """Let the day by which the law has it sent be over, in a system that was used then."""
    await database.execute(
        "UPDATE reports SET due_on = $2, begun_at = begun_at - interval '30 days' WHERE id = $1",
        report_id,
        clock.today() - timedelta(days=1),
    )


async def sent(report_id: UUID, person: Person, late: str | None = None) -> str:
    """Send a report up as its sender sees it; return the revision. Raises RefusedAct."""
    revision = (await view(report_id, person)).revision
    await done(reports.send_up(report_id, revision, person.actor("desk"), late))
    return revision


def cell(shown: ReportView, row: int, column: int = 0, part: str = RESULTS) -> tuple[Any, Any]:
    """What was counted in a cell, and what the report says."""
    table = next(one for one in shown.tables if one.part == part)
    found = table.rows[row].cells[column]
    return found.counted, found.value
