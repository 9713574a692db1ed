"""A visit with the phone: every method is something that the officer does or sees on the screen.

For example:

    phone = await phones()                       # signed in, PIN set
    await phone.take_up(inspection)
    await phone.take_photos(inspection, 2)
    await phone.write_minutes(inspection)
"""

import asyncio
import re
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from tests.phone_app.support.handset import PIN, Handset
from tests.phone_app.support.kept import read_kept
from tests.phone_app.support.patience import PATIENCE_MS

__all__ = ["PIN", "TEAM_OPINION", "Phone"]

TEAM_OPINION = "Nhận xét, kiến nghị của Đoàn kiểm tra"
_PARTY_OPINION = "Ý kiến của tổ chức, cá nhân được kiểm tra"
_MOST_FAULTS = 30
_STATES = {
    "Chưa bắt đầu": "decided",
    "Đã nhận việc": "opened",
    "Đang kiểm tra": "announced",
    "Đã trình, chờ phê duyệt": "submitted",
    "Bị trả lại": "returned",
    "Đang sửa lại": "revising",
    "Đã phê duyệt": "approved",
    "Không phê duyệt": "refused",
    "Không kiểm tra": "discarded",
    "Đã trình, chờ ý kiến": "submitted",
    "Yêu cầu bổ sung": "submitted",
    "Yêu cầu xác minh": "submitted",
    "Đã đồng ý hướng xử lý": "approved",
    "Đã trình, không cần ý kiến": "approved",
    "Cấp trên nhận xử lý": "approved",
    "Quyết định đã hủy bỏ": "discarded",
}
_WRITTEN_SECONDS = PATIENCE_MS / 1000
_ROOM_SEEN_SECONDS = 60


class Phone(Handset):
    """The phone of somebody who inspects."""

    def beside(self, tab: Page) -> "Phone":
        """The same phone through another of its windows."""
        return Phone(self.window, self.line, self.office, tab)

    async def state_of(self, inspection: str) -> str:
        """The state that the visit's screen shows."""
        await self.go(f"/app/inspections/{inspection}")
        return _STATES[await self.page.locator("main .tag").first.inner_text()]

    async def submitted_revision(self, inspection: str) -> str:
        """The revision of this phone's last submission."""
        acts = (await read_kept(self.page, whole=False)).acts_of(inspection)
        sealed = [one["act"] for one in acts if one["act"]["type"] == "inspection.submitted"]
        return str(sealed[-1]["content"]["revision"])

    # Beginning

    async def open_inspection(self, inspection: str) -> None:
        """Go from the list of work to this inspection, fetching new work until it is there.

        The server reports a change only when nothing older is still being written, so this may take
        a second request.
        """
        link = self.page.locator(f'a[href="/app/inspections/{inspection}"]')
        async with asyncio.timeout(_WRITTEN_SECONDS):
            await self.sync()
            while not await link.count():
                await self.sync()
        await self.go(f"/app/inspections/{inspection}")

    async def begin(self, inspection: str) -> None:
        """Press the button that begins the visit."""
        if not await self.page.locator(f'a[href="/app/inspections/{inspection}"]').count():
            await self.go("/app/")
        await self.go(f"/app/inspections/{inspection}")
        await self.press("Bắt đầu kiểm tra")
        await self.wait_for_act(inspection, "inspection.opened")

    async def may_not_begin(self, inspection: str) -> None:
        """Press the button, and read why the visit may not begin."""
        await self.go(f"/app/inspections/{inspection}")
        await self.press("Bắt đầu kiểm tra")
        why = self.page.get_by_text(re.compile("Chưa bắt đầu được|Điện thoại gần hết bộ nhớ"))
        await expect(why.first).to_be_visible(timeout=PATIENCE_MS)

    async def take_up(self, inspection: str) -> None:
        """Begin the visit, fix the place and announce the decision."""
        if self.line.way == "whole":
            await self.open_inspection(inspection)
        await self.begin(inspection)
        await self.take_position(inspection)
        await self.press("Công bố quyết định")
        await self.wait_for_act(inspection, "inspection.announced")

    async def take_position(self, inspection: str) -> None:
        """Take the position."""
        before = await self.count_acts(inspection, "place.fixed")
        await self.go(f"/app/inspections/{inspection}/place")
        await self.press("Lấy vị trí")
        await self.wait_for_act(inspection, "place.fixed", before + 1)

    # Photographs

    async def press_shutter(self, inspection: str) -> None:
        """Press the shutter once, when the camera is ready."""
        await self.go(f"/app/inspections/{inspection}/camera")
        shutter = self.page.get_by_role("button", name="Chụp", exact=True)
        await expect(shutter).to_be_enabled(timeout=PATIENCE_MS)
        await shutter.click()

    async def take_photos(self, inspection: str, count: int) -> None:
        """Take this many photographs with the camera in the page."""
        before = await self.count_photos(inspection)
        for number in range(before + 1, before + count + 1):
            await self.press_shutter(inspection)
            await self.wait_for_photos(inspection, number)

    async def choose_photo(self, inspection: str, file: Path) -> None:
        """Choose one photograph from the phone's files."""
        before = await self.count_photos(inspection)
        await self.go(f"/app/inspections/{inspection}/camera")
        await self.page.get_by_label("Chọn tệp ảnh").last.set_input_files(file)
        await self.wait_for_photos(inspection, before + 1)

    async def writes_again_what_did_not_fit(self, inspection: str, count: int) -> None:
        """Press the button until the photograph is written: the browser notices only after a while
        that there is room."""
        again = self.page.get_by_role("button", name="Ghi lại", exact=True)
        async with asyncio.timeout(_ROOM_SEEN_SECONDS):
            while await self.count_photos(inspection) < count:
                if await again.is_enabled():
                    await again.click()
                await asyncio.sleep(1)

    async def withdraw_photo(self, inspection: str, photo: str, reason: str) -> None:
        """Withdraw a photograph from the submission; its bytes stay."""
        await self.go(f"/app/inspections/{inspection}/photos/{photo}")
        await self.page.locator("summary", has_text="Loại khỏi hồ sơ").click()
        await self.field("Lý do loại").fill(reason)
        await self.press("Loại khỏi hồ sơ")
        await self.wait_for_act(inspection, "photo.withdrawn")

    async def reads_remark(self, path: str, words: str) -> None:
        """Find the supervisor's words on this screen."""
        await self.go(path)
        await expect(self.page.get_by_text(words).first).to_be_visible()

    # Minutes

    async def go_to_minutes(self, inspection: str, form: str = "BB-KT") -> None:
        """Open the minutes and unfold all parts."""
        path = f"/app/inspections/{inspection}/minutes"
        await self.go(path if form == "BB-KT" else f"{path}?form={form}")
        await expect(self.page.locator("details.collapsible").first).to_be_visible()
        # of all parts, not only the folded ones: opening one then does not move the others in the
        # list
        for part in await self.page.locator("details.collapsible").all():
            if await part.get_attribute("open") is None:
                await part.locator("> summary").click()
        await expect(self.field(TEAM_OPINION)).to_be_visible()

    def field(self, label: str) -> Locator:
        """The field with exactly this label."""
        return self.page.get_by_label(label, exact=True)

    async def write_minutes(
        self,
        inspection: str,
        opinion: str = "Không có ý kiến thêm.",
        *,
        ended: str | None = None,
        button: str = "Hoàn thành biên bản",
    ) -> None:
        """Type what was not known beforehand, read it back, write the act.

        The inspection ended now or at the time given, in Vietnam's time zone.
        """
        await self.go_to_minutes(inspection)
        await self.field(_PARTY_OPINION).fill("Cơ sở sẽ bổ sung nhãn phụ.")
        await self.field(TEAM_OPINION).fill(opinion)
        await self._read_back_and_write(inspection, ended, button)

    async def type_minutes(self, inspection: str) -> None:
        """Type into the minutes without writing them."""
        await self.go_to_minutes(inspection)
        await self.field(TEAM_OPINION).press_sequentially("Đang ghi ở cửa sổ thứ hai.")

    async def is_led_to(self, group: str) -> None:
        """Check that reading back too early names a choice not made, and that its link leads to it
        and marks it as wrong."""
        await self.press("Đọc lại")
        await self.page.locator(".faults a", has_text=group).click()
        wrong = self.page.get_by_role("radiogroup", name=group)
        await expect(wrong).to_have_attribute("aria-invalid", "true")
        await expect(wrong.locator(":focus")).to_be_visible()

    async def write_minutes_of_non_execution(self, inspection: str) -> None:
        """Write minutes of non-execution because nobody opened: who was present, and what was seen."""
        await self.go_to_minutes(inspection, "BB-KKT")
        await self.page.get_by_role("radio", name="Cơ sở đóng cửa").check()
        await self.field("Hiện trạng ghi nhận tại chỗ").fill("Cửa khóa, biển hiệu còn treo.")
        await self.press("Thêm: Đại diện")
        await self.field("Họ và tên").last.fill("Phan Thị Chính Quyền")
        await self.field("Chức vụ").last.fill("Phó Chủ tịch")
        await self.field("Cơ quan").last.fill("UBND phường Mẫu Đơn")
        await self.field(TEAM_OPINION).fill("Đề nghị kiểm tra lại vào ngày khác.")
        await self._read_back_and_write(inspection)

    async def _read_back_and_write(
        self, inspection: str, ended: str | None = None, button: str = "Hoàn thành biên bản"
    ) -> None:
        before = await self.count_acts(inspection, "minutes.written")
        if ended is None:
            await self.press("Bây giờ: Kết thúc lúc")
        else:
            await self.field("Kết thúc lúc").fill(ended)
        await self.press("Đọc lại")
        write = self.page.get_by_role("button", name=button, exact=True)
        faults = self.page.locator(".faults a")
        for _ in range(_MOST_FAULTS):
            await expect(write.or_(faults.first).first).to_be_visible()
            if await write.is_visible():
                break
            await faults.first.click()
            await self._mend_what_has_the_focus()
            await self.press("Đọc lại")
        await self.page.get_by_label("Đã đọc lại cho mọi người cùng nghe").check()
        await write.click()
        await self.wait_for_act(inspection, "minutes.written", before + 1)

    async def _mend_what_has_the_focus(self) -> None:
        """Follow a fault's link to its field and fill it with a suitable value."""
        field = self.page.locator("[aria-invalid=true]:focus")
        kind = await field.evaluate("(e) => e.type || e.tagName.toLowerCase()")
        if kind in ("checkbox", "radio"):
            await field.check()
        elif await field.get_attribute("inputmode") == "numeric":
            await field.fill("2")
        else:
            await field.fill("Cơ sở xuất trình giấy chứng nhận đăng ký và hóa đơn mua hàng.")

    # Signatures and the end

    async def sign(self, inspection: str, role: str) -> None:
        """Draw a signature with a finger and save it."""
        before = await self.count_acts(inspection, "person.signed")
        await self.go(f"/app/inspections/{inspection}/sign/{role}")
        await self.draw()
        await self.press("Lưu chữ ký")
        await self.wait_for_act(inspection, "person.signed", before + 1)

    async def export_rescue_file(self, folder: Path) -> Path:
        """Write unsent work into a rescue file, saved by the phone's own download."""
        await self.go("/app/rescue")
        async with self.page.expect_download() as coming:
            await self.press("Xuất tệp chưa gửi")
        download = await coming.value
        file = folder / download.suggested_filename
        await download.save_as(file)
        return file

    async def draw(self) -> None:
        """Draw strokes like a name written on glass."""
        pad = self.page.get_by_label("Ô ký tên")
        await pad.scroll_into_view_if_needed()
        box = await pad.bounding_box()
        assert box is not None
        left, top = box["x"] + 30, box["y"] + box["height"] / 2
        await self.page.mouse.move(left, top)
        await self.page.mouse.down()
        for step in range(1, 25):
            await self.page.mouse.move(left + step * 9, top + (step % 5 - 2) * 11)
        await self.page.mouse.up()

    async def submit(self, inspection: str) -> None:
        """Read what will be sealed, and submit it."""
        before = await self.count_acts(inspection, "inspection.submitted")
        await self.go(f"/app/inspections/{inspection}/review")
        await self.press("Trình hồ sơ")
        await self.confirm("Trình hồ sơ")
        await self.wait_for_act(inspection, "inspection.submitted", before + 1)

    async def whole_visit(self, inspection: str, photos: int = 2) -> None:
        """Do a whole visit, from the list of work to the submission."""
        await self.take_up(inspection)
        await self.take_photos(inspection, photos)
        await self.write_minutes(inspection)
        await self.sign(inspection, "leader")
        await self.sign(inspection, "subject")
        await self.submit(inspection)

    async def confirm(self, name: str) -> None:
        """Confirm if the screen asks."""
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_role("button", name=name, exact=True).click()

    # Waiting for what was written

    async def count_acts(self, inspection: str, kind: str) -> int:
        """How many acts of one kind are in its database."""
        acts = (await read_kept(self.page, whole=False)).acts_of(inspection)
        return sum(one["act"]["type"] == kind for one in acts)

    async def wait_for_act(self, inspection: str, kind: str, count: int = 1) -> None:
        """Return when this many of these acts are in its database."""
        async with asyncio.timeout(_WRITTEN_SECONDS):
            while await self.count_acts(inspection, kind) < count:  # noqa: ASYNC110 - a browser's
                await asyncio.sleep(0.1)

    async def count_photos(self, inspection: str) -> int:
        """How many of the inspection's photographs are in its database."""
        return len((await read_kept(self.page, whole=False)).photos_of(inspection))

    async def wait_for_photos(self, inspection: str, count: int) -> None:
        """Return when this many photographs are in its database."""
        async with asyncio.timeout(_WRITTEN_SECONDS):
            while await self.count_photos(inspection) < count:  # noqa: ASYNC110 - a browser's
                await asyncio.sleep(0.1)
