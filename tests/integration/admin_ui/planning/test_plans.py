"""A team leader begins a plan at the desk, adds and changes items without a script, and resolves overlaps."""

import re
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
import pytest

from admin_ui.planning.items import team
from backend.approvals.absences import service as absences
from backend.approvals.reading import naming
from backend.core import database
from schemas.planning.words import PlanKind
from tests.integration.admin_ui.planning.test_imports import foreign
from tests.support import plans_made
from tests.support.people import People
from tests.support.readers import Reader, Readers


def plan_of(reader: Reader) -> UUID:
    found = re.search(r"/desk/plans/([0-9a-f-]{36})", urlsplit(str(reader.page.url)).path)
    assert found is not None
    return UUID(found[1])


async def test_a_plan_is_begun_filled_and_changed_by_forms(
    readers: Readers, people: People
) -> None:
    chi, year = await readers.of(people.chi), str(plans_made.year())
    await chi.open("/desk/plans")
    assert "Chưa có kế hoạch nào" in chi.html
    await chi.open("/desk/plans/new/periodic")
    wrong = {"title": "KH", "budget_vnd": "nhiều", "last_day": "2020-01-01"}
    assert await chi.press("/plans/new/", **wrong) == 422
    assert "phải là số đồng nguyên, ví dụ 1.250.000" in chi.html
    said = {
        "title": "Kế hoạch năm của Đội 1",
        "year": year,
        "first_day": f"{year}-01-01",
        "last_day": f"{year}-11-14",
        "budget_vnd": "25.000.000",
        "basis": "Pháp lệnh 11/2016/UBTVQH13\nThông tư 27/2020/TT-BCT",
    }
    assert await chi.press("/plans/new/", **said) == 200
    plan_id = plan_of(chi)
    assert "25.000.000 đồng" in chi.html
    assert "Còn thiếu để trình phê duyệt" in chi.html
    assert "Chưa có cuộc kiểm tra nào" in chi.html
    await chi.open(f"/desk/plans/{plan_id}/items/new")
    item = {
        "name": "Cửa hàng Lan",
        "address": "5 Hàng Bông",
        "first_day": f"01/03/{year}",
        "last_day": f"15/03/{year}",
        "contents": "Niêm yết giá",
        "leader": people.chi.username,
    }
    both = {**item, "criterion": "Cửa hàng xăng dầu"}
    assert await chi.press("/items/new", "save", **both) == 422
    assert "không cả hai" in chi.html
    assert await chi.press("/items/new", "save", **{**item, "criterion": ""}) == 200
    assert "Đã ghi: Lưu cuộc kiểm tra" in chi.html
    place = urlsplit(str(chi.page.url)).path
    await chi.open(f"{place}/edit")
    assert await chi.press("/edit", "save", address="7 Hàng Bông") == 200
    assert "7 Hàng Bông" in chi.html
    assert people.chi.full_name in chi.html
    await chi.open(place)
    assert await chi.press("/remove", reason="trùng đề xuất") == 200
    assert "Đã loại" in chi.html


async def test_the_commune_of_an_item_is_named_not_coded(readers: Readers, people: People) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    plan_id = await plans_made.drafted(people.chi, [item])
    chi = await readers.of(people.chi)
    await chi.open(f"/desk/plans/{plan_id}/items/{item.item_id}/edit")
    assert await chi.press("/edit", "save", **{"area.typed": "phuong khong co"}) == 422
    assert 'value="phuong khong co"' in chi.html
    assert await chi.press("/edit", "save", **{"area.typed": "cua nam"}) == 200
    assert "Phường Cửa Nam, Hà Nội" in chi.html
    await chi.open(f"/desk/plans/{plan_id}/items/{item.item_id}/edit")
    assert await chi.press("/edit", "save", **{"area.typed": ""}) == 200
    assert "<dt>Xã, phường</dt>" not in chi.html
    await chi.look("/desk/choose/communes?province=01&q=cua%20nam")
    assert "Phường Cửa Nam, Hà Nội" in chi.html


async def test_nobody_of_a_large_department_is_out_of_reach_for_a_team(
    readers: Readers, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a department of more officers than a page holds the others are searched, or typed without the script."""
    monkeypatch.setattr(naming, "SUGGESTED", 1)
    monkeypatch.setattr(absences, "SUGGESTED", 1)
    monkeypatch.setattr(team, "SHOWN", 0)
    chi, far = await readers.of(people.chi), people.binh
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    item = msgspec.structs.replace(item, member_ids=[far.id])
    plan_id = await plans_made.drafted(people.chi, [item])
    place = f"/desk/plans/{plan_id}/items/{item.item_id}"
    await chi.open(f"{place}/edit")
    assert f'value="{far.username}" checked' in chi.html
    assert 'data-source="/desk/choose/officers?rule=department"' in chi.html
    both = f"{far.username}\n{people.giang.full_name}"
    assert await chi.press("/edit", "save", members=both, leader=people.an.username) == 200
    for one in (far, people.giang, people.an):
        assert one.full_name in chi.html
    await chi.open(f"{place}/edit")
    assert await chi.press("/edit", "save", members=f"{far.username}\nKhông Có Ai") == 422
    assert ">\nKhông Có Ai</textarea>" in chi.html
    assert f'value="{far.username}" checked' in chi.html
    words = far.full_name.split()
    await chi.look(f"/desk/choose/officers?rule=department&q={words[-1]}%20{words[0]}")
    assert far.full_name in chi.html


async def test_who_saves_a_form_of_yesterday_is_told_so_and_keeps_what_he_typed(
    readers: Readers, people: People
) -> None:
    item = plans_made.item(people.chi.unit.unit_id, "Cửa hàng Lan")
    plan_id = await plans_made.drafted(people.chi, [item])
    first, second = await readers.of(people.chi), await readers.of(people.chi)
    for place, go, name in ((f"items/{item.item_id}/edit", "save", "note"), ("edit", None, "aim")):
        for reader in (first, second):
            await reader.open(f"/desk/plans/{plan_id}/{place}")
        assert await first.press(f"/{place}", go, **{name: "Ưu tiên dịp Tết"}) == 200
        assert await second.press(f"/{place}", go, **{name: "Ưu tiên hàng giả"}) == 409
        assert "đã được sửa sau khi bạn mở trang" in second.page.text
        assert "Ưu tiên hàng giả" in second.html
        assert await second.press(f"/{place}", go) == 200, "told, and still wanted"
        await first.open(f"/desk/plans/{plan_id}/{place}")
        assert "Ưu tiên hàng giả" in first.html


async def test_a_list_is_filtered_and_other_units_see_nothing(
    readers: Readers, people: People
) -> None:
    team = people.chi.unit.unit_id
    items = [plans_made.item(team, "Cửa hàng Lan"), plans_made.item(team, "Cửa hàng Mai", 5)]
    plan_id = await plans_made.drafted(people.chi, items, title="Kế hoạch rượu Tết")
    giang = await readers.of(people.giang)
    for query, there in (
        ("words=ruou", True),
        ("words=xăng", False),
        (f"year={plans_made.year()}&kind=periodic&state=draft", True),
        ("kind=thematic", False),
        (f"unit={team}", True),
        ("year=nămnay&state=xyz&unit=abc", True),
    ):
        await giang.open(f"/desk/plans?{query}")
        assert ("Kế hoạch rượu Tết" in giang.html) is there, query
    assert await giang.look(f"/desk/exports/new?list=plan_items&plan={plan_id}") == 200
    assert await giang.look("/desk/exports/new?list=plans&words=ruou") == 200
    ho = await readers.of(people.ho)
    await ho.open("/desk/plans")
    assert "Kế hoạch rượu Tết" not in ho.html
    for place in ("", "/edit", "/items/new", "/overlaps", "/import", "/acts/given_up"):
        assert await ho.look(f"/desk/plans/{plan_id}{place}") == 404, place
    my = await readers.of(people.my)
    assert await my.look("/desk/plans") == 403


async def test_an_overlap_is_shown_and_resolved_with_its_reason(
    readers: Readers, people: People
) -> None:
    team = people.chi.unit.unit_id
    await foreign(people, plans_made.item(team, "Cửa hàng Lan", 4))
    plan_id = await plans_made.drafted(people.chi, [plans_made.item(team, "Cửa hàng Lan", 6)])
    chi = await readers.of(people.chi)
    await chi.open(f"/desk/plans/{plan_id}")
    assert "Trùng đối tượng (1)" in chi.html
    await chi.open(f"/desk/plans/{plan_id}/overlaps")
    assert await chi.press("/overlaps", reason="x", way="dropped") == 422
    assert '<option value="dropped" selected>' in chi.html, "what was chosen stays"
    assert ">\nx</textarea>" in chi.html
    assert await chi.press("/overlaps", reason="Hai lần bán hàng giả", way="kept") == 200
    assert "Hai lần bán hàng giả" in chi.html
    assert "Giữ cả hai" in chi.html


@pytest.mark.long
async def test_a_proposal_goes_up_comes_back_and_is_taken_into_the_plan_above(
    readers: Readers, people: People
) -> None:
    team = people.chi.unit.unit_id
    below = await plans_made.drafted(people.chi, [plans_made.item(team, "Cửa hàng Lan")])
    chi, giang = await readers.of(people.chi), await readers.of(people.giang)
    await chi.open(f"/desk/plans/{below}/acts/sent_up")
    assert await chi.press("/acts/sent_up", note="Kính trình") == 200
    assert "Đã gửi cấp trên" in chi.html
    await giang.open(f"/desk/plans/{below}/acts/sent_back")
    assert await giang.press("/acts/sent_back", reason="") == 422
    assert await giang.press("/acts/sent_back", reason="Thiếu địa bàn chợ") == 200
    await chi.open(f"/desk/plans/{below}")
    assert "Thiếu địa bàn chợ" in chi.html
    await chi.open(f"/desk/plans/{below}/acts/sent_up")
    assert await chi.press("/acts/sent_up") == 200
    above = await plans_made.drafted(people.giang, unit_id=people.giang.unit.unit_id)
    await giang.open(f"/desk/plans/{below}/acts/merged")
    assert await giang.press("/acts/merged", into=str(above)) == 422, "it asks to be sure"
    assert await giang.press("/acts/merged", into=str(above), sure="yes") == 200
    assert plan_of(giang) == above
    assert "Cửa hàng Lan" in giang.html
    await chi.open(f"/desk/plans/{below}")
    assert "Đã đưa vào kế hoạch cấp trên" in chi.html


async def test_the_page_of_a_plan_asks_nothing_twice(
    readers: Readers, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its parts ask by themselves: whether it is in sight, what it says, which of its subjects are planned twice."""
    items = [plans_made.item(people.chi.unit.unit_id, f"Cửa hàng {at}") for at in range(3)]
    plan_id = await plans_made.drafted(people.chi, items)
    chi = await readers.of(people.chi)
    await chi.open(f"/desk/plans/{plan_id}")
    asked: list[tuple[object, ...]] = []
    for name in ("fetch", "fetchrow", "fetchval"):
        plain = getattr(database, name)

        async def hear(sql: str, *args: object, plain: Any = plain) -> Any:
            # Apart for each transaction, and what is asked outside of one: nothing is remembered there.
            within = database.remembered()
            if within is not None and "SELECT" in sql:
                asked.append((id(within), sql, args))
            return await plain(sql, *args)

        monkeypatch.setattr(database, name, hear)
    await chi.open(f"/desk/plans/{plan_id}")
    assert len(asked) > 8
    twice = [one for at, one in enumerate(asked) if one in asked[:at]]
    assert twice == []


async def test_the_nations_head_agrees_at_the_desk_to_an_orientation_of_his_own_and_auditors_see_why(
    readers: Readers, people: People
) -> None:
    """Practice B6: with the reason why drafter and signer are one."""
    head = await plans_made.national_head(people)
    plan_id = await plans_made.drafted(head, kind=PlanKind.ORIENTATION)
    desk = await readers.of(head)
    await desk.open(f"/desk/plans/{plan_id}")
    await desk.follow("/acts/agreed_alone")
    assert await desk.press("/acts/agreed_alone", sure="yes") == 422, "without a reason"
    said = {"sure": "yes", "reason": "Cục chưa có cấp phó"}
    assert await desk.press("/acts/agreed_alone", **said) == 200
    assert "Đã phê duyệt, chờ ban hành" in desk.page.text
    auditor = await readers.of(people.khanh)
    await auditor.open("/desk/exceptions")
    assert "Cục chưa có cấp phó" in auditor.page.text
