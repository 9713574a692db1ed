"""The phone app on a slow phone: its size, when it can be used, how fast it reacts to typing.

Beside it is an empty page from the same server: the ratio shows what the app costs, on any machine.
Slow means a processor at a quarter of its speed (CDP, 4x) and slow 4G as Lighthouse defines it (400
ms round trip, 1.6 Mbit/s down, 750 kbit/s up). Each is loaded first with an empty cache, then with
what a first visit left.
"""

import argparse
import asyncio
import gzip
import re
import shutil
import statistics
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
from playwright.async_api import BrowserContext, CDPSession, Page, Playwright, async_playwright

from deploy import surroundings, web_assets
from tests.faults.system import System
from tests.phone_app.support import camera
from tests.phone_app.support.line import line_to
from tests.phone_app.support.office import INSPECTOR, Office
from tests.phone_app.support.phone import TEAM_OPINION, Phone
from tests.phone_app.support.window import Window
from tests.support.chromium import FLAGS, where_chromium_is

AIM_FIRST_KB = 110
AIM_TYPING_MS = 50
SLOW_CPU = 4
SLOW_4G = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
QUIET_MS = 3000
"""After so long without a long task, the page counts as interactive since the last one."""
_PATIENCE_SECONDS = 120
TEXT = "Cơ sở bày bán 36 hộp bánh quy có nhãn phụ thiếu tên đơn vị nhập khẩu. " * 2
_EMPTY = "empty.html"
_EMPTY_PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>.</title>
<script type="module" src="/app/assets/empty.js"></script></head>
<body><main><h1>.</h1><label>x<textarea></textarea></label></main></body></html>"""
_WATCH = """
window.__last = 0;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) __last = Math.max(__last, task.startTime + task.duration);
}).observe({ type: 'longtask', buffered: true });
window.__shown = 0;
const look = () => {
  if (document.querySelector('main input, main textarea, main button')) __shown = performance.now();
  else requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
_LATENCY = """(field) => {
  window.__typed = [];
  field.addEventListener('keydown', (event) => {
    const began = event.timeStamp;
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = () => __typed.push(performance.now() - began);
      after.port2.postMessage(0);
    });
  }, { capture: true });
  field.focus();
}"""


@dataclass(frozen=True)
class Times:
    """Milliseconds since the start of the navigation."""

    shown: float
    interactive: float


def main() -> None:
    """Build what is missing, start everything, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--photos", type=int, default=100, help="in the inspection that is typed in"
    )
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    web_assets.ensure(surroundings.ROOT, web_assets.PHONE, print)
    with tempfile.TemporaryDirectory(prefix="hientruong-bench-") as folder:
        asyncio.run(measure(Path(folder), given.photos, given.rounds))


async def measure(folder: Path, photos: int, rounds: int) -> None:
    """Run all measurements on one system that is deleted afterwards."""
    build = folder / "app"
    shutil.copytree(surroundings.ROOT / web_assets.PHONE.out, build)
    (build / _EMPTY).write_text(_EMPTY_PAGE)
    (build / "assets" / "empty.js").write_text("document.title = 'x';")
    system = System(folder / "data", {"HIENTRUONG_APP_DIR": str(build)})
    async with system, async_playwright() as driver:
        await weigh(driver, system.url, build)
        await time_to_use(driver, system.url, folder, rounds)
        await typing(driver, system, folder, photos)


async def weigh(driver: Playwright, url: str, build: Path) -> None:
    """Print the size of the scripts that a first load needs, and of all that is cached."""
    asked: list[str] = []
    browser = await driver.chromium.launch(executable_path=where_chromium_is(), args=list(FLAGS))
    context = await browser.new_context(service_workers="block")
    page = await context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"{url}/app/", wait_until="networkidle")
    await browser.close()
    scripts = {one.split("/app/")[1] for one in asked if one.endswith(".js")}
    first = sum(_zipped(build / name) for name in scripts)
    print(f"first load   {first / 1000:6.1f} kB of script, gzip, {len(scripts)} files")
    print(
        f"             aim {AIM_FIRST_KB} kB: {'kept' if first <= AIM_FIRST_KB * 1000 else 'MISSED'}"
    )
    kept = set(re.findall(r'url:"([^"]+)"', (build / "sw.js").read_text()))
    kept |= set(re.findall(r'"url":"([^"]+)"', (build / "sw.js").read_text()))
    whole = sum(_zipped(build / name) for name in kept)
    code = sum(_zipped(build / name) for name in kept if name.endswith(".js"))
    print(
        f"precached    {whole / 1000:6.1f} kB, gzip, {len(kept)} files; {code / 1000:.1f} kB of it script"
    )


def _zipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))


async def time_to_use(driver: Playwright, url: str, folder: Path, rounds: int) -> None:
    """Measure cold and warm loads, of the app and the empty page in turn."""
    found: dict[str, list[Times]] = {}
    for number in range(rounds):
        for name, path in (("app", "/app/"), ("empty", f"/app/{_EMPTY}")):
            context = await _profile(driver, folder / f"{name} {number}")
            page = await _slow_page(context)
            found.setdefault(f"{name} cold", []).append(await _load(page, url + path))
            if name == "app":
                await page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
            await page.close()
            page = await _slow_page(context)
            found.setdefault(f"{name} warm", []).append(await _load(page, url + path))
            await context.close()
    for way in ("cold", "warm"):
        ours, empty = (_median(found[f"{name} {way}"]) for name in ("app", "empty"))
        print(
            f"{way} start   shown {ours.shown:5.0f} ms, interactive {ours.interactive:5.0f} ms"
            f"   empty page {empty.interactive:5.0f} ms   ratio {ours.interactive / empty.interactive:.2f}"
        )


def _median(times: list[Times]) -> Times:
    of: Callable[[str], float] = lambda name: statistics.median(getattr(one, name) for one in times)  # noqa: E731
    return Times(of("shown"), of("interactive"))


async def _profile(driver: Playwright, profile: Path) -> BrowserContext:
    return await driver.chromium.launch_persistent_context(
        profile,
        executable_path=where_chromium_is(),
        args=list(FLAGS),
        viewport={"width": 390, "height": 844},
    )


async def _slow_page(context: BrowserContext) -> Page:
    page = await context.new_page()
    await page.add_init_script(_WATCH)
    session = await context.new_cdp_session(page)
    await session.send("Network.enable")
    await session.send("Network.emulateNetworkConditions", SLOW_4G)
    await _slow_down(session)
    return page


async def _slow_down(session: CDPSession) -> None:
    await session.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})


async def _load(page: Page, url: str) -> Times:
    await page.goto(url, wait_until="commit")
    async with asyncio.timeout(_PATIENCE_SECONDS):
        while True:  # polled from outside, because the page's own policy forbids the eval of wait_for_function
            shown, last, now = await page.evaluate("[__shown, __last, performance.now()]")
            if shown > 0 and now - max(shown, last) > QUIET_MS:
                return Times(shown, max(shown, last))
            await asyncio.sleep(0.2)


async def typing(driver: Playwright, system: System, folder: Path, photos: int) -> None:
    """Measure from keydown to the next paint, in the minutes of an inspection with so many photographs."""
    film = camera.film(folder / "film.y4m", seed=1)
    async with (
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
        await phone.take_up(inspection)
        await phone.go_offline()
        await phone.take_photos(inspection, photos)
        await phone.go_to_minutes(inspection)
        await _slow_down(await window.speak())
        ours = await _type(phone.page, phone.field(TEAM_OPINION))
        await window.close()
        context = await _profile(driver, folder / "bare")
        page = await _slow_page(context)
        await _load(page, f"{system.url}/app/{_EMPTY}")
        bare = await _type(page, page.get_by_label("x"))
        await context.close()
    print(f"typing       {photos} photographs, processor at a quarter, {len(ours)} keys")
    for name, at in (("median", 0.5), ("p95", 0.95)):
        mine, theirs = _percentile(ours, at), _percentile(bare, at)
        kept = "kept" if mine <= AIM_TYPING_MS else "MISSED"
        print(
            f"{name:>12} {mine:5.1f} ms (aim {AIM_TYPING_MS}: {kept})   empty page {theirs:5.1f} ms"
            f"   ratio {mine / theirs:.2f}"
        )


async def _type(page: Page, field: Any) -> list[float]:
    await field.evaluate(_LATENCY)
    await field.press_sequentially(TEXT, delay=120, timeout=_PATIENCE_SECONDS * 1000)
    found: list[float] = await page.evaluate("__typed")
    return found


def _percentile(values: list[float], at: float) -> float:
    return sorted(values)[min(len(values) - 1, int(len(values) * at))]


if __name__ == "__main__":
    main()
