"""The dashboard: a head reads what is late, where things go and who carries what, and may check each number."""

import asyncio
import re
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg
import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.insight.dashboards import service as dashboards
from backend.insight.figures import counting
from backend.insight.figures import service as figures
from backend.insight.rules import periods
from backend.ledger import sealer
from schemas.casework.words import CaseAct
from schemas.law.periods import PeriodKind
from tests.integration.admin_ui.insight.test_waiting_lists import clock_of
from tests.integration.casework.cases.test_life import delivered, paid
from tests.support import cases_made, factories
from tests.support import informations as made
from tests.support.case_papers import exhibit
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("app")
MOST_QUERIES = 12


class Asked:
    """The statements of one task: what the application asks in the background meanwhile is not the page's."""

    def __init__(self) -> None:
        self.said: list[tuple[object, str]] = []

    def clear(self) -> None:
        """Forget what was asked so far."""
        self.said.clear()

    def few(self) -> bool:
        """Whether the caller asked anything, and not more than a page may."""
        mine = [query for task, query in self.said if task is asyncio.current_task()]
        return 5 < len(mine) <= MOST_QUERIES


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """The statements of requests, but for those that begin and end a transaction."""
    asked = Asked()
    real = asyncpg.connection.Connection._do_execute

    async def counted(self: Any, query: str, *args: Any, **more: Any) -> Any:
        asked.said.append((asyncio.current_task(), query))
        return await real(self, query, *args, **more)

    monkeypatch.setattr(asyncpg.connection.Connection, "_do_execute", counted)
    return asked


async def counted() -> None:
    """Have everything sealed and counted, as a worker does within seconds."""
    await sealer.seal_all()
    await counting.count_all()


def card(desk: Reader, name: str) -> str:
    """One question of the page, whole."""
    found = re.search(
        rf'<section [^>]*aria-labelledby="q-{name}">.*?</section>', desk.html, re.DOTALL
    )
    assert found, name
    return found[0]


def cells(part: str, row: str) -> list[str]:
    """The numbers of a row in a card's tables."""
    found = re.search(
        rf'<th role="rowheader" scope="row">(?:<a[^>]*>)?{re.escape(row)}.*?</tr>', part, re.DOTALL
    )
    assert found, row
    return [
        re.sub(r"<[^>]+>", "", one).strip()
        for one in re.findall(r"<td.*?</td>", found[0], re.DOTALL)
    ]


async def test_a_head_reads_the_month_in_few_questions_and_statistics_say_the_same(
    people: People, readers: Readers, asked: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(2_000_000), people.an)
    waiting = await cases_made.due(people)
    goods = exhibit(name="Vải cuộn <không> nhãn", value=15_000_000)
    await waiting.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(waiting, goods), people.an)
    await factories.announced(people)
    now = clock.now()
    await clock_of(waiting.id, people.an, now - timedelta(hours=1), now - timedelta(days=9))
    await counted()
    giang = await readers.of(people.giang)
    asked.clear()
    assert await giang.look("/desk/dashboard?period=calendar_month") == 200
    assert asked.few(), asked.said
    page = giang.html
    for name in ("late", "trend", "money", "goods", "time", "load", "map"):
        assert card(giang, name).count("<svg") == card(giang, name).count("<table") >= 1, name
    assert "<script>" not in page
    assert " style=" not in page
    assert cells(card(giang, "late"), "Đội số 1 thử")[0] == "1"
    money = card(giang, "money")
    assert cells(money, "Số tiền phạt theo quyết định") == ["5.000.000", "0"]
    assert cells(money, "Tổng số tiền thu được") == ["2.000.000", "0"]
    assert cells(money, "Tiền phạt chưa thu cuối kỳ") == ["3.000.000", "0"]
    assert "Phạt 5 triệu đồng, cùng kỳ năm trước không có." in money
    assert cells(card(giang, "goods"), "Vải cuộn &lt;không&gt; nhãn")[0] == "15.000.000"
    assert "<không>" not in page
    assert cells(card(giang, "load"), "Đội số 1 thử")[:2] == ["2", "1"]
    behind = re.search(r'href="(/desk/statistics/behind\?[^"]*figure=fines_imposed[^"]*)"', money)
    assert behind
    assert await giang.look(behind[1].replace("&amp;", "&")) == 200
    assert "5.000.000" in giang.html
    assert await giang.look("/desk/statistics?period=calendar_month&group=sanctions") == 200
    for number in ("5.000.000", "2.000.000", "3.000.000"):
        assert f">{number}</a>" in giang.html, number
    # A leader of the team asks for the own unit and finds the same, with fewer questions beneath.
    chi = await readers.of(people.chi)
    asked.clear()
    assert await chi.look("/desk/dashboard?period=calendar_month") == 200
    assert asked.few(), asked.said
    assert cells(card(chi, "money"), "Số tiền phạt theo quyết định") == ["5.000.000", "0"]
    assert cells(card(chi, "goods"), "Vải cuộn &lt;không&gt; nhãn")[0] == "15.000.000"
    # The head of the very unit reads names; who is above it does not.
    assert people.an.full_name in card(chi, "load")
    team = people.chi.unit.unit_id
    assert await giang.look(f"/desk/dashboard?unit={team}&period=calendar_month") == 200
    assert people.an.full_name not in card(giang, "load")
    assert "Công chức 1" in card(giang, "load")
    # Where more was inspected than can be looked up, the page says so instead of waiting for it.
    monkeypatch.setattr(dashboards, "MOST_INSPECTIONS", 0)
    monkeypatch.setattr(dashboards, "MOST_SEIZURES", 0)
    assert await giang.look("/desk/dashboard?period=calendar_month") == 200
    assert "nhiều quá để chỉ trên bản đồ" in card(giang, "map")
    assert card(giang, "goods").count("<svg") == 1
    # What is chosen stays in the addresses of what is below.
    khanh = await readers.of(people.khanh)
    asked.clear()
    assert await khanh.look("/desk/dashboard?period=calendar_month") == 200
    assert asked.few(), asked.said
    assert (
        f"/desk/dashboard?unit={people.giang.unit.unit_id}&amp;period=calendar_month&amp;until="
        in khanh.html
    )


async def agrees(who: Person, unit: UUID, kind: PeriodKind, day: date) -> None:
    """A dashboard as it reads on that day has the figures of statistics, of both years."""
    async with transaction():
        asked = periods.containing(kind, day)
        board = await dashboards.board(who.actor("desk"), unit, asked, day)
        days = board.days
        for name, first, last in (
            ("now", days.period.first, days.period.last),
            ("before", days.before.first, days.until_before),
        ):
            wanted = figures.Wanted(units=(unit,), first=first, last=last)
            told = (await figures.values(dashboards.CODES, wanted, who.actor("desk")))[unit]
            found = {code: getattr(one, name) for code, one in board.figures.items()}
            assert found == told, (name, kind, day)
            goods = sum(getattr(one, name) for one in board.fields)
            assert goods == told["goods_seized"], (name, kind, day)


async def test_both_years_are_those_of_statistics_on_any_day_and_over_a_closing(
    people: People,
) -> None:
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(2_000_000), people.an)
    await case.take(CaseAct.EXHIBITS_SEIZED, await cases_made.seized(case, exhibit()), people.an)
    await made.registered(people.nga)
    await counted()
    today, team, successor = clock.today(), people.an.unit.unit_id, people.em.unit.unit_id
    later = [today, *(today + timedelta(365 + more) for more in (-16, -1, 0, 1, 20))]
    for who in (people.chi, people.giang, people.khanh):
        for day in later:
            for kind in (PeriodKind.MONTH, PeriodKind.CALENDAR_QUARTER):
                await agrees(who, who.unit.unit_id, kind, day)
    await database.execute(
        "UPDATE units SET valid_to = $2, successor_id = $3 WHERE id = $1",
        team,
        today + timedelta(40),
        successor,
    )
    for day in (today + timedelta(45), today + timedelta(400), today + timedelta(410)):
        await agrees(people.giang, successor, PeriodKind.QUARTER, day)
        await agrees(people.giang, people.giang.unit.unit_id, PeriodKind.QUARTER, day)
    # A department whose own records go elsewhere than those of its teams: its sums are not what it hands on.
    await database.execute(
        "UPDATE units SET valid_to = $2, successor_id = $3 WHERE id = $1",
        people.giang.unit.unit_id,
        today + timedelta(50),
        people.ho.unit.unit_id,
    )
    for day in (today + timedelta(60), today + timedelta(425)):
        await agrees(people.ho, people.ho.unit.unit_id, PeriodKind.QUARTER, day)


async def test_a_unit_out_of_sight_is_not_found_and_a_hostile_name_is_only_a_name(
    people: People, readers: Readers
) -> None:
    await database.execute(
        "UPDATE units SET name_vi = $2 WHERE id = $1",
        people.chi.unit.unit_id,
        "</title><script>alert(1)</script>",
    )
    giang = await readers.of(people.giang)
    for unit in (people.ho.unit.unit_id, people.khanh.unit.unit_id, "x"):
        assert await giang.look(f"/desk/dashboard?unit={unit}") == 404, unit
    odd = "/desk/dashboard?period=week&until=0001-01-01"
    assert await giang.look(odd) == 200
    assert await giang.look("/desk/dashboard?until=2021-06-30") == 200, "no figure was defined"
    assert (
        await giang.look(f"/desk/dashboard?unit={people.chi.unit.unit_id}&until=9999-12-31") == 200
    )
    assert "<script>alert" not in giang.html
    assert "Chưa có số liệu nào" in giang.html


async def test_late_information_about_an_officer_is_counted_for_who_may_see_it_alone(
    people: People,
) -> None:
    """It lies with the unit above that officer's; about the head of a department with the national office."""
    await made.registered(people.nga, named_officers=[people.giang.id])
    await made.registered(people.binh, named_officers=[people.an.id])
    await made.registered(people.binh)
    await database.execute(
        "UPDATE informations SET due_at = $1, due_rule = 'C27-9.1'",
        clock.now() - timedelta(hours=1),
    )
    told: dict[str, int] = {}
    for who in (people.khanh, people.giang, people.chi, people.phuc):
        board = await dashboards.board(
            who.actor("desk"),
            None,
            periods.containing(PeriodKind.MONTH, clock.today()),
            clock.today(),
        )
        told[who.username] = sum(one.late for one in board.late)
    assert told == {"khanh": 3, "giang": 2, "chi": 1, "phuc": 0}
