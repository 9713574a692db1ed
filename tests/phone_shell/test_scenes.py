"""Every state of the phone's shell, over an engine of plain signals: open to everybody, on any phone.

The states are named in mobile_app/tests/ui/scenes.ts. The stories of officers on the real engine
are in tests/phone_app.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import segno
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, expect

from deploy import surroundings
from tests.phone_shell.scenes import WIDER, open_page, show, unfit
from tests.phone_shell.scenes import chrome as chrome
from tests.phone_shell.scenes import shell as shell
from tests.support.sampling import Sample
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.slow, MAY_RUN_ONCE_MORE]


@pytest.mark.parametrize(
    ("language", "scheme"),
    [
        ("vi", "light"),
        # The other language and scheme come with the long tests.
        pytest.param("en", "dark", marks=pytest.mark.long),
        pytest.param("vi", "dark", marks=pytest.mark.long),
        pytest.param("en", "light", marks=pytest.mark.long),
    ],
)
async def test_every_state_of_the_shell_is_open_to_everybody_and_fits(
    chrome: Browser, shell: str, language: str, scheme: Any, sample: Sample
) -> None:
    page = await open_page(
        chrome, shell, color_scheme=scheme, viewport={"width": 390, "height": 844}
    )
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    for scene in sample.of(await page.evaluate("Object.keys(window.scenes)"), one_in=6):
        await show(page, scene, language)
        faults += await unfit(page, scene)
    assert faults == [], "\n".join(faults)
    await page.context.close()


@pytest.mark.parametrize(
    "size",
    [
        pytest.param(112.5, id="text as it is", marks=pytest.mark.long),
        pytest.param(225.0, id="text of double size", marks=pytest.mark.long),
    ],
)
async def test_nothing_is_cut_off_on_the_narrowest_phone(
    chrome: Browser, shell: str, size: float
) -> None:
    page = await open_page(chrome, shell, viewport={"width": 320, "height": 640})
    for scene in await page.evaluate("Object.keys(window.scenes)"):
        await show(page, scene, "en")
        await page.evaluate(
            "(size) => { document.documentElement.style.fontSize = size }", f"{size}%"
        )
        assert await page.evaluate(WIDER) <= 0, scene
    await page.context.close()


async def test_a_deep_link_survives_unlocking(chrome: Browser, shell: str) -> None:
    page = await open_page(chrome, shell)
    await page.evaluate("window.name = 'unlock vi'")
    await page.goto("/app/reference/business/b1")
    await page.get_by_label("Mã PIN", exact=True).fill("111111")
    await page.get_by_role("button", name="Mở khóa", exact=True).click()
    await expect(page.get_by_role("alert")).to_have_text("Mã PIN không đúng. Còn 4 lần thử.")
    await page.get_by_label("Mã PIN", exact=True).fill("135790")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Hộ kinh doanh Hoa Sen")
    await page.context.close()


async def test_an_app_that_was_left_alone_asks_for_the_pin_and_keeps_what_was_being_typed(
    chrome: Browser, shell: str
) -> None:
    """In an open question, which no draft keeps: as whoever was called away finds it again."""
    page = await open_page(chrome, shell, viewport={"width": 390, "height": 844})
    await page.clock.install()
    await show(page, "settings")
    await page.get_by_role("button", name="Đổi mã PIN", exact=True).click()
    typed = page.get_by_label("Mã PIN mới")
    await typed.fill("4802")
    await page.clock.fast_forward(4 * 60_000)
    await page.keyboard.press("Shift")
    await page.clock.fast_forward(4 * 60_000)
    await expect(page.get_by_text("Ứng dụng đã tự khóa")).to_have_count(0)
    await page.clock.fast_forward(2 * 60_000)
    veil = page.get_by_role("dialog", name="Ứng dụng đã tự khóa")
    await expect(veil).to_contain_text("Không có thao tác trong 5 phút.")
    for _ in range(3):  # a browser lets nobody keep a dialog open but by opening it again
        await page.keyboard.press("Escape")
    pin = veil.get_by_label("Mã PIN", exact=True)
    await pin.fill("111111")
    await page.keyboard.press("Enter")
    await expect(veil.get_by_role("alert")).to_have_text("Mã PIN không đúng. Còn 4 lần thử.")
    await pin.fill("135790")
    await veil.get_by_role("button", name="Mở khóa", exact=True).click()
    await expect(veil).to_have_count(0)
    await expect(typed).to_have_value("4802")
    await page.context.close()


async def test_a_pin_that_is_easily_guessed_is_refused_with_a_sentence(
    chrome: Browser, shell: str
) -> None:
    page = await open_page(chrome, shell)
    await show(page, "set-pin")
    for label in ("Mã PIN mới", "Nhập lại mã PIN"):
        await page.get_by_label(label).fill("123456")
    await page.get_by_role("button", name="Đặt mã PIN", exact=True).click()
    await expect(page.get_by_role("alert")).to_contain_text("các chữ số liền nhau")
    await page.context.close()


async def test_signing_out_asks_first_and_says_what_stays(chrome: Browser, shell: str) -> None:
    page = await open_page(chrome, shell)
    await show(page, "settings")
    leave = page.get_by_role("button", name="Đăng xuất", exact=True)
    await leave.click()
    dialog = page.get_by_role("dialog", name="Đăng xuất khỏi máy này?")
    await expect(dialog).to_contain_text("Còn 3 mục, 12 ảnh")
    await page.keyboard.press("Escape")
    await expect(dialog).to_have_count(0)
    await expect(leave).to_be_focused()
    assert "signOut" not in await page.evaluate("window.fake.spoken")
    await leave.click()
    await dialog.get_by_role("button", name="Đăng xuất", exact=True).click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Mở khóa")
    await expect(page.get_by_text("Còn 3 mục chưa gửi trên máy này")).to_be_visible()
    await page.context.close()


async def test_language_and_colours_change_at_once(chrome: Browser, shell: str) -> None:
    page = await open_page(chrome, shell)
    await show(page, "settings")
    await page.get_by_role("radio", name="English").check()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
    assert await page.evaluate("document.documentElement.lang") == "en"
    ground = "getComputedStyle(document.body).backgroundColor"
    light = await page.evaluate(ground)
    await page.get_by_role("radio", name="Dark").check()
    assert await page.evaluate(ground) != light
    await page.context.close()


async def test_what_keeps_a_visit_from_beginning_is_said_and_nothing_begins(
    chrome: Browser, shell: str
) -> None:
    page = await open_page(chrome, shell)
    await show(page, "assignment-refused")
    await page.get_by_role("button", name="Bắt đầu kiểm tra", exact=True).click()
    await expect(page.get_by_text("Điện thoại gần hết bộ nhớ.")).to_be_visible()
    assert "open" not in await page.evaluate("window.fake.spoken")
    await show(page, "assignment")
    await page.get_by_role("button", name="Bắt đầu kiểm tra", exact=True).click()
    await expect(page.get_by_role("link", name="Xem lại và trình", exact=True)).to_be_visible()
    await page.context.close()


@pytest.mark.long
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_every_signature_with_a_certificate_asks_for_passphrase_and_code(
    chrome: Browser, shell: str, language: str
) -> None:
    """A maker's under minutes or a paper, and a head's under a decision."""
    vi = language == "vi"
    page = await open_page(chrome, shell, viewport={"width": 390, "height": 844})
    faults: list[str] = []
    for scene in ("paper-page", "sign-decision"):
        await show(page, scene, language)
        if scene == "paper-page":
            title = "Tệp của biên bản và chữ ký số" if vi else "File and digital signature"
            await page.locator("summary", has_text=title).click()
            look = "Xem tệp và ký số" if vi else "Show the file, or sign"
            await page.get_by_role("button", name=look).click()
            asks = page.locator("form")
        else:
            look = "Xem bản sẽ ký (PDF)" if vi else "Look at what will be signed (PDF)"
            await page.get_by_role("button", name=look).click()
            sign = "Ký và ban hành" if vi else "Sign and issue"
            await page.get_by_role("button", name=sign).click()
            asks = page.get_by_role("dialog")
        await expect(asks.locator("input[type=password]")).to_be_visible()
        await expect(asks.locator("input[autocomplete=one-time-code]")).to_be_visible()
        faults += await unfit(page, scene)
    assert faults == [], "\n".join(faults)
    await page.context.close()


@pytest.mark.long
@pytest.mark.parametrize("language", ["vi", "en"])
async def test_a_head_signs_before_advice_with_a_reason_and_not_before_a_step_that_decides(
    chrome: Browser, shell: str, language: str
) -> None:
    vi = language == "vi"
    page = await open_page(chrome, shell, viewport={"width": 390, "height": 844})
    sign = page.get_by_role("button", name="Ký và ban hành" if vi else "Sign and issue").first
    look = "Xem bản sẽ ký (PDF)" if vi else "Look at what will be signed (PDF)"
    await show(page, "sign-decision-waits", language)
    said = (
        "bước phải có kết quả trước khi ký" if vi else "must have an outcome before the signature"
    )
    await expect(page.get_by_text(said)).to_be_visible()
    await page.get_by_role("button", name=look).click()
    await expect(sign).to_have_count(0)
    await show(page, "sign-decision-unheard", language)
    await page.get_by_role("button", name=look).click()
    await sign.click()
    asks = page.get_by_role("dialog")
    await asks.locator("input[type=password]").fill("mật khẩu ký số")
    await asks.locator("input[autocomplete=one-time-code]").fill("123456")
    confirm = asks.get_by_role("button", name="Ký và ban hành" if vi else "Sign and issue")
    await expect(confirm).to_be_disabled()
    assert await unfit(page, "sign-decision-unheard") == []
    why = "Lý do ký khi chưa có ý kiến" if vi else "Why you sign without an opinion"
    await asks.get_by_label(why).fill("Chủ cơ sở đang tẩu tán hàng")
    await expect(confirm).to_be_disabled()  # nothing planned it: an emergency says why, too
    await asks.locator("select").select_option(index=1)
    why = "Lý do khẩn cấp" if vi else "Reason for the emergency"
    await asks.get_by_label(why).fill("Hàng có thể bị tẩu tán trong đêm")
    await expect(confirm).to_be_enabled()
    await page.context.close()


async def test_the_rescue_file_is_handed_to_the_phone(chrome: Browser, shell: str) -> None:
    page = await open_page(chrome, shell)
    await show(page, "rescue")
    async with page.expect_download() as saved:
        await page.get_by_role("button", name="Xuất tệp chưa gửi", exact=True).click()
    assert (await saved.value).suggested_filename.endswith(".age")
    await expect(page.get_by_text("Đã tạo tệp")).to_be_visible()
    await page.context.close()


async def test_from_a_browser_tab_to_a_pin_every_step_says_what_is_wrong(
    chrome: Browser, shell: str
) -> None:
    page = await open_page(chrome, shell)
    await show(page, "install")
    await page.get_by_role("button", name="Chỉ xem trong trình duyệt", exact=True).click()
    enter = page.get_by_role("button", name="Đăng nhập", exact=True)
    await enter.click()
    await expect(page.get_by_text("Không được để trống.")).to_have_count(3)
    await page.get_by_label("Tên đăng nhập").fill("an.nv")
    await page.get_by_label("Mật khẩu").fill("một mật khẩu dài")
    code = page.get_by_label("Mã xác thực (OTP)")
    await code.fill("000000")
    await enter.click()
    await expect(page.get_by_role("alert")).to_contain_text("không đúng")
    await expect(code).to_have_value("")
    await code.fill("123 456")
    await enter.click()
    pin, again = page.get_by_label("Mã PIN mới"), page.get_by_label("Nhập lại mã PIN")
    await pin.fill("135790")
    await again.fill("135791")
    await page.get_by_role("button", name="Đặt mã PIN", exact=True).click()
    await expect(page.get_by_text("Hai lần nhập không giống nhau.")).to_be_visible()
    assert "setPin" not in await page.evaluate("window.fake.spoken")
    await again.fill("135790")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", level=1)).to_have_text("Việc của tôi")
    await expect(page.get_by_text("Đang mở trong trình duyệt: chỉ xem")).to_be_visible()
    await page.context.close()


async def test_the_status_line_leads_to_the_outbox_where_what_needs_the_officer_stands_first(
    chrome: Browser, shell: str
) -> None:
    page = await open_page(chrome, shell)
    await show(page, "outbox")
    await page.get_by_role("link", name="Việc của tôi", exact=True).click()
    await page.get_by_label("Tình trạng gửi").get_by_role("link").click()
    await expect(page.get_by_role("heading", level=1)).to_have_text("Chờ gửi")
    entries = page.get_by_role("list", name="Các mục chờ gửi").locator("> li")
    await expect(entries.first).to_contain_text("Cần làm: Báo cấp trên, rồi thử lại.")
    await expect(entries.nth(1)).to_contain_text("Đang gửi 41 %")
    await expect(entries).to_have_count(4)
    await entries.first.get_by_role("button").click()
    assert "retry a1" in await page.evaluate("window.fake.spoken")
    await page.context.close()


async def test_what_waits_for_colleagues_after_a_restore_says_for_what_and_can_be_ended(
    chrome: Browser, shell: str
) -> None:
    page = await open_page(chrome, shell, viewport={"width": 390, "height": 844})
    await show(page, "outbox-awaits")
    [entry] = await page.get_by_role("list", name="Các mục chờ gửi").locator("> li").all()
    await expect(entry).to_contain_text("còn thiếu chữ ký do điện thoại của đồng nghiệp gửi")
    await entry.get_by_role("button", name="Không chờ nữa").click()
    assert "waitNoLonger a1" in await page.evaluate("window.fake.spoken")
    await page.context.close()


async def test_looking_up_needs_no_diacritics(chrome: Browser, shell: str) -> None:
    page = await open_page(chrome, shell)
    await show(page, "reference")
    box = page.get_by_label("Từ cần tìm")
    await box.fill("duong sen hoa so")
    businesses = page.get_by_role("list", name="Tổ chức, cá nhân")
    await businesses.get_by_role("link", name="Hộ kinh doanh Hoa Sen").click()
    await expect(page.get_by_text("01010090/QĐ-KT")).to_be_visible()
    await page.get_by_role("link", name="Về tra cứu").click()
    await expect(box).to_have_value("duong sen hoa so")
    await box.fill("lau nhap")
    behaviours = page.get_by_role("list", name="Hành vi vi phạm")
    await expect(behaviours.get_by_role("link")).to_have_count(1)
    await box.fill("khong co gi nhu the")
    await expect(page.get_by_text("Không tìm thấy")).to_be_visible()
    await page.context.close()


@pytest.mark.long
async def test_an_answer_says_whether_it_is_of_the_whole_system_or_of_this_phone_alone(
    chrome: Browser, shell: str
) -> None:
    """By keys alone, as a screen reader is told it: what matched is marked, and what is not on this phone says so."""
    page = await open_page(chrome, shell, viewport={"width": 390, "height": 844})
    await show(page, "reference")
    box = page.get_by_label("Từ cần tìm")
    await box.focus()
    await page.keyboard.type("hoa sen", delay=20)
    said = page.get_by_role("status").filter(has_text="kết quả")
    await expect(said).to_have_text("3 kết quả của toàn hệ thống, trong phạm vi của bạn")
    cases = page.get_by_role("list", name="Vụ việc")
    assert await cases.locator("mark").all_inner_texts() == ["Hoa Sen", "Hoa Sen"]
    await expect(cases.get_by_role("link")).to_have_count(0)
    await expect(cases).to_contain_text("Chưa có trên máy này")
    await expect(page.get_by_text("Còn nữa: gõ thêm từ để thu hẹp.")).to_be_visible()
    await page.keyboard.type(" duong", delay=20)
    await expect(page.get_by_text("Chỉ tìm trên máy này")).to_be_visible()
    await expect(said).to_have_text("5 kết quả trên máy này")
    await expect(page.get_by_role("list", name="Vụ việc").get_by_role("link")).to_have_count(1)
    await page.get_by_role("button", name="Tìm lại trên toàn hệ thống").click()
    await expect(page.get_by_text("Chỉ tìm trên máy này")).to_be_visible()
    await page.keyboard.press("Tab")
    await box.fill("loi he thong")
    await expect(page.get_by_text("Hệ thống tạm thời chưa phục vụ được")).to_be_visible()
    await box.focus()
    await page.keyboard.press("Escape")
    await expect(box).to_have_value("")
    await box.fill("%$#")
    await expect(page.get_by_text("Chưa có chữ hay số nào để tìm.")).to_be_visible()
    assert await box.get_attribute("aria-invalid") == "true"
    await page.context.close()


@pytest.mark.long
async def test_a_scanned_statement_is_judged_without_a_signal(
    chrome: Browser, shell: str, tmp_path: Path
) -> None:
    """From picture files, as where the camera is not allowed: a genuine, a prepared, a pasted and a plain code."""
    table = json.loads((surroundings.ROOT / "tests/cases/statements.json").read_text("utf-8"))
    page = await open_page(chrome, shell, viewport={"width": 390, "height": 844})
    await show(page, "scan")
    for verdict, said in (
        ("genuine", "ĐÚNG: văn bản do hệ thống cấp, ghi ngày 28/11/2026"),
        ("prepared", "Chữ ký chưa được kiểm; nối mạng để biết đã ký chưa"),
        ("forged", "KHÔNG ĐÚNG"),
        ("plain", "Mã này chỉ có địa chỉ tra cứu"),
    ):
        scanned = next(one["scanned"] for one in table["cases"] if one["verdict"] == verdict)
        picture = tmp_path / f"{verdict}.png"
        segno.make(scanned, error="m", micro=False).save(str(picture), scale=6, border=4)
        await page.get_by_label("Hoặc chọn ảnh có mã QR").set_input_files(picture)
        await expect(page.get_by_text(said)).to_be_visible()
        unasked = page.get_by_text("Chưa hỏi được máy chủ.")
        await expect(unasked).to_have_count(0 if verdict == "forged" else 1)
        assert (await Axe().run(page)).response["violations"] == []
        await page.get_by_role("button", name="Quét mã khác").click()
    await page.context.close()
