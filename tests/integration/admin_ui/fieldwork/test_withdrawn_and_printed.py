"""A withdrawn decision says who took it back and why, and a paper claims no approval that nobody gave."""

import pytest
from litestar import Litestar

from backend.core import database
from backend.core.database import transaction
from backend.fieldwork.inspections import opinions
from backend.ledger.service import Outcome
from tests.integration.admin_ui.fieldwork.test_opinions import (
    FIELD,
    accepted,
    drafted,
    leads,
    refused,
    seen,
)
from tests.integration.casework.cases.test_inspection_decision_expires import decided as case_of
from tests.integration.casework.cases.test_inspection_decision_expires import expired
from tests.support import factories
from tests.support.cases_made import today
from tests.support.desk import Desks
from tests.support.doors import Desk
from tests.support.factories import Work
from tests.support.people import People

WHY = "Ban hành nhầm đối tượng"


async def withdraw(people: People, work: Work) -> Outcome:
    async with transaction():
        return await opinions.withdraw(work.id, WHY, people.giang.actor("desk"))


async def ask(people: People, work: Work) -> Outcome:
    file = (await seen(people, work)).file
    assert file is not None
    async with transaction():
        return await opinions.ask_supplement(
            work.id, file.file, [FIELD], people.giang.actor("desk")
        )


async def test_a_withdrawn_decision_names_who_took_it_back_on_page_map_and_print(
    app: Litestar, people: People, desks: Desks
) -> None:
    """Practice B2: the issuer withdraws; the team did not give it up."""
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    accepted(await withdraw(people, work))
    desk = await desks.of(people.khanh)
    for address in ("", "/map"):
        text = (await desk.open(f"/desk/inspections/{work.id}{address}")).text
        assert "Đã hủy bỏ quyết định" in text, address
        assert "Đoàn đã ghi không kiểm tra" not in text, address
    text = (await desk.open(f"/desk/inspections/{work.id}")).text
    assert f"{people.giang.full_name} hủy bỏ quyết định lúc" in text
    printed = (await desk.open(f"/desk/inspections/{work.id}/print")).text
    assert f"{people.giang.full_name} đã hủy bỏ quyết định trước khi công bố" in printed
    assert WHY in printed
    assert (
        "Đoàn đã ghi không kiểm tra"
        not in (await desk.open("/desk/search?number=" + work.number)).text
    )


async def test_a_withdrawal_that_came_too_late_is_told_beside_the_inspection_that_went_on(
    app: Litestar, people: People, desks: Desks
) -> None:
    work = await factories.opened(people, minutes_flow=2, author=people.chi)
    accepted(await withdraw(people, work))
    # As a phone's announcement of before it could know leaves it (test_minutes_flow.py plays the phone).
    await database.execute(
        "UPDATE inspections SET state = 'announced', announced_at = now(), withdrawn_at = NULL, withdrawn_by = NULL,"
        " withdrawn_reason = NULL WHERE id = $1",
        work.id,
    )
    text = (await (await desks.of(people.khanh)).open(f"/desk/inspections/{work.id}")).text
    assert "đã hủy bỏ quyết định này lúc" in text
    assert "công bố khi chưa biết" in text


async def test_a_case_whose_decision_was_withdrawn_ends_and_takes_no_withdrawn_one(
    app: Litestar, people: People
) -> None:
    work = await factories.decided(people, start_on=today(), minutes_flow=2)
    case = await case_of(people, work, planned=True)
    accepted(await withdraw(people, work))
    giang = await Desk.of(app, people.giang, people)
    page = (await giang.http.get(f"/desk/cases/{case.id}")).text
    assert "đã hủy bỏ quyết định kiểm tra" in page
    assert WHY in page
    assert (await expired(app, people, case, work.id))[0] == 303
    assert str((await case.facts()).state) == "expired"
    again = await factories.decided(people, start_on=today(), minutes_flow=2)
    other = await case_of(people, again, planned=False)
    assert str((await other.facts()).state) == "decided"
    gone = await factories.decided(people, start_on=today(), minutes_flow=2)
    accepted(await withdraw(people, gone))
    with pytest.raises(AssertionError, match="case_decision_withdrawn"):
        await case_of(people, gone, planned=False)


@pytest.mark.parametrize("own", [True, False])
async def test_a_print_says_approved_of_nothing_that_nobody_approved(
    app: Litestar, people: People, desks: Desks, *, own: bool
) -> None:
    """Leader = issuer: no opinion is needed (Circular 27/2020 Art 19.2); else he agreed with the handling."""
    if own:
        await leads(people)
        who = {"issuer": people.giang, "leader": people.giang, "author": people.giang}
        work = await factories.submitted(people, minutes_flow=2, **who)
        wanted = "không cần ý kiến: người ban hành quyết định là Trưởng Đoàn"
    else:
        work = await factories.submitted(people, minutes_flow=2, author=people.chi)
        file = (await seen(people, work)).file
        assert file is not None
        async with transaction():
            accepted(await opinions.agree(work.id, file.file, people.giang.actor("desk")))
        wanted = "đã đồng ý hướng xử lý"
    desk = await desks.of(people.khanh)
    printed = (await desk.open(f"/desk/inspections/{work.id}/print")).text
    assert wanted in printed
    assert "đã phê duyệt." not in printed


async def test_the_printed_file_tells_drafts_opinions_and_minutes_beside_on_a_sheet_of_its_own(
    app: Litestar, people: People, desks: Desks
) -> None:
    work = await drafted(people)
    draft = (await seen(people, work)).drafts[-1].draft
    async with transaction():
        accepted(await opinions.return_draft(work.id, draft, [FIELD], people.giang.actor("desk")))
    await factories.sign_text(work)
    accepted(await factories.submit(work))
    colleague = Work(work.id, work.number, people.an, await factories.pen(people.an))
    await factories.write_minutes(colleague)
    desk = await desks.of(people.khanh)
    printed = (await desk.open(f"/desk/inspections/{work.id}/print")).text
    sheet = printed.partition("Phiếu theo dõi ý kiến và bổ sung")[2]
    for words in ("không giao cho cơ sở", "Trả lại dự thảo biên bản", FIELD.text, draft):
        assert words in sheet, words
    for words in ("Biên bản khác bên cạnh", people.an.full_name, "Chưa có lý do để riêng"):
        assert words in sheet, words


async def test_an_order_to_verify_leaves_what_was_asked_for_open(
    app: Litestar, people: People
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    accepted(await ask(people, work))
    file = (await seen(people, work)).file
    assert file is not None
    asked, actor = file.open_ask, people.giang.actor("desk")
    async with transaction():
        accepted(await opinions.order_verification(work.id, file.file, "Hỏi bên bán", actor))
    view = await seen(people, work)
    assert view.file is not None
    assert (view.file.status, view.file.open_ask) == ("verifying", asked)
    assert [one.text for one in view.comments] == [FIELD.text]
    assert refused(await ask(people, work)) == "supplement_open"
    answers = [{"point": 0, "text": "Đã hỏi"}]
    said = {"asked": str(asked), "answers": answers, "photos": [], "documents": []}
    accepted(await work.act("file.supplemented", said))
    after = (await seen(people, work)).file
    assert after is not None
    assert (after.status, after.open_ask) == ("verifying", None)


async def test_what_was_said_already_is_told_in_its_own_words(
    people: People, app: Litestar
) -> None:
    work = await factories.submitted(people, minutes_flow=2, author=people.chi)
    actor = people.giang.actor("desk")
    file = (await seen(people, work)).file
    assert file is not None
    async with transaction():
        accepted(await opinions.agree(work.id, file.file, actor))
        outcome = await opinions.take_over(work.id, file.file, "Vụ việc phức tạp", actor)
    assert refused(outcome) == "already_decided"
    assert "Đã đồng ý hướng xử lý" in outcome.text.vi  # type: ignore[union-attr] # refused, as asserted
