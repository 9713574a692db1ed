"""What an administrator writes about people is told, reasoned, or refused: names, days of posts, roles together."""

from datetime import timedelta
from typing import Any

import pytest
from litestar import Litestar

from backend.core import clock, database
from backend.force.units import service as units
from tests.integration.force.accounts.test_take_over import MET, WHY, asked, give_position, told
from tests.support.doors import Desk
from tests.support.people import People


async def test_nobody_is_given_another_officer_s_name_without_a_reason(
    app: Litestar, people: People
) -> None:
    """What he signs by hand would name the head."""
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.chi.id}/correct"
    own = people.giang.full_name
    for name in (own, own.upper(), own.replace(" ", "  "), own.replace(" ", "\u00a0")):
        refused = await my.post(page, full_name=name, officer_number="", reason="")
        assert refused.status_code == 409, name
        assert "đang dùng đúng họ tên này" in refused.text
    held = "SELECT full_name FROM officers WHERE id = $1"
    assert await database.fetchval(held, people.chi.id) == people.chi.full_name
    form = {"full_name": people.giang.full_name, "officer_number": "HN-0455"}
    done = await my.post(page, **form, reason="trùng tên, theo căn cước")
    assert done.status_code == 303
    for person in (people.chi, people.giang):
        said = await told(app, person, people)
        assert f"«{people.chi.full_name}» thành «{people.giang.full_name}»" in said


async def test_a_post_from_before_its_decision_is_given_with_a_reason_that_the_second_person_reads(
    app: Litestar, people: People
) -> None:
    my, lan = await Desk.of(app, people.my, people), await Desk.of(app, people.lan, people)
    page, today = f"/desk/people/{people.hai.id}", clock.today()
    early: dict[str, Any] = {"valid_from": (today - timedelta(days=30)).isoformat()}
    refused = await give_position(my, page, people, **early)
    assert refused.status_code == 409
    assert "trước ngày quyết định" in refused.text
    ask = await asked(await give_position(my, page, people, **early, reason="QĐ ghi hiệu lực sớm"))
    assert "QĐ ghi hiệu lực sớm" in (await lan.http.get(ask)).text
    assert (await lan.post(f"{ask}/confirm", **MET)).status_code == 303


@pytest.mark.parametrize("who", ["hai", "nga", "chi", "an"])
async def test_whose_work_is_audited_is_no_auditor_too(
    app: Litestar, people: People, who: str
) -> None:
    """He would give the verdict on his own head's exceptions."""
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{getattr(people, who).id}/give-role"
    refused = await my.post(page, role="auditor", reason=WHY)
    assert refused.status_code == 409
    assert "kiểm tra nội bộ không được giữ cùng" in refused.text


async def test_a_person_s_history_names_the_role_the_position_and_the_unit(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.em.id}"
    await asked(await give_position(my, page, people))
    await asked(await my.post(f"{page}/give-role", role="supervisor", reason=WHY))
    shown = (await my.http.get(page)).text
    unit = (await units.name_of(people.units["01"].unit_id)).vi
    since = f"{clock.today():%d/%m/%Y}"
    for said in (
        f"Có đề nghị ghi chức vụ lãnh đạo</strong>: Chi cục trưởng, {unit}, từ {since}",
        "Có đề nghị trao vai trò</strong>: Người có thẩm quyền",
    ):
        assert said in shown, said


async def test_nobody_holds_the_very_same_post_twice(app: Litestar, people: People) -> None:
    """A form that was sent twice would leave him in office after its end was entered."""
    my, nga = await Desk.of(app, people.my, people), await Desk.of(app, people.nga, people)
    page = f"/desk/people/{people.an.id}"
    first = await asked(await give_position(my, page, people))
    second = await asked(await give_position(my, page, people))
    assert (await nga.post(f"{first}/confirm", **MET)).status_code == 303
    again = await nga.post(f"{second}/confirm", **MET)
    assert again.status_code == 409
    assert "đang giữ đúng chức vụ này" in again.text
    assert (await give_position(my, page, people)).status_code == 409


async def test_who_loses_his_card_is_told_of_it_and_so_is_his_head(
    app: Litestar, people: People
) -> None:
    """Without a card in force he inspects nothing: one administrator took it from whom he liked, unseen."""
    my = await Desk.of(app, people.my, people)
    page, day = f"/desk/people/{people.an.id}", clock.today()
    card = await database.fetchval(
        "SELECT id FROM inspection_cards WHERE officer_id = $1", people.an.id
    )
    suspended = {"card_id": str(card), "suspended_on": day.isoformat(), "reason": WHY}
    assert (await my.post(f"{page}/suspend-card", **suspended)).status_code == 303
    new = {"number": "THE-2", "issued_on": day.isoformat()}
    new["expires_on"] = (day + timedelta(days=365)).isoformat()
    assert (await my.post(f"{page}/issue-card", **new)).status_code == 303
    for person in (people.an, people.giang):
        said = await told(app, person, people)
        assert f"tạm đình chỉ thẻ kiểm tra từ {day:%d/%m/%Y}" in said
        assert f"cấp thẻ kiểm tra từ {day:%d/%m/%Y}" in said
    await database.execute("UPDATE desk_sessions SET confirmed_until = now() - interval '1 second'")
    restored = await my.post(f"{page}/restore-card", card_id=str(card), reason=WHY)
    assert restored.status_code == 403
    assert "/desk/confirm" in restored.text


async def test_who_acts_on_an_officer_reads_what_the_officer_holds_and_the_only_card_is_chosen(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    card = await database.fetchrow(
        "SELECT id, number FROM inspection_cards WHERE officer_id = $1", people.an.id
    )
    page = f"/desk/people/{people.an.id}"
    suspended = (await my.http.get(f"{page}/suspend-card")).text
    assert f"thẻ {card['number']} còn hiệu lực" in suspended
    assert f'<option value="{card["id"]}" selected' in suspended
    assert "Thẻ đã có không tự mất hiệu lực" in (await my.http.get(f"{page}/issue-card")).text
    reset = (await my.http.get(f"{page}/enrol")).text
    assert "kích hoạt" not in reset  # the account is active
    assert "Gửi đề nghị" in reset
    offered = (await my.http.get(f"{page}/give-position")).text
    assert '<option value="Kiểm soát viên thị trường"></option>' in offered


async def test_the_decision_is_asked_for_only_where_a_position_ends_by_one(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    head = (await my.http.get(f"/desk/people/{people.giang.id}/end-position")).text
    assert "Quyết định miễn nhiệm" in head
    await database.execute(
        "UPDATE officer_positions SET title_vi = 'Kiểm soát viên thị trường' WHERE officer_id = $1",
        people.giang.id,
    )
    inspector = (await my.http.get(f"/desk/people/{people.giang.id}/end-position")).text
    assert "Quyết định miễn nhiệm" not in inspector
    assert "Thôi từ ngày" in inspector
