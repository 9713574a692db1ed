"""A played month is reported by teams, the closed one too, provinces and the centre; one correction goes all the way.

Every number of every report is the one that SQL finds in the ledger.
"""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest

from backend.core import clock
from backend.core.database import transaction
from backend.insight.report_definitions import shipped
from backend.insight.reports import service as reports
from backend.insight.reports import views
from backend.ledger import service as ledger
from schemas.insight.report_definitions import ReportTable
from schemas.insight.report_views import ReportView
from schemas.insight.words import ColumnKind, ReportState
from tests.support import played_month, reports_made
from tests.support.blind import QUESTIONS, Blind
from tests.support.databases import Database
from tests.support.later import at
from tests.support.people import People, Person
from tests.support.played_month import PERIODS
from tests.support.three_provinces import TEAMS, Force, three_provinces

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]

FIRST, LAST = PERIODS["reporting month"]
CLOSED = "4802"
RESULTS = shipped.everything()["monthly"].definition.parts[0]


@pytest.fixture(autouse=True)
def december() -> Iterator[None]:
    """The cast is of the month's first day."""
    with at("2026-12-01 08:00"):
        yield


def head_of(force: Force, code: str) -> Person:
    """Who heads a unit; for the closed team, who heads the nation: the province's head takes its report."""
    if code == CLOSED:
        return force.heads["00"]
    return force.heads[code] if code in force.heads else force[code].chi


async def reported(force: Force, code: str) -> UUID:
    """Begin, fill, write and send a unit's monthly report, by its head; take those below first."""
    head = head_of(force, code)
    actor = head.actor("desk")
    async with transaction():
        report_id, outcome = await reports.begin("monthly", force.unit(code), FIRST, LAST, actor)
    ledger.unwrap(outcome)
    if code == CLOSED:
        await reports_made.done(reports.take_over(report_id, "Đội đã giải thể", actor))
    await reports_made.done(reports.fill(report_id, actor))
    for part in ("situation", "assessment"):
        await reports_made.done(reports.write_text(report_id, part, "Ổn định", actor))
    if code in force.heads:
        await reports_made.done(reports.take(report_id, actor))
    if code != "00":
        await reports_made.sent(report_id, head)
    return report_id


async def agrees(shown: ReportView, unit: UUID, blind: Blind) -> int:
    """Compare the period's column of the first table with the ledger; return how many figures were compared."""
    table = shown.tables[0]
    assert isinstance(RESULTS, ReportTable)
    column = [one.kind for one in table.columns].index(ColumnKind.PERIOD)
    compared = 0
    for row, said in zip(table.rows, RESULTS.rows, strict=True):
        if said.figure in QUESTIONS:
            told = await blind.answer(str(said.figure), unit, FIRST, LAST, "then")
            assert row.cells[column].value == told, (row.label.vi, unit)
            compared += 1
    return compared


async def test_a_month_is_reported_by_teams_provinces_and_the_centre_and_corrected(
    people: People, database: Database
) -> None:
    force = await three_provinces(people, database.owner_dsn)
    late = await played_month.played(force, database.owner_dsn)
    made: dict[str, UUID] = {}
    with at("2027-01-16 08:00"):
        await reports_made.counted()
        for code in (*TEAMS, "01", "48", "46", "00"):
            made[code] = await reported(force, code)
        blind = await Blind.ask(database.owner_dsn, clock.today())
        for code, report_id in made.items():
            shown = await reports_made.view(report_id, head_of(force, code))
            assert await agrees(shown, force.unit(code), blind) == 15
            assert shown.missing_units == []
        await blind.close()
        # What teams sent is what is counted of them, the closed team's too, and comes to the province's.
        shown = await reports_made.view(made["48"], force.heads["48"])
        assert [one.unit_name.vi for one in shown.taken or []] == [
            "Đội Đà Nẵng thử",
            "Đội số 2 Đà Nẵng thử",
        ]
        assert [one.closed_on for one in shown.below] == [None, date(2026, 12, 20)]
        for code in ("01", "48", "46", "00"):
            await compared(force, code, made[code])

    # A payment of the month is entered after all have reported: the team corrects, then the province, then the centre.
    with at("2027-01-25 08:00"):
        await played_month.pay(late, 5_000_000, paid_on=date(2026, 12, 16))
        await reports_made.counted()
        fresh: dict[str, UUID] = {}
        for code in ("0101", "01"):
            fresh[code] = await corrected(force, code, made[code])
        # The centre's is not issued yet: it sees what it rests on was replaced, and takes and counts anew.
        centre = force.heads["00"].actor("desk")
        before = await reports_made.view(made["00"], force.heads["00"])
        replaced = {one.unit_id: one.replaced_by for one in before.taken or []}
        assert replaced[force.unit("01")] == fresh["01"]
        assert {one for key, one in replaced.items() if key != force.unit("01")} == {None}
        await reports_made.done(reports.fill(made["00"], centre))
        await reports_made.done(reports.take(made["00"], centre))
        await compared(force, "00", made["00"])
        await compared(force, "01", fresh["01"])
        blind = await Blind.ask(database.owner_dsn, clock.today())
        for code, report_id in (made | fresh).items():
            shown = await reports_made.view(report_id, head_of(force, code))
            assert await agrees(shown, force.unit(code), blind) == 15
        await blind.close()
        old = await reports_made.view(made["0101"], head_of(force, "0101"))
        assert old.row.replaced_by == fresh["0101"]


OWN = {"01": 1, "00": 1}
"""What no unit below has: a tip and a denunciation that are the department's own, and of each one about an officer."""


async def compared(force: Force, code: str, report_id: UUID) -> None:
    """What units below sent agrees with what is counted of them; it is the report's but for what is its own."""
    async with transaction():
        found = await views.compared(report_id, head_of(force, code).actor("desk"))
    for row in found.rows:
        assert all(one.sent == one.counted for one in row.units), row.label.vi
        assert row.sent == row.counted, row.label.vi
        own = OWN.get(code, 0) if row.label.vi in ("Số thông tin tiếp nhận", "Số tố cáo") else 0
        if row.sent is not None:
            assert row.report == row.sent + own, (code, row.label.vi)


async def corrected(force: Force, code: str, report_id: UUID) -> UUID:
    """Correct a unit's report; what it says otherwise is the payment, and nothing else."""
    head = head_of(force, code)
    actor = head.actor("desk")
    async with transaction():
        fresh = await reports.correct(report_id, "Nhập muộn một biên lai của kỳ", actor)
    if code in force.heads:
        await reports_made.done(reports.take(fresh, actor))
    async with transaction():
        found = await views.differences(fresh, actor)
    assert found is not None
    moved = {
        one.row.vi: (one.after or 0) - (one.before or 0)
        for one in found.cells
        if one.table.vi == "Kết quả kiểm tra, xử lý vi phạm" and one.column.vi == "Trong kỳ"
    }
    assert moved == {
        "Số tiền nộp ngân sách": 5_000_000,
        "Tiền phạt": 5_000_000,
        "Tiền phạt chưa thu cuối kỳ": -5_000_000,
    }
    assert found.texts == []
    await reports_made.sent(fresh, head)
    assert (await reports_made.view(fresh, head)).row.state is ReportState.SENT_UP
    return fresh
