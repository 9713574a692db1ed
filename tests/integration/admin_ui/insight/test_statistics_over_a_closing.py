"""Statistics over a closing: every unit of then has its line, and all lines add up."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from backend.insight.figures import counting
from backend.ledger import sealer
from schemas.casework.words import CaseAct
from tests.support import cases_made, informations
from tests.support.databases import Database
from tests.support.later import at
from tests.support.people import People
from tests.support.played_month import making
from tests.support.played_month.closing import closed, emptied
from tests.support.readers import Readers
from tests.support.three_provinces import three_provinces

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]


@pytest.fixture(autouse=True)
def december() -> Iterator[None]:
    """The cast is of the month's first day."""
    with at("2026-12-01 08:00"):
        yield


async def test_over_a_closing_the_table_of_units_adds_up_by_both_readings(
    people: People, readers: Readers, database: Database
) -> None:
    """A closed team has its line where units are as they were, and can be asked for; its department's own has one."""
    force = await three_provinces(people, database.owner_dsn)
    with at("2026-12-10 10:00"):
        await making.sanctioned(force["4802"], making.person(1))
        case = await making.due(force["4802"], making.person(2))
    await emptied(database.owner_dsn, force.unit("4802"), to=force.units["00"])
    with at("2026-12-20 10:00"):
        await closed(force, "4802", date(2026, 12, 15), "4801")
        await case.take(CaseAct.SANCTION_IMPOSED, await cases_made.imposed(case))
        await informations.registered(people.nga)  # of the department itself
        await sealer.seal_all()
        await counting.count_all()
        khanh = await readers.of(people.khanh)
        asked = "period=calendar_month&until=2026-12-20&rows=unit&group="
        danang, hanoi = force.unit("48"), force.unit("01")
        await khanh.open(f"/desk/statistics?{asked}sanctions&unit={danang}")
        gone = "Đội số 2 Đà Nẵng thử (giải thể từ 15/12/2026)"
        assert first_numbers(khanh.html) == {"Đội Đà Nẵng thử": "0", gone: "2"}, "detected"
        await khanh.open(f"/desk/statistics?{asked}sanctions&unit={danang}&reading=today")
        assert first_numbers(khanh.html) == {"Đội Đà Nẵng thử": "2"}
        await khanh.open(f"/desk/statistics?{asked}sanctions&unit={force.unit('4802')}")
        assert first_numbers(khanh.html) == {gone: "2"}
        await khanh.open(f"/desk/statistics?{asked}intake&unit={hanoi}")
        assert first_numbers(khanh.html)["Riêng Chi cục Hà Nội thử"] == "1"


def first_numbers(html: str) -> dict[str, str]:
    """The first figure of each row, by the row's name."""
    rows_ = [one for one in html.split('<tr role="row"') if 'scope="row"' in one]
    named = [re.search(r'scope="row"[^>]*>(.*?)</th>', one, re.DOTALL) for one in rows_]
    cells = [
        re.search(r'<td role="cell" class="figure"[^>]*>(.*?)</td>', one, re.DOTALL)
        for one in rows_
    ]
    return {
        re.sub(r"<[^>]+>", "", name[1]).strip(): re.sub(r"<[^>]+>", "", cell[1]).strip()
        for name, cell in zip(named, cells, strict=True)
        if name and cell
    }
