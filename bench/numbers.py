"""Numbers of papers per second, beside a bare PostgreSQL sequence: the cost of having no gaps.

    python -m bench.numbers [--issuers 10] [--count 300] [--rounds 3]

Ten issuers work in parallel. Both sides have one process, and a transaction with fsync for each
paper. One paper in ten is rolled back after its number was taken. Ours holds a row lock until the
paper is recorded and enters the number in the register. The peer calls nextval() and inserts the
same row. Afterwards the gaps of both are counted: ours has none, and a sequence has one for each
paper that was rolled back.
"""

import asyncio
import statistics
import time
from collections.abc import Awaitable, Callable
from uuid import UUID, uuid4

from backend.core import database
from backend.force.numbers import service as numbering
from backend.force.numbers.service import Issuer
from bench.stage import Stage, connect_as_owner, make_unit, options, stage

FORM, YEAR = "QĐ-KT", 2026
FALLS = 10
"""One paper in this many is rolled back."""
_DDL = """
    CREATE SEQUENCE IF NOT EXISTS bench_sequence;
    CREATE TABLE IF NOT EXISTS bench_numbers (number bigint PRIMARY KEY, document_id uuid NOT NULL);
    TRUNCATE bench_numbers;
    GRANT USAGE ON bench_sequence TO hientruong_app;
    GRANT SELECT, INSERT ON bench_numbers TO hientruong_app;
"""


class PaperFell(Exception):
    """This paper is rolled back."""


async def _ours(unit: UUID, falls: bool) -> None:
    async with database.transaction():
        await numbering.take(Issuer(kind="unit", id=unit), FORM, YEAR, uuid4())
        if falls:
            raise PaperFell


async def _bare(_unit: UUID, falls: bool) -> None:
    async with database.transaction():
        number = await database.fetchval("SELECT nextval('bench_sequence')")
        await database.execute("INSERT INTO bench_numbers VALUES ($1, $2)", number, uuid4())
        if falls:
            raise PaperFell


async def _rate(
    issue: Callable[[UUID, bool], Awaitable[None]], unit: UUID, issuers: int, count: int
) -> float:
    async def one_issuer() -> int:
        stood = 0
        for turn in range(count):
            try:
                await issue(unit, turn % FALLS == FALLS - 1)
            except PaperFell:
                continue
            stood += 1
        return stood

    begin = time.perf_counter()
    stood = sum(await asyncio.gather(*(one_issuer() for _ in range(issuers))))
    return stood / (time.perf_counter() - begin)


async def _gaps(unit: UUID) -> tuple[int, int, int]:
    """Return our gaps, our duplicates (which the key forbids), and the sequence's gaps."""
    issuer = Issuer(kind="unit", id=unit)
    missing = len(await numbering.missing_numbers(issuer, FORM, YEAR))
    doubled = await database.fetchval(
        "SELECT count(*) - count(DISTINCT number) FROM document_numbers WHERE issuer_id = $1", unit
    )
    bare = await database.fetchval("SELECT max(number) - count(*) FROM bench_numbers")
    return missing, doubled, bare


async def run(made: Stage, issuers: int, count: int, rounds: int) -> None:
    """Run the sides in turn. Print the medians, their ratio, and the gaps."""
    owner = await connect_as_owner(made)
    try:
        await owner.execute(_DDL)
        unit = await make_unit(owner)
    finally:
        await owner.close()
    await database.start(made.servers.app_dsn(), size=issuers)
    try:
        ours, bare = [], []
        for _ in range(rounds):
            ours.append(await _rate(_ours, unit, issuers, count))
            bare.append(await _rate(_bare, unit, issuers, count))
        missing, doubled, holes = await _gaps(unit)
    finally:
        await database.stop()
    mine, theirs = statistics.median(ours), statistics.median(bare)
    print(f"{issuers} issuers of one unit, form and year; one paper in {FALLS} falls")
    print(f"  ours      {mine:8.0f} numbers/s   {missing} gaps, {doubled} doubles")
    print(f"  nextval() {theirs:8.0f} numbers/s   {holes} gaps")
    print(f"  ours/bare {mine / theirs:8.2f}")


def main() -> None:
    """Read the options and run."""
    parser = options(__doc__)
    parser.add_argument("--issuers", type=int, default=10)
    parser.add_argument("--count", type=int, default=300, help="papers of each issuer a round")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with stage(given.data_dir) as made:
        asyncio.run(run(made, given.issuers, given.count, given.rounds))


if __name__ == "__main__":
    main()
