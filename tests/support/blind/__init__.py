"""Figures asked of the ledger in SQL that was written without sight of the code, to compare with the product's.

    blind = await Blind.ask(owner_dsn, clock.today())
    wrong = await blind.differences(actor, units, periods)      # none: both say the same, to the đồng

Each file asks one figure of docs/insight/figures.md, by its definition; ground.sql says what they share. Where a
definition was open, the file says which reading was taken.
"""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import NamedTuple, Self
from uuid import UUID

import asyncpg

from backend.core.actors import Actor
from backend.insight.figures import service
from backend.insight.rules.covering import Reading

_HERE = Path(__file__).parent
QUESTIONS = {
    one.stem: one.read_text(encoding="utf-8")
    for one in sorted(_HERE.glob("*.sql"))
    if one.stem != "ground"
}
"""The questions by the code of their figure."""
READINGS: tuple[Reading, ...] = ("then", "today")


class Difference(NamedTuple):
    """A figure of which the product and the ledger say two things."""

    code: str
    unit: UUID
    first: date
    last: date
    reading: str
    product: int | None
    ledger: int | None


class Blind:
    """A connection that has read the ledger as it is now. `close` it."""

    def __init__(self, connection: asyncpg.Connection) -> None:
        self._connection = connection

    @classmethod
    async def ask(cls, dsn: str, today: date) -> Self:
        """Read the ledger and the units with a sign-in that may create temporary tables."""
        connection = await asyncpg.connect(dsn)
        await connection.execute("SELECT set_config('blind.today', $1, false)", today.isoformat())
        await connection.execute((_HERE / "ground.sql").read_text(encoding="utf-8"))
        return cls(connection)

    async def close(self) -> None:
        """End the connection, and with it what it read."""
        await self._connection.close()

    async def answer(
        self, code: str, unit: UUID, first: date, last: date, reading: str
    ) -> int | None:
        """Return a figure as the ledger tells it; an average in tenths, rounded half up, as the product's."""
        found = await self._connection.fetchval(QUESTIONS[code], unit, first, last, reading)
        if code == "days_to_decide" and found is not None:
            return int((Decimal(found) * 10).quantize(Decimal(1), rounding=ROUND_HALF_UP))
        return None if found is None else int(found)

    async def differences(
        self, actor: Actor, units: Iterable[UUID], periods: Iterable[tuple[date, date]]
    ) -> list[Difference]:
        """Ask both for every unit, period and reading; return where they differ."""
        asked, wrong = tuple(units), list[Difference]()
        for first, last in periods:
            for reading in READINGS:
                wanted = service.Wanted(units=asked, first=first, last=last, reading=reading)
                told = await service.values(list(QUESTIONS), wanted, actor)
                for unit in asked:
                    for code in QUESTIONS:
                        answer = await self.answer(code, unit, first, last, reading)
                        if told[unit][code] != answer:
                            said = told[unit][code]
                            wrong.append(Difference(code, unit, first, last, reading, said, answer))
        return wrong
