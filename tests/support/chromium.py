"""A real browser on the real application: Debian's Chromium, driven by Playwright, over a real
port.

One browser serves all tests of a process, because starting one costs more than most tests.

    reader = await chrome.sign_in(people.giang, width=390)
    await reader.goto(f"/desk/inspections/{work.id}")
    chrome.complaints     # what the content security policy blocked, and script errors
"""

import asyncio
import shutil
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any, TypeVar

import pytest
import uvicorn
from litestar import Litestar
from playwright.async_api import Browser, Page, Playwright, async_playwright
from playwright.async_api import TimeoutError as PlaywrightTimedOut

from deploy.web import StoppingServer
from tests.support.people import People, Person

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
Started = TypeVar("Started")

STARTS = 3
"""A browser that hangs while it starts has shown nothing yet of what is tested, so another one may
take its place, as somebody taps an icon again. It happens on a busy machine when the browser's
network process dies before the first page."""
START_MS = 60_000
_WATCH = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


def where_chromium_is() -> str:
    """The path of Debian's Chromium. Raises RuntimeError that tells what to install."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise RuntimeError("no Chromium: apt-get install --no-install-recommends chromium")


def where_a_light_chromium_is() -> str:
    """The path of Chromium's headless shell, or of the whole Chromium if that is not installed.

    It is the same engine without windows; a page takes a third of the processor's time. What an
    officer's phone uses (profiles, permissions, a camera) is tested with the whole browser. Raises
    RuntimeError as above.
    """
    return shutil.which("chromium-headless-shell") or where_chromium_is()


async def started(launch: Callable[..., Awaitable[Started]], *what: Any, **how: Any) -> Started:
    """Start a browser by one of Playwright's ways to launch it; one that hangs is killed and
    started again.

    Raises Playwright's TimeoutError if `STARTS` of them in a row hung for `START_MS`.
    """
    for _ in range(STARTS - 1):
        try:
            return await launch(*what, timeout=START_MS, **how)
        except PlaywrightTimedOut:
            continue
    return await launch(*what, timeout=START_MS, **how)


@pytest.fixture
async def site(app: Litestar) -> AsyncIterator[str]:
    """The address of `app` on a real port of the loopback."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        config = uvicorn.Config(app, lifespan="off", ws="none", log_level="warning")
        server = StoppingServer(config)
        serving = asyncio.create_task(server.serve(sockets=[listener]))
        while not server.started:  # noqa: ASYNC110 - uvicorn has no event for it
            await asyncio.sleep(0.01)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        server.should_exit = True
        await serving


async def go_to_area(page: Page, name: str) -> None:
    """Follow the rail to the area called `name`: most are in a group that opens, and in a narrow window all are
    in a drawer. Notices are a bell in the bar."""
    bell = page.locator(".bell")
    if name in await bell.inner_text():
        await bell.click()
        return
    drawer = page.locator(".rail-button summary")
    if await drawer.is_visible():
        await drawer.click()
    nav = page.locator(".rail-nav")
    link = nav.locator("a", has_text=name)
    if not await link.is_visible():
        await (
            nav.locator("details", has=page.locator("a", has_text=name)).locator("summary").click()
        )
    await nav.get_by_role("link", name=name).click()


async def in_english(page: Page) -> None:
    """Choose English, as a reader of the desk does: in the menu below the own name."""
    await page.locator("summary.account").click()
    await page.get_by_role("button", name="English").click()


class Browsers:
    """The browser of this process. It is started when first needed, and again if it died."""

    def __init__(self, playwright: Playwright) -> None:
        self._playwright = playwright
        self._running: Browser | None = None

    async def one(self) -> Browser:
        """A running browser."""
        if self._running is None or not self._running.is_connected():
            self._running = await started(
                self._playwright.chromium.launch,
                executable_path=where_a_light_chromium_is(),
                args=list(FLAGS),
            )
        return self._running

    async def close_windows(self) -> None:
        """Close what a test left open, including cookies and everything that pages stored."""
        for context in self._running.contexts if self._running else ():
            await context.close()

    async def close(self) -> None:
        """End the browser if one was started."""
        if self._running is not None:
            await self._running.close()


class Chrome:
    """A browser on one test's site. Each reader gets a separate window with separate cookies."""

    def __init__(self, browser: Browser, site: str, people: People) -> None:
        self._browser = browser
        self._site = site
        self._people = people
        self.complaints: list[str] = []

    async def window(self, width: int = 1280, **how: Any) -> Page:
        """A window in which nobody has signed in."""
        context = await self._browser.new_context(
            base_url=self._site, viewport={"width": width, "height": 900}, **how
        )
        await context.add_init_script(_WATCH)
        page = await context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self._heard(message.type, message.text))
        return page

    def _heard(self, kind: str, text: str) -> None:
        if kind == "error" and "Failed to load resource" not in text:
            self.complaints.append(text)

    async def sign_in(self, person: Person, width: int = 1280, **how: Any) -> Page:
        """A window in which this person has signed in by the form."""
        await self._people.forget_codes(person)
        page = await self.window(width, **how)
        await page.goto("/desk/")
        await page.fill("[name=username]", person.username)
        await page.fill("[name=password]", person.password)
        await page.fill("[name=code]", person.code())
        await page.press("[name=code]", "Enter")
        await page.wait_for_url(lambda url: "sign-in" not in url)
        return page


@pytest.fixture(scope="session")
async def playwright() -> AsyncIterator[Playwright]:
    """The one Playwright driver of all windows."""
    async with async_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
async def browsers(playwright: Playwright) -> AsyncIterator[Browsers]:
    """The browser that all tests of this process share."""
    made = Browsers(playwright)
    yield made
    await made.close()


@pytest.fixture
async def chrome(browsers: Browsers, site: str, people: People) -> AsyncIterator[Chrome]:
    """A browser on `site`, without a window."""
    yield Chrome(await browsers.one(), site, people)
    await browsers.close_windows()
