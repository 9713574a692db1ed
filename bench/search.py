"""The search over 5,000,000 cases: each sort of question as the box and the page of results ask it, beside a bare page.

    python -m bench.search [--rows 1000000] [--of 5000000] [--data-dir DIR] [--times 40]

A question is a whole call of the service's finding: all of its statements, planned anew, with their round trips. The
baseline beside it is a page of the newest thirty cases of the same unit, by its index and without words, on the same
connection. Ratios and milliseconds are printed; a sort of question that misses its aim ends the run with an error.
"""

import asyncio
import json
import statistics
import time
from collections.abc import Awaitable, Callable
from random import Random
from unittest.mock import patch
from uuid import UUID

import asyncpg
import msgspec

from backend.core import database
from backend.core.actors import Actor, UnitPath
from backend.insight.queries import search as queries
from backend.insight.queries.search import Filters
from backend.insight.rules.search import asking
from backend.insight.rules.search.asking import Question
from backend.insight.search import finding, service
from bench import fill_search
from bench.fill_search import Ground
from bench.stage import Stage, options, stage
from schemas.core.vocabulary import Role
from schemas.insight.search import Sought

AIM_MS, AIM_HARD_MS, AIM_PAGE_MS = 10.0, 80.0, 1.0
_BARE = """
    SELECT id, number, subject_name FROM cases WHERE unit_{level} = $1 ORDER BY opened_at DESC, id DESC LIMIT 30
"""


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


async def _timed(call: Callable[[], Awaitable[object]]) -> float:
    began = time.perf_counter()
    await call()
    return 1000 * (time.perf_counter() - began)


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


async def _sort(
    sort: Sort, ground: Ground, times: int, random: Random
) -> tuple[list[float], list[float], int]:
    """Return the times of a sort of question, those of the bare page between them, and the most hits."""
    reader = _reader(ground, sort.unit)
    bare = _BARE.format(level=reader.unit.level)
    took, beside, most = [], [], 0
    for at in range(times + 3):
        question = sort.ask(random)

        async def ask(question: Question = question) -> None:
            nonlocal most
            found = await finding.find(
                Sought.CASE,
                reader,
                question,
                sort.filters,
                26 if sort.page else 30,
                enough=None if sort.page else service.SHOWN + 1,
                ranked=not sort.page,
                counted=sort.page,
            )
            most = max(most, len(found.rows))

        async with database.snapshot():
            await queries.plan_anew()
            ours = await _timed(ask)
            theirs = await _timed(lambda: database.fetch(bare, reader.unit.unit_id))
        if at >= 3:  # the first ones warm caches and connections
            took.append(ours)
            beside.append(theirs)
    return took, beside, most


async def _blocks(sort: Sort, ground: Ground, random: Random) -> tuple[float, int]:
    """Return the median time in the server, and the most blocks that a question reads, which no load changes."""
    real = database.fetch
    server, blocks = [], []
    for _ in range(5):
        spent: list[tuple[float, int]] = []

        async def explained(
            statement: str, *args: object, of: list[tuple[float, int]] = spent
        ) -> list[object]:
            [told] = await real(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", *args)
            plan = json.loads(told[0])[0]
            read = plan["Plan"]["Shared Hit Blocks"] + plan["Plan"]["Shared Read Blocks"]
            of.append((float(plan["Execution Time"]), int(read)))
            found: list[object] = await real(statement, *args)
            return found

        reader, question = _reader(ground, sort.unit), sort.ask(random)
        async with database.snapshot():
            await queries.plan_anew()
            with patch.object(database, "fetch", explained):
                await finding.find(
                    Sought.CASE,
                    reader,
                    question,
                    sort.filters,
                    30,
                    enough=None if sort.page else service.SHOWN + 1,
                    ranked=not sort.page,
                )
        server.append(sum(one[0] for one in spent))
        blocks.append(sum(one[1] for one in spent))
    return statistics.median(server), max(blocks)


async def _next_page(ground: Ground, times: int) -> list[float]:
    """Return the times of pages behind the first, of a common word, by keyset."""
    reader, question = _reader(ground, "nation"), asking.read("cong ty ")
    took = []
    async with database.snapshot():
        await queries.plan_anew()
        found = await finding.find(Sought.CASE, reader, question, Filters(), 26)
        for _ in range(times):
            last = found.rows[24]
            after = (last.ordered_at, last.id) if last.ordered_at else (last.id,)
            began = time.perf_counter()
            found = await finding.find(Sought.CASE, reader, question, Filters(), 26, after=after)
            took.append(1000 * (time.perf_counter() - began))
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
            "ms with round trips: p50, p95, and the ratio of p50 to a bare page of the unit's newest thirty;"
        )
        print("in the server: ms (p50), blocks of 8 kB (most of five questions)")
        print(f"{'question':34}{'p50':>9}{'p95':>9}{'ratio':>8}{'server':>9}{'blocks':>9}")
        for sort in SORTS:
            took, beside, most = await _sort(sort, ground, times, random)
            p95 = statistics.quantiles(took, n=20)[-1]
            ratio = statistics.median(took) / statistics.median(beside)
            held = p95 <= sort.aim
            good &= held
            mark = "" if held else f"  misses {sort.aim:g}"
            server, blocks = await _blocks(sort, ground, random)
            spent = f"{statistics.median(took):9.1f}{p95:9.1f}{ratio:8.1f}{server:9.1f}{blocks:9}"
            print(f"{sort.name:34}{spent}  {most} rows{mark}", flush=True)
        pages = await _next_page(ground, times)
        print(
            f"{'pages behind the first':34}{statistics.median(pages):9.1f}{statistics.quantiles(pages, n=20)[-1]:9.1f}"
        )
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
