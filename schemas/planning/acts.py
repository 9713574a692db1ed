"""Contents of the acts of an inspection plan (Circular 27/2020/TT-BCT Arts 4 to 7)."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta, field

from schemas.core.base import Wire
from schemas.core.content_types import LongText, Name, Natural, ShortText
from schemas.core.vocabulary import SubjectKind
from schemas.planning.words import OverlapWay, PlanAct, PlanKind

MOST_ITEMS = 200
"""Items in one act: an act of 200 is some 300 kB. An import makes several acts in one transaction."""
Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
Year = Annotated[int, Meta(ge=2016, le=2999)]
"""Of the calendar; Ordinance 11/2016 is in force since 2016."""
Line = Annotated[str, Meta(min_length=3, max_length=500)]


class UnitTask(Wire):
    """What one unit does under the plan (Art 5.2)."""

    unit_id: UUID
    task: Annotated[str, Meta(min_length=3, max_length=2000)]


class PlanDrafted(Wire):
    """The head of a plan. The first one begins the record; the unit and the kind then stay.

    Texts may be empty in a draft: what the law asks for (Art 5.2) must be there to submit it.
    """

    kind: PlanKind
    unit_id: UUID
    """Whose plan it is; of a foreign plan: the unit that compares with it."""
    year: Year
    """The calendar year in which it is carried out, and in which subjects are counted."""
    title: Annotated[str, Meta(min_length=3, max_length=500)]
    first_day: date
    """In Vietnam, inclusive, like the last."""
    last_day: date
    basis: Annotated[list[Line], Meta(max_length=30)] = field(default_factory=list)
    aim: LongText = ""
    subject_group: LongText = ""
    """Group of subjects, goods, field or area in words."""
    contents: Annotated[list[Line], Meta(max_length=30)] = field(default_factory=list)
    forces: LongText = ""
    """Who carries it out; empty: the units that have tasks."""
    budget_vnd: Natural | None = None
    """In đồng; null where it is not stated as a sum."""
    budget_note: ShortText = ""
    """From which source it is paid."""
    means: LongText = ""
    partners: Annotated[list[Name], Meta(max_length=30)] = field(default_factory=list)
    """Agencies that take part."""
    unit_tasks: Annotated[list[UnitTask], Meta(max_length=100)] = field(default_factory=list)
    reporting: LongText = ""
    """When units report, to whom, and what."""
    agency: Name | None = None
    """Of a foreign plan: whose it is."""
    number: Annotated[str, Meta(max_length=80)] | None = None
    """Of a foreign plan: its number."""
    issued_on: date | None = None
    """Of a foreign plan."""


class PlanSubject(Wire):
    """Whom an item names, copied from the register or typed."""

    subject_id: UUID | None
    """In the register of parties; null if it is not there."""
    kind: SubjectKind
    name: Name
    trade_name: ShortText | None = None
    tax_code: Annotated[str, Meta(max_length=20)] | None = None
    registration_number: Annotated[str, Meta(max_length=60)] | None = None
    """Of the business registration; of a person: the identity number."""
    representative: ShortText | None = None
    representative_title: ShortText | None = None
    phone: Annotated[str, Meta(max_length=40)] | None = None


class ItemOrigin(Wire):
    """The item of another plan from which an item was taken over."""

    plan_id: UUID
    item_id: UUID


class PlanItem(Wire):
    """One inspection of a plan. Exactly one of `subject` and `criterion` is set."""

    item_id: UUID
    subject: PlanSubject | None
    criterion: Annotated[str, Meta(min_length=3, max_length=500)] | None
    """Which subjects are meant, where no one is named yet."""
    address: ShortText
    """Where it takes place; empty for a criterion."""
    area: Annotated[str, Meta(max_length=60)] | None
    """Commune or ward: its name with the province, or the code of a list."""
    first_day: date
    last_day: date
    contents: Annotated[list[Line], Meta(min_length=1, max_length=30)]
    unit_id: UUID
    """The unit that inspects."""
    leader_id: UUID | None = None
    """Proposed; the decision names the team."""
    member_ids: Annotated[list[UUID], Meta(max_length=29)] = field(default_factory=list)
    origin: ItemOrigin | None = None
    note: ShortText = ""


Items = Annotated[list[PlanItem], Meta(min_length=1, max_length=MOST_ITEMS)]
ItemIds = Annotated[list[UUID], Meta(min_length=1, max_length=MOST_ITEMS)]


class ItemsSet(Wire):
    """Items of a draft are added, or replaced by their id."""

    items: Items
    source: ShortText = ""
    """Where they come from: the name of an imported file."""


class ItemsRemoved(Wire):
    """Items leave a draft. The reason is required for those taken over from a unit below."""

    item_ids: ItemIds
    reason: ShortText


class SentUp(Wire):
    """The draft is proposed to the unit above (Art 6.1: before 1 December)."""

    note: LongText


class SentBack(Wire):
    """The unit above sends the proposal back."""

    reason: Reason


class Merged(Wire):
    """The unit above took its items into its own plan."""

    into_plan_id: UUID
    taken: Natural
    """How many items."""


class Released(Wire):
    """The plan that had taken its items was given up."""

    reason: ShortText


class OverlapResolved(Wire):
    """A second planned inspection of a subject in a year is resolved (practice B15)."""

    item_id: UUID
    other_item_id: UUID
    way: OverlapWay
    reason: Reason
    """For `kept`: the clear signs of a violation."""


class PlanSubmitted(Wire):
    """The draft is closed and submitted for approval."""

    note: LongText


class PlanReopened(Wire):
    """The plan is a draft again."""

    reason: ShortText


class PlanApproved(Wire):
    """Who decides approved it, by the submission."""

    submission_id: UUID


class PlanAgreedAlone(Wire):
    """The nation's head agrees to an orientation that nobody else drafted (tự soạn, tự ký; practice B6).

    The Minister issues it (Circular 27/2020 Art 4.2), who is the second person. Listed for auditors."""

    reason: Annotated[str, Meta(min_length=3, max_length=500)]


class PlanIssued(Wire):
    """The plan was signed and issued as a paper."""

    number: Annotated[str, Meta(min_length=1, max_length=80)]
    issued_on: date
    signer_name: Name
    signer_title: ShortText
    document_id: UUID | None = None
    """The paper, made and signed here."""
    scan_id: UUID | None = None
    """The scan of a paper that was signed outside this system."""


class OverlapKept(Wire):
    """A second planned inspection that stays, because of clear signs of a violation."""

    item_id: UUID
    other_item_id: UUID
    reason: Reason


class PlanAmended(Wire):
    """The plan is changed after its issue."""

    reason: Reason
    items: Annotated[list[PlanItem], Meta(max_length=MOST_ITEMS)] = field(default_factory=list)
    """Added, or replaced by their id."""
    removed: Annotated[list[UUID], Meta(max_length=MOST_ITEMS)] = field(default_factory=list)
    first_day: date | None = None
    """Null: the period stays."""
    last_day: date | None = None
    number: Annotated[str, Meta(max_length=80)] | None = None
    """Of the paper that amends it."""
    kept: Annotated[list[OverlapKept], Meta(max_length=MOST_ITEMS)] = field(default_factory=list)
    """Second planned inspections that the changed items are, with the reason of each."""


class SentOut(Wire):
    """The issued plan went to some of those who must receive it."""

    recipients: Annotated[
        list[Annotated[str, Meta(min_length=1, max_length=120)]], Meta(min_length=1, max_length=500)
    ]
    """Keys of the list of recipients."""
    way: Literal["direct", "post", "electronic"]
    sent_on: date
    note: ShortText = ""


class PlanPublished(Wire):
    """The plan was posted publicly, at the office or on its web site (Circular 27/2020 Art 6.1.d)."""

    where: Annotated[str, Meta(min_length=3, max_length=500)]
    published_on: date


class ItemNotDone(Wire):
    """An item is not done in this plan (Art 7)."""

    item_id: UUID
    reason: Reason


class ItemResumed(Wire):
    """An item that was not to be done is planned again."""

    item_id: UUID
    reason: Reason


class TeamChanged(Wire):
    """Items get another leader or other members and stay as they are in all else: an officer's work was handed over."""

    items: Items
    from_id: UUID
    to_id: UUID
    reason: Reason


class UnitResult(Wire):
    """What one unit did, as counted when the plan ended."""

    unit_id: UUID
    planned: Natural
    done: Natural
    not_done: Natural


class PlanEnded(Wire):
    """The plan is over, with the report of its results (Art 7)."""

    text: LongText
    results: Annotated[list[UnitResult], Meta(max_length=1000)]
    """Counted by the system; the door compares it."""


class PlanGivenUp(Wire):
    """The plan is given up before its issue; a foreign one is taken out of the comparison."""

    reason: Reason


PLAN_CONTENTS: dict[str, type[Wire]] = {
    PlanAct.DRAFTED: PlanDrafted,
    PlanAct.ITEMS_SET: ItemsSet,
    PlanAct.ITEMS_REMOVED: ItemsRemoved,
    PlanAct.SENT_UP: SentUp,
    PlanAct.SENT_BACK: SentBack,
    PlanAct.MERGED: Merged,
    PlanAct.RELEASED: Released,
    PlanAct.OVERLAP_RESOLVED: OverlapResolved,
    PlanAct.SUBMITTED: PlanSubmitted,
    PlanAct.REOPENED: PlanReopened,
    PlanAct.APPROVED: PlanApproved,
    PlanAct.AGREED_ALONE: PlanAgreedAlone,
    PlanAct.ISSUED: PlanIssued,
    PlanAct.AMENDED: PlanAmended,
    PlanAct.SENT_OUT: SentOut,
    PlanAct.PUBLISHED: PlanPublished,
    PlanAct.ITEM_NOT_DONE: ItemNotDone,
    PlanAct.ITEM_RESUMED: ItemResumed,
    PlanAct.TEAM_CHANGED: TeamChanged,
    PlanAct.ENDED: PlanEnded,
    PlanAct.GIVEN_UP: PlanGivenUp,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
