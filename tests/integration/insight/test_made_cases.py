"""The cases of the benchmark of figures are counted as the product counts, however they were filled in."""

from dataclasses import astuple
from datetime import date
from uuid import UUID

import pytest

from backend.core import database as backend_database
from backend.insight.figures import counting
from backend.insight.queries import counting as queries
from backend.insight.queries import recounting as recount_queries
from backend.insight.queries import statistics
from backend.insight.rules import halves, rolling
from bench import figure_rows
from bench.fill_figures import Filling
from tests.support.databases import Database
from tests.support.people import People

pytestmark = [pytest.mark.long, pytest.mark.usefixtures("pool")]

_CASES = 800
_NAMES = ("unit_id", "span", "starts_on", "grain", "event", "detail", "field", "behaviour", "party")
_SUMS = ("counted", "amount", "annulled", "annulled_amount")
_YEAR = (date(2024, 12, 15), date(2025, 12, 14))


async def test_what_was_filled_in_is_what_counting_and_its_sums_come_to(
    database: Database, people: People
) -> None:
    filling = Filling(database.superuser_dsn, people, 7, 60, processes=1)
    await filling.prepare()
    await filling.grow(0, _CASES)
    assert filling.ground is not None
    # Acts that nobody has counted are counted by the product, and the others are what it would have counted.
    waiting = (await queries.waiting()).acts
    assert waiting > 0
    assert await counting.count_all() == waiting
    ids = [figure_rows.case_id(one) for one in range(0, _CASES, figure_rows.FULL)]
    through = (await queries.progress()).through
    stored = await queries.counted(ids)
    assert await counting.meant("case", ids, through) == stored
    assert all(stored.values())
    # The sums of all events, by the product's own rolling.
    every = await queries.counted([figure_rows.case_id(one) for one in range(_CASES)])
    path_of = {place: path for path, place in (await queries.known_places()).items()}
    sums: dict[rolling.Key, rolling.Sums] = {}
    for told in every.values():
        rolling.change(sums, [(path_of[place], one) for place, one in told], 1)
    found = await backend_database.fetch(
        "SELECT r.unit_id, r.span, r.starts_on, r.grain, r.counted, r.amount, r.annulled, r.annulled_amount, f.event,"
        " f.detail, f.field, f.behaviour, f.party FROM figure_rollups r JOIN figure_cells f ON f.id = r.cell_id"
        " WHERE r.counted <> 0 OR r.amount <> 0"
    )
    kept = {
        tuple(one[name] for name in _NAMES): tuple(one[name] for name in _SUMS) for one in found
    }
    meant = {
        (key.unit_id, key.span, key.starts_on, key.grain, *map(str, astuple(key.cell))): astuple(
            one
        )
        for key, one in sums.items()
        if one.count or one.amount
    }
    assert kept == meant
    # Counting anew finds no sum that differs.
    span = await recount_queries.span()
    assert span is not None
    start = halves.start_of(span[0])
    _, wrong = await recount_queries.wrong_sums(start, span[1], 5)
    assert wrong == []
    # The same seed gives the same rows, another gives others.
    ground = filling.ground
    first, again = (figure_rows.block(ground, 0, _CASES).lines for _ in range(2))
    assert first == again
    assert len(first["cases"]) == _CASES
    await _asked_both_ways()


async def _asked_both_ways() -> None:
    """Pages of events, and distinct parties, are those of plain SQL."""
    decided = "c.cell_id IN (SELECT id FROM figure_cells WHERE event = 'decisions_issued')"
    plain = await backend_database.fetch(
        f"SELECT happened_on, record_id, entry, ordinal, annulled_on FROM counted_events c WHERE {decided}"
        " AND happened_on BETWEEN $1 AND $2 ORDER BY 1, 2, 3, 4",
        *_YEAR,
    )
    ids = [
        one["id"]
        for one in await backend_database.fetch(
            "SELECT id FROM figure_cells WHERE event = 'decisions_issued'"
        )
    ]
    places = list((await queries.known_places()).values())
    for gone in (False, True):
        meant = [tuple(one)[:4] for one in plain if one["annulled_on"] or not gone]
        found: list[tuple[date, UUID, int, int]] = []
        while page := await statistics.behind(
            places, ids, _YEAR, gone=gone, after=found[-1] if found else None, limit=7
        ):
            found += [(one.happened_on, one.record_id, one.entry, one.ordinal) for one in page]
        assert found == meant
        assert meant
    parties = await statistics.parties(places, ids, _YEAR)
    assert sum(one.parties for one in parties) == await backend_database.fetchval(
        f"SELECT count(DISTINCT party) FROM counted_events c WHERE {decided} AND happened_on BETWEEN $1 AND $2",
        *_YEAR,
    )
    by_kind = await backend_database.fetch(
        "SELECT f.party AS kind, count(DISTINCT c.party) AS parties FROM counted_events c JOIN figure_cells f"
        f" ON f.id = c.cell_id WHERE {decided} AND happened_on BETWEEN $1 AND $2 GROUP BY 1",
        *_YEAR,
    )
    assert {one["kind"]: one["parties"] for one in by_kind} == {
        kind: sum(one.parties for one in parties if kind in one.kinds)
        for kind in ("individual", "household", "organisation")
    }
    assert any(len(one.kinds) > 1 for one in parties)
