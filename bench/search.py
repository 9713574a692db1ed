"""The search over 5,000,000 cases: each sort of question as the box and the page of results ask it, beside a bare page.

    python -m bench.search [--rows 1000000] [--of 5000000] [--data-dir DIR] [--times 40]

A question is a whole call of the service's finding: all of its statements, planned anew. It is asked twice: by the
wall's clock, with round trips and our own program, and with EXPLAIN, by which the server says what planning and running
took it; the aim is for the latter. The baseline beside it is a page of the newest thirty cases of the same unit, by its
index and without words, on the same connection. A sort of question that misses its aim ends the run with an error.
"""

import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from unittest.mock import patch
from uuid import UUID

import asyncpg
import msgspec

from backend.core import database
from backend.core.actors import Actor, UnitPath
from backend.insight.queries import search as queries
from backend.insight.queries.search import Filters, Row
from backend.insight.rules.search import asking
from backend.insight.rules.search.asking import Question
from backend.insight.search import finding, service
from backend.insight.search.finding import Want
from bench import fill_search
from bench.fill_search import Ground
from bench.stage import Stage, options, stage
from schemas.core.vocabulary import Role
from schemas.insight.search import Sought

AIM_MS, AIM_HARD_MS, AIM_PAGE_MS = 10.0, 80.0, 1.0
_BARE = """
    SELECT id, number, subject_name FROM cases WHERE unit_{level} = $1 ORDER BY opened_at DESC, id DESC LIMIT 30
"""


_EXPLAINED = "EXPLAIN (ANALYZE, TIMING OFF, BUFFERS, FORMAT JSON)"
PAGES = (
    ("pages behind it, common words", "cong ty ", AIM_PAGE_MS),
    ("pages behind it, very common", "kiem tra ", AIM_PAGE_MS),
    ("pages behind it, a shop", "gao hoa sen ", AIM_HARD_MS),
)


class Sort(msgspec.Struct, frozen=True, kw_only=True):
    """A sort of question, with what it may take."""

    name: str
    aim: float
    ask: Callable[[Random], Question]
    unit: str = "nation"
    page: bool = False
    """As the page of results asks it, with its count; else as the box does."""
    filters: Filters = Filters()


def _words(*choices: str) -> Callable[[Random], Question]:
    return lambda random: asking.read(random.choice(choices))


def _number(random: Random) -> Question:
    return asking.read(str(random.randrange(10_000, 99_999)))


def _tax(random: Random) -> Question:
    return asking.read(str(random.randrange(10**6, 10**7)))


def _name(random: Random) -> Question:
    shop = random.sample(("gao", "hoa", "sen", "trang", "phat", "thanh", "kim", "tien", "loc"), 3)
    return asking.read(" ".join(shop))


COMMON = (
    "cong ty ",
    "nguyen van ",
    "kinh doanh hang hoa ",
    "kiem tra ",
    "ho so van thu ",
    "nguye",
    "h",
)
SORTS = (
    Sort(name="very common words", aim=AIM_MS, ask=_words(*COMMON)),
    Sort(name="very common, a department", aim=AIM_MS, ask=_words(*COMMON), unit="department"),
    Sort(name="very common, a small team", aim=AIM_MS, ask=_words(*COMMON), unit="team"),
    Sort(name="five digits of a number", aim=AIM_MS, ask=_number),
    Sort(name="seven digits of a tax code", aim=AIM_MS, ask=_tax),
    Sort(name="three digits, a small team", aim=AIM_HARD_MS, ask=_words("123", "777"), unit="team"),
    Sort(name="three words of a shop", aim=AIM_HARD_MS, ask=_name),
    Sort(name="the same, a small team", aim=AIM_HARD_MS, ask=_name, unit="team"),
    Sort(
        name="two common that rarely meet",
        aim=AIM_HARD_MS,
        ask=_words("lanh duoc ", "dong lanh duoc bao"),
    ),
    Sort(
        name="the same, a department", aim=AIM_HARD_MS, ask=_words("lanh duoc "), unit="department"
    ),
    Sort(name="old matches only", aim=AIM_HARD_MS, ask=_words("khau trang y te ", "sat khuan")),
    Sort(name="the same, a small team", aim=AIM_HARD_MS, ask=_words("khau trang "), unit="team"),
    Sort(
        name="rare and a beginning",
        aim=AIM_HARD_MS,
        ask=lambda r: asking.read(f"{r.randrange(10**4, 10**5)} ngu"),
    ),
    Sort(name="no such word", aim=AIM_MS, ask=_words("xyzq", "gao xyzq", "khongco nguyen")),
    Sort(name="results with count: common", aim=1000.0, ask=_words(*COMMON[:5]), page=True),
    Sort(name="results with count: a shop", aim=1000.0, ask=_name, page=True),
    Sort(name="results with count: old", aim=1000.0, ask=_words("khau trang y te "), page=True),
)


class Took(msgspec.Struct, kw_only=True):
    """What questions of a sort took, each in milliseconds."""

    wall: list[float] = []
    """With the round trips and what our own program does."""
    server: list[float] = []
    """In the server: its statements planned and run, as it says itself."""
    processor: list[float] = []
    """Of the server's process: what other work on the machine does not stretch."""
    bare: list[float] = []
    """The page beside, by the wall."""
    blocks: int = 0
    """Most that a question read, 8 kB each. No load changes it."""
    statements: int = 0
    """Most."""
    rows: int = 0
    """Most that were found."""

    def line(self, name: str, aim: float) -> str:
        """Return what is printed of them."""
        p50, p95 = statistics.median(self.server), _p95(self.server)
        found = f"{name:34}{p50:9.1f}{p95:9.1f}{self.blocks:9}{self.statements:5}"
        found += f"{statistics.median(self.processor):8.1f}{_p95(self.processor):8.1f}"
        found += f"{statistics.median(self.wall):9.1f}{_p95(self.wall):9.1f}"
        if self.bare:
            found += f"{statistics.median(self.wall) / statistics.median(self.bare):7.1f}"
        return found + ("" if p95 <= aim else f"  misses {aim:g}")


_COLUMNS = (
    *(("server", 9), ("p95", 9), ("blocks", 9), ("sql", 5)),
    *(("cpu", 8), ("p95", 8), ("wall", 9), ("p95", 9), ("ratio", 7)),
)
HEAD = f"{'question':34}" + "".join(f"{name:>{width}}" for name, width in _COLUMNS)


def _p95(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _processor_ms(process: int) -> float:
    """Return the processor time that a process of this machine has had; 0 where the system does not say it."""
    try:
        return int(Path(f"/proc/{process}/schedstat").read_text().split()[0]) / 1e6
    except OSError:
        return 0.0


async def _timed(call: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await call()
    return 1000 * (time.perf_counter() - began)


async def _by_the_wall(took: Took, ask: Callable[[], Awaitable[list[Row]]]) -> list[Row]:
    """Ask by the wall's clock."""
    began = time.perf_counter()
    found = await ask()
    took.wall.append(1000 * (time.perf_counter() - began))
    took.rows = max(took.rows, len(found))
    return found


async def _by_the_server(took: Took, ask: Callable[[], Awaitable[list[Row]]]) -> list[Row]:
    """Ask so that the server says what each statement took, before it is run: what it reads first it reads then."""
    real = database.fetch
    process = await database.fetchval("SELECT pg_backend_pid()")
    spent: list[tuple[float, float, int]] = []

    async def explained(statement: str, *args: object) -> list[object]:
        before = _processor_ms(process)
        [told] = await real(f"{_EXPLAINED} {statement}", *args)
        processor = _processor_ms(process) - before
        plan = json.loads(told[0])[0]
        read = sum(
            of.get(f"Shared {how} Blocks", 0)
            for of in (plan["Plan"], plan.get("Planning", {}))
            for how in ("Hit", "Read")
        )
        took_ms = float(plan["Planning Time"]) + float(plan["Execution Time"])
        spent.append((took_ms, processor, int(read)))
        answer: list[object] = await real(statement, *args)
        return answer

    with patch.object(database, "fetch", explained):
        found = await ask()
    took.server.append(sum(one[0] for one in spent))
    took.processor.append(sum(one[1] for one in spent))
    took.blocks = max(took.blocks, sum(one[2] for one in spent))
    took.statements = max(took.statements, len(spent))
    return found


def _reader(ground: Ground, unit: str) -> Actor:
    path = {
        "nation": UnitPath(unit_1=ground.nation),
        "department": UnitPath(unit_1=ground.nation, unit_2=ground.departments[0]),
        "team": ground.path(len(ground.teams) - 3),
    }[unit]
    return Actor(
        officer_id=UUID(int=1),
        username="bench",
        full_name="bench",
        roles=frozenset({Role.AUDITOR}),
        unit=path,
        session_id=None,
        face="desk",
    )


async def _sort(sort: Sort, ground: Ground, times: int, random: Random) -> Took:
    reader = _reader(ground, sort.unit)
    bare = _BARE.format(level=reader.unit.level)
    took = Took()
    for at in range(times + 2):
        if at == 2:  # the first ones warm caches and connections
            took = Took()

        async def ask() -> list[Row]:
            want = Want(
                kind=Sought.CASE,
                question=sort.ask(random),
                filters=sort.filters,
                limit=26 if sort.page else 30,
                enough=None if sort.page else service.SHOWN + 1,
                ranked=not sort.page,
                counted=sort.page,
            )
            [found] = await finding.find(reader, [want])
            return found.rows

        async with database.snapshot():
            await queries.plan_anew()
            await _by_the_server(took, ask)
            await _by_the_wall(took, ask)
            took.bare.append(await _timed(lambda: database.fetch(bare, reader.unit.unit_id)))
    return took


async def _next_pages(ground: Ground, times: int, text: str) -> Took:
    """Ask for pages behind the first, by keyset."""
    reader, took = _reader(ground, "nation"), Took()
    want = Want(kind=Sought.CASE, question=asking.read(text), limit=26)
    async with database.snapshot():
        await queries.plan_anew()
        [found] = await finding.find(reader, [want])
        page = found.rows
        for _ in range(times if page else 0):
            last = page[min(24, len(page) - 1)]
            if last.ordered_at is None:
                break
            want = msgspec.structs.replace(want, after=(last.ordered_at, last.id))

            async def ask(want: Want = want) -> list[Row]:
                [found] = await finding.find(reader, [want])
                return found.rows

            page = await _by_the_server(took, ask)
            await _by_the_wall(took, ask)
            if not page:
                break
    return took


async def measure(made: Stage, rows: int, whole: int, times: int) -> bool:
    """Fill, ask and print; tell whether every sort of question keeps to its aim."""
    ground = await fill_search.prepare(made)
    began = time.perf_counter()
    there = await fill_search.grow(made, ground, rows, whole)
    print(f"{there} cases, filled in {time.perf_counter() - began:.0f} s")
    await _sizes(made)
    await database.start(made.servers.app_dsn(), size=2, statement_seconds=60)
    good, random = True, Random(1)
    try:
        print(
            "server: ms in the server, planning included, p50 and p95, which the aim is for; blocks of 8 kB"
        )
        print(
            "and statements: most of a question; cpu: ms of the server's process; wall: ms with round trips and"
        )
        print("our own program; the ratio of its p50 to a bare page of the unit's newest thirty")
        print(HEAD)
        for sort in SORTS:
            took = await _sort(sort, ground, times, random)
            good &= _p95(took.server) <= sort.aim
            print(f"{took.line(sort.name, sort.aim)}  {took.rows} rows", flush=True)
        for name, text, aim in PAGES:
            took = await _next_pages(ground, times, text)
            good &= _p95(took.server) <= aim
            print(took.line(name, aim), flush=True)
    finally:
        await database.stop()
    return good


async def _sizes(made: Stage) -> None:
    owner = await asyncpg.connect(made.servers.postgres.dsn("hientruong"))
    try:
        for name in ("cases", "case_words", "case_words_of", "case_words_key"):
            size = await owner.fetchval(
                "SELECT pg_size_pretty(pg_table_size($1::text::regclass))", name
            )
            print(f"  {name:16} {size}")
    finally:
        await owner.close()


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=5_000_000)
    parser.add_argument(
        "--of", type=int, default=5_000_000, help="rows over which the six years are spread"
    )
    parser.add_argument("--times", type=int, default=40, help="questions of each sort")
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        if not asyncio.run(measure(made, given.rows, max(given.of, given.rows), given.times)):
            raise SystemExit("a sort of question misses its aim")


if __name__ == "__main__":
    main()
