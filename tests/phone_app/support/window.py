"""The installed app's window: Chromium, started as a phone starts an installed app and killed as a
phone kills it.

Started with `--app`, Chromium shows the app in a separate window, so that `display-mode:
standalone` is really true. The profile is the phone's memory: a window that was killed finds in it
what had been written.
"""

import asyncio
import contextlib
import json
import os
import signal
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, CDPSession, Error, Page, Playwright, Request

from tests.integration.deploy.running import alive, told_of
from tests.phone_app.support.patience import PATIENCE_MS
from tests.support.chromium import FLAGS, started, where_chromium_is

PERMISSIONS = ["durableStorage", "geolocation", "videoCapture"]
_PHONE = {"width": 390, "height": 844}
_WATCH = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
_CLOCK = """
{
  const Right = Date;
  const ahead = %d;
  globalThis.Date = class Date extends Right {
    constructor(...given) {
      if (given.length === 0) super(Right.now() + ahead);
      else super(...given);
    }
    static now() {
      return Right.now() + ahead;
    }
  };
}
"""
_HERE = {"latitude": 21.0285110, "longitude": 105.8542300, "accuracy": 8}
_MEASURES_AGAIN_SECONDS = 20
_GONE_SECONDS = 10


@dataclass
class Window:
    """One running app on one profile."""

    playwright: Playwright
    profile: Path
    url: str
    """Address of the app: only the origin."""
    film: Path
    language: str = "vi-VN"
    scheme: str = "light"
    clock_days: int = 0
    """How many days its clock is ahead."""
    permissions: list[str] = field(default_factory=lambda: list(PERMISSIONS))
    complaints: list[str] = field(default_factory=list)
    """What the content security policy blocked, and script errors."""
    strangers: list[str] = field(default_factory=list)
    """Requests to any other origin."""
    context: BrowserContext | None = None
    page: Any = None
    _measuring: asyncio.Task[None] | None = None

    async def start(self, path: str = "/app/", *, offline: bool = False) -> Page:
        """Start the app as from the home screen, or from a deep link."""
        self._promise_to_keep()
        context = await started(
            self.playwright.chromium.launch_persistent_context,
            self.profile,
            executable_path=where_chromium_is(),
            args=[*FLAGS, *self._camera(), "--app=data:text/html,<title>app</title>"],
            viewport={"width": _PHONE["width"], "height": _PHONE["height"]},
            has_touch=True,
            locale=self.language,
            timezone_id="Asia/Ho_Chi_Minh",
            color_scheme="dark" if self.scheme == "dark" else "light",
            geolocation=_HERE,
            base_url=self.url,
            offline=offline,
        )
        self.context = context
        self._measuring = asyncio.create_task(_measure_again(context))
        context.set_default_timeout(PATIENCE_MS)
        await context.add_init_script(_WATCH)
        if self.clock_days:
            await context.add_init_script(_CLOCK % (self.clock_days * 86_400_000))
        context.on("request", self._asked)
        self.page = context.pages[0]
        self.listen(self.page)
        await self._allow(self.page)
        await self.page.goto(path, wait_until="commit")
        page: Page = self.page
        return page

    def _promise_to_keep(self) -> None:
        """Make the browser promise to keep the app's data, as it does for an installed app.

        This is set in the browser's settings as well as by the protocol's permissions. Only the
        page believes the latter, and a full disk would then cost the phone everything (Chromium
        evicts data that are not durable).
        """
        settings = self.profile / "Default" / "Preferences"
        if not settings.exists():
            settings.parent.mkdir(parents=True, exist_ok=True)
            kept = {"durable_storage": {f"{self.url},*": {"setting": 1}}}
            made = {"profile": {"content_settings": {"exceptions": kept}}}
            settings.write_text(json.dumps(made))

    def _camera(self) -> list[str]:
        return [
            "--use-fake-device-for-media-stream",
            "--use-fake-ui-for-media-stream",
            f"--use-file-for-fake-video-capture={self.film}",
        ]

    def listen(self, page: Page) -> None:
        """Record what goes wrong in a page."""
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self._heard(message.type, message.text))

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and "Failed to load resource" not in text:
            self.complaints.append(text)

    def _asked(self, request: Request) -> None:
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{parts.netloc}"
        if parts.scheme in {"http", "https", "ws", "wss"} and origin != self.url:
            self.strangers.append(request.url)

    async def _allow(self, page: Page) -> None:
        """Grant the permissions for which a phone's system would ask."""
        session = await self.speak(page)
        await session.send(
            "Browser.grantPermissions", {"origin": self.url, "permissions": self.permissions}
        )

    async def speak(self, page: Page | None = None) -> CDPSession:
        """Send a command of the protocol below Playwright, for what Playwright does not offer."""
        assert self.context is not None
        return await self.context.new_cdp_session(page or self.page)

    async def second_tab(self, path: str = "/app/") -> Page:
        """Open the same app in a browser's tab, beside the window."""
        assert self.context is not None
        page = await self.context.new_page()
        self.listen(page)
        await page.goto(path)
        return page

    async def show(self, path: Path) -> None:
        """Print the screen's text and take a picture, for finding a fault."""
        if self.page is None:
            return
        path.parent.mkdir(exist_ok=True)
        with contextlib.suppress(Error):
            print(f"--- {self.page.url}\n{await self.page.locator('body').inner_text()}\n---")
            print("\n".join(self.complaints))
            await self.page.screenshot(path=path)

    async def kill(self) -> None:
        """Kill the browser with all its processes (kill -9), and wait until none runs."""
        group = self._group()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(group, signal.SIGKILL)
        async with asyncio.timeout(_GONE_SECONDS):
            while alive(_members(group)):  # noqa: ASYNC110 - the kernel ends them
                await asyncio.sleep(0.02)
        await self.close()

    async def close(self) -> None:
        """Close the window if it is open."""
        context, self.context, self.page = self.context, None, None
        if self._measuring is not None:
            self._measuring.cancel()
        if context is not None:
            with contextlib.suppress(Error):
                await context.close()

    def _group(self) -> int:
        wanted = f"--user-data-dir={self.profile}".encode()
        for entry in Path("/proc").iterdir():
            if not entry.name.isdigit():
                continue
            words = told_of(int(entry.name), "cmdline").split(b"\0")
            if wanted in words and not any(word.startswith(b"--type=") for word in words):
                return os.getpgid(int(entry.name))
        raise AssertionError(f"no browser runs on {self.profile}")


async def _measure_again(context: BrowserContext) -> None:
    """Set the position again and again while the window is open, as a phone measures it.

    A position set by Playwright keeps its time for ever. On a slow machine a visit's position would
    be older than the rules allow without a finding.
    """
    with contextlib.suppress(Error):  # the window was closed or killed meanwhile
        while True:
            await asyncio.sleep(_MEASURES_AGAIN_SECONDS)
            await context.set_geolocation(_HERE)


def _members(group: int) -> set[int]:
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            words = told_of(int(entry.name), "stat").rpartition(b")")[2].split()
            if len(words) > 2 and int(words[2]) == group:
                found.add(int(entry.name))
    return found
