"""Dated data of the law about inspection plans: their time limits, and how often a subject may be planned."""

from datetime import date
from enum import StrEnum
from typing import Annotated, Literal

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.problems import Text


class Milestone(StrEnum):
    """What happens to a plan that a limit counts from, or ends with."""

    SENT_UP = "sent_up"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    ISSUED = "issued"
    ENDED = "ended"


class BeforeDay(Wire):
    """A day of the calendar: the limit ends when it begins, in Vietnam."""

    year: Literal[-1, 0, 1]
    """Relative to the year of the plan."""
    month: Annotated[int, Meta(ge=1, le=12)]
    day: Annotated[int, Meta(ge=1, le=31)]


class PlanLimit(Wire, kw_only=True):
    """One limit. Exactly one of `before`, `working_days` and `period` says where it ends."""

    id: str
    label: Text
    citation: Text
    check: Text | None = None
    """What nobody has compared with the text of the law yet."""
    kinds: list[str]
    levels: list[int]
    """Of the unit whose plan it is: 1 the nation, 2 a province, 3 a team."""
    ends_with: list[Milestone]
    """Any of these meets it."""
    since: Milestone | None = None
    """It runs from then on; null: from the draft."""
    before: BeforeDay | None = None
    working_days: int | None = None
    """From `since`."""
    period: bool = False
    """It ends with the first working day after the plan's own period."""
    near_days: int
    """How many days before its end heads are reminded."""
    valid_from: date
    valid_to: date | None = None
    """First day on which it is no longer in force."""


class OncePerYear(Wire, kw_only=True):
    """How often a subject may be inspected by plan in a year (practice B15)."""

    scope: Literal["content", "any"]
    """`content`: once on the same content; `any`: once, whatever the content."""
    citation: Text
    check: Text | None = None
    valid_from: date


class PlanPeriod(Wire):
    """Between which days of its year a plan of a kind is carried out."""

    kinds: list[str]
    first: BeforeDay
    before: BeforeDay
    citation: Text
    valid_from: date


class PlanRules(Wire):
    """The whole file."""

    limits: list[PlanLimit]
    planned_once_per_year: list[OncePerYear]
    periods: list[PlanPeriod]
