"""Rows of a report's table that follow from data: units, fields, behaviours, and what is left. Pure.

The total is that of the figures themselves, not a sum of rows: parties that are counted once do not add up. For figures
that do, the rows give the total, because what is in no row has one of its own.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

TOTAL, OWN, UNTOLD, OTHERS = "total", "own", "untold", "others"
Values = Mapping[str, int | None]
"""By the figure's code."""


class Line(NamedTuple):
    """One row: what it is about, and its values."""

    key: str
    values: Values


def of_units(
    total: Values, below: Iterable[tuple[str, Values, bool]], adds_up: Callable[[str], bool]
) -> list[Line]:
    """Return a row for each unit below (key, values, in force), one for what is in none of them, and the total.

    A closed unit has a row if anything was counted in it.
    """
    shown = [Line(key, values) for key, values, open_ in below if open_ or any(values.values())]
    if shown:
        own = _rest(total, shown, adds_up)
        if any(own.values()):
            shown.append(Line(OWN, own))
    return [*shown, Line(TOTAL, total)]


def of_fields(total: Values, found: Mapping[str, Values], fields: Sequence[str]) -> list[Line]:
    """Return a row for each field, one for what has none, and the total."""
    shown = [Line(one, found.get(one) or dict.fromkeys(total, 0)) for one in fields]
    untold = found.get("")
    if untold is not None and any(untold.values()):
        shown.append(Line(UNTOLD, untold))
    return [*shown, Line(TOTAL, total)]


def of_behaviours(
    total: Values, found: Mapping[str, Values], most: int, adds_up: Callable[[str], bool]
) -> list[Line]:
    """Return the behaviours with the greatest first figure, what has none, those left out in one row, and the total."""
    first = next(iter(total), "")  # before 2022 no figure is defined
    ranked = sorted(
        (Line(key, values) for key, values in found.items() if key),
        key=lambda one: (-(one.values.get(first) or 0), one.key),
    )
    shown, untold = ranked[:most], found.get("")
    if untold is not None and any(untold.values()):
        shown = [*shown, Line(UNTOLD, untold)]
    if len(ranked) > most:
        shown = [*shown, Line(OTHERS, _rest(total, shown, adds_up))]
    return [*shown, Line(TOTAL, total)]


def _rest(total: Values, shown: Sequence[Line], adds_up: Callable[[str], bool]) -> Values:
    return {
        code: value - sum(one.values.get(code) or 0 for one in shown)
        if value is not None and adds_up(code)
        else None
        for code, value in total.items()
    }
