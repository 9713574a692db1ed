"""The register at 1,000,000 parties: each query of its pages in the server, and the list beside a bare handler.

    python -m bench.parties [--rows 1000000] [--data-dir DIR]

First the times of each query, at the department with a fifth of all parties and at the nation, with the indexes that
it walks. Then the list at four clients beside a handler that asks the same queries in one transaction, without sign-in,
words or page; one web process a side. They alternate, and the ratio of the 95th percentiles is printed.
"""

import argparse
import asyncio
import io
import json
from collections.abc import Awaitable, Callable, Iterator
from datetime import timedelta
from random import Random
from uuid import UUID

import asyncpg

from backend import registry
from backend.core import clock, database
from backend.core.actors import Actor, UnitPath
from backend.parties import reading
from backend.parties.reading import PartyFilters
from backend.parties.rules import normal
from bench import rulings
from bench.drive import Result, drive
from bench.fill_modules import Filled, filled
from bench.overhearing import Said, leave, overheard
from bench.stage import Stage, connect_as_owner, options, stage
from deploy.servers import environment
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.parties.words import PartyState

AIM_MS = 1.0
CLIENTS = 4
_PLACES = 3321
_FORMS = ("Công ty TNHH", "Công ty cổ phần", "Hộ kinh doanh", "Cửa hàng", "Doanh nghiệp tư nhân")
_NAMES = (
    *("An", "Bình", "Cường", "Dung", "Hà", "Hải", "Hoa", "Hùng", "Hương", "Khánh"),
    *("Lan", "Linh", "Long", "Mai", "Minh", "Nam", "Nga", "Ngọc", "Phúc", "Quang"),
)
_GOODS = ("vàng bạc", "rượu", "thuốc lá", "mỹ phẩm", "quần áo", "thực phẩm", "xăng dầu", "phân bón")

Asks = Callable[[Actor], Awaitable[object]]


def _lines(count: int, of: Filled, departments: list[UUID]) -> Iterator[tuple[bytes, bytes]]:
    """Make parties as lines of COPY: of the row, and of its tax code. One in five is the head's department's."""
    random, today = Random(7), clock.today()
    own = of.head.unit
    for number in range(count):
        mine = number % 5 == 0
        department = own.unit_2 if mine else departments[number % len(departments)]
        name = f"{random.choice(_FORMS)} {' '.join(random.sample(_NAMES, 3))} {number}"
        licence = (
            str(today + timedelta(days=random.randint(-400, 1500))) if number % 10 == 0 else "\\N"
        )
        closed = number % 25 == 0
        ident = new_id()
        cells = (
            *(ident, department, own.unit_1, department, random.choice(list(SubjectKind)).value),
            *(name, f"{number % 10**10:010}", f"Số {number} phố {random.choice(_NAMES)}"),
            *(f"{number % 34 + 1:02}", f"{number % _PLACES:05}", random.choice(_GOODS)),
            *("closed" if closed else "active", today if closed else "\\N"),
            *("ceased" if closed else "\\N", licence, normal.name_key(name)),
            *(of.head.officer_id if mine and number % 700 == 0 else "\\N", f"09{number:08}"),
        )
        yield (
            "\t".join(str(one) for one in cells).encode() + b"\n",
            f"{ident}\ttax_code\t{number % 10**10:010}\n".encode(),
        )


_COLUMNS = (
    *("id", "unit_id", "unit_1", "unit_2", "kind", "name", "tax_code", "address"),
    *("province_code", "commune_code", "business_lines", "state", "closed_on", "closed_why"),
    *("licence_until", "name_key", "area_officer_id", "phone_key"),
)


async def fill(made: Stage, count: int, of: Filled) -> None:
    """Fill the register up to `count` parties, without its triggers."""
    connection = await connect_as_owner(made)
    try:
        there = await connection.fetchval("SELECT count(*) FROM subjects")
        if there >= count:
            return
        departments = [
            row["id"]
            for row in await connection.fetch("SELECT id FROM units WHERE kind = 'department'")
        ]
        parties, numbers = io.BytesIO(), io.BytesIO()
        for row, identifier in _lines(count - there, of, departments):
            parties.write(row)
            numbers.write(identifier)
        parties.seek(0)
        numbers.seek(0)
        async with connection.transaction():
            await connection.execute("ALTER TABLE subjects DISABLE TRIGGER USER")
            await connection.copy_to_table(
                "subjects", source=parties, columns=_COLUMNS, timeout=3600
            )
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


def pages(of: Filled, party_id: UUID) -> dict[str, tuple[str, Asks]]:
    """Return each page by name: its address at the desk, and what its handler asks."""

    def listed(query: str, **filters: object) -> tuple[str, Asks]:
        asked = PartyFilters(**filters)  # type: ignore[arg-type]  # as the struct has them
        return (f"/desk/parties/register?{query}", lambda actor: reading.page(actor, asked))

    officer = str(of.head.officer_id)
    return {
        "all": listed(""),
        "kind": listed("kind=individual", kind=SubjectKind.INDIVIDUAL),
        "closed": listed("state=closed", state=PartyState.CLOSED),
        "active": listed("state=active", state=PartyState.ACTIVE),
        "province": listed("province=01", province="01"),
        "commune": listed("commune=00010", commune="00010"),
        "officer": listed(f"officer={officer}", area_officer=officer),
        "nobody": listed("officer=none", area_officer="none"),
        "soon": listed("licence=soon", licence="soon"),
        "expired": listed("licence=expired", licence="expired"),
        "common words": listed("words=cong+ty", words="cong ty"),
        "rare words": listed("words=mai+minh+hoa", words="mai minh hoa"),
        "number": listed("words=0000000015", words="0000000015"),
        "party": (
            f"/desk/parties/register/{party_id}",
            lambda actor: reading.view(party_id, actor),
        ),
    }


def percentile(times: list[float], part: float) -> float:
    """Return a percentile of some times."""
    return sorted(times)[min(len(times) - 1, int(part * len(times)))]


async def explain(made: Stage, name: str, said: Said, times: int = 40) -> float:
    """Print the 50th and 95th percentile of a page's queries in the server, and the indexes; return the sum at 50."""
    connection = await asyncpg.connect(made.servers.app_dsn())
    try:
        took: list[list[float]] = []
        indexes: set[str] = set()
        for sql, args in said:
            each = []
            for _ in range(times):
                text = await connection.fetchval(
                    f"EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) {sql}", *args
                )
                plan = json.loads(text)[0]
                each.append(float(plan["Execution Time"]))
                indexes |= _walked(plan["Plan"])
            took.append(each)
    finally:
        await connection.close()
    middle = sum(percentile(each, 0.5) for each in took)
    high = sum(percentile(each, 0.95) for each in took)
    print(f"{name:24} p50 {middle:7.2f} ms  p95 {high:7.2f} ms  {', '.join(sorted(indexes))}")
    return middle


def _walked(plan: dict[str, object]) -> set[str]:
    found = {str(plan["Index Name"])} if "Index Name" in plan else set()
    if plan.get("Node Type") == "Seq Scan":
        found.add(f"whole {plan['Relation Name']}")
    below = plan.get("Plans", [])
    assert isinstance(below, list)
    for one in below:
        found |= _walked(one)
    return found


async def made_ready(made: Stage, given: argparse.Namespace) -> tuple[Filled, UUID]:
    """Fill, print what the queries take, and leave those of the list in a table for the bare side."""
    registry.open_all()
    variables = environment(made.folder, made.servers)
    await database.start(variables["HIENTRUONG_DATABASE_URL"])
    try:
        of = await filled(made, 100)
        await fill(made, given.rows, of)
        party_id = await database.fetchval(
            "SELECT id FROM subjects WHERE unit_2 = $1 ORDER BY id LIMIT 1", of.head.unit.unit_2
        )
        nation = _of_the_nation(of.head)
        said: dict[str, Said] = {}
        for where, actor in (("department", of.head), ("nation", nation)):
            for name, (_, ask) in pages(of, party_id).items():
                with overheard() as found:
                    async with database.transaction():
                        await ask(actor)
                await explain(made, f"{where}: {name}", found)
                if actor is of.head:
                    said[name.replace(" ", "-")] = found
    finally:
        await database.stop()
    await leave(made, said)
    return of, party_id


def _of_the_nation(head: Actor) -> Actor:
    return Actor(
        officer_id=head.officer_id,
        username=head.username,
        full_name=head.full_name,
        roles=head.roles,
        unit=UnitPath(unit_1=head.unit.unit_1),
        session_id=None,
        face="desk",
    )


def measure(
    address: str, of: Filled, name: str, ports: tuple[int, int], given: argparse.Namespace
) -> float:
    """Run both sides of a page in turn; return the median ratio of the 95th percentiles."""
    asked = (
        f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: __Host-hientruong={of.token}\r\n\r\n",
        f"GET /{name} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n",
    )
    found: tuple[list[Result], list[Result]] = ([], [])
    for number in range(given.rounds + 1):
        for port, words, results in zip(ports, asked, found, strict=True):
            result = drive(port, [[words.encode()] * (given.count // CLIENTS)] * CLIENTS)
            if number:  # the first round warms pools and plans
                results.append(result)
    return rulings.compare(found[0], found[1], name, CLIENTS)


def main() -> None:
    """Measure and print."""
    parser = options(__doc__)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--count", type=int, default=200, help="pages a round and side")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--sql-only", action="store_true")
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        of, party_id = asyncio.run(made_ready(made, given))
        if given.sql_only:
            return
        ports = made.start_ours(), made.start_peer("bench.bare_pages")
        made.wait_ready(ports[0])
        for name in ("all", "soon", "party"):
            address = pages(of, party_id)[name][0]
            ratio = measure(address, of, name, ports, given)
            print(f"{name:14} ours/bare {ratio:.2f}", flush=True)


if __name__ == "__main__":
    main()
