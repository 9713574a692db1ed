"""Filing documents in a real browser: several at once, dragged, cut off and gone on with, without a script too."""

import os
import re
from pathlib import Path

import pytest
from playwright.async_api import Page, Route, expect

from schemas.casework.words import CaseAct
from tests.integration.admin_ui.shell.test_in_a_browser import check, tab_to
from tests.support import cases_made, filing, pictures
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]

_DROP = """([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name));
  document.querySelector("form.drop").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true }));
}"""


async def photograph(page: Page, name: str) -> None:
    """Keep a picture of the page where somebody asked for it: they are looked at by people."""
    if folder := os.environ.get("PICTURES"):  # noqa: TID251
        await page.screenshot(path=str(Path(folder, f"{name}.png")), full_page=True)


@pytest.mark.parametrize("width", [390, 1280])
async def test_several_files_are_sent_at_once_and_entered_one_by_one(
    people: People, chrome: Chrome, width: int
) -> None:
    case = await cases_made.inspected(people)
    page = await chrome.sign_in(people.an, width)
    await page.goto(f"/desk/cases/{case.id}/filing")
    await check(page, width)
    await photograph(page, f"filing-empty-{width}")
    script = filing.with_objects(b"<</S/JavaScript/JS(app.alert(1))>>")
    await page.set_input_files(
        "#f-file",
        files=[
            {"name": "Công văn 12-SCT.pdf", "mimeType": "application/pdf", "buffer": filing.pdf()},
            {"name": "Ảnh quầy hàng.jpg", "mimeType": "image/jpeg", "buffer": pictures.jpeg()},
            {"name": "hoa-don.pdf", "mimeType": "application/pdf", "buffer": script},
            {"name": "ghi-am.wav", "mimeType": "audio/wav", "buffer": filing.wav()},
        ],
    )
    await page.wait_for_url("**/filing?done=4*")
    await expect(page.get_by_role("link", name="Ghi vào hồ sơ")).to_have_count(4)
    assert "PDF có mã JavaScript" in await page.inner_text("main")
    await check(page, width)
    await photograph(page, f"filing-waiting-{width}")
    await page.get_by_role("link", name=re.compile("Ghi vào hồ sơ.*Công văn 12")).click()
    await check(page, width)
    await photograph(page, f"filing-act-{width}")
    assert await page.input_value("[name=title]") == "Công văn 12-SCT"
    kind = page.get_by_role("combobox", name="Loại tài liệu")
    await kind.fill("công văn")
    await kind.press("ArrowDown")
    await kind.press("Enter")
    await expect(page.locator("[name=document_kind]")).to_have_value("letter")
    await page.fill("[name=sender]", "Sở Công Thương")
    await page.select_option("[name=proves_fact]", "origin")
    await page.fill("[name=proves]", "Không có hóa đơn của lô hàng")
    await page.locator("form.narrow .acts button.primary").click()
    await page.wait_for_url(f"**/cases/{case.id}?done=*")
    await check(page, width)
    await page.goto(f"/desk/cases/{case.id}/filing")
    await check(page, width)
    await photograph(page, f"filing-filed-{width}")
    await page.get_by_role("link", name="Công văn 12-SCT.pdf").click()
    await expect(page.locator("iframe")).to_have_count(1)
    await photograph(page, f"filing-file-{width}")
    await page.goto(f"/desk/cases/{case.id}/filing")
    await page.get_by_role("link", name="hoa-don.pdf", exact=True).click()
    await check(page, width)
    await photograph(page, f"filing-danger-{width}")
    await page.goto(f"/desk/cases/{case.id}/filing")
    await page.get_by_role("link", name="ghi-am.wav", exact=True).click()
    await expect(page.locator("audio")).to_have_js_property("readyState", 4)
    assert await page.evaluate("document.querySelector('audio').duration") == pytest.approx(0.1)
    await check(page, width)
    await photograph(page, f"filing-audio-{width}")
    assert chrome.complaints == []
    assert any(one.type == CaseAct.SHEETS_FILED for one in (await case.facts()).events)


async def test_a_cut_is_waited_out_and_sending_goes_on_where_it_stopped(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.inspected(people)
    page = await chrome.sign_in(people.an, 1280)
    await page.goto(f"/desk/cases/{case.id}/filing")
    data = filing.wav() + bytes(9_000_000)
    offsets: list[str] = []
    cuts = iter((False, True, False, False, False))

    async def cut(route: Route) -> None:
        if route.request.method == "PATCH":
            offsets.append(route.request.headers["upload-offset"])
            if next(cuts, False):
                await route.abort()
                return
        await route.continue_()

    await page.route("**/desk/uploads/*", cut)
    await page.set_input_files(
        "#f-file", files=[{"name": "a.wav", "mimeType": "audio/wav", "buffer": data}]
    )
    await expect(page.get_by_text("thử lại sau")).to_be_visible()
    await photograph(page, "filing-cut-1280")
    await page.wait_for_url("**/filing?done=1*", timeout=20_000)
    assert offsets == ["0", "4194304", "4194304", "8388608"]


async def test_after_a_reload_the_same_file_goes_on(
    people: People, chrome: Chrome, tmp_path: Path
) -> None:
    case = await cases_made.inspected(people)
    page = await chrome.sign_in(people.an, 1280)
    await page.goto(f"/desk/cases/{case.id}/filing")
    path = tmp_path / "phim.bin"
    path.write_bytes(bytes(9_000_000))
    methods: list[str] = []
    stuck = True

    async def stop(route: Route) -> None:
        methods.append(route.request.method)
        if stuck and route.request.headers.get("upload-offset") == "4194304":
            await route.abort()
            return
        await route.continue_()

    await page.route("**/desk/uploads/*", stop)
    await page.set_input_files("#f-file", path)
    await expect(page.get_by_text("thử lại sau")).to_be_visible()
    page.on("dialog", lambda dialog: dialog.accept())
    await page.reload()
    assert "4,2 MB trên 9" in await page.inner_text("main")
    await check(page, 1280)
    await photograph(page, "filing-on-the-way-1280")
    stuck = False
    methods.clear()
    await page.set_input_files("#f-file", path)
    await page.wait_for_url("**/filing?done=1*", timeout=20_000)
    assert methods == ["HEAD", "PATCH", "PATCH"]


async def test_a_dragged_file_is_taken_and_an_empty_one_is_said(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.inspected(people)
    page = await chrome.sign_in(people.an, 1280)
    await page.goto(f"/desk/cases/{case.id}/filing")
    await page.evaluate(_DROP, ["rong.txt", ""])
    await expect(page.get_by_text("tệp rỗng")).to_be_visible()
    await page.evaluate(_DROP, ["thu.txt", "Kính gửi"])
    await page.wait_for_url("**/filing?done=1*")
    await expect(page.get_by_role("link", name="thu.txt", exact=True)).to_be_visible()


async def test_the_keyboard_alone_reaches_what_files_a_document(
    people: People, chrome: Chrome
) -> None:
    case = await cases_made.inspected(people)
    page = await chrome.sign_in(people.an, 1280)
    await page.goto(f"/desk/cases/{case.id}")
    await tab_to(page, f"/desk/cases/{case.id}/filing")
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/filing")
    for _ in range(40):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.id") == "f-file":
            return
    pytest.fail("the field for files is not reached")
