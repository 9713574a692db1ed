"""Ranks of officers: entered by the decision, held from a day on, found in the list and taken away with it."""

from datetime import timedelta

import pytest
from litestar import Litestar

from admin_ui.force.people.exporting import LISTS
from backend.core import clock, database
from backend.operations.verification.findings import Verdict
from tests.support import verifying
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("app")


async def gave(desk: Reader, who: Person, code: str, days_ago: int) -> int:
    """Enter a rank that began so many days ago; below zero: that begins later."""
    place = f"/desk/people/{who.id}/give-rank"
    await desk.open(place)
    return await desk.press(
        place,
        code=code,
        valid_from=f"{clock.today() - timedelta(days=days_ago):%d/%m/%Y}",
        number="77/QĐ-BCT",
        decided_on=f"{clock.today() - timedelta(days=max(days_ago, 0)):%d/%m/%Y}",
    )


async def test_a_rank_holds_from_its_day_until_the_next(
    app: Litestar, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    assert await gave(desk, people.an, "21.190", 400) == 200
    assert await gave(desk, people.an, "21.189", 30) == 200
    assert await gave(desk, people.an, "21.188", -20) == 200
    await desk.open(f"/desk/people/{people.an.id}")
    facts = desk.html[desk.html.index("<dl") : desk.html.index("</dl>")]
    assert "21.189 Kiểm soát viên thị trường" in facts
    assert "21.188 Kiểm soát viên chính thị trường" in desk.html
    assert "77/QĐ-BCT" in desk.html
    assert "Ghi ngạch công chức" in desk.page.text
    assert await gave(desk, people.an, "21.187", 30) == 409, "one begins on that day already"
    assert "Đã có ngạch bắt đầu từ đúng ngày này" in desk.html
    assert await gave(desk, people.an, "21.189", 10) == 409, "it says nothing new"


async def test_a_rank_that_was_a_mistake_counts_for_no_day(
    app: Litestar, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    await gave(desk, people.an, "21.190", 400)
    await gave(desk, people.an, "21.187", 30)
    wrong = await database.fetchval("SELECT id FROM officer_ranks WHERE code = '21.187'")
    place = f"/desk/people/{people.an.id}/withdraw-rank"
    await desk.open(place)
    assert await desk.press(place, rank_id=str(wrong), reason="Ghi nhầm người") == 200
    await desk.open(f"/desk/people/{people.an.id}")
    assert "21.190 Kiểm soát viên trung cấp thị trường" in desk.html
    assert "21.187 Kiểm soát viên cao cấp" not in desk.html
    assert "Bỏ ngạch ghi nhầm : 21.187" in desk.page.text, "the history keeps it"
    report = await verifying.verify()
    assert [one for one in report.findings if one.verdict is Verdict.TAMPERED] == []
    await database.execute("UPDATE officer_ranks SET withdrawn_at = NULL")
    report = await verifying.verify()
    assert f"rank {wrong}" in {one.where for one in report.findings}


async def test_the_list_finds_a_rank_and_the_file_has_it(
    app: Litestar, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.my)
    await gave(desk, people.an, "21.190", 400)
    await gave(desk, people.an, "21.189", 30)
    await gave(desk, people.binh, "21.190", 400)
    await desk.open("/desk/people?rank=21.190")
    assert f'id="officer-{people.binh.id}"' in desk.html
    assert f'id="officer-{people.an.id}"' not in desk.html, "held before, not today"
    assert "21.190 Kiểm soát viên trung cấp thị trường" in desk.page.text
    await desk.open("/desk/people?rank=21.200")
    assert f'id="officer-{people.an.id}"' in desk.html, "no such rank narrows nothing"
    table = await LISTS[0].opened(people.my.actor(), {"rank": "21.189"}, "vi")
    rows = [row async for part in table.pages() for row in part]
    assert [(row[0], row[6], row[7]) for row in rows] == [
        (people.an.full_name, "21.189", "Kiểm soát viên thị trường")
    ]


async def test_nobody_but_an_administrator_of_the_unit_enters_a_rank(
    app: Litestar, people: People, readers: Readers
) -> None:
    place = f"/desk/people/{people.dung.id}/give-rank"
    assert await (await readers.of(people.my)).look(place) == 404, "of another department"
    assert await (await readers.of(people.giang)).look(place) == 403
