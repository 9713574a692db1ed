"""A played month of three provinces: what the product counts is what SQL finds in the ledger, to the đồng.

The SQL was written from the definitions without sight of the code (tests/support/blind).
"""

from collections.abc import Iterator

import pytest

from backend.core import clock
from backend.insight.figures import counting, definitions, recounting, service
from backend.ledger import sealer
from schemas.casework.words import PaymentKind
from schemas.insight.definitions import FigureDefinition
from tests.support import played_month
from tests.support.blind import QUESTIONS, Blind, Difference
from tests.support.databases import Database
from tests.support.later import at
from tests.support.people import People
from tests.support.played_month import PERIODS
from tests.support.three_provinces import Force, three_provinces

pytestmark = [pytest.mark.usefixtures("pool"), pytest.mark.long]


@pytest.fixture(autouse=True)
def december() -> Iterator[None]:
    """The cast is of the month's first day."""
    with at("2026-12-01 08:00"):
        yield


async def differences(force: Force, database: Database) -> list[Difference]:
    """Count what is sealed, and compare every figure of every unit, period and reading."""
    await sealer.seal_all()
    await counting.count_all()
    recounted = await recounting.recount()
    assert recounted.agrees, recounted
    blind = await Blind.ask(database.owner_dsn, clock.today())
    try:
        auditor = force.people.khanh.actor("desk")
        return await blind.differences(auditor, played_month.ids(force), PERIODS.values())
    finally:
        await blind.close()


async def told(force: Force, unit: str, *codes: str) -> dict[str, int | None]:
    """Figures of a unit in the month."""
    first, last = PERIODS["month"]
    wanted = service.Wanted(units=(force.unit(unit),), first=first, last=last)
    found = await service.values(codes, wanted, force.people.khanh.actor("desk"))
    return found[force.unit(unit)]


async def behind(force: Force, unit: str, figure: FigureDefinition) -> int:
    """What the records behind a figure come to in the month, all pages of them."""
    first, last = PERIODS["month"]
    wanted = service.Wanted(units=(force.unit(unit),), first=first, last=last)
    reader, after, found = force.people.khanh.actor("desk"), "", 0
    while True:
        page = await service.behind(figure, wanted, reader, after)
        for event in (one.event for one in page.rows):
            term = next(one for one in figure.terms if one.event == event.event)
            if term.part != "annulled" or event.annulled_on is not None:
                value = event.amount if term.measure == "amount" else event.counted
                found += term.sign * value
        if not (after := page.after):
            return found


BY_HAND: dict[str, int | None] = {
    "decisions": 22,
    "decisions_annulled": 2,
    "fines_imposed": 18 * 5_000_000 + 2 * 10_000_000 + 500_000 + 999_999_999_999,
    "money_collected": 22_000_000,
    "sales_collected": 6_000_000,
    "sales_deposited": 1_000_000,
    "cases_open": 4,
    "cases_declined": 3,
    "transferred": 1,
    "crime_referred": 1,
    "parties_sanctioned": 19,
    "parties_organisation": 1,
    "goods_confiscated": 15_000_000
    + 7_000_000
    + 4_875_000
    + 15_000_000
    + 4_000_000
    + 2_000_000
    + 15_000_000,
    "goods_destroyed": 15_000_000,
    "goods_sold": 7_000_000 + 20_000_000,
    "fines_lapsed": 0,
    "remedies_alone": 1,
    "with_remedy": 1,
    "remedy_destroy": 1,
    "complaints": 3,
    "decisions_complained": 1,
    "decisions_sued": 1,
    "informations": 3,
    "denunciations": 2,
}
"""What the stories of the month come to, added up with a pencil."""


async def test_a_played_month_is_what_sql_finds_in_the_ledger(
    people: People, database: Database
) -> None:
    force = await three_provinces(people, database.owner_dsn)
    late = await played_month.played(force, database.owner_dsn)
    assert len(QUESTIONS) >= 12
    with at("2027-01-06 08:00"):
        assert await differences(force, database) == []
        assert await told(force, "00", *BY_HAND) == BY_HAND
        for code, figure in definitions.in_force(PERIODS["month"][1]).items():
            if figure.kind in ("sum", "stock"):
                for unit in ("00", "48", "4801", "4802"):
                    value = (await told(force, unit, code))[code]
                    assert await behind(force, unit, figure) == value, (code, unit)
        assert await told(force, "01", "informations") == {"informations": 2}
        assert await told(force, "0101", "money_collected") == {"money_collected": 6_500_000}
    # Entered after the month was reported: it changes the figures of its own days.
    with at("2027-01-20 08:00"):
        on = PERIODS["week of the 10th"][1]
        await played_month.pay(late, 5_000_000, PaymentKind.FINE, paid_on=on)
        assert await differences(force, database) == []
        assert await told(force, "0101", "money_collected") == {"money_collected": 11_500_000}
