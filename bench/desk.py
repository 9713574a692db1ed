"""Pages of the desk at 1,000,000 cases: beside a bare handler with the same queries, and on a slow computer.

    python -m bench.desk [--cases 1000000] [--open 20000] [--only PAGE …] [--no-times] [--no-browser]

For each page: its queries, sign-in included, and its bytes, with and without gzip; then the 95th percentile at four
clients beside bare ASGI that asks the same queries in one transaction, without words or page; then the largest
contentful paint in Chromium at a quarter of the processor. One web process a side; they alternate, and the ratios are
printed. The third side is our frame with the same queries and no page (bench.framed_pages): what of a ratio the page
itself is to blame for.
"""

import argparse
import asyncio
import gzip
import logging
import os
import statistics

import httpx
from playwright.async_api import async_playwright

from backend.core import database, settings
from backend.core.clock import today
from bench import fill_work, rulings
from bench.drive import Result, drive
from bench.fill_work import Filled
from bench.overhearing import Said, leave, overheard
from bench.stage import Stage, options, stage
from deploy.servers import environment
from tests.support.chromium import FLAGS, where_chromium_is

AIM_RATIO, AIM_QUERIES, AIM_BYTES, AIM_PAINT_MS = 2.5, 12, 60_000, 1000
CLIENTS = 4
SLOW_CPU = 4
"""As CDP has it: how many times slower than this machine."""
_COOKIE = "__Host-hientruong"
_PAINT = """() => new Promise((done) => {
  let last = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) last = one.startTime; })
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done(last), 500);
})"""


def pages(of: Filled) -> dict[str, str]:
    """Return the address of each page by name. `real` has submissions of inspections that were played."""
    file = of.real[0][0]
    return {
        "work": "/desk/",
        "cases": "/desk/cases",
        "cases-stage": "/desk/cases?state=decision_due",
        "due": "/desk/due",
        "submission": f"/desk/submissions/{file}",
        "decisions": "/desk/decisions",
        "plans": f"/desk/plans?year={today().year}",
        "informations": "/desk/informations/list",
        "statistics": "/desk/statistics",
        "dashboard": "/desk/dashboard",
        "search-rare": "/desk/search?q=765432",
        "search-common": "/desk/search?q=ho+kinh+doanh",
        "notices": "/desk/notices",
        "review-file": f"/desk/review/{file}",
    } | of.pages


async def asked_of(made: Stage, of: Filled) -> dict[str, Said]:
    """Ask the system itself for each page, in this process; print its queries and bytes, return the queries."""
    os.environ.update(environment(made.folder, made.servers))  # noqa: TID251 - as a web process is started
    from asgi import create_app

    app = create_app(settings.load())
    logging.getLogger("httpx").setLevel(logging.WARNING)
    found: dict[str, Said] = {}
    async with app.lifespan():
        transport = httpx.ASGITransport(app=app, client=("127.0.0.1", 1))
        async with httpx.AsyncClient(
            transport=transport, base_url="https://127.0.0.1", cookies={_COOKIE: of.token}
        ) as client:
            for name, address in pages(of).items():
                await client.get(address)  # what a process keeps is there from the second on
                with overheard() as asked:
                    answer = await client.get(address)
                if answer.status_code != 200:
                    print(f"{name:28} {answer.status_code}: left out")
                    continue
                size = len(answer.content)
                marks = ("" if len(asked) <= AIM_QUERIES else "  QUERIES") + (
                    "" if size <= AIM_BYTES else "  BYTES"
                )
                small = len(gzip.compress(answer.content))
                print(
                    f"{name:28} {len(asked):3} queries {size / 1000:7.1f} kB, gzip {small / 1000:5.1f} kB{marks}",
                    flush=True,
                )
                found[name] = asked
    return found


def measure(
    of: Filled, name: str, ports: tuple[int, int, int], given: argparse.Namespace
) -> tuple[float, float]:
    """Run all sides of a page in turn; return the median ratios of the 95th percentiles, of the page and the frame."""
    cookie = f"Cookie: {_COOKIE}={of.token}\r\nSec-Fetch-Dest: document\r\n"
    asked = (
        f"GET {pages(of)[name]} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}\r\n",
        f"GET /{name} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
        f"GET /desk/bench/{name} HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}\r\n",
    )
    found: tuple[list[Result], list[Result], list[Result]] = ([], [], [])
    for number in range(given.rounds + 1):
        for port, words, results in zip(ports, asked, found, strict=True):
            result = drive(port, [[words.encode()] * (given.count // CLIENTS)] * CLIENTS)
            if number:  # the first round warms pools and plans
                results.append(result)
    ours, bare, framed = found
    page = rulings.compare(ours, bare, name, CLIENTS)
    return page, rulings.compare(framed, bare, f"{name}, no page", CLIENTS)


async def painted(of: Filled, port: int, names: list[str], times: int = 5) -> None:
    """Print the median largest contentful paint of each page, with and without what a first visit left."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=where_chromium_is(), args=list(FLAGS)
        )
        cookie = {"name": _COOKIE, "value": of.token, "url": f"https://127.0.0.1:{port}"}
        for name in names:
            seen: dict[bool, list[float]] = {False: [], True: []}
            for _ in range(times):
                window = await browser.new_context(ignore_https_errors=True)
                await window.set_extra_http_headers({"Cookie": f"{_COOKIE}={cookie['value']}"})
                page = await window.new_page()
                line = await window.new_cdp_session(page)
                await line.send("Emulation.setCPUThrottlingRate", {"rate": SLOW_CPU})
                for warm in (False, True):
                    await page.goto(f"http://127.0.0.1:{port}{pages(of)[name]}")
                    seen[warm].append(float(await page.evaluate(_PAINT)))
                await window.close()
            cold, again = (statistics.median(seen[warm]) for warm in (False, True))
            mark = "" if cold <= AIM_PAINT_MS else "  SLOW"
            print(f"{name:28} paint {cold:6.0f} ms, again {again:6.0f} ms{mark}", flush=True)
        await browser.close()


async def made_ready(made: Stage, given: argparse.Namespace) -> Filled:
    """Fill the tables, or find them filled."""
    variables = environment(made.folder, made.servers)
    await database.start(variables["HIENTRUONG_DATABASE_URL"])
    try:
        return await fill_work.filled(made, given.cases, given.open, 8)
    finally:
        await database.stop()


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--cases", type=int, default=1_000_000)
    parser.add_argument("--open", type=int, default=20_000, help="open steps of submissions")
    parser.add_argument("--count", type=int, default=200, help="pages a round and side")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-browser", action="store_true")
    parser.add_argument("--no-times", action="store_true", help="count queries and bytes alone")
    parser.add_argument("--only", nargs="*", default=[], help="names of pages to be timed")
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        of = asyncio.run(made_ready(made, given))
        said = asyncio.run(asked_of(made, of))
        if given.no_times:
            return
        asyncio.run(leave(made, said))
        framed = made.start_framed("bench.framed_pages")
        ports = made.start_ours(), made.start_peer("bench.bare_pages"), framed
        for port in (ports[0], framed):
            made.wait_ready(port)
        names = [name for name in said if not given.only or name in given.only]
        for name in names:
            ratio, frame = measure(of, name, ports, given)
            mark = "" if ratio <= AIM_RATIO else "  SLOW"
            print(f"{name:28} ours/bare {ratio:.2f}, frame/bare {frame:.2f}{mark}", flush=True)
        if not given.no_browser:
            asyncio.run(painted(of, ports[0], names))


if __name__ == "__main__":
    main()
