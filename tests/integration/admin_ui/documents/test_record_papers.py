"""Papers of a plan at the desk: edited, finalised, printed, scanned, compared, sent out; seen in both languages."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.database import transaction
from backend.documents.record_papers import service as papers
from backend.documents.record_papers.owners import Issued
from backend.ledger import service as ledger
from schemas.documents.record_papers import RecordPaperState
from tests.support import record_papers, scans
from tests.support.people import People, Person
from tests.support.readers import Reader, Readers


@pytest.fixture
def told(app: Litestar) -> Iterator[list[Issued]]:
    """What the plan's owner was told of papers in force."""
    del app
    with record_papers.owned() as issued:
        yield issued


async def begun(people: People, form: str, by: Person) -> tuple[UUID, str]:
    """A paper of a plan as it begins, and the address of its page."""
    plan_id = await record_papers.plan(people.giang)
    async with transaction():
        document, outcome = await papers.begin(record_papers.PLAN, plan_id, form, by.actor("desk"))
        ledger.unwrap(outcome)
    return document, f"/desk/papers/{document}"


async def send(desk: Reader, address: str, seed: int) -> None:
    await desk.open(f"{address}/scan")
    await desk.send_file(desk.form(f"{address}/scan"), "scan", "to.pdf", scans.pdf(seed))


async def test_a_notice_goes_from_the_editor_to_the_register_by_the_hands_of_three_people(
    people: People, readers: Readers, told: list[Issued]
) -> None:
    document, address = await begun(people, "TB", people.hai)
    drafter = await readers.of(people.hai)
    await drafter.open(f"{address}?done=begun")
    assert "Còn" in drafter.page.text
    values = record_papers.fields("TB", recipients=None, contents=None)
    flat = {f"/{name}": str(value) for name, value in values.items()}
    assert await drafter.press(address, "save", **flat) == 200
    assert "Đã lưu." in drafter.page.text
    assert await drafter.press(address, "final") == 200
    assert "Đã hoàn thành" in drafter.page.text
    head = await readers.of(people.giang)
    await head.open(address)
    assert "Số kế tiếp trong sổ" in head.page.text
    form = head.form(f"{address}/sign")
    assert await head.try_submit(form, next(b for b in form.buttons if b.name == "by_hand")) == 200
    assert "01000001/TB" in head.page.text
    await send(head, address, 1)
    assert [one.number for one in told] == ["01000001/TB"]
    clerk = await readers.of(people.nga)
    await clerk.open(f"{address}/compare")
    answer = clerk.form(f"{address}/compare")
    answer.find("looked").checked = True  # type: ignore[union-attr]
    agrees = next(one for one in answer.buttons if one.value == "agrees")
    assert await clerk.try_submit(answer, agrees) == 200
    await clerk.open("/desk/papers")
    assert "01000001/TB" in clerk.page.text, "signed, and nobody sent it yet"
    await clerk.open(f"{address}/dispatch")
    assert await clerk.press(f"{address}/dispatch", None, recipients=" \n") == 422
    sent_to = "Ủy ban nhân dân phường\nSở Công Thương"
    assert await clerk.press(f"{address}/dispatch", None, recipients=sent_to) == 200
    assert "gửi trực tiếp: Sở Công Thương" in clerk.page.text
    view = await record_papers.seen(document, people.nga)
    assert view.row.state is RecordPaperState.SIGNED
    await clerk.open("/desk/papers")
    assert "Không có văn bản nào đang chờ." in clerk.page.text


async def test_rows_are_added_and_the_list_of_the_plan_is_not_typed(
    people: People, readers: Readers, told: list[Issued]
) -> None:
    _, address = await begun(people, "KH", people.giang)
    desk = await readers.of(people.giang)
    await desk.open(address)
    assert "1 dòng" in desk.page.text
    assert 'name="rows:/items"' not in desk.html
    assert await desk.press(address, "add:/unit_tasks") == 200
    assert "chưa lưu" in desk.page.text
    filled = {"/unit_tasks/0/unit": "Đội số 1", "/unit_tasks/0/task": "Kiểm tra"}
    assert await desk.press(address, "save", **filled) == 200
    fields = await database.fetchval("SELECT fields::text FROM record_papers")
    assert "Đội số 1" in fields
    assert "Cửa hàng Lan" in fields
    assert await desk.press(address, "final") == 409, "the plan lacks what the law asks for"
    assert "chưa hoàn thành được" in desk.page.text


async def test_who_may_not_sign_is_told_why_and_what_was_finalised_is_opened_again_with_a_reason(
    people: People, readers: Readers, told: list[Issued]
) -> None:
    plan_id = await record_papers.plan(people.chi)
    document = await record_papers.final(plan_id, "TB", people.an)
    address = f"/desk/papers/{document}"
    desk = await readers.of(people.an)
    await desk.open(address)
    assert "người đứng đầu hoặc cấp phó" in desk.page.text
    assert not [form for form in desk.page.forms if form.action.endswith("/sign")]
    assert await desk.press(f"{address}/reopen", None, reason="x") == 422
    assert await desk.press(f"{address}/reopen", None, reason="Sửa nội dung") == 200
    assert "Văn bản lại là dự thảo." in desk.page.text
    assert await desk.press(f"{address}/discard", None, reason="Không cần nữa") == 200
    assert "Đã bỏ văn bản." in desk.page.text


async def test_the_reason_of_who_came_second_is_not_lost(
    people: People, readers: Readers, told: list[Issued]
) -> None:
    _, address = await begun(people, "TB", people.hai)
    first, second = await readers.of(people.hai), await readers.of(people.hai)
    for desk in (first, second):
        await desk.open(address)
    forms = [desk.form(f"{address}/discard") for desk in (first, second)]
    for form in forms:
        form.fill("reason", "Soạn nhầm mẫu, đã bàn với lãnh đạo đội")
    assert await first.try_submit(forms[0]) == 200
    assert await second.try_submit(forms[1]) == 409
    assert "Soạn nhầm mẫu, đã bàn với lãnh đạo đội" in second.page.text
