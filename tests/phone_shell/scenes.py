"""The phone's shell over an engine of plain signals, built once a run, and how a test looks at a scene.

The scenes are named in mobile_app/tests/ui/scenes.ts.
"""

import subprocess
import threading
from collections.abc import AsyncIterator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page

from deploy import node, surroundings
from mobile_api.app_files import POLICY
from tests.support.chromium import Browsers

APP = surroundings.ROOT / "mobile_app"
LEAST_TARGET = 44
_SMALL = """(least) => [...document.querySelectorAll(
    "button, a.button, a.row, a.status, nav a, .page-back, .option, summary, select, textarea, input.input")]
    .filter((e) => e.offsetParent && e.getBoundingClientRect().height < least - 0.5)
    .map((e) => e.outerHTML.slice(0, 120))"""
_CODES = (
    r"""document.body.innerText.match(/\b[0-9a-f]{20,}\b|\b[0-9a-f]{8}(-[0-9a-f]{4}){3}/g) ?? []"""
)
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class _Files(SimpleHTTPRequestHandler):
    """Files below /app/; any other address there is the page, as at the server."""

    def translate_path(self, path: str) -> str:
        name = path.split("?")[0].removeprefix("/app/")
        file = Path(self.directory) / name
        return str(file if name and file.is_file() else Path(self.directory) / "index.html")

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Say nothing: what failed is told by the test."""


def _built(base: Path) -> Path:
    """The shell over the fake engine, built once a run: of pytest's processes the first that wants it builds it."""
    of_a_process = base.name.startswith("popen-")  # as pytest-xdist names them, below the run's
    run = base.parent if of_a_process else base
    made = run / "shell"
    with node.exclusive(run):
        if not made.exists():
            node.npm_ci(APP)
            found = node.find()
            aside = run / "shell.new"
            vite = [str(APP / "node_modules/vite/bin/vite.js"), "build"]
            how = ["--config", "tests/ui/vite.config.ts", "--outDir", str(aside)]
            subprocess.run(
                [*found.node, *vite, *how],
                cwd=APP,
                env=dict(found.env),
                check=True,
                capture_output=True,
            )
            aside.rename(made)
    return made


@pytest.fixture(scope="module")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The shell, built and served; its address."""
    files = partial(_Files, directory=str(_built(tmp_path_factory.getbasetemp())))
    server = ThreadingHTTPServer(("127.0.0.1", 0), files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
async def chrome(browsers: Browsers) -> AsyncIterator[Browser]:
    """A browser without a page."""
    yield await browsers.one()
    await browsers.close_windows()


async def open_page(chrome: Browser, shell: str, **options: Any) -> Page:
    """A phone's page that knows the scenes."""
    context = await chrome.new_context(
        base_url=shell, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh", has_touch=True, **options
    )
    page = await context.new_page()
    await page.goto("/app/")
    await page.wait_for_function("window.scenes !== undefined")
    return page


async def show(page: Page, scene: str, language: str = "vi") -> None:
    """Go to a scene, by its address."""
    path = await page.evaluate("(name) => window.scenes[name]", scene)
    await page.evaluate("(name) => { window.name = name }", f"{scene} {language}")
    await page.goto(path)
    await page.locator("h1").wait_for()
    await page.wait_for_load_state("networkidle")


async def unfit(page: Page, scene: str) -> list[str]:
    """Return what keeps somebody from using a scene: axe's findings, small targets, a page too wide, and
    hashes and identifiers among an officer's facts, which belong behind the fold *Kỹ thuật*."""
    violations = (await Axe().run(page)).response["violations"]
    found = [f"{scene}: {it['id']}: {it['nodes'][0]['html'][:140]}" for it in violations]
    found += [f"{scene}: small: {it}" for it in await page.evaluate(_SMALL, LEAST_TARGET)]
    found += [f"{scene}: a code for machines: {it}" for it in await page.evaluate(_CODES)]
    if await page.evaluate(WIDER) > 0:
        found.append(f"{scene}: wider than the phone")
    return found
