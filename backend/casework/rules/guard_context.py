"""What a guard must know beside the case itself: who acts, the day, and what other groups say. Plain values only."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from backend.core.local_time import day_of
from backend.ledger.handlers import Refuse
from schemas.core.problems import Text
from schemas.fieldwork.acts import DecisionSubject
from schemas.law.sanctions import ExplanationRight


@dataclass(frozen=True)
class InspectionSeen:
    """The inspection that an act names, as the actor may see it."""

    id: UUID
    state: str
    team_size: int
    leader_card_valid: bool
    no_conflict_declared: bool
    other_case: str | None
    """Number of another case that it led to."""
    issued_on: date | None = None
    start_on: date | None = None
    """The day of its decision, and the one on which it begins as the decision has it."""
    subject: DecisionSubject | None = None
    """Who was inspected, as its decision names him."""
    withdrawn: bool = False
    """Who issued its decision took it back before it was announced."""


@dataclass(frozen=True)
class Contradiction:
    """One thing that an act says otherwise than what was signed or recorded before it."""

    where: Text
    paper: str
    typed: str


@dataclass(frozen=True)
class GuardContext:
    """What a guard is told from outside the case, as it is at this moment."""

    now: datetime
    today: date
    """Of Vietnam."""
    officer_id: UUID
    due: dict[str, datetime] = field(default_factory=dict)
    """End of each running clock by its rule (D08, D09, D12, D15, …): the first instant after it."""
    inspection: InspectionSeen | None = None
    planned_same: tuple[str, ...] = ()
    """Numbers of cases that plan to inspect the same party on the same content this year."""
    rule_set: str = ""
    statute: Text | None = None
    """Why the statute of limitation is over; None where it is not."""
    competence: Text | None = None
    """Why who signed it had not the power to decide this; None where he had."""
    signing: Refuse | None = None
    """Why who issues a paper may not; None where he may."""
    computation: tuple[str, int] | None = None
    """Hash and total of the reckoning, done anew; None where it cannot be done."""
    warning: Text | None = None
    """Which behaviour is warned of although no decree provides it; None where none is."""
    on_spot: Text | None = None
    minutes_on_site: tuple[str, ...] = ()
    """Numbers of the violation minutes that were made on site and that the case did not adopt."""
    seizures_on_site: tuple[str, ...] = ()
    """Numbers of seizure minutes that were made on site against the case's violator and that no case adopted."""
    found_on_site: bool = False
    """The inspection's minutes in force name violations, and no case of it recorded any."""
    posted_from: date | None = None
    """The first day on which a decision that was posted at once counts as delivered."""
    returned_from: date | None = None
    """The same of one that the post returned."""
    begin_by: date | None = None
    """The last day on which the case's inspection can be begun; None where no such day is known."""
    fine_due_on: date | None = None
    """The last day on which the fine was paid in time; None where no such day is known."""
    instalments: Text | None = None
    extension: Text | None = None
    seizure: Text | None = None
    differs: Contradiction | None = None
    """Where the act says otherwise than the paper that it names."""
    hearing: ExplanationRight | None = None
    """Whether the decree gives the right to explain, for what the act, the case or the paper says."""
    hearing_over: bool = False
    """The time to explain is over although no clock ran, because the minutes denied the right."""
    unverified: bool = False
    """The time to decide is longer by an order to verify alone, and no minutes say what came of it."""
    minutes_fresh: bool = False
    """The recorded minutes were signed later than they say they were made, and the violator has had no five working
    days since."""
    withdrawal_over: bool = False
    """The time in which a waiver can be withdrawn is over: that to ask in, for a hearing or in writing."""
    versions_stand: bool = True
    """The behaviours recorded name versions of the catalogue that were in force."""
    same_violator: str | None = None
    """Number of another case of the inspection against the violator of a case that is to be opened."""
    adopter: str | None = None
    """Number of another case that took the paper in."""
    adopted: bool = False
    """The paper that joins the case stands so, with this number, in the record of the case's inspection."""
    number_held: bool = False
    """The number to be voided is the one that is reserved for the paper."""
    numbers_waiting: tuple[str, ...] = ()
    """Papers of the case, by form, for which a number is reserved that is neither used nor void."""
    scan_known: bool = False
    """The scan that the act names is there, of this paper, with this hash, size and type."""
    small_unit: bool = False
    """Three or fewer serve in the case's unit, and the actor is of no unit above it (PRACTICE B6)."""
    rows_fault: Text | None = None
    """Where a paper's behaviours contradict their own codes; None where they do not."""
    form_outdated: bool = False
    """A newer version of the paper's form was there before this day."""
    form_known: bool = True
    """There is the form of the draft, in this version."""
    heads: bool = False
    """The actor has the authority in the case's unit, now."""
    unit_signs: bool = False
    """Papers of its form are signed for the unit, not by an officer for himself."""
    form_fault: Text | None = None
    """What is wrong with a paper's fields; None where they satisfy the form."""

    def over(self, rule: str) -> bool:
        """Whether a clock's time is over. False where no such clock runs."""
        return rule in self.due and self.now >= self.due[rule]

    def nearly_over(self, rule: str) -> bool:
        """Whether 24 hours or less of a clock are left, or none: then a missing opinion never blocks (practice B6)."""
        return rule in self.due and self.now >= self.due[rule] - timedelta(hours=24)

    def over_on(self, rule: str, day: date) -> bool:
        """Whether that time was over before this day of Vietnam: a paper is judged by its own (practice B8)."""
        return rule in self.due and day_after(self.due[rule], day)


def day_after(due_at: datetime, day: date) -> bool:
    """Whether a day of Vietnam lies after the last one of a time limit; `due_at` is the first instant after it."""
    return day_of(due_at - timedelta(microseconds=1)) < day
