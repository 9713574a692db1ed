"""How fast a worker compares the register: candidates by indexes, of which one in twenty is typed twice.

    python -m bench.alike [--rows 50000] [--data-dir DIR]

Prints the time of the query that finds candidates and of the page of pairs, the parties compared a second, and how many
of the pairs that were typed twice were proposed.
"""

import argparse
import asyncio
import io
import statistics
import time
from collections.abc import Iterator
from random import Random
from uuid import UUID

from backend import registry
from backend.core import clock, database
from backend.parties import comparing, merging
from backend.parties.queries import pairs
from backend.parties.rules import likeness, normal
from bench.fill_modules import Filled, filled
from bench.stage import Stage, connect_as_owner, options, stage
from deploy.servers import environment
from schemas.core.ids import new_id

TWICE = 20
"""One party in so many is there a second time, typed otherwise."""
ASKED = 300
_FORMS = ("Công ty TNHH", "Hộ kinh doanh", "Cửa hàng", "DNTN")
_GOODS = ("vàng bạc", "tạp hóa", "rượu", "thuốc lá", "mỹ phẩm", "quần áo", "xăng dầu", "phân bón")
_NAMES = (
    *("An", "Bình", "Cường", "Dung", "Hà", "Hải", "Hoa", "Hùng", "Hương", "Khánh", "Lan", "Linh"),
    *("Long", "Mai", "Minh", "Nam", "Nga", "Ngọc", "Phúc", "Quang", "Sơn", "Tâm", "Thảo", "Yến"),
)
_COLUMNS = (
    *("id", "unit_id", "unit_1", "unit_2", "kind", "name", "address", "commune_code", "phone"),
    *("name_key", "address_key", "phone_key", "tax_code"),
)


def _lines(count: int, of: Filled) -> Iterator[tuple[UUID, str, str, bytes]]:
    """Make parties as lines of COPY, with id, name and number."""
    random, own = Random(7), of.head.unit
    before = ("", "", "", "")
    for at in range(count):
        number = ""
        if at % TWICE == 1:
            name, address, commune, phone = before
            name = name.replace("Hộ kinh doanh", "HKD").replace("Công ty TNHH", "Cty TNHH")
        else:
            name = f"{random.choice(_FORMS)} {random.choice(_GOODS)} {' '.join(random.sample(_NAMES, 2))}"
            address = (
                f"Số {random.randint(1, 400)} phố {random.choice(_NAMES)} {random.choice(_NAMES)}"
            )
            commune, phone = f"{random.randint(0, 300):05}", f"09{at:08}"
            number = f"{at:010}"
            before = (name, address, commune, phone)
        ident = new_id()
        cells = (
            *(
                ident,
                own.unit_2,
                own.unit_1,
                own.unit_2,
                "household",
                name,
                address,
                commune,
                phone,
            ),
            *(normal.name_key(name), normal.address_key(address), normal.phone_key(phone)),
            number or "\\N",
        )
        yield ident, name, number, ("\t".join(str(one) for one in cells) + "\n").encode()


async def fill(made: Stage, count: int, of: Filled) -> None:
    """Fill the register, without its triggers."""
    rows, numbers = io.BytesIO(), io.BytesIO()
    for ident, _, number, line in _lines(count, of):
        rows.write(line)
        if number:
            numbers.write(f"{ident}\ttax_code\t{number}\n".encode())
    rows.seek(0)
    numbers.seek(0)
    connection = await connect_as_owner(made)
    try:
        async with connection.transaction():
            await connection.execute("ALTER TABLE subjects DISABLE TRIGGER USER")
            await connection.copy_to_table("subjects", source=rows, columns=_COLUMNS, timeout=3600)
            await connection.copy_to_table(
                "party_identifiers",
                source=numbers,
                columns=("party_id", "kind", "value"),
                timeout=3600,
            )
            await connection.execute("ALTER TABLE subjects ENABLE TRIGGER USER")
        await connection.execute("VACUUM ANALYZE subjects, party_identifiers", timeout=3600)
    finally:
        await connection.close()


def said(name: str, times: list[float]) -> None:
    """Print the 50th and 95th percentile of some times in seconds."""
    ordered = sorted(times)
    high = ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]
    print(f"{name:24} p50 {statistics.median(ordered) * 1000:7.2f} ms  p95 {high * 1000:7.2f} ms")


async def measure(made: Stage, given: argparse.Namespace) -> None:
    """Fill, time the queries one by one, then compare everything as a worker does."""
    registry.open_all()
    await database.start(environment(made.folder, made.servers)["HIENTRUONG_DATABASE_URL"])
    try:
        of = await filled(made, 100)
        await fill(made, given.rows, of)
        times = []
        async with database.transaction():
            await pairs.alike_from(likeness.LEAST_NAME)
            for party in await pairs.take(ASKED):
                began = time.perf_counter()
                await pairs.candidates(party)
                times.append(time.perf_counter() - began)
        said("candidates of one", times)
        began, done = time.perf_counter(), 0
        while more := await comparing.compare_waiting():
            done += more
        took = time.perf_counter() - began
        print(f"compared {done} in {took:.0f} s: {done / took:.0f} a second")
        pages = []
        for _ in range(40):
            start = time.perf_counter()
            await merging.page(of.head, "open", None)
            pages.append(time.perf_counter() - start)
        said("page of pairs", pages)
        found = await database.fetchval("SELECT count(*) FROM party_pairs")
        print(f"{found} pairs proposed on {clock.today()}; {given.rows // TWICE} were typed twice")
    finally:
        await database.stop()


def main() -> None:
    """Run it."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=50_000)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        asyncio.run(measure(made, given))


if __name__ == "__main__":
    main()
