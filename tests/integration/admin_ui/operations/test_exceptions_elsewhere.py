"""From the list of exceptions an auditor reaches all that was done with less than two persons, or is not finished."""

import pytest
from litestar import Litestar

from tests.integration.force.accounts.test_field_only import later
from tests.integration.force.accounts.test_take_over import WHY, asked, give_position
from tests.support.doors import Desk
from tests.support.people import People
from tests.support.readers import Readers

pytestmark = pytest.mark.asyncio


async def test_resets_ways_for_the_field_and_positions_are_counted_and_one_click_away(
    app: Litestar, readers: Readers, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    first = await asked(
        await my.post(f"/desk/people/{people.an.id}/enrol", purpose="password", reason=WHY)
    )
    await later(people, 4.1)
    await asked(await my.post(f"/desk/people/{people.binh.id}/enrol", purpose="both", reason=WHY))
    await asked(await give_position(my, f"/desk/people/{people.hai.id}", people))
    made = await my.post(f"{first}/link")
    assert made.status_code == 200, made.text

    khanh = await readers.of(people.khanh)
    await khanh.open("/desk/exceptions")
    for said in (
        "Cấp lại dùng tại hiện trường trước khi có người xác nhận: 1",
        "Cấp lại mật khẩu hoặc mã xác thực (OTP): 2",
        "Chức vụ được đề nghị giao: 1",
        "Vai trò được đề nghị trao: 0",
        "Số đã giữ mà chưa dùng: 0",
    ):
        assert said in khanh.page.text, said
    for link, shown, hidden in (
        ("field", people.an, people.binh),
        ("reset", people.binh, people.hai),
        ("position", people.hai, people.an),
    ):
        address = f"/desk/asks?show=all&about={link}"
        assert address.replace("&", "&amp;") in khanh.html or address in khanh.html
        await khanh.open(address)
        assert shown.full_name in khanh.page.text, link
        assert hidden.full_name not in khanh.page.text, link
        await khanh.open("/desk/exceptions")
    for address in ("/desk/numbers", "/desk/by-hand", "/desk/delegations"):
        assert f'href="{address}"' in khanh.html
        assert await khanh.look(address) == 200, address
        await khanh.open("/desk/exceptions")
    await khanh.open("/desk/asks?show=all&about=role")
    assert "Không có dòng nào khớp các điều kiện đang lọc" in khanh.page.text


async def test_who_is_elsewhere_counts_nothing_of_it(
    app: Litestar, readers: Readers, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    await asked(await my.post(f"/desk/people/{people.an.id}/enrol", purpose="both", reason=WHY))
    ho = await readers.of(people.ho)
    await ho.open("/desk/exceptions")
    assert "Cấp lại mật khẩu hoặc mã xác thực (OTP): 0" in ho.page.text
    await ho.open("/desk/asks?show=all&about=reset")
    assert people.an.full_name not in ho.page.text
