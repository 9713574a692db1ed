"""Papers made on site, on the phone's screens: drawn up, signed, numbered, shown."""

import asyncio
import re
from pathlib import Path

from playwright.async_api import expect

from tests.phone_app.support.phone import Phone

_SECONDS = 20
_MOST_FAULTS = 12


class SitePapers:
    """The papers of one inspection on one phone."""

    def __init__(self, phone: Phone, inspection: str) -> None:
        self.phone = phone
        self.inspection = inspection
        self.page = phone.page

    async def begin(self, name: str) -> str:
        """Draw a paper up, such as "biên bản vi phạm"; return its id."""
        await self.phone.go(f"/app/inspections/{self.inspection}/papers")
        await self.phone.press(f"Lập {name}")
        await self.page.wait_for_url(re.compile("/papers/[0-9a-f-]{36}$"))
        await expect(self.page.locator("details.collapsible").first).to_be_visible()
        return self.page.url.rsplit("/", 1)[-1]

    async def look_up(self, words: str, ended: str | None = None) -> None:
        """Search the catalogue by words without diacritics, of the day on which the act ended or today."""
        await self.page.locator("summary", has_text="Chọn hành vi từ danh mục").click()
        if ended is not None:
            await self.page.get_by_label("Tra theo ngày chấm dứt hành vi").fill(ended)
        await self.page.get_by_label("Tìm hành vi vi phạm").fill(words)

    async def pick_violation(self, words: str, ended: str | None = None) -> str:
        """Choose a behaviour of the catalogue; return its wording. See `look_up`."""
        await self.look_up(words, ended)
        first = self.page.locator("button.row").first
        await expect(first).to_be_visible()
        await expect(first.locator(".tag", has_text="dự thảo")).to_be_visible()
        wording = await first.locator(".row-title").inner_text()
        await first.click()
        return wording

    async def write(self) -> None:
        """Read back and write. Whatever the form still requires is filled in with a suitable value."""
        before = await self.phone.count_acts(self.inspection, "document.written")
        await self.phone.press("Bây giờ: Lập xong lúc")
        write = self.page.get_by_role("button", name="Hoàn thành biên bản", exact=True)
        faults = self.page.locator(".faults a")
        await self.phone.press("Đọc lại")
        for _ in range(_MOST_FAULTS):
            await expect(write.or_(faults.first).first).to_be_visible()
            if await write.is_visible():
                break
            await faults.first.click()
            await self._fill_what_has_the_focus()
            await self.phone.press("Đọc lại")
        await self.page.get_by_label("Đã đọc lại cho mọi người cùng nghe").check()
        await write.click()
        await self.phone.wait_for_act(self.inspection, "document.written", before + 1)

    async def _fill_what_has_the_focus(self) -> None:
        field = self.page.locator(
            "[aria-invalid=true]:focus, [role=radiogroup][aria-invalid=true] :focus"
        )
        kind = await field.evaluate("(e) => e.type || e.tagName.toLowerCase()")
        if kind in ("checkbox", "radio"):
            await field.check()
        elif await field.get_attribute("inputmode") == "numeric":
            await field.fill("2")
        else:
            await field.fill("Ghi nhận tại chỗ, có hai người chứng kiến.")

    async def sign(self, paper: str, role: str, name: str | None = None) -> None:
        """Draw a signature with a finger and save it; `name` where the paper names nobody in that role."""
        before = await self.phone.count_acts(self.inspection, "document.signed")
        await self.phone.go(f"/app/inspections/{self.inspection}/papers/{paper}/sign/{role}")
        if name is not None:
            await self.page.get_by_label("Họ và tên người ký").fill(name)
        await self.phone.draw()
        await self.phone.press("Lưu chữ ký")
        await self.phone.wait_for_act(self.inspection, "document.signed", before + 1)

    async def refuse(self, paper: str, reason: str, witness: str) -> None:
        """Record that the violator refuses to sign, with the reason and the witness."""
        before = await self.phone.count_acts(self.inspection, "document.signed")
        await self.phone.go(f"/app/inspections/{self.inspection}/papers/{paper}/sign/subject")
        await self.phone.press("Từ chối ký")
        await self.page.get_by_label("Lý do từ chối").fill(reason)
        await self.page.get_by_label("Người chứng kiến việc từ chối").fill(witness)
        await self.phone.press("Ghi việc từ chối")
        await self.phone.wait_for_act(self.inspection, "document.signed", before + 1)

    async def number(self, paper: str) -> str:
        """Press the button after the last signature; return the number as shown on the page for
        showing the paper."""
        await self.phone.go(f"/app/inspections/{self.inspection}/papers/{paper}/signatures")
        await self.phone.press("Cấp số")
        dialog = self.page.get_by_role("dialog")
        await dialog.get_by_role("button", name="Cấp số", exact=True).click()
        await self.page.wait_for_url(re.compile("/page$"))
        return await self.page.locator(".sheet-bar > span").first.inner_text()

    async def text(self, paper: str) -> str:
        """The text of the page for showing the paper."""
        await self.phone.go(f"/app/inspections/{self.inspection}/papers/{paper}/page")
        sheet = self.page.locator(".sheet")
        await expect(sheet.locator(".sheet-mark b")).not_to_have_text("…")
        return " ".join((await sheet.inner_text()).split())

    async def pdf(self, paper: str, folder: Path) -> bytes:
        """The file that the button downloads."""
        await self.phone.go(f"/app/inspections/{self.inspection}/papers/{paper}/page")
        async with self.page.expect_download() as coming:
            await self.phone.press("PDF")
        download = await coming.value
        file = folder / download.suggested_filename
        await download.save_as(file)
        return await asyncio.to_thread(file.read_bytes)
