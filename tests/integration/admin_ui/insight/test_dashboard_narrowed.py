"""A dashboard of one field, of one kind of party, of a unit that was closed: the numbers are those of statistics."""

import pytest

from backend.core import clock, database
from backend.core.database import transaction
from backend.insight.dashboards import service as dashboards
from backend.insight.figures import service as figures
from backend.insight.rules import periods
from backend.insight.rules.asking import Filters
from backend.insight.rules.covering import Reading
from schemas.casework.words import CaseAct
from schemas.insight.figures import CountedParty
from schemas.law.periods import PeriodKind
from tests.integration.admin_ui.insight.test_dashboard import Asked, asked, card, cells, counted
from tests.integration.casework.cases.test_life import delivered, paid
from tests.support import cases_made, factories
from tests.support.case_papers import exhibit
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = [pytest.mark.usefixtures("app"), pytest.mark.long]
__all__ = ("asked",)


async def a_month(people: People) -> str:
    """Have something happen in a team, and return the field of its case."""
    case = await cases_made.sanctioned(people)
    await case.take(CaseAct.DECISION_DELIVERED, delivered(case), people.an)
    await case.take(CaseAct.PAYMENT_RECEIVED, paid(2_000_000), people.an)
    await case.take(
        CaseAct.EXHIBITS_SEIZED,
        await cases_made.seized(case, exhibit(name="Vải cuộn", value=15_000_000)),
        people.an,
    )
    await factories.announced(people)
    await counted()
    field = await database.fetch(
        "SELECT DISTINCT field FROM figure_cells WHERE event = 'decisions_issued' AND field <> ''"
    )
    return str(field[0]["field"])


async def test_one_field_or_kind_of_party_is_that_of_statistics_by_both_readings(
    people: People,
) -> None:
    field = await a_month(people)
    today, team, successor = clock.today(), people.an.unit.unit_id, people.em.unit.unit_id
    await database.execute(
        "UPDATE units SET valid_to = $2, successor_id = $3 WHERE id = $1", team, today, successor
    )
    alone = [Filters()]
    alone += [Filters(fields=(one,)) for one in (field, "petrol")]
    alone += [Filters(parties=(one,)) for one in CountedParty if one]
    alone.append(Filters(fields=(field,), parties=(CountedParty.HOUSEHOLD,)))
    found: set[int] = set()
    readings: tuple[Reading, ...] = ("then", "today")
    khanh = people.khanh.actor("desk")
    async with transaction():
        for unit in (team, successor, people.giang.unit.unit_id, people.khanh.unit.unit_id):
            for reading in readings:
                for filters in alone:
                    for kind in (PeriodKind.MONTH, PeriodKind.CALENDAR_YEAR):
                        board = await dashboards.board(
                            khanh, unit, periods.containing(kind, today), today, reading, filters
                        )
                        days = board.days
                        for name, first, last in (
                            ("now", days.period.first, days.period.last),
                            ("before", days.before.first, days.until_before),
                        ):
                            wanted = figures.Wanted(
                                units=(unit,),
                                first=first,
                                last=last,
                                reading=reading,
                                filters=filters,
                            )
                            told = (await figures.values(dashboards.CODES, wanted, khanh))[unit]
                            of = {code: getattr(one, name) for code, one in board.figures.items()}
                            assert of == told, (name, unit, reading, filters, kind)
                            goods = sum(getattr(one, name) for one in board.fields)
                            assert goods == told["goods_seized"], (name, unit, reading, filters)
                            found.add(told["fines_imposed"] or 0)
    assert found == {0, 5_000_000}, "of some field and party there is something, of others nothing"


async def test_a_page_of_one_field_says_so_asks_few_questions_and_leads_to_the_same_records(
    people: People, readers: Readers, asked: Asked
) -> None:
    field = await a_month(people)
    for who in (people.khanh, people.giang, people.chi):
        reader = await readers.of(who)
        asked.clear()
        of = f"/desk/dashboard?period=calendar_month&field={field}"
        assert await reader.look(f"{of}&party=household&reading=today") == 200
        assert asked.few(), asked.said
        assert await reader.look(of) == 200
        assert "Chỉ tính lĩnh vực" in reader.html
        assert "không tách theo lĩnh vực" in reader.html
        for left_out in ("late", "load", "map"):
            assert f'id="q-{left_out}"' not in reader.html
        money = card(reader, "money")
        assert cells(money, "Số tiền phạt theo quyết định") == ["5.000.000", "0"]
        assert f"figure=fines_imposed&amp;field={field}" in money or f"field={field}" in money
    assert cells(card(reader, "goods"), "Vải cuộn")[0] == "15.000.000", "of a team by name too"
    assert await reader.look("/desk/dashboard?period=calendar_month&party=organisation") == 200
    assert 'id="q-map"' in reader.html, "inspections have a party"
    assert 'id="q-late"' not in reader.html
    # What an address says wrongly is as if it said nothing.
    assert await reader.look("/desk/dashboard?field=<b>&party=nobody&reading=then,today") == 200
    assert 'id="q-late"' in reader.html
    assert "Chỉ tính" not in reader.html
    assert "<b>&" not in reader.html


async def test_a_closed_unit_has_its_dashboard_which_names_who_took_over(
    people: People, readers: Readers, asked: Asked
) -> None:
    await a_month(people)
    team, successor = people.an.unit.unit_id, people.em.unit.unit_id
    day = clock.today()
    await database.execute(
        "UPDATE units SET valid_to = $2, successor_id = $3 WHERE id = $1", team, day, successor
    )
    giang = await readers.of(people.giang)
    asked.clear()
    assert await giang.look(f"/desk/dashboard?unit={team}&period=calendar_month") == 200
    assert asked.few(), asked.said
    assert f"giải thể từ {day:%d/%m/%Y}" in giang.html
    assert f'href="/desk/dashboard?unit={successor}&amp;period=calendar_month' in giang.html
    imposed = "Số tiền phạt theo quyết định"
    assert cells(card(giang, "money"), imposed) == ["5.000.000", "0"]
    # Its successor has it by the organisation of today, and says both.
    assert await giang.look(f"/desk/dashboard?unit={successor}&period=calendar_month") == 200
    assert "đã tiếp nhận việc của" in giang.html
    assert "reading=today" in giang.html
    assert "5.000.000" not in card(giang, "money")
    assert (
        await giang.look(f"/desk/dashboard?unit={successor}&period=calendar_month&reading=today")
        == 200
    )
    assert cells(card(giang, "money"), imposed) == ["5.000.000", "0"]
    assert await giang.look(f"/desk/statistics?unit={team}&period=calendar_month") == 200
    assert "từ ngày đó việc thuộc về" in giang.html
    # Of whom it was never, it is not.
    ho = await readers.of(people.ho)
    assert await ho.look(f"/desk/dashboard?unit={team}") == 404
