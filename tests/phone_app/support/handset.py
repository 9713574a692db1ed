"""A phone in an officer's hand, for any kind of work: unlocking, the network line, being killed,
reading the screen."""

import asyncio
import re
import time
from urllib.parse import urlsplit

import pyotp
from playwright.async_api import Page, expect

from tests.phone_app.support.kept import Kept, read_kept, set_meta
from tests.phone_app.support.line import Line, Trouble
from tests.phone_app.support.office import Office
from tests.phone_app.support.patience import PATIENCE_MS
from tests.phone_app.support.window import Window

PIN = "246810"
PROBE_BYTES = 4 * 1024 * 1024
"""Free space that a visit in tests requires at its beginning. Otherwise every test would write the
real 200 MB."""
ALL_STORED = re.compile("Đã gửi hết, máy chủ đã lưu|All sent and stored")
_STATUS = re.compile("Tình trạng gửi|Sending status")
_OUTBOX_SECONDS = 180
"""How long an outbox may make no progress before a test counts it as hanging."""
_PIN_FIELD = "input[type=password][inputmode=numeric]"
_MOST_STEPS = 6
"""The most touches needed from any screen to any other."""


class Handset:
    """The app in its window, with its network line."""

    def __init__(self, window: Window, line: Line, office: Office, tab: Page | None = None) -> None:
        self.window, self.line, self.office = window, line, office
        self._tab = tab

    @property
    def page(self) -> Page:
        """The screen."""
        page: Page = self._tab or self.window.page
        return page

    # Getting in

    async def sign_in(self, username: str) -> None:
        """Type name, password and one-time code, and the first time choose the PIN. Returns when
        the list of work is shown."""
        account = self.office.account(username)
        await self.office.forget_codes()
        await self.page.get_by_label("Tên đăng nhập").fill(username)
        await self.page.get_by_label("Mật khẩu", exact=True).fill(account.password)
        await self.page.get_by_label("Mã xác thực (OTP)").fill(
            pyotp.TOTP(account.totp_secret).now()
        )
        await self.page.get_by_label("Tên thiết bị").fill(f"Máy thử {username}")
        await self.press("Đăng nhập")

    async def set_pin(self) -> None:
        """Choose the PIN after a first sign-in. Returns when the day's work is shown."""
        await self.page.get_by_label("Mã PIN mới", exact=True).fill(PIN)
        await self.page.get_by_label("Nhập lại mã PIN").fill(PIN)
        await self.press("Đặt mã PIN")
        await self.is_in()
        await set_meta(self.page, "probeBytes", PROBE_BYTES)

    async def unlock(self, who: str | None = None) -> None:
        """Type the PIN, online or offline. Choose the officer if several use this phone."""
        if who is not None:
            await self.page.get_by_role("radio", name=who).check()
        await self.page.locator(_PIN_FIELD).fill(PIN)
        await self.page.locator(_PIN_FIELD).press("Enter")
        await self.is_in()

    async def is_in(self) -> None:
        """Return when the app is open, in either language."""
        await expect(self.page.locator(".status")).to_be_visible(timeout=PATIENCE_MS)

    async def lock(self) -> None:
        """Lock the app, as an officer does before passing the phone on."""
        await self.go("/app/settings")
        await self.press("Khóa màn hình")
        await expect(self.page.get_by_label("Mã PIN", exact=True)).to_be_visible()

    async def sign_in_as_another(self, username: str) -> None:
        """Sign another officer in on this phone."""
        await self.press("Người khác đăng nhập")
        await self.sign_in(username)
        await self.set_pin()

    async def sign_in_again_in_vain(self, username: str, why: str) -> None:
        """Sign in again as the outbox asks, and read why that does not help."""
        await self.go("/app/outbox")
        await self.page.get_by_role("link", name="Đăng nhập lại").click()
        await self.sign_in(username)
        await expect(self.page.get_by_role("alert").filter(has_text=why)).to_be_visible()

    # The line

    async def go_offline(self) -> None:
        """Go offline: the browser knows it, and open connections are cut."""
        assert self.window.context is not None
        self.line.become("gone")
        await self.window.context.set_offline(True)

    async def come_online(self) -> None:
        """Go online again."""
        assert self.window.context is not None
        self.line.become("whole")
        await self.window.context.set_offline(False)

    async def sees_happen(self, trouble: Trouble, seconds: float = 40) -> None:
        """Return when the trouble has happened on the line."""
        async with asyncio.timeout(seconds):
            await trouble.happened.wait()

    # Dying and living

    async def kill(self) -> None:
        """Kill the app, as the system does."""
        await self.window.kill()

    async def start_again(self, path: str = "/app/") -> None:
        """Start the app on the same profile, offline if the line is gone, and unlock it."""
        await self.window.start(path, offline=self.line.way == "gone")
        await self.unlock()

    async def restart(self) -> None:
        """Close the app as an officer does, and start it again."""
        await self.window.close()
        await self.start_again()

    # Moving about

    async def press(self, name: str) -> None:
        """Press the button with exactly this name."""
        await self.page.get_by_role("button", name=name, exact=True).click()

    async def go(self, path: str) -> None:
        """Go to this screen: by the app's own links if they lead there, else by its address."""
        parts = path.split("?")[0].strip("/").split("/")
        above = ["/" + "/".join(parts[:count]) for count in range(len(parts) - 1, 2, -1)]
        for _ in range(_MOST_STEPS):
            if self._is_at(path):
                return
            if not await self._step(path, *above):
                break
        await self.page.goto(path)
        await self.unlock_if_asked()

    async def _step(self, *wanted: str) -> bool:
        """Go one touch nearer: to the first of these addresses that a link leads to, else back.

        While the next screen is being fetched, the one before is still drawn. Its way back leads to
        where the address is already: a touch on it changes nothing, and nothing would come of waiting.
        """
        here = urlsplit(self.page.url).path
        links = [f'a[href="{path}"]:visible' for path in wanted if not self._is_at(path)]
        ways = [*links, f'.page-back:not([href="{here}"])']
        try:
            await expect(self.page.locator(", ".join(ways)).first).to_be_visible(timeout=3000)
        except AssertionError:
            return False
        for one in ways:
            found = self.page.locator(one)
            if await found.count():
                was = self.page.url
                await found.first.click()
                await self.page.wait_for_function("(was) => location.href !== was", arg=was)
                return True
        return False

    def _is_at(self, path: str) -> bool:
        here, wanted = self.page.url.removeprefix(self.window.url), path
        if "?" not in wanted:
            here = here.partition("?")[0]
        return here.rstrip("/") == wanted.rstrip("/")

    async def unlock_if_asked(self) -> None:
        """Unlock the app with the PIN if a reload has locked it."""
        pin = self.page.locator(_PIN_FIELD)
        await expect(pin.or_(self.page.locator(".status")).first).to_be_visible(timeout=PATIENCE_MS)
        if await pin.is_visible():
            await self.unlock()

    async def speak_english(self) -> None:
        """Switch to the second language."""
        await self.go("/app/settings")
        await self.page.get_by_role("radio", name="English").check()
        await expect(self.page.get_by_role("heading", name="Settings")).to_be_visible()

    # Looking

    async def status(self) -> str:
        """The status line: one sentence about unsent work."""
        return await self.page.get_by_label(_STATUS).inner_text()

    async def says_all_is_stored(self) -> bool:
        """Whether the status line says that everything is stored."""
        return ALL_STORED.search(await self.status()) is not None

    async def wait_until_stored(
        self, seconds: float = _OUTBOX_SECONDS, *, only: str | None = None
    ) -> float:
        """Wait until the status line says so and nothing waits in the database. Returns the seconds
        that it took.

        Both are checked, because the status line may still be that of a moment ago when an act has
        just been written. `only` limits it to one inspection, if another officer's work waits on
        this phone as well. It fails if nothing more was sent for so many seconds; how long
        everything takes depends on the machine.
        """
        began = moved = time.monotonic()
        line = self.page.get_by_label(_STATUS)
        before: list[str] = []
        while waiting := (await read_kept(self.page, whole=False)).waiting(only):
            if waiting != before:
                before, moved = waiting, time.monotonic()
            assert time.monotonic() - moved < seconds, await self.status()
            await asyncio.sleep(0.2)
        await expect(line).to_contain_text(ALL_STORED, timeout=seconds * 1000)
        return time.monotonic() - began

    async def sync(self) -> None:
        """Ask for what is new."""
        await self.go("/app/")
        await self.press("Tải việc mới")
        await expect(self.page.get_by_text("Đã tải xong lúc")).to_be_visible(timeout=PATIENCE_MS)

    async def send_now(self) -> None:
        """Press the outbox's button."""
        await self.go("/app/outbox")
        await self.press("Gửi ngay")

    async def lines_of_outbox(self) -> list[str]:
        """Each line of the outbox's screen, as a person reads it."""
        await self.go("/app/outbox")
        return await self.page.locator("main li").all_inner_texts()

    async def says_the_clock_is_wrong(self) -> bool:
        """Whether the list of work says that the clock is wrong."""
        await self.go("/app/")
        return await self.page.get_by_text(
            re.compile("Đồng hồ máy (nhanh|chậm|đã bị đổi)")
        ).first.is_visible()

    async def version(self) -> str:
        """Which version of the page runs; see test_updates."""
        found: str = await self.page.evaluate(
            "document.querySelector('meta[name=version]')?.content ?? ''"
        )
        return found

    async def looks_for_an_update(self) -> None:
        """Look for an update, as the app does when it becomes visible. Return when the new version
        waits."""
        await self.page.evaluate(
            "navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => 0)"
        )
        await self.page.wait_for_function(
            "navigator.serviceWorker.getRegistration().then((found) => found.waiting !== null)"
        )

    async def agree_to_the_update(self) -> None:
        """Press the button, and unlock the new version."""
        await self.go("/app/")
        async with self.page.expect_navigation():
            await self.press("Cập nhật ngay")
        await self.unlock_if_asked()

    async def kept(self) -> Kept:
        """The content of its database, with the bytes hashed again."""
        return await read_kept(self.page)
