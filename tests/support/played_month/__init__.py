"""A month of three provinces, played through the one door at set days: what figures are compared on.

    late = await played(force, owner_dsn)       # December 2026, with its edges; the test sets the clock before

Each story is one case. Its days lie on the edges that figures cut at: the 14th and the 15th of December, Wednesday and
Thursday, the month's and the year's end, a minute before midnight. Team 4802 is closed as of the 20th, which is entered
a week later; 4801 goes on with its work.
"""

from datetime import date
from uuid import UUID

from tests.support.cases_made import Case
from tests.support.later import at
from tests.support.played_month import closing, fines, goods, others, without
from tests.support.played_month.making import deliver, pay, person, sanctioned
from tests.support.three_provinces import Force

__all__ = ["PERIODS", "ids", "pay", "played"]

PERIODS = {
    "month": (date(2026, 12, 1), date(2026, 12, 31)),
    "reporting month before": (date(2026, 11, 15), date(2026, 12, 14)),
    "reporting month": (date(2026, 12, 15), date(2027, 1, 14)),
    "year": (date(2026, 1, 1), date(2026, 12, 31)),
    "sanctions' year": (date(2025, 12, 15), date(2026, 12, 14)),
    "week of the 3rd": (date(2026, 12, 3), date(2026, 12, 9)),
    "week of the 10th": (date(2026, 12, 10), date(2026, 12, 16)),
    "week of the 17th": (date(2026, 12, 17), date(2026, 12, 23)),
    "week of the 24th": (date(2026, 12, 24), date(2026, 12, 30)),
    "week of the 31st": (date(2026, 12, 31), date(2027, 1, 6)),
    "day after a return": (date(2026, 12, 29), date(2026, 12, 29)),
}
"""What figures are asked for: months, reporting months, years, weeks from Thursday to Wednesday, a day."""


async def played(force: Force, owner_dsn: str) -> Case:
    """Play all of it; return a case of 0101 on which a payment of the month can be entered later."""
    await fines.paid_over_the_edge(force)
    await fines.an_organisation(force)
    await fines.on_the_spot(force)
    await fines.amended_and_refunded(force)
    await fines.annulled_and_decided_anew(force)
    await fines.reduced(force)
    await fines.in_parts(force)
    await goods.goods(force)
    await goods.divided(force)
    await others.handed_on(force)
    await others.a_crime(force)
    await fines.a_death(force)
    await others.chairs(force)
    await others.files_of_others(force)
    await fines.twice_by_two_kinds(force)
    await goods.more_goods(force)
    await others.tips(force)
    await without.remedies_alone(force)
    await without.sold_before_the_decision(force)
    await without.complaints(force)
    fined, waiting = await closing.before_the_closing(force)
    await closing.closing(force, owner_dsn)
    await closing.after_the_closing(force, fined, waiting)
    with at("2026-12-11 15:00"):
        late = await sanctioned(force["0101"], person(21))
        await deliver(late)
    return late


def ids(force: Force, *, open_: bool = False) -> list[UUID]:
    """All units of the force; `open_`: those alone that nobody closed."""
    return [path.unit_id for code, path in force.units.items() if not (open_ and code == "4802")]
