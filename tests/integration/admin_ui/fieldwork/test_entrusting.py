"""A leader names at the desk who draws up the minutes; who may withdraw a decision sees that a team asks for it."""

import pytest

from admin_ui.shell.words import CATALOGUES
from backend.core import database
from backend.ledger.service import Accepted, Outcome
from tests.support import factories
from tests.support.factories import Work
from tests.support.people import People
from tests.support.readers import Reader, Readers

pytestmark = pytest.mark.usefixtures("app")


def accepted(outcome: Outcome) -> None:
    assert isinstance(outcome, Accepted), outcome


def owner(work: Work) -> str:
    return f"/desk/inspections/{work.id}/owner"


async def names(desk: Reader, work: Work, officer: str) -> int:
    """Choose him, look at the confirmation, press it."""
    await desk.open(owner(work))
    assert await desk.press("/owner", "review", officer=officer) == 200
    return await desk.press("/owner", "confirm")


async def test_the_leader_entrusts_a_colleague_at_the_desk_and_takes_the_minutes_back(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people, minutes_flow=2, author=people.chi)
    desk = await readers.of(people.chi)
    page = await desk.open(f"/desk/inspections/{work.id}")
    assert f"Người lập biên bản: {people.chi.full_name}" in page.text
    await desk.follow(owner(work))
    assert await desk.press("/owner", "review", officer=str(people.an.id)) == 200
    assert f"Giao {people.an.full_name} lập biên bản?" in desk.page.text
    assert await desk.press("/owner", "confirm") == 200
    assert "Đã giao lập biên bản" in desk.page.text
    assert f"Người lập biên bản: {people.an.full_name}" in desk.page.text
    assert await names(desk, work, str(people.chi.id)) == 200
    assert f"Người lập biên bản: {people.chi.full_name}" in desk.page.text


async def test_who_chooses_nobody_is_told_at_the_field(people: People, readers: Readers) -> None:
    work = await factories.announced(people, minutes_flow=2, author=people.chi)
    desk = await readers.of(people.chi)
    await desk.open(owner(work))
    assert await desk.press("/owner", "review") == 422
    assert "Hãy chọn một người trong Đoàn." in desk.page.text
    assert await desk.press("/owner", "review", officer=str(people.chi.id)) == 422


async def test_a_leader_whom_nobody_accompanies_any_more_has_nobody_to_entrust(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people, minutes_flow=2, author=people.chi)
    await database.execute(
        "DELETE FROM inspection_team WHERE inspection_id = $1 AND officer_id <> $2",
        work.id,
        people.chi.id,
    )
    desk = await readers.of(people.chi)
    assert await desk.look(owner(work)) == 200
    assert CATALOGUES["vi"]["opinions.entrust_alone"] in desk.page.text
    assert f'href="/desk/inspections/{work.id}"' in desk.html


async def test_only_the_leader_is_offered_it_and_none_once_the_file_is_submitted(
    people: People, readers: Readers
) -> None:
    work = await factories.announced(people, minutes_flow=2, author=people.chi)
    for other in (people.an, people.giang):
        desk = await readers.of(other)
        page = await desk.open(f"/desk/inspections/{work.id}")
        assert owner(work) not in desk.html
        assert "Giao lập biên bản" not in page.text
        assert await desk.look(owner(work)) == 403
    leader = await readers.of(people.chi)
    await leader.open(owner(work))
    form = leader.form("/owner")
    form.fill("officer", str(people.an.id))
    await factories.write_minutes(work)
    accepted(await factories.submit(work))
    assert await leader.try_submit(form) == 409
    assert "Không giao lại được nữa" in leader.page.text
    await leader.open(f"/desk/inspections/{work.id}")
    assert owner(work) not in leader.html


async def test_an_older_record_has_nobody_to_entrust(people: People, readers: Readers) -> None:
    work = await factories.announced(people, author=people.chi)
    desk = await readers.of(people.chi)
    await desk.open(f"/desk/inspections/{work.id}")
    assert owner(work) not in desk.html
    assert await desk.look(owner(work)) == 409


async def test_a_request_not_to_inspect_waits_in_the_list_of_who_may_withdraw(
    people: People, readers: Readers
) -> None:
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    head = await readers.of(people.giang)
    await head.open("/desk/")
    assert work.number not in head.html.split("<main", 1)[1]
    accepted(await work.act("inspection.discarded", {"reason": "Cửa hàng đã chuyển đi"}))
    page = await head.open("/desk/")
    assert "Đề nghị không kiểm tra" in page.text
    assert "Cửa hàng đã chuyển đi" in page.text
    assert people.chi.full_name in page.text
    for other in (people.chi, people.ho):
        elsewhere = await readers.of(other)
        assert "Cửa hàng đã chuyển đi" not in (await elsewhere.open("/desk/")).text
    await head.open(f"/desk/inspections/{work.id}/opinion/withdraw")
    await head.press("/opinion/withdraw", "review", reason="Đối tượng đã chuyển địa điểm")
    assert await head.press("/opinion/withdraw", "confirm") == 200
    await head.open("/desk/")
    assert work.number not in head.html.split("<main", 1)[1]


async def test_a_team_that_goes_on_asks_no_more(people: People, readers: Readers) -> None:
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    accepted(await work.act("inspection.discarded", {"reason": "Cửa hàng đã chuyển đi"}))
    decision = await database.fetchval(
        "SELECT decision_id FROM inspections WHERE id = $1",
        work.id,
    )
    accepted(await work.act("inspection.opened", {"decision_id": str(decision)}))
    head = await readers.of(people.giang)
    await head.open("/desk/")
    assert work.number not in head.html.split("<main", 1)[1]
    assert "Không có đề nghị nào chờ bạn." in (await head.open("/desk/work/lists/asked")).text


async def test_minutes_are_set_aside_by_the_name_of_who_wrote_them(
    people: People, readers: Readers
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    colleague = Work(work.id, work.number, people.an, await factories.pen(people.an))
    await factories.write_minutes(colleague)
    head = await readers.of(people.giang)
    page = await head.open(f"/desk/inspections/{work.id}/beside/{colleague.minutes}")
    assert f"Biên bản do {people.an.full_name} ghi" in page.text


async def test_who_issued_a_decision_and_heads_another_unit_now_does_not_see_what_its_team_asks(
    people: People, readers: Readers
) -> None:
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    accepted(await work.act("inspection.discarded", {"reason": "Cửa hàng đã chuyển đi"}))
    await database.execute("UPDATE inspections SET issued_by = $1", people.ho.id)
    page = await (await readers.of(people.ho)).open("/desk/work/lists/asked")
    assert "Cửa hàng đã chuyển đi" not in page.text
    assert "Không có đề nghị nào chờ bạn." in page.text
