"""What pages show of inspection plans. Times are UTC, days Vietnam's."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from schemas.core.base import Wire
from schemas.core.problems import Text
from schemas.fieldwork.decisions import TeamCandidate
from schemas.planning.acts import PlanDrafted, PlanItem, UnitResult
from schemas.planning.words import (
    ChangeKind,
    ItemState,
    Match,
    OverlapWay,
    PlanKind,
    PlanState,
    RecipientKind,
)


class PlanClock(Wire):
    """One time limit of a plan (Circular 27/2020 Arts 4 to 7), computed from dated law data."""

    rule: str
    label: Text
    citation: Text
    check: Text | None
    """What nobody has compared with the text of the law yet."""
    due_at: datetime
    """The first instant after the limit."""
    met_at: datetime | None
    state: str
    """`running`, `near`, `late`, `met`, `met_late` or `moot`."""
    rest: Text
    """The time that is left, or by how much it is late, in words."""


class PlanRow(Wire):
    """A plan, as lists show it."""

    id: UUID
    kind: PlanKind
    state: PlanState
    year: int
    title: str
    unit_id: UUID
    unit_name: Text
    agency: str | None
    number: str | None
    issued_on: date | None
    first_day: date
    last_day: date
    items: int
    """Those that are not removed."""
    done: int
    not_done: int
    overlaps: int
    """Not resolved, when the plan was changed last; the plan's page counts anew."""
    clock: PlanClock | None
    """The limit that ends first of those that run or are missed."""
    changed_at: datetime


class Allowed(Wire):
    """What the reader may do with a plan now."""

    edit: bool
    send_up: bool
    send_back: bool
    merge: bool
    """Take its items into a plan of the reader's own unit."""
    submit: bool
    agree_alone: bool
    """The reader heads the nation's unit and alone drafted the orientation (practice B6)."""
    reopen: bool
    """Take back the submission, or open an approved plan again."""
    issue: bool
    amend: bool
    send_out: bool
    publish: bool
    not_done: bool
    end: bool
    give_up: bool


class PlanView(Wire):
    """A plan with its head, for a reader in whose sight it is."""

    row: PlanRow
    head: PlanDrafted
    whole: bool
    """Whether the reader sees all items; else only those of the reader's unit and below."""
    drafted_by_name: str
    own_head: bool
    """The head of its unit issues it without anybody's approval (Circular 27/2020 Art 6.2.b)."""
    sent_to: UUID | None
    """The unit to which it was sent up."""
    sent_back_reason: str | None
    merged_into: UUID | None
    submission_id: UUID | None
    """The newest, of backend/approvals."""
    signer: str | None
    document_id: UUID | None
    scan_id: UUID | None
    published: str | None
    published_on: date | None
    clocks: list[PlanClock]
    missing: list[Text]
    """What keeps it from being submitted: contents of Art 5.2, days outside the period, overlaps."""
    report: str | None
    results: list[UnitResult]
    may: Allowed


class ItemRow(Wire):
    """An item, as lists, boards and calendars show it."""

    id: UUID
    plan_id: UUID
    plan_kind: PlanKind
    plan_title: str
    plan_number: str | None
    year: int
    state: ItemState
    late: bool
    """Not done, and its last day is over."""
    subject_name: str | None
    criterion: str | None
    address: str
    area: str | None
    first_day: date
    last_day: date
    unit_id: UUID
    """Which inspects now: the successor, if the unit that the plan names ended."""
    unit_name: Text
    was_unit_name: Text | None
    """The unit that the plan names, if that ended."""
    leader_name: str | None
    inspection_id: UUID | None
    decision_number: str | None
    reason: str | None
    """Why it is not done, or was removed."""
    overlaps: int
    """Items of this or another plan with the same subject in the year that nobody resolved."""


class FieldChange(Wire):
    """A field of an item that differs, as JSON values."""

    field: str
    before: Any
    after: Any


class ItemView(Wire):
    """An item with its content."""

    row: ItemRow
    item: PlanItem
    origin_unit_name: Text | None
    against_origin: list[FieldChange]
    """What differs now from the item of the unit below."""
    may_decide: bool
    """Draft the decision of its inspection."""
    may_say_not_done: bool
    may_resume: bool


class ItemChange(Wire):
    """What was done to an item of a plan, the newest last."""

    item_id: UUID
    subject: str
    kind: ChangeKind
    fields: list[FieldChange]
    """Against the item before; for `taken_over`: against the item of the unit below."""
    reason: str
    by_name: str
    at: datetime
    from_unit_name: Text | None
    """Of `taken_over`: whose plan it came from."""
    amended: bool
    """After the issue."""


class OverlapRow(Wire):
    """A second planned inspection of the same subject in the same year.

    Of another unit's plan it tells the plan's number or kind, the unit and the month, and no more.
    """

    item_id: UUID
    other_item_id: UUID
    subject_name: str
    match: Match
    first_day: date
    other_plan_id: UUID | None
    """Null if that plan is out of the reader's sight."""
    other_plan: str
    """Its number, or its title's place: `number` where issued, else empty."""
    other_kind: PlanKind
    other_unit_name: Text
    other_agency: str | None
    other_month: date
    """First day of the month."""
    same_contents: bool | None
    """Null where contents do not count."""
    resolved: OverlapWay | None
    reason: str | None
    resolved_by_name: str | None


class RecipientRow(Wire):
    """Somebody who must receive an issued plan."""

    key: str
    kind: RecipientKind
    name: str
    address: str
    unit_id: UUID | None
    sent_on: date | None
    way: str | None
    sent_by_name: str | None
    note: str


class HistoryRow(Wire):
    """An act of a plan, as its history shows it."""

    number: int
    act: str
    by_name: str
    at: datetime
    detail: Text
    """What it said, in words."""


class UnitMonth(Wire):
    """The progress of one unit in one month, by the items' last day."""

    unit_id: UUID
    unit_name: Text
    month: date
    planned: int
    decided: int
    running: int
    done: int
    not_done: int
    late: int
    """Of planned, decided and running."""


class Progress(Wire):
    """Progress of issued plans per unit and month."""

    rows: list[UnitMonth]
    day: date
    """As of which day `late` is."""


class ReportNumbers(Wire):
    """What the end report counts (Art 7), and which items still lack a reason."""

    planned: int
    done: int
    not_done: int
    open: int
    """Neither done nor with a reason: none may be left."""
    results: list[UnitResult]
    reasons: list[ItemRow]
    """Items not done, with why; the first 500."""
    still_open: list[ItemRow]
    """The first 500."""


class TeamReason(Wire):
    """Why an officer is suggested, or placed lower."""

    good: bool
    text: Text


class TeamSuggestion(Wire):
    """An officer for an item's team, the most suitable first."""

    officer: TeamCandidate
    may_lead: bool
    """Has a card that is valid on the item's days."""
    away: bool
    load: int
    """Inspections and items of the officer in these days."""
    reasons: list[TeamReason]
