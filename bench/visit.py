"""What a standard visit costs an officer: every touch and every character, counted by the page itself.

    .venv/bin/python -m bench.visit                    # the app of this checkout
    .venv/bin/python -m bench.visit --app FOLDER       # another build of it, such as that of an
    earlier version

The visit: begun from the list, position, announcement, two photographs (one with a caption),
inspection minutes with one behaviour of the catalogue, violation minutes, signatures, number,
submission. Screens are changed only by the app's own links. A touch is a pointer that goes down;
lines of a signature are counted separately. A character is one that appears in a field; what the
app fills in costs nothing. A search is typed letter by letter until the intended behaviour is
shown.
"""

import argparse
import asyncio
import shutil
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import httpx
from playwright.async_api import Locator, async_playwright, expect

from deploy import surroundings, web_assets
from tests.faults.system import System
from tests.phone_app.support import camera
from tests.phone_app.support.line import line_to
from tests.phone_app.support.office import INSPECTOR, Office
from tests.phone_app.support.papers import SitePapers
from tests.phone_app.support.phone import Phone
from tests.phone_app.support.window import Window

_COUNT = """
window.__cost = { taps: 0, characters: 0, strokes: 0 };
addEventListener('pointerdown', (event) => {
  if (!event.isTrusted) return;
  const pad = event.target.closest?.('canvas, svg.pad, [aria-label="Ô ký tên"]');
  __cost[pad ? 'strokes' : 'taps'] += 1;
}, true);
addEventListener('beforeinput', (event) => {
  if (event.isTrusted && event.inputType.startsWith('insert')) __cost.characters += [...(event.data ?? '')].length;
}, true);
"""
_SHOWN = 10
"""Rows of the chooser."""
_MOST_FAULTS = 30
MEANT = "Buôn bán hàng giả về giá trị sử dụng, công dụng; hàng thật tương đương trị giá dưới 3 triệu đồng"
SEARCHED = "hàng giả về giá trị sử dụng, công dụng; hàng thật tương đương trị giá dưới 3 triệu"
RESULT = "Có giấy chứng nhận đăng ký kinh doanh, có hóa đơn mua hàng."
PARTY = "Cơ sở không có ý kiến."
TEAM = "Lập biên bản vi phạm hành chính."
FACTS = "Bày bán 48 hộp sữa bột giả nhãn hiệu."
CAPTION = "Quầy hàng bên trái cửa."


@dataclass
class Bill:
    """The cost of each part of the visit."""

    lines: list[tuple[str, int, int, int]] = field(default_factory=list)

    def print(self) -> None:
        """Print one line for each part, and the sums."""
        print(f"{'':24}{'touches':>9}{'characters':>12}{'strokes':>9}")
        for name, *numbers in self.lines:
            print(f"{name:24}{numbers[0]:9}{numbers[1]:12}{numbers[2]:9}")
        sums = [sum(line[at] for line in self.lines) for at in (1, 2, 3)]
        print(f"{'all':24}{sums[0]:9}{sums[1]:12}{sums[2]:9}", flush=True)


def main() -> None:
    """Build what is missing, start everything, visit, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--app", type=Path, help="a built app; without, that of this checkout")
    given = parser.parse_args()
    if given.app is None:
        web_assets.ensure(surroundings.ROOT, web_assets.PHONE, print)
    with tempfile.TemporaryDirectory(prefix="hientruong-bench-") as folder:
        bill = asyncio.run(
            measure(Path(folder), given.app or surroundings.ROOT / web_assets.PHONE.out)
        )
    bill.print()


async def measure(folder: Path, app: Path) -> Bill:
    """Make one visit, on one system that is deleted afterwards."""
    shutil.copytree(app, folder / "app")
    system = System(folder / "data", {"HIENTRUONG_APP_DIR": str(folder / "app")})
    film = camera.film(folder / "film.y4m", seed=1)
    async with (
        system,
        async_playwright() as driver,
        line_to(system.port) as line,
        httpx.AsyncClient(base_url=system.url, timeout=30) as client,
    ):
        office = Office(system.folder, client)
        window = Window(driver, folder / "phone", line.url, film)
        phone = Phone(window, line, office)
        await window.start()
        await phone.sign_in(INSPECTOR)
        await phone.set_pin()
        inspection = await office.issue()
        await phone.open_inspection(inspection)
        await phone.sync()
        try:
            return await Visit(phone, inspection).whole()
        finally:
            await window.show(surroundings.ROOT / "screenshots" / "bench visit.png")
            await window.close()


class Visit:
    """One officer, one inspection, one finger."""

    def __init__(self, phone: Phone, inspection: str) -> None:
        self.phone, self.page, self.inspection = phone, phone.page, inspection
        self.home = f"/app/inspections/{inspection}"
        self.papers = SitePapers(phone, inspection)
        self.bill = Bill()

    async def whole(self) -> Bill:
        """Do everything from the list of work to the submission."""
        await self.page.evaluate(_COUNT)
        await self._part("begin, place, announce", self._begin())
        await self._part("two photographs", self._photographs())
        await self._part("inspection minutes", self._minutes())
        await self._part("violation minutes", self._violation())
        await self._part("signatures", self._signatures())
        await self._part("submission", self.phone.submit(self.inspection))
        return self.bill

    async def _part(self, name: str, work: object) -> None:
        before = await self.page.evaluate("({...__cost})")
        await work  # type: ignore[misc]
        after = await self.page.evaluate("window.__cost ?? null")
        if after is None:
            raise RuntimeError(f"{name}: the page was loaded anew, and the count lost")
        cost = (after[key] - before[key] for key in ("taps", "characters", "strokes"))
        self.bill.lines.append((name, *cost))  # type: ignore[arg-type]

    async def _begin(self) -> None:
        await self.phone.begin(self.inspection)
        await self.phone.take_position(self.inspection)
        await self.phone.press("Công bố quyết định")
        await self.phone.wait_for_act(self.inspection, "inspection.announced")

    async def _photographs(self) -> None:
        await self.phone.go(f"{self.home}/camera")
        await self._type(self.page.get_by_label("Chú thích cho ảnh sắp chụp"), CAPTION)
        await self.phone.take_photos(self.inspection, 2)

    async def _minutes(self) -> None:
        await self.phone.go(f"{self.home}/minutes")
        await self._pick(f"{MEANT}")
        await self._open_part("Ý kiến")
        await self._type(self.phone.field("Ý kiến của tổ chức, cá nhân được kiểm tra").first, PARTY)
        await self._type(self.phone.field("Nhận xét, kiến nghị của Đoàn kiểm tra"), TEAM)
        await self._finish("minutes.written", "Kết thúc lúc", RESULT)

    async def _violation(self) -> None:
        await self.phone.go(f"{self.home}/papers")
        await self.phone.press("Lập biên bản vi phạm")
        await expect(self.page.locator("details.collapsible").first).to_be_visible()
        await self._finish("document.written", "Lập xong lúc", FACTS)
        # The next screen is the paper's own: its signatures.
        await self.page.wait_for_url("**/signatures")
        paper = self.page.url.split("/papers/")[1].split("/")[0]
        for role in ("maker", "subject"):
            await self._sign(f"{self.home}/papers/{paper}/sign/{role}", "document.signed")
        await self.papers.number(paper)

    async def _signatures(self) -> None:
        await self.phone.go(f"{self.home}/signatures")
        for role in ("leader", "subject"):
            await self._sign(f"{self.home}/sign/{role}", "person.signed")

    async def _sign(self, path: str, act: str) -> None:
        """Sign, from the list of signers and back to it."""
        before = await self.phone.count_acts(self.inspection, act)
        await self.page.locator(f'a[href^="{path}"]').first.click()
        await self.phone.draw()
        await self.phone.press("Lưu chữ ký")
        await self.phone.wait_for_act(self.inspection, act, before + 1)
        await self.page.wait_for_url("**/signatures")

    # By hand

    async def _type(self, box: Locator, text: str) -> None:
        """Touch a field and type into it letter by letter, as a keyboard does."""
        await box.scroll_into_view_if_needed()
        await box.click()
        await self.page.keyboard.type(text)

    async def _pick(self, meant: str) -> None:
        """Find a behaviour: type until it is among the first, and touch it."""
        await self._open_part("Nội dung và kết quả")
        chooser = self.page.locator("summary", has_text="Chọn hành vi từ danh mục")
        await chooser.click()
        box = self.page.get_by_label("Tìm hành vi vi phạm")
        await box.click()
        titles = self.page.locator("button.row .row-title")
        for letter in SEARCHED:
            await self.page.keyboard.type(letter)
            await asyncio.sleep(0.15)
            shown = (await titles.all_inner_texts())[:_SHOWN]
            if meant in shown:
                await titles.nth(shown.index(meant)).click()
                return
        raise RuntimeError(f"not found by {SEARCHED!r}")

    async def _open_part(self, title: str) -> None:
        part = self.page.locator("details.collapsible", has_text=title).first
        if await part.get_attribute("open") is None:
            await part.locator("> summary").click()

    async def _finish(self, act: str, ended: str, text: str) -> None:
        """Set the end to now and read the paper back.

        Mend each reported fault where its link leads, until it is written.
        """
        before = await self.phone.count_acts(self.inspection, act)
        now = self.page.get_by_role("button", name=f"Bây giờ: {ended}", exact=True)
        if not await now.is_visible():
            await self._open_part("Kết thúc")
        await now.click()
        await self.phone.press("Đọc lại")
        write = self.page.get_by_role("button", name="Hoàn thành biên bản", exact=True)
        faults = self.page.locator(".faults a")
        for _ in range(_MOST_FAULTS):
            await expect(write.or_(faults.first).first).to_be_visible()
            if await write.is_visible():
                break
            await faults.first.click()
            await self._mend(text)
            await self.phone.press("Đọc lại")
        await self.page.get_by_label("Đã đọc lại cho mọi người cùng nghe").click()
        await write.click()
        await self.phone.wait_for_act(self.inspection, act, before + 1)

    async def _mend(self, text: str) -> None:
        """Follow the link into the field, and type the missing text there without another touch."""
        box = self.page.locator(
            "[aria-invalid=true]:focus, [role=radiogroup][aria-invalid=true] :focus"
        )
        kind = await box.evaluate("(e) => e.type || e.tagName.toLowerCase()")
        if kind in ("checkbox", "radio"):
            await box.click()
        elif await box.get_attribute("inputmode") == "numeric":
            await self.page.keyboard.type("2")
        else:
            await self.page.keyboard.type(text)


if __name__ == "__main__":
    main()
