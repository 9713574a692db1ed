"""Dated data of the law about periodic reports: by which day each level sends them."""

from datetime import date
from typing import Annotated

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.law.periods import PeriodKind


class Due(Wire, kw_only=True):
    """By the end of which day a level sends it. Exactly one of `weekday` and `day` is set."""

    level: Annotated[int, Meta(ge=1, le=4)]
    weekday: Annotated[int, Meta(ge=0, le=6)] | None = None
    """0 is Monday: the first such day on or after the period's last day."""
    day: Annotated[int, Meta(ge=1, le=28)] | None = None
    """Of the month in which the period ends."""


class ReportLimit(Wire, kw_only=True):
    """One kind of report and its days."""

    id: str
    label: Text
    citation: Text
    check: Text | None = None
    """What nobody has compared with the text of the law yet."""
    period: PeriodKind
    months: list[int] = field(default_factory=list)
    """Months in which such a period ends; empty: all."""
    due: list[Due]
    near_days: int
    """How many days before it heads are reminded; 0: on the day itself."""
    valid_from: date
    valid_to: date | None = None


class ReportLimits(Wire, kw_only=True):
    """The whole file."""

    limits: list[ReportLimit]
