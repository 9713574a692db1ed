"""Time limits of a case: its acts as facts, the clocks that they start, and reminders of what is due.

A *clock* is one time limit of law that runs, or ran, in one case. No clock is entered by hand:
clocks are computed from the case's acts and can be computed again at any time.
"""

from datetime import date, datetime
from enum import StrEnum
from typing import Any, Literal
from uuid import UUID

import msgspec

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.force.notices import NoticeKind


class ClockState(StrEnum):
    """The state of a clock at a moment."""

    RUNNING = "running"
    HALF = "half"
    """Half of the time is over."""
    LAST_DAY = "last_day"
    """24 hours or less are left. For a limit of 24 hours: its second half."""
    MISSED = "missed"
    """The end has passed, and what had to be done is not done."""
    MET = "met"
    MET_LATE = "met_late"
    LAPSED = "lapsed"
    """The end of a right or of a statute of limitation has passed. Nobody was late, but the right
    is gone."""
    NOT_APPLICABLE = "not_applicable"
    """It ended early for another reason: the case was transferred, closed, …"""


class Limit(Wire):
    """A length of time: clock hours, calendar days, working days, months or years."""

    count: int
    unit: Literal["h", "d", "wd", "m", "y"]


class Fact(Wire):
    """An act of a case as clocks use it: what happened, when it took effect (aware), and some details."""

    act: str
    at: datetime
    details: dict[str, Any] = msgspec.field(default_factory=dict)


class Clock(Wire):
    """One time limit in one case.

    `subject` distinguishes clocks of the same rule (which seizure, which paper), else null.
    `due_at` is the first instant after the period: 24:00 of its last day in Vietnam, or for hours
    the exact minute. `limit` is null if a document states the day. `check` says what in the rule
    nobody has compared with the law yet. `asked` are the facts (rule, start, conditions) with which the
    law book answers the same end without the case; none for a rule set that it does not answer by.
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
    """When it ended without being met: transferred, closed, …"""
    state: ClockState
    extended_by: UUID | None
    """The document that extended it last."""
    calendar_undecided: bool
    """It was counted over a year whose days off are not all decided, so its end may move."""
    lapses: bool
    """It is a right or a statute of limitation. If it passes, nobody was late."""
    watched: bool
    """Whether officers are reminded of it and see it among what is due."""
    asked: dict[str, str] = msgspec.field(default_factory=dict)
    about: Text | None = None
    """Which of several it is, where a case has more than one: the complaint, by what it is against."""
    safe_day: date | None = None
    """Of a limitation period: the last day by the strictest counting (Civil Code Art 151), in Vietnam."""


class DueRow(Wire):
    """A running clock of a case, with the case's number and the officer who answers for it."""

    case_id: UUID
    case_number: str | None
    party: str | None
    clock: Clock
    officers: list[str]


class DuePage(Wire):
    """What is due in a reader's unit, soonest first. `next` is the cursor of the following page."""

    rows: list[DueRow]
    next: str | None


class Notice(Wire):
    """One reminder of a time limit to an officer.

    `text` is made from its key and numbers when it is read. It is the only kind of notice that
    phones know. Notices about people and refusals appear at the desk
    (backend/force/notices/service.py).
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
    """When its matter was done or ended otherwise, so that nobody needs to read it any more."""


class PhoneTold(Wire):
    """What phones show besides time limits.

    A phone that does not know a kind shows title and text.
    """

    id: UUID
    kind: str
    """`device`: the account was used on a device that was new to it, `record_id`. `draft`: a team
    waits for an opinion on its minutes, in the inspection `record_id`. `decision`: a proposal waits for
    the reader's signature. `inspection`: something about the inspection `record_id`. Others are only
    told (backend/force/notices/telling.py)."""
    record_id: UUID
    title: Text
    text: Text
    at: datetime
    about: NoticeKind | None = None
    """What it is for its reader; null in notices from before this was kept."""
    urgent: bool = False
    """It is of a time limit of at most 24 hours, or of security: it breaks quiet hours."""
    due_at: datetime | None = None
    read_at: datetime | None = None
    """When it was read; only what waits for an answer is still here then."""
    quiet_from: int | None = None
    """The reader's quiet hours, in minutes since midnight in Vietnam; null if there are none."""
    quiet_until: int | None = None
