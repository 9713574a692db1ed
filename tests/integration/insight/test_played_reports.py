"""Reports of a played month hold the numbers that SQL finds in the ledger, row by row, also over a closing."""

from collections.abc import AsyncIterator, Iterator
from datetime import date
from uuid import UUID

import pytest

from backend.core import clock
from backend.insight.dashboards import service as dashboards
from backend.insight.figures import counting
from backend.insight.report_definitions import filling, shipped
from backend.insight.rules import periods
from backend.ledger import sealer
from schemas.insight.report_definitions import ReportTable
from schemas.insight.reports import FilledTable
from schemas.insight.words import ColumnKind, RowsBy
from schemas.law.periods import PeriodKind
from tests.support import played_month
from tests.support.blind import QUESTIONS, Blind
from tests.support.databases import Database
from tests.support.later import at
from tests.support.people import People
from tests.support.three_provinces import Force, three_provinces

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]

Span = tuple[date, date]
SPANS: dict[str, dict[ColumnKind, Span]] = {
    "weekly": {
        ColumnKind.PERIOD: (date(2026, 12, 17), date(2026, 12, 23)),
        ColumnKind.BEFORE: (date(2026, 12, 10), date(2026, 12, 16)),
        ColumnKind.YEAR_TO_DATE: (date(2026, 12, 15), date(2026, 12, 23)),
    },
    "monthly": {
        ColumnKind.PERIOD: (date(2026, 12, 15), date(2027, 1, 14)),
        ColumnKind.BEFORE: (date(2026, 11, 15), date(2026, 12, 14)),
        ColumnKind.YEAR_BEFORE: (date(2025, 12, 15), date(2026, 1, 14)),
        ColumnKind.YEAR_TO_DATE: (date(2026, 12, 15), date(2027, 1, 14)),
    },
    "sanctions": {
        ColumnKind.PERIOD: (date(2025, 12, 15), date(2026, 12, 14)),
        ColumnKind.YEAR_BEFORE: (date(2024, 12, 15), date(2025, 12, 14)),
    },
}
"""The days of each report's columns, from the circulars and not from the code."""


@pytest.fixture(autouse=True)
def december() -> Iterator[None]:
    """The cast is of the month's first day."""
    with at("2026-12-01 08:00"):
        yield


async def asked(
    part: ReportTable, filled: FilledTable, force: Force, unit: UUID, spans: dict[ColumnKind, Span]
) -> AsyncIterator[tuple[int | None, str, UUID, Span]]:
    """Yield each value of a table that the SQL tells too, with its figure, unit and days."""
    values = {(one.row, one.column): one.value for one in filled.cells}
    for at_, row in enumerate(part.rows):
        for place, column in enumerate(part.columns):
            if row.figure in QUESTIONS and column.kind in spans:
                yield values[at_, place], str(row.figure), unit, spans[column.kind]
    if part.by is not RowsBy.UNIT:
        return
    for at_, key in enumerate(filled.keys):
        below = unit if key == "total" else force.by_id(key)
        for place, figure in enumerate(part.figures):
            if below is not None and figure in QUESTIONS:
                yield values[at_, place], figure, below, spans[ColumnKind.PERIOD]


async def test_every_table_of_the_reports_that_come_along_says_what_the_ledger_does(
    people: People, database: Database
) -> None:
    force = await three_provinces(people, database.owner_dsn)
    await played_month.played(force, database.owner_dsn)
    compared = 0
    with at("2027-01-20 08:00"):
        await sealer.seal_all()
        await counting.count_all()
        blind = await Blind.ask(database.owner_dsn, clock.today())
        for code, spans in SPANS.items():
            definition = shipped.everything()[code].definition
            tables = {one.id: one for one in definition.parts if isinstance(one, ReportTable)}
            for path in force.units.values():
                if path.level not in definition.levels:
                    continue
                days, reader = spans[ColumnKind.PERIOD], people.khanh.actor("desk")
                _, filled = await filling.fill(definition, path.unit_id, *days, reader)
                for one in filled:
                    cells = asked(tables[one.part], one, force, path.unit_id, spans)
                    async for value, figure, unit, span in cells:
                        told = await blind.answer(figure, unit, *span, "then")
                        assert value == told, (code, figure, unit, span)
                        compared += 1
        await blind.close()
    assert compared > 800, compared


async def test_dashboards_say_what_the_ledger_does_now_and_beside_it_a_year_later(
    people: People, database: Database
) -> None:
    force = await three_provinces(people, database.owner_dsn)
    await played_month.played(force, database.owner_dsn)
    reader, compared = people.khanh.actor("desk"), 0
    with at("2027-12-24 08:00"):
        await sealer.seal_all()
        await counting.count_all()
        blind = await Blind.ask(database.owner_dsn, clock.today())
        for kind, day, then in (
            (PeriodKind.MONTH, date(2026, 12, 14), (date(2026, 11, 15), date(2026, 12, 14))),
            (PeriodKind.MONTH, date(2026, 12, 15), (date(2026, 12, 15), date(2027, 1, 14))),
            (PeriodKind.CALENDAR_MONTH, date(2026, 12, 1), (date(2026, 12, 1), date(2026, 12, 31))),
            (PeriodKind.YEAR, date(2026, 12, 14), (date(2025, 12, 15), date(2026, 12, 14))),
        ):
            for unit in played_month.ids(force, open_=True):
                board = await dashboards.board(
                    reader, unit, periods.containing(kind, day), clock.today()
                )
                for code, value in board.figures.items():
                    if code in QUESTIONS:
                        told = await blind.answer(code, unit, *then, "then")
                        assert value.now == told, (code, unit, then)
                        compared += 1
        # A year later, on the 24th: beside this month stand the days of last year's until the 24th.
        this = periods.containing(PeriodKind.MONTH, clock.today())
        until = (date(2026, 12, 15), date(2026, 12, 24))
        for unit in played_month.ids(force, open_=True):
            board = await dashboards.board(reader, unit, this, clock.today())
            for code, value in board.figures.items():
                if code in QUESTIONS:
                    told = await blind.answer(code, unit, *until, "then")
                    assert value.before == told, (code, unit, until)
                    compared += 1
        await blind.close()
    assert compared > 250, compared
