"""Behaviours that are fined and days off, as the desk shows them and phones keep them."""

from datetime import date
from typing import Literal

from schemas.base import Wire
from schemas.problems import Text


class Violation(Wire):
    """A behaviour with the band of its fine, in whole đồng, for the kind of party that the decree states it for.

    `draft`: nobody with authority has confirmed it yet. `valid_from` is null where its first day is not established;
    `check` says what is to be compared with the decree.
    """

    code: str
    name_vi: str
    legal_basis: str
    fine_min_vnd: int
    fine_max_vnd: int
    subject: str
    status: Literal["draft"]
    valid_from: date | None
    valid_to: date | None
    check: Text | None


class Holiday(Wire):
    """A day off: by law, in lieu of one at a week's end, or exchanged for a Saturday."""

    date: date
    name_vi: str
    name_en: str


class CalendarYear(Wire):
    """A year's days off, and the Saturdays that are worked for them.

    Until it is `decided`, only what the Labour Code fixes by itself stands in it.
    """

    year: int
    decided: bool
    holidays: list[Holiday]
    working_days: list[date]
