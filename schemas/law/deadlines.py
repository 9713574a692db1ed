"""Time limits of a case: its acts as facts, the clocks that they start, and what is due and told.

A *clock* is one time limit of law that runs, or ran, in one case. Nothing of it is stored by hand: clocks are computed
from the case's acts and can be computed again at any time.
"""

from datetime import datetime
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

import msgspec

from schemas.core.base import Wire
from schemas.core.problems import Text


class ClockState(StrEnum):
    """Where a clock stands at a moment."""

    RUNNING = "running"
    HALF = "half"
    """Half of the time is over."""
    LAST_DAY = "last_day"
    """24 hours or less are left; of a limit of 24 hours, its second half."""
    MISSED = "missed"
    """The end passed and what had to be done is not done."""
    MET = "met"
    MET_LATE = "met_late"
    LAPSED = "lapsed"
    """The end of a right or of a statute of limitation passed: nobody was late, but the right is gone."""
    NOT_APPLICABLE = "not_applicable"
    """It ended before its time for another reason: the case was transferred, closed, …"""


class Limit(Wire):
    """A length of time: clock hours, calendar days, working days, months or years."""

    count: int
    unit: Literal["h", "d", "wd", "m", "y"]


class Fact(Wire):
    """An act of a case as the clocks see it: what happened, when it took effect (aware), and a few plain details."""

    act: str
    at: datetime
    details: dict[str, Any] = msgspec.field(default_factory=dict)


class Clock(Wire):
    """One time limit in one case. `subject` tells clocks of one rule apart (which seizure, which paper), else null.

    `due_at` is the first instant after the period: 24:00 in Vietnam of its last day; of hours, the very minute. `limit`
    is null where a document states the day. `check` says what of the rule nobody has compared with the law yet.
    """

    rule: str
    rule_set: str
    label: Text
    citation: Text
    check: Text | None
    limit: Limit | None
    trigger_act: str
    trigger_at: datetime
    subject: str | None
    half_at: datetime
    due_at: datetime
    met_at: datetime | None
    moot_at: datetime | None
    """It ended without being met: transferred, closed, …"""
    state: ClockState
    extended_by: UUID | None
    """The document that extended it last."""
    calendar_undecided: bool
    """It was counted over a year whose days off are not all decided: the end may move."""
    lapses: bool
    """A right or a statute: passing it is nobody's delay."""
    watched: bool
    """Whether officers are reminded of it and find it among what is due."""


class DueRow(Wire):
    """A clock of a case that runs, with the case's number and who answers for it."""

    case_id: UUID
    case_number: str | None
    party: str | None
    clock: Clock
    officers: list[str]


class DuePage(Wire):
    """What is due in a reader's unit, soonest first; `next` is the cursor of the page after it."""

    rows: list[DueRow]
    next: str | None


class Notice(Wire):
    """A time limit that an officer is told of, once; `text` is made of its key and numbers when it is read.

    The only kind that phones know: of people and refusals the desk tells (backend/force/notices/service.py).
    """

    id: UUID
    kind: Literal["deadline"]
    record_id: UUID
    case_number: str | None
    party: str | None
    rule: str
    moment: Literal["half", "last_day", "missed", "lapsed"]
    title: Text
    text: Text
    due_at: datetime
    at: datetime
    read_at: datetime | None
    settled_at: datetime | None
    """What it was about is done, or was given another end: nobody need read it any more."""


class PhoneTold(Wire):
    """What phones tell of other things than time limits. A phone that does not know a kind shows title and text."""

    id: UUID
    kind: str
    """`device`: the account came to be used on a device that was new to it, `record_id`. `draft`: a team waits for an
    opinion on its minutes, of the inspection `record_id`."""
    record_id: UUID
    title: Text
    text: Text
    at: datetime
