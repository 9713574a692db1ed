"""Enumerations of inspection plans. Vietnamese terms are in docs/glossary.md."""

from enum import StrEnum


class PlanKind(StrEnum):
    """What a plan is (Circular 27/2020/TT-BCT Arts 4 to 6)."""

    ORIENTATION = "orientation"
    """The yearly orientation programme (Định hướng chương trình kiểm tra, Art 4)."""
    PERIODIC = "periodic"
    """The yearly plan of a unit (kế hoạch kiểm tra định kỳ)."""
    THEMATIC = "thematic"
    """A plan for an issue outside the yearly one (kế hoạch kiểm tra chuyên đề)."""
    FOREIGN = "foreign"
    """Another agency's plan, entered only to compare subjects with it."""


class PlanState(StrEnum):
    """Where a plan stands."""

    DRAFT = "draft"
    SENT_UP = "sent_up"
    """Proposed to the unit above, which takes its items into its own plan or sends it back."""
    MERGED = "merged"
    """Its items went into the plan of the unit above, and go on there."""
    READY = "ready"
    """Submitted for approval; the content is closed."""
    APPROVED = "approved"
    """Approved; it waits to be issued."""
    ISSUED = "issued"
    ENDED = "ended"
    """Over, with its report of results (Art 7)."""
    GIVEN_UP = "given_up"
    FOREIGN = "foreign"
    """Another agency's: it is compared with, and nothing else happens to it."""


class ItemState(StrEnum):
    """How far an item is. Whether it is late is computed from its days."""

    DRAFT = "draft"
    """Its plan is not issued."""
    PLANNED = "planned"
    DECIDED = "decided"
    """The inspection's decision is issued."""
    RUNNING = "running"
    """The decision was announced on site."""
    DONE = "done"
    NOT_DONE = "not_done"
    """It will not be done in this plan; the reason is recorded (Art 7)."""
    REMOVED = "removed"
    """Taken out, before the issue or after it by an amendment; the reason is recorded."""
    FOREIGN = "foreign"
    """Of another agency's plan."""


class OverlapWay(StrEnum):
    """How a second planned inspection of a subject in a year was resolved (practice B15)."""

    KEPT = "kept"
    """Both stay: there are clear signs of a violation."""
    MOVED = "moved"
    """The other plan inspects; the item leaves this one."""
    DROPPED = "dropped"
    """The item leaves this plan."""


class Match(StrEnum):
    """By what two items were found to concern the same subject."""

    REGISTER = "register"
    TAX_CODE = "tax_code"
    IDENTITY = "identity"
    NAME = "name"
    """Same name and address, written without regard to case and diacritics: a hint, not a proof."""


class ChangeKind(StrEnum):
    """What happened to an item of a plan."""

    ADDED = "added"
    TAKEN_OVER = "taken_over"
    """Taken over from the plan of a unit below."""
    CHANGED = "changed"
    REMOVED = "removed"


class RecipientKind(StrEnum):
    """Who must receive an issued plan (Circular 27/2020 Art 6.1.d; Ordinance 11/2016 Art 20.1)."""

    COMMITTEE = "committee"
    """The People's Committee of the province."""
    SUPERIOR = "superior"
    SUB_UNIT = "sub_unit"
    SUBJECT = "subject"
    """A business or person that the plan names to be inspected."""


class PlanAct(StrEnum):
    """What can happen to a plan."""

    DRAFTED = "plan.drafted"
    """Its head was written: kind, year, period, basis, aim and so on. Each one replaces the last."""
    ITEMS_SET = "plan.items_set"
    ITEMS_REMOVED = "plan.items_removed"
    SENT_UP = "plan.sent_up"
    SENT_BACK = "plan.sent_back"
    MERGED = "plan.merged"
    RELEASED = "plan.released"
    """The plan that had taken its items was given up: it waits at the unit above again."""
    OVERLAP_RESOLVED = "plan.overlap_resolved"
    SUBMITTED = "plan.submitted"
    REOPENED = "plan.reopened"
    """The submission was withdrawn, returned or refused: a draft again."""
    APPROVED = "plan.approved"
    AGREED_ALONE = "plan.agreed_alone"
    """The nation's head agreed to an orientation that nobody else drafted."""
    ISSUED = "plan.issued"
    AMENDED = "plan.amended"
    SENT_OUT = "plan.sent_out"
    """It went to some of those who must receive it."""
    PUBLISHED = "plan.published"
    ITEM_NOT_DONE = "plan.item_not_done"
    ITEM_RESUMED = "plan.item_resumed"
    """An item that was not to be done is planned again."""
    TEAM_CHANGED = "plan.team_changed"
    """Items have another leader or members, because an officer's work was handed over."""
    ENDED = "plan.ended"
    GIVEN_UP = "plan.given_up"
