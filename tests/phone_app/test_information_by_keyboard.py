"""An officer with a keyboard on the phone, and no finger on the glass, takes an information in."""

import pytest
from playwright.async_api import Page, expect

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.office import LEADER, Office

pytestmark = [pytest.mark.browser, pytest.mark.long]

SUMMARY = "Phản ánh một quầy bán thuốc lá không tem ở chợ Mẫu Đơn"
URGENT = "Hàng chuyển đi trước sáng mai"
_TOLD = """() => {
  const here = document.activeElement;
  const ids = (here.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
  const told = [here.closest("fieldset")?.querySelector("legend"), ...ids.map((id) => document.getElementById(id))];
  return told.map((one) => one?.innerText).join(" ");
}"""
_FOCUS = """() => {
  const e = document.activeElement;
  if (e === document.body) return "nothing";  // the words of a whole page are nobody's name
  const label = e.getAttribute("aria-label") ?? [...(e.labels ?? [])].map((one) => one.innerText).join(" ");
  return `${e.getAttribute("role") ?? e.tagName.toLowerCase()} ${label || e.innerText || ""}`.trim();
}"""
_RING = """() => {
  const here = document.activeElement;
  const style = getComputedStyle(here.closest(".option") ?? here);  // a choice shows it around its whole line
  return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
}"""
_MOST_TABS = 90


async def tabs_to(page: Page, wanted: str) -> None:
    """Press Tab until what has the focus is called so; it must be seen where the focus is."""
    passed = []
    for _ in range(_MOST_TABS):
        await page.keyboard.press("Tab")
        here = await page.evaluate(_FOCUS)
        if wanted in here:
            assert await page.evaluate(_RING), f"nobody sees that the focus is on {here!r}"
            return
        passed.append(here)
    raise AssertionError(f"no way to {wanted!r} by Tab; passed {passed}")


async def test_the_whole_form_its_map_and_its_question_by_keys_alone(
    phones: MakePhone, office: Office
) -> None:
    phone = await phones(LEADER)
    page = phone.page
    await phone.sync()  # the register, of which the map is drawn
    await tabs_to(page, "Tiếp nhận thông tin")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("button", name="Tiếp nhận thông tin mới")).to_be_visible()
    await tabs_to(page, "Tiếp nhận thông tin mới")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Phần bí mật")).to_be_visible()

    await tabs_to(page, "Nguồn tin")
    await page.keyboard.press("e")  # the letter of Art 8.1 with which its line begins
    await tabs_to(page, "Nội dung nghe được")
    await page.keyboard.type("Quầy thứ ba bên trái cổng sau.")
    await tabs_to(page, "Chỉ trên bản đồ")
    await page.keyboard.press("Space")
    await expect(page.get_by_role("application")).to_be_visible()
    await tabs_to(page, "application")
    for key in ("+", "ArrowLeft", "ArrowUp", "-", "Enter"):
        await page.keyboard.press(key)
    await expect(page.get_by_text("Gần nhất:")).to_be_visible()
    point = page.get_by_text("· Đã niêm lúc")
    await expect(point).to_be_visible()
    before = await point.inner_text()
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect(point).not_to_have_text(before)

    await tabs_to(page, "Tóm tắt để xử lý")
    await page.keyboard.type(SUMMARY)
    await tabs_to(page, "Vì sao không chờ được")
    told = await page.evaluate(_TOLD)
    assert "Mức độ khẩn" in told, "a screen reader says of what it is"
    assert "đứng đầu bảng phân loại" in told, "and what becomes of it"
    await page.keyboard.type(URGENT)
    await tabs_to(page, "input Không")
    await page.keyboard.press("Space")
    await tabs_to(page, "button Ghi thông tin")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_be_visible()
    await tabs_to(page, "button Ghi thông tin")
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("Đã ghi, số").first).to_be_visible()
    await phone.wait_until_stored()
    async with office.database() as connection:
        row = await connection.fetchrow(
            "SELECT id, source, urgent FROM informations WHERE summary = $1", SUMMARY
        )
        texts = await connection.fetchval(
            "SELECT count(*) FROM information_secrets WHERE information_id = $1 AND kind = 'account'",
            row["id"],
        )
    assert row["source"] == "tip"
    assert texts == 2, "what was told, and where"
    assert row["urgent"] == URGENT
    await expect(page.get_by_text(URGENT)).to_be_visible()  # on the phone's own page of it
    assert URGENT in await office.words_of("/desk/informations"), "why, on the triage board"
