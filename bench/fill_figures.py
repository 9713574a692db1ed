"""The database of bench.figures: cases as slim rows with their counted events, parties, and acts of one case in 25.

    there = await Filling(superuser_dsn, people, seed, parties).grow(0, 100_000)

Indexes are dropped and made again, references are not checked and rows come by COPY from several processes, only to
save time. What is then there is what the product keeps: the log is sealed by the sealer, and sums are those that
recounting expects.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import asynccontextmanager
from datetime import timedelta
from multiprocessing import get_context
from random import Random
from typing import Any
from uuid import UUID, uuid5

import asyncpg

from backend.core import database
from backend.core.actors import UnitPath
from backend.insight.figures import counting
from backend.insight.queries import counting as counting_queries
from backend.insight.queries import recounting as recount_queries
from backend.insight.rules import halves, rolling
from backend.insight.rules.counting.counted import Cell
from backend.law.catalogue import service as catalogue
from backend.ledger import sealer
from bench import figure_lives, figure_rows
from bench.figure_rows import DEPARTMENTS, TABLES, TEAMS, Ground, Rows
from schemas.insight.figures import CountedEvent, CountedParty
from tests.support.people import People

_SLOW = 7200
SPACE = UUID("0d7c3a52-9be1-4f6e-8a2b-6f1f0c6a7d11")
_KINDS = (CountedParty.INDIVIDUAL, CountedParty.HOUSEHOLD, CountedParty.ORGANISATION)
_UNIT = """
    INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, unit_3, valid_from)
    VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, '2020-01-01') ON CONFLICT DO NOTHING
"""
_INDEXES = """
    SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition, c.conname AS key,
        pg_get_constraintdef(c.oid) AS told, i.indrelid::regclass::text AS of
    FROM pg_index i LEFT JOIN pg_constraint c ON c.conindid = i.indexrelid AND c.contype IN ('p', 'u')
    WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (
        SELECT FROM pg_constraint f WHERE f.conindid = i.indexrelid AND f.contype = 'f')
"""
_FAST = "SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '1GB'"
_REFILL = f"""
    INSERT INTO figure_rollups (unit_id, span, grain, starts_on, cell_id, counted, amount, annulled, annulled_amount)
    {recount_queries.MEANT.replace("$2", "$1").replace("$3", "$2")}
    SELECT unit_id, span, grain, starts_on, cell_id, counted, amount, annulled, annulled_amount FROM meant
"""
_QUEUE = "CREATE INDEX bench_queue ON ledger_unsealed (entry_id, number); ANALYZE ledger_unsealed, ledger_leaves"
"""Sealing looks through all that waits at each round: no more than a day's acts, but here it is millions."""


class Filling:
    """Grows the tables of one database. The product's pool must be open on it."""

    def __init__(
        self, dsn: str, people: People, seed: int, parties: int, *, processes: int = 2
    ) -> None:
        """Take the superuser's connection string, and what is drawn from."""
        self._dsn, self.people, self._processes = dsn, people, processes
        self._seed, self._parties = seed, parties
        self.ground: Ground | None = None

    async def prepare(self) -> None:
        """Play the lives; make units, places, cells and parties."""
        lives = await figure_lives.played(self.people)
        kinds = figure_lives.variants(lives, Random(self._seed))
        owner = await asyncpg.connect(self._dsn)
        try:
            teams = await self._units(owner)
            await owner.execute(_FAST)
            columns = ["id", "unit_id", "unit_1", "unit_2", "kind", "name", "address"]
            lines = figure_rows.parties(self._parties, teams[0])
            await _copy(owner, "subjects", columns, lines)
        finally:
            await owner.close()
        paths = [UnitPath(unit_1=one, unit_2=two, unit_3=three) for one, two, three in teams]
        places = await counting_queries.places(paths)
        codes = sorted({(one.code, counting.field_of(one.code)) for one in catalogue.violations()})
        cells = await _cells(kinds, codes)
        self.ground = Ground(
            seed=self._seed,
            parties=self._parties,
            variants=kinds,
            teams=teams,
            places=[places[path] for path in paths],
            codes=codes,
            cells=cells,
        )

    async def _units(self, owner: Any) -> list[tuple[UUID, UUID, UUID]]:
        nation = self.people.lan.unit.unit_1
        teams = []
        for place in range(DEPARTMENTS):
            department = uuid5(SPACE, f"{place}")
            code = f"{60 + place}"
            name = f"Chi cục đo {code}"
            values = (department, code, name, "department", nation, 2, nation, department, None)
            await owner.execute(_UNIT, *values)
            for number in range(TEAMS):
                team = uuid5(SPACE, f"{place}/{number}")
                own = (team, f"{code}{number:02}", f"Đội đo {code}{number:02}", "team", department)
                await owner.execute(_UNIT, *own, 3, nation, department, team)
                teams.append((nation, department, team))
        return teams

    async def grow(self, first: int, last: int) -> None:
        """Add cases `first` up to and without `last`, and sum everything anew; the newest day is not counted.

        `first` begins a block: all of its cases are made together.
        """
        said = _Saying()
        assert self.ground is not None
        owner = await asyncpg.connect(self._dsn)
        try:
            await owner.execute(_FAST)
            async with _without_indexes(owner, ["counted_events", "cases", "ledger_entries"]):
                newest = await self._copied(first, last)
                said.took(f"cases {first:,} to {last:,} copied")
            said.took("indexes")
            await owner.execute(_QUEUE)
            await sealer.seal_all()
            await owner.execute("DROP INDEX bench_queue")
            await owner.execute(
                "UPDATE figure_progress SET through = (SELECT count(*) FROM ledger_leaves), counted_at = now()"
            )
            columns = TABLES["ledger_entries"].split(", ")
            await _copy(owner, "ledger_entries", columns, newest)
            await sealer.seal_all()
            said.took(f"sealed; {len(newest):,} acts of the newest day wait to be counted")
            await owner.execute("VACUUM ANALYZE", timeout=_SLOW)
            said.took("vacuum")
            await self._summed(owner)
            await owner.execute("VACUUM ANALYZE figure_rollups", timeout=_SLOW)
            said.took("sums")
        finally:
            await owner.close()

    async def _summed(self, owner: Any) -> None:
        """Sum all events anew, a half month at a time: what counting anew would expect."""
        await owner.execute("TRUNCATE figure_rollups")
        await owner.execute("SET work_mem = '256MB'")
        first, last = await owner.fetchrow(
            "SELECT min(happened_on), max(happened_on) FROM counted_events", timeout=_SLOW
        )
        start = halves.start_of(first)
        async with _without_indexes(owner, ["figure_rollups"]):
            while start <= last:
                after = halves.next_start(start)
                await owner.execute(_REFILL, start, after - timedelta(1), timeout=_SLOW)
                start = after
        await owner.execute("RESET work_mem")

    async def _copied(self, first: int, last: int) -> list[str]:
        """Copy by several processes; return the entries of the newest day."""
        assert self.ground is not None
        blocks = list(figure_rows.blocks(first, last))
        if self._processes == 1:
            return await _fill_blocks(self._dsn, self.ground, blocks, last)
        parts = [blocks[one :: self._processes] for one in range(self._processes)]
        loop = asyncio.get_running_loop()
        with ProcessPoolExecutor(self._processes, mp_context=get_context("fork")) as pool:
            done = await asyncio.gather(
                *(
                    loop.run_in_executor(pool, _fill, self._dsn, self.ground, part, last)
                    for part in parts
                    if part
                )
            )
        return [line for lines in done for line in lines]


def _fill(dsn: str, ground: Ground, blocks: list[int], last: int) -> list[str]:
    """Make and copy blocks, in a process of its own; return the entries of the newest day."""
    return asyncio.run(_fill_blocks(dsn, ground, blocks, last))


async def _fill_blocks(dsn: str, ground: Ground, blocks: list[int], last: int) -> list[str]:
    connection = await asyncpg.connect(dsn)
    newest: list[str] = []
    try:
        await connection.execute(_FAST)
        for number in blocks:
            made: Rows = figure_rows.block(ground, number, last)
            newest += made.lines.pop("newest")
            for table, lines in made.lines.items():
                await _copy(connection, table, TABLES[table].split(", "), lines)
    finally:
        await connection.close()
    return newest


async def _copy(connection: Any, table: str, columns: list[str], lines: Iterable[str]) -> None:
    async def source() -> AsyncIterator[bytes]:
        part: list[str] = []
        for line in lines:
            part.append(line)
            if len(part) == 2000:
                yield "".join(part).encode()
                part = []
        yield "".join(part).encode()

    await connection.copy_to_table(
        table, source=source(), columns=columns, format="text", timeout=_SLOW
    )


@asynccontextmanager
async def _without_indexes(owner: Any, tables: list[str]) -> AsyncIterator[None]:
    """Drop all indexes and keys of tables, and make them again after."""
    found = await owner.fetch(_INDEXES, tables)
    for one in found:
        if one["key"]:
            await owner.execute(f"ALTER TABLE {one['of']} DROP CONSTRAINT {one['key']} CASCADE")
        else:
            await owner.execute(f"DROP INDEX {one['name']}")
    yield
    for one in found:
        if one["key"]:
            added = f"ALTER TABLE {one['of']} ADD CONSTRAINT {one['key']} {one['told']}"
            await owner.execute(added, timeout=_SLOW)
        else:
            await owner.execute(one["definition"], timeout=_SLOW)


async def _cells(
    kinds: list[figure_lives.Variant], codes: list[tuple[str, str]]
) -> dict[tuple[str, str, int, str], int]:
    """Enter every cell in which an event of a copy can be, at all grains; return the finest's ids."""
    told = {
        (one.cell.event, one.cell.detail, bool(one.cell.behaviour), bool(one.cell.party))
        for kind in kinds
        for one, _, _ in kind.events
    }
    wanted: dict[tuple[str, str, int, str], Cell] = {}
    for event, detail, behaviour, party in sorted(told):
        for code in range(len(codes)) if behaviour else (-1,):
            for who in _KINDS if party else (CountedParty.NOBODY,):
                name, field = codes[code] if behaviour else ("", "")
                cell = Cell(CountedEvent(event), detail, field, name, who)
                wanted[event, detail, code, who] = cell
    all_of_them = [
        (grain, rolling.coarser(cell, grain)) for cell in wanted.values() for grain in (2, 1, 0)
    ]
    async with database.transaction():
        ids = await counting_queries.cells(all_of_them)
    return {key: ids[2, cell] for key, cell in wanted.items()}


class _Saying:
    """Says how long each step took."""

    def __init__(self) -> None:
        self._began = time.monotonic()

    def took(self, what: str) -> None:
        print(
            f"{time.monotonic() - self._began:7.1f} s  load {os.getloadavg()[0]:4.1f}  {what}",
            flush=True,
        )
        self._began = time.monotonic()
