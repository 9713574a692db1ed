"""The questions of bench.figures: each as the product asks it, beside plain SQL over the events."""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any
from uuid import UUID

import asyncpg

from backend.core import database
from backend.core.actors import Actor
from backend.insight.figures import definitions
from backend.insight.figures import service as figures
from backend.insight.figures.service import Wanted
from backend.insight.rules.asking import Filters
from schemas.insight.figures import CountedParty

FIRST, LAST = date(2024, 12, 15), date(2025, 12, 14)
"""The year of the report on sanctions."""
MONTH = (date(2025, 3, 15), date(2025, 4, 14))
WEEK = (date(2025, 3, 20), date(2025, 3, 26))
_ALL = Filters()
_ROUNDS, _PLAIN_ROUNDS = 9, 3
_JOINED = """FROM counted_events c JOIN figure_cells f ON f.id = c.cell_id JOIN figure_places p ON p.id = c.place_id
    WHERE c.happened_on BETWEEN $1 AND $2"""
_SUMS = "sum(c.counted), sum(c.amount), count(*) FILTER (WHERE c.annulled_on IS NOT NULL)"


@dataclass(frozen=True)
class Question:
    """What is asked, how the product asks it, and the plain way."""

    name: str
    ask: Callable[[], Awaitable[Any]]
    plain: str
    given: tuple[Any, ...]
    limit: float | None = None
    """Milliseconds of SQL that it may take."""


@dataclass(frozen=True)
class Took:
    """Milliseconds: of the product's SQL and of the plain one; of the whole call."""

    name: str
    sql: float
    fastest: float
    queries: int
    call: float
    plain: float
    plain_fastest: float
    limit: float | None


def questions(
    actor: Actor, nation: UUID, provinces: Sequence[UUID], code: str, field: str
) -> list[Question]:
    """Return all questions. `provinces`: the largest first; `code`, `field`: those of a common behaviour."""
    sums = [
        one.code for one in definitions.in_force(LAST).values() if one.kind in ("sum", "average")
    ]
    largest = provinces[0]

    def wanted(units: tuple[UUID, ...], days: tuple[date, date], filters: Filters = _ALL) -> Wanted:
        return Wanted(units=units, first=days[0], last=days[1], filters=filters)

    def values(codes: list[str], one: Wanted) -> Callable[[], Awaitable[Any]]:
        return lambda: figures.values(codes, one, actor)

    def along(codes: list[str], one: Wanted, by: figures.Along) -> Callable[[], Awaitable[Any]]:
        return lambda: figures.broken_down(codes, one, by, actor)

    year = (FIRST, LAST)
    whole = wanted((nation,), year)
    by_event = f"SELECT f.event, f.detail, {_SUMS} {_JOINED}"
    of_largest = f"{by_event} AND p.unit_2 = $3"
    person = CountedParty.INDIVIDUAL
    parties = "SELECT count(DISTINCT c.party) " + _JOINED + " AND f.event = 'decisions_issued'"
    found = [
        Question(
            "nation, year, all figures", values(sums, whole), f"{by_event} GROUP BY 1, 2", year, 10
        ),
        Question(
            "nation, year, by field",
            along(["decisions", "fines_imposed"], whole, "field"),
            f"SELECT f.field, {_SUMS} {_JOINED} AND f.event = 'decisions_issued' GROUP BY 1",
            year,
            10,
        ),
        Question(
            "nation, year, by behaviour",
            along(["behaviours", "decisions"], whole, "behaviour"),
            f"SELECT f.behaviour, {_SUMS} {_JOINED} AND f.event = ANY ($3) GROUP BY 1",
            (*year, ["behaviours_sanctioned", "decisions_issued"]),
        ),
        Question(
            "nation, year, by half month",
            along(["decisions", "fines_imposed"], whole, "half"),
            f"SELECT date_trunc('month', c.happened_on), {_SUMS} {_JOINED} AND f.event = 'decisions_issued' GROUP BY 1",
            year,
            10,
        ),
        Question(
            "34 provinces, year, all figures",
            values(sums, wanted(tuple(provinces), year)),
            f"SELECT p.unit_2, f.event, f.detail, {_SUMS} {_JOINED} GROUP BY 1, 2, 3",
            year,
        ),
        Question(
            "34 provinces, year, six figures",
            values(
                [
                    "decisions",
                    "fines_imposed",
                    "cases_detected",
                    "goods_seized",
                    "money_collected",
                    "executed",
                ],
                wanted(tuple(provinces), year),
            ),
            f"SELECT p.unit_2, f.event, f.detail, {_SUMS} {_JOINED} AND f.event = ANY ($3) GROUP BY 1, 2, 3",
            (
                *year,
                [
                    "decisions_issued",
                    "cases_detected",
                    "goods_seized",
                    "money_collected",
                    "cases_executed",
                ],
            ),
        ),
        Question(
            "nation, week, all figures",
            values(sums, wanted((nation,), WEEK)),
            f"{by_event} GROUP BY 1, 2",
            WEEK,
            10,
        ),
        Question(
            "nation, fines unpaid since ever",
            values(["fines_unpaid"], whole),
            f"{by_event} AND f.event = ANY ($3) GROUP BY 1, 2",
            (
                figures.SINCE,
                LAST,
                ["decisions_issued", "fines_changed", "money_collected", "money_refunded"],
            ),
        ),
        Question(
            "nation, year, distinct parties",
            values(["parties_sanctioned"], whole),
            parties,
            year,
            1000,
        ),
        Question(
            "largest province, year, distinct parties",
            values(["parties_sanctioned"], wanted((largest,), year)),
            f"{parties} AND p.unit_2 = $3",
            (*year, largest),
        ),
        Question(
            "largest province, month, all figures",
            values(sums, wanted((largest,), MONTH)),
            f"{of_largest} GROUP BY 1, 2",
            (*MONTH, largest),
            20,
        ),
    ]
    filtered: list[tuple[str, Filters, str, tuple[Any, ...]]] = [
        (
            "field and party",
            Filters(fields=(field,), parties=(person,)),
            "f.field = $4 AND f.party = $5",
            (field, person),
        ),
        (
            "behaviour and party",
            Filters(behaviours=(code,), parties=(person,)),
            "f.behaviour = $4 AND f.party = $5",
            (code, person),
        ),
        (
            "field and behaviour",
            Filters(fields=(field,), behaviours=(code,)),
            "f.field = $4 AND f.behaviour = $5",
            (field, code),
        ),
    ]
    found += [
        Question(
            f"largest province, month, {name}",
            values(sums, wanted((largest,), MONTH, filters)),
            f"{of_largest} AND {where} GROUP BY 1, 2",
            (*MONTH, largest, *given),
            20,
        )
        for name, filters, where, given in filtered
    ]
    [shown] = [one for one in definitions.in_force(LAST).values() if one.code == "decisions"]
    found.append(
        Question(
            "largest province, year: the records behind decisions, first page",
            lambda: figures.behind(shown, wanted((largest,), year), actor, ""),
            f"SELECT c.record_id, c.happened_on {_JOINED} AND p.unit_2 = $3 AND f.event = 'decisions_issued'"
            " ORDER BY c.happened_on, c.record_id, c.entry, c.ordinal LIMIT 51",
            (*year, largest),
        )
    )
    return found


async def ask(one: Question, plain: asyncpg.Connection) -> Took:
    """Ask both ways in turn; the first round of each fills caches and is not counted."""
    sql: list[float] = []
    calls: list[float] = []
    queries = 0
    for turn in range(_ROUNDS + 1):
        spent: list[float] = []
        original = database.fetch

        async def timed(statement: str, *args: Any) -> Any:
            began = time.perf_counter()
            found = await original(statement, *args)  # noqa: B023 - called within its round
            spent.append(1000 * (time.perf_counter() - began))  # noqa: B023
            return found

        database.fetch = timed
        began = time.perf_counter()
        try:
            await one.ask()
        finally:
            database.fetch = original
        if turn:
            calls.append(1000 * (time.perf_counter() - began))
            sql.append(sum(spent))
        queries = len(spent)
    others: list[float] = []
    for turn in range(_PLAIN_ROUNDS + 1):
        began = time.perf_counter()
        await plain.fetch(one.plain, *one.given, timeout=900)
        if turn or time.perf_counter() - began > 20:
            others.append(1000 * (time.perf_counter() - began))
        if others and others[0] > 20_000:
            break
    return Took(
        one.name,
        median(sql),
        min(sql),
        queries,
        median(calls),
        median(others),
        min(others),
        one.limit,
    )
