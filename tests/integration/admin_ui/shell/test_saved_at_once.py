"""Two officers press Save at the same moment on a form that both opened: one is saved, the other is told."""

import asyncio
from collections.abc import Awaitable
from uuid import UUID

import pytest

from backend.core import database
from backend.core.database import transaction
from tests.support import cases_made, informations, papers_submitted, plans_made, record_papers
from tests.support.people import People
from tests.support.readers import Reader, Readers

TOLD = "đã được sửa sau khi bạn mở trang"


async def at_once(table: str, record_id: UUID, *presses: Awaitable[int]) -> list[int]:
    """The answers to presses that all have come to the record's lock before any of them gets it."""
    async with asyncio.timeout(30):
        async with transaction():
            await database.execute(f"SELECT FROM {table} WHERE id = $1 FOR UPDATE", record_id)
            tasks = [asyncio.create_task(_alone(one)) for one in presses]
            await _until_all_wait(len(presses))
        return sorted(await asyncio.gather(*tasks))


async def _alone(press: Awaitable[int]) -> int:
    database.ENGINE.current_transaction.set(None)  # a request of its own, not of this test's lock
    return await press


async def _until_all_wait(wanted: int) -> None:
    waiting = """
        SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
        """
    for _ in range(1000):
        if await database.fetchval(waiting) >= wanted:
            return
        await asyncio.sleep(0.02)
    raise AssertionError("not all have come to the lock")


async def both_opened(readers: Readers, people: People, place: str) -> tuple[Reader, Reader]:
    """Two desks that show the same form."""
    first, second = await readers.of(people.chi), await readers.of(people.chi)
    for one in (first, second):
        await one.open(place)
    return first, second


async def the_late_one(*readers: Reader) -> Reader:
    """The reader who was told."""
    [late] = [one for one in readers if TOLD in one.html]
    return late


@pytest.mark.long
async def test_of_two_who_save_a_plan_s_head_at_once_one_is_told_and_may_save_again(
    readers: Readers, people: People
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    one, other = await both_opened(readers, people, f"/desk/plans/{plan_id}/edit")
    answers = await at_once(
        "plans", plan_id, one.press("/edit", aim="Bình ổn"), other.press("/edit", aim="Hàng giả")
    )
    assert answers == [200, 409]
    late = await the_late_one(one, other)
    assert await late.press("/edit") == 200, "pressed once more, it is saved"
    heads = "SELECT count(*) FROM ledger_entries WHERE record_id = $1 AND act_type = 'plan.drafted'"
    assert await database.fetchval(heads, plan_id) == 3


@pytest.mark.long
async def test_of_two_who_save_an_item_at_once_one_is_told(
    readers: Readers, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    plan_id = await plans_made.drafted(people.chi, [item])
    place = f"/desk/plans/{plan_id}/items/{item.item_id}/edit"
    one, other = await both_opened(readers, people, place)
    answers = await at_once(
        "plans",
        plan_id,
        one.press("/edit", "save", note="Dịp Tết"),
        other.press("/edit", "save", note="Hàng giả"),
    )
    assert answers == [200, 409]
    assert await (await the_late_one(one, other)).press("/edit", "save") == 200


@pytest.mark.long
async def test_of_two_who_save_a_plan_s_paper_at_once_one_is_told(
    readers: Readers, people: People
) -> None:
    plan_id = await plans_made.drafted(people.chi)
    document = await record_papers.drafted(plan_id, "KH", people.chi)
    place = f"/desk/papers/{document}"
    one, other = await both_opened(readers, people, place)
    answers = await at_once(
        "plans",
        plan_id,
        one.press(place, "save", **{"/aim": "Bình ổn"}),
        other.press(place, "save", **{"/aim": "Hàng giả"}),
    )
    assert answers == [200, 409]
    assert await (await the_late_one(one, other)).press(place, "save") == 200


@pytest.mark.long
async def test_of_two_who_save_a_case_s_paper_at_once_one_is_told(
    readers: Readers, people: People
) -> None:
    case = await cases_made.inspected(people)
    document = await papers_submitted.drafted(case, "MQĐ20", people.giang)
    place = f"/desk/documents/{document}"
    one, other = await readers.of(case.worker), await readers.of(case.worker)
    for desk in (one, other):
        await desk.open(place)
    answers = await at_once(
        "cases",
        case.id,
        one.press(place, "save", **{"/recipients": "Lưu: VT"}),
        other.press(place, "save", **{"/recipients": "Lưu: HS"}),
    )
    assert answers == [200, 409]
    assert await (await the_late_one(one, other)).press(place, "save") == 200


@pytest.mark.long
async def test_of_two_who_correct_an_information_at_once_one_is_told(
    readers: Readers, people: People
) -> None:
    done = await informations.registered(people.an)
    place = f"/desk/informations/{done.id}/acts/intake.amended"
    one, other = await both_opened(readers, people, place)
    said = {"reason": "Người báo tin gọi lại."}
    answers = await at_once(
        "informations",
        done.id,
        one.press(place, **{"matter.goods": "Rượu ngoại"}, **said),
        other.press(place, **{"matter.goods": "Rượu, bia"}, **said),
    )
    assert answers == [200, 409]
    assert await (await the_late_one(one, other)).press(place) == 200


@pytest.mark.long
async def test_a_row_added_to_a_form_of_yesterday_does_not_make_it_one_of_today(
    readers: Readers, people: People
) -> None:
    """The page with one row more is made by the server, and was opened with what it was opened with."""
    plan_id = await plans_made.drafted(people.chi)
    document = await record_papers.drafted(plan_id, "KH", people.chi)
    place = f"/desk/papers/{document}"
    one, other = await both_opened(readers, people, place)
    assert await one.press(place, "save", **{"/aim": "Bình ổn"}) == 200
    add = next(b.value for b in other.form(place).buttons if b.value.startswith("add:"))
    assert await other.press(place, add, **{"/aim": "Hàng giả"}) == 200
    assert await other.press(place, "save") == 409
    assert TOLD in other.html
