"""How the stories of inspections end, how often, and which end must be there once. Pure."""

from enum import StrEnum


class End(StrEnum):
    """How far a story comes at most."""

    PLAN_ITEM = "plan_item"
    """A case that the plan foresees, of which no inspection is decided yet."""
    NO_ACTION = "no_action"
    """One that was foreseen and closed: the party has ceased to trade."""
    PROPOSED = "proposed"
    """An officer proposed an inspection; the head has not decided."""
    REJECTED = "rejected"
    PLAN_READY = "plan_ready"
    """The ad-hoc plan (phương án) is issued, and no decision yet (Circular 27/2020 Art 12)."""
    WAITS = "waits"
    """Decided, to be begun."""
    EXPIRED = "expired"
    """Decided, and not begun in its time."""
    OPENED = "opened"
    """A phone has taken it up, on the way."""
    GIVEN_UP = "given_up"
    """The team asks to give the visit up; nobody has withdrawn the decision."""
    CALLED_OFF = "called_off"
    """The head withdrew the decision, as the team asked, and the case lapsed."""
    BEGUN = "begun"
    AT_WORK = "at_work"
    """As BEGUN, by the plan: no case yet."""
    NOT_EXECUTED = "not_executed"
    """The place was closed: minutes of non-execution."""
    SUBMITTED = "submitted"
    INSPECTED = "inspected"
    """No violation, and the case that began with a proposal is not closed yet."""
    CLEAN = "clean"
    """No violation: the head agrees to the file."""
    ON_SPOT = "on_spot"
    """Sanctioned without violation minutes (MQĐ01), not delivered yet."""
    ON_SPOT_PAID = "on_spot_paid"
    RECORDED = "recorded"
    """Violation minutes; the case waits for the opinion on the inspection's file."""
    EXPLAINING = "explaining"
    """The violator may still explain."""
    ASKED = "asked"
    """The violator asks to explain, and has not yet."""
    VERIFYING = "verifying"
    """Verification was ordered after the inspection, before any minutes (Ordinance Art 27.4)."""
    VERIFIED = "verified"
    """Verified after the inspection: no violation, and closed."""
    DUE = "due"
    WITH_CHAIR = "with_chair"
    DECLINED = "declined"
    """Decided not to sanction (Law 15/2012 Art 65)."""
    TRANSFERRED = "transferred"
    CRIME = "crime"
    """Referred to the prosecution bodies, which have the file."""
    CRIME_RETURNED = "crime_returned"
    """Referred, and returned: the case waits for its decision again (Art 63)."""
    REMEDIES_ALONE = "remedies_alone"
    """The violator has died: nothing but remedies (Art 65.2)."""
    SEIZED = "seized"
    """Goods are held by the head's decision (Art 125); the case waits for its own."""
    CONFISCATED = "confiscated"
    """Goods were seized, and the violator has died: nothing but their confiscation (Art 65.2)."""
    SANCTIONED = "sanctioned"
    DELIVERED = "delivered"
    PART_PAID = "part_paid"
    PAID = "paid"
    EXECUTED = "executed"
    ARCHIVED = "archived"
    COMPLAINED = "complained"
    """A complaint against the decision is being resolved."""
    RESOLVED = "resolved"
    """A complaint was resolved, the decision stays."""
    SUSPENDED = "suspended"
    """Execution is suspended while a complaint is being resolved (Law on Complaints Art 35)."""
    POSTPONED = "postponed"
    """The fine is postponed (Art 76)."""
    REDUCED = "reduced"
    """Postponed, then reduced (Art 77), and the rest was paid."""
    WAIVED = "waived"
    """Postponed, then waived (Art 77)."""
    INSTALMENTS = "instalments"
    """The fine is paid in parts (Art 79)."""
    ANNULLED = "annulled"
    """The decision was cancelled as a whole (Decree 118/2021 Art 13)."""
    CORRECTED = "corrected"
    """A slip in the decision was corrected (Art 14), and the fine paid."""
    ENFORCING = "enforcing"
    """Enforcement (cưỡng chế) is ordered."""
    ENFORCED = "enforced"
    """The fine came by enforcement, and the file is archived."""
    LAPSED = "lapsed"
    """A year is over: the fine can no longer be collected (Art 74)."""


FORESEEN = frozenset({End.PLAN_ITEM, End.NO_ACTION})
"""Cases that begin with an item of a plan, and end before an inspection."""
NOT_VISITED = frozenset({End.PROPOSED, End.REJECTED, End.PLAN_READY}) | FORESEEN
"""Without an inspection decision."""
NOBODY_CAME = frozenset({End.WAITS, End.EXPIRED})
BEFORE_MINUTES = frozenset({End.OPENED, End.GIVEN_UP, End.BEGUN, End.AT_WORK})
WITHOUT_VIOLATION = (
    frozenset({End.CALLED_OFF, End.NOT_EXECUTED, End.SUBMITTED, End.INSPECTED, End.CLEAN})
    | NOT_VISITED
    | NOBODY_CAME
    | BEFORE_MINUTES
)
WITHOUT_MINUTES = WITHOUT_VIOLATION | {
    End.ON_SPOT,
    End.ON_SPOT_PAID,
    End.VERIFYING,
    End.VERIFIED,
}
"""Stories without violation minutes."""
BEFORE_THE_OPINION = (WITHOUT_VIOLATION - {End.CLEAN, End.INSPECTED}) | {End.RECORDED, End.ON_SPOT}
"""Stories in which the head has not agreed to the file, which takes a day."""
BY_PROPOSAL = frozenset(
    {
        End.PROPOSED,
        End.REJECTED,
        End.PLAN_READY,
        End.EXPIRED,
        End.OPENED,
        End.GIVEN_UP,
        End.CALLED_OFF,
        End.BEGUN,
        End.NOT_EXECUTED,
        End.INSPECTED,
    }
)
"""Stories that always begin with a proposal, so that cases stand where their inspections do."""
SEIZING = frozenset({End.SEIZED, End.CONFISCATED})
"""Stories in which goods are taken on site."""
OF_HOUSEHOLDS = frozenset({End.REMEDIES_ALONE, End.CONFISCATED})
"""Stories in which the violator dies, who is no company then."""
RELIEVED = frozenset({End.POSTPONED, End.REDUCED, End.WAIVED, End.INSTALMENTS})
"""A large fine of a natural person (Arts 76, 79)."""
DECIDED = RELIEVED | {
    End.SANCTIONED,
    End.DELIVERED,
    End.PART_PAID,
    End.PAID,
    End.EXECUTED,
    End.ARCHIVED,
    End.COMPLAINED,
    End.RESOLVED,
    End.SUSPENDED,
    End.ANNULLED,
    End.CORRECTED,
    End.ENFORCING,
    End.ENFORCED,
    End.LAPSED,
}
"""Stories with a sanction decision on violation minutes."""

OLD = (
    (End.CLEAN, 61),
    (End.ARCHIVED, 21),
    (End.EXECUTED, 4),
    (End.DECLINED, 3),
    (End.TRANSFERRED, 3),
    (End.ENFORCED, 3),
    (End.REJECTED, 2),
    (End.RESOLVED, 1),
    (End.PART_PAID, 1),
    (End.DELIVERED, 1),
)
"""How stories end that are over: so many of a hundred."""
RECENT = (
    (End.CLEAN, 11),
    (End.ARCHIVED, 4),
    (End.EXECUTED, 3),
    (End.PAID, 2),
    (End.DELIVERED, 2),
    (End.PART_PAID, 1),
    (End.REJECTED, 1),
)
"""Of twenty-four: much of it goes on."""
NEW = (
    (End.SUBMITTED, 5),
    (End.RECORDED, 5),
    (End.CLEAN, 5),
    (End.DUE, 4),
    (End.EXPLAINING, 3),
    (End.PROPOSED, 2),
)

ONCE = (
    (End.OPENED, 0),
    (End.BEGUN, 0),
    (End.AT_WORK, 0),
    (End.AT_WORK, 0),
    (End.SUBMITTED, 1),
    (End.GIVEN_UP, 1),
    (End.RECORDED, 1),
    (End.PROPOSED, 1),
    (End.SEIZED, 2),
    (End.PLAN_ITEM, 2),
    (End.PLAN_READY, 2),
    (End.ON_SPOT, 2),
    (End.INSPECTED, 3),
    (End.NOT_EXECUTED, 3),
    (End.EXPLAINING, 3),
    (End.ASKED, 3),
    (End.DUE, 4),
    (End.VERIFYING, 5),
    (End.SANCTIONED, 6),
    (End.CRIME_RETURNED, 9),
    (End.DELIVERED, 12),
    (End.WITH_CHAIR, 13),
    (End.PAID, 16),
    (End.PART_PAID, 16),
    (End.COMPLAINED, 18),
    (End.EXECUTED, 20),
    (End.SUSPENDED, 24),
    (End.CRIME, 11),
    (End.REMEDIES_ALONE, 30),
    (End.CONFISCATED, 33),
    (End.POSTPONED, 36),
    (End.INSTALMENTS, 42),
    (End.ENFORCING, 48),
    (End.ANNULLED, 70),
    (End.CORRECTED, 80),
    (End.TRANSFERRED, 90),
    (End.DECLINED, 100),
    (End.ON_SPOT_PAID, 110),
    (End.EXPIRED, 120),
    (End.REJECTED, 130),
    (End.CALLED_OFF, 135),
    (End.VERIFIED, 145),
    (End.NO_ACTION, 140),
    (End.RESOLVED, 150),
    (End.REDUCED, 190),
    (End.WAIVED, 230),
    (End.ENFORCED, 260),
    (End.LAPSED, 430),
)
"""Every end but the usual ones, each with the age in days of the story that is to come to it: whatever
the day, each is there at least once. One that needs more time than there is comes as far as it can."""
