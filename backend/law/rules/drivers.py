"""Which band a value leads to, by the drivers of the rows of a later edition. Pure.

A row may have several drivers ("trị giá … hoặc thu lợi bất hợp pháp …"): it is reached if any one
of them is. Of two values that reach different rows the higher row counts. A value that is not known
says nothing.
"""

from collections.abc import Iterable
from datetime import date

from schemas.law.catalogue import Violation
from schemas.law.provisions import Driver
from schemas.law.sanctions import Behaviour, Values

Row = Violation | Behaviour
_DIGITS_OF_A_YEAR = 4


def value_of(driver: Driver, values: Values) -> int | None:
    """Return the value that a driver compares, in its unit; None if it is not known.

    Without a price of genuine goods, the goods' value is taken for it: that of fakes is found by
    the price of genuine goods (Decree 98/2020 Art 5.2).
    """
    match driver.kind:
        case "goods_value":
            return values.goods_value_vnd
        case "genuine_value":
            known = values.genuine_value_vnd
            return values.goods_value_vnd if known is None else known
        case "illicit_gain":
            return values.illicit_gain_vnd
        case "transaction_value":
            return values.transaction_value_vnd
        case "mass":
            return values.mass_g
        case "volume":
            return values.volume_ml
        case "excess_percent":
            return values.excess_percent
        case _:
            return values.quantity


def reached(driver: Driver, value: int) -> bool:
    """Tell whether a value lies within a driver's bounds.

    "Dưới" leaves the upper bound to the next band, "đến" keeps it. The first band begins at 0.
    """
    if driver.bound == "below":
        return driver.least <= value and (driver.most is None or value < driver.most)
    above = value > driver.least or driver.least == 0
    return above and (driver.most is None or value <= driver.most)


def known(row: Row, values: Values) -> list[tuple[Driver, int]]:
    """Return the drivers of a row whose value is known, with it."""
    found = ((driver, value_of(driver, values)) for driver in row.drivers)
    return [(driver, value) for driver, value in found if value is not None]


def fits(row: Row, values: Values) -> bool | None:
    """Tell whether known values lead to this row; None if none of its values is known."""
    told = known(row, values)
    if not told:
        return None
    beyond = any(exceeded(driver, value) for driver, value in told)
    return not beyond and any(reached(driver, value) for driver, value in told)


def exceeded(driver: Driver, value: int) -> bool:
    """Tell whether a value lies above a driver's band, so that it leads to a higher one."""
    if driver.most is None:
        return False
    return value >= driver.most if driver.bound == "below" else value > driver.most


def article_of(code: str) -> str:
    """Return a code up to its article: `ND98-15` of `ND98-15-1-e`."""
    return "-".join(code.split("-")[:2])


def _year_of(code: str) -> str:
    """Return the year under which a former row is kept, or nothing."""
    last = code.rsplit("-", 1)[-1]
    return last if len(last) == _DIGITS_OF_A_YEAR and last.isdigit() else ""


def in_force(row: Violation, day: date) -> bool:
    """Tell whether a row is in force on a day. A row without a first day always was."""
    began = row.valid_from is None or row.valid_from <= day
    return began and (row.valid_to is None or day < row.valid_to)


def better(row: Row, values: Values, day: date, rows: Iterable[Violation]) -> Violation | None:
    """Return the row of the same article to which the values lead; None if there is none.

    Of several, that of the same point, or of the same words, comes first. A row that is kept under
    the year of its decree (`ND98-17-5-a-2020`) is of another act than today's row of that point: the
    letters changed hands, and neither leads to the other.
    """
    kinds = {driver.kind for driver in row.drivers}
    point, article = row.code.rsplit("-", 1)[-1], article_of(row.code)
    found = [
        one
        for one in rows
        if article_of(one.code) == article
        if {driver.kind for driver in one.drivers} == kinds
        if in_force(one, day) and one.code != row.code and fits(one, values)
        if _year_of(one.code) == _year_of(row.code)
    ]
    if not found:
        return None
    return max(
        found, key=lambda one: (one.code.rsplit("-", 1)[-1] == point, one.name_vi == row.name_vi)
    )


def graded(row: Row) -> bool:
    """Tell whether the decree grades the row by value, gain, quantity or weight.

    Then each of several times is fined, and repetition does not aggravate (98/2020 Art 4a.2).
    """
    return bool(row.drivers)
