"""What guards need from outside the case: who acts, the day, and what other groups say.

Plain values only.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from backend.core.local_time import day_of
from backend.ledger.handlers import Refuse
from schemas.casework.acts.intake import InspectionEnd
from schemas.casework.acts.rule_sets import ClockMoved
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
    """Number of another case that was opened from it."""
    issued_on: date | None = None
    start_on: date | None = None
    """The day of its decision, and the day on which that decision has it begin."""
    subject: DecisionSubject | None = None
    """The inspected party, as its decision names it."""
    withdrawn: bool = False
    """The issuer of its decision took it back before it was announced."""
    ended: InspectionEnd | None = None
    """Its end, once its minutes were submitted."""
    plan_said: bool = False
    """Its own record has the plan that preceded its decision, or the reason of an emergency."""


class Unprovided(NamedTuple):
    """Measures that no row of the recorded behaviours provides, and whether all these rows are certain."""

    names: Text
    certain: bool


@dataclass(frozen=True)
class Contradiction:
    """One point in which an act contradicts what was signed or recorded before it."""

    where: Text
    paper: Text
    typed: Text


@dataclass(frozen=True)
class GuardContext:
    """What a guard gets from outside the case, as it is at this moment."""

    now: datetime
    today: date
    """Vietnam's day."""
    officer_id: UUID
    due: dict[str, datetime] = field(default_factory=dict)
    """End of each running clock by its rule (D08, D09, D12, D15, …): the first instant after it."""
    inspection: InspectionSeen | None = None
    planned_same: tuple[str, ...] = ()
    """Numbers of cases that plan to inspect the same party on the same content this year."""
    rule_set: str = ""
    statute: Text | None = None
    """Why the statute of limitation is over; None if it is not."""
    competence: Text | None = None
    """Why the signer of the decision had no power for it; None if they had."""
    signing: Refuse | None = None
    """Why the officer who issues a paper may not; None if they may."""
    computation: tuple[str, int] | None = None
    """Hash and total of the sanction, computed anew; None if that is impossible."""
    warning: Text | None = None
    """Which behaviour gets a warning that no decree provides; None if none does."""
    on_spot: Text | None = None
    minutes_on_site: tuple[str, ...] = ()
    """Numbers of violation minutes on site that no case adopted, and of those that another case of
    the inspection has against the violator."""
    seizures_on_site: tuple[str, ...] = ()
    """Numbers of seizure minutes that were made on site against the case's violator and that no
    case adopted."""
    found_on_site: bool = False
    """The inspection's minutes in force name violations, and no case of it recorded any."""
    begin_by: date | None = None
    """The last day on which the case's inspection can begin; None if no such day is known."""
    fine_due_on: date | None = None
    """The last day to pay the fine in time; None if no such day is known."""
    relief: Text | None = None
    """Which conditions of a postponement or of instalments seem not to be met."""
    instalments_sum: Text | None = None
    """How the parts of a fine sum to another amount than is left of it."""
    resolve_by: date | None = None
    """The last day to resolve the complaint that the act names; None if no such clock runs."""
    complain_by: date | None = None
    """The last day for the complaint that the act names: the first, or a second one."""
    maker_left: bool = False
    """Who made the decision complained of holds no office of the case's units any more."""
    partial_by: date | None = None
    """The last day for a decision to carry only a part out (MQĐ17)."""
    change_by: date | None = None
    """The last day to amend or correct the decision, or to cancel a part of it (MQĐ38, MQĐ39)."""
    extension: Text | None = None
    moved: tuple[ClockMoved, ...] = ()
    """Every time limit of the case that changes under the newest rule set."""
    seizure: Text | None = None
    unprovided: Unprovided | None = None
    """Measures of a decision without a fine that no row of the recorded behaviours provides."""
    differs: Contradiction | None = None
    """Where the act contradicts the paper that it names."""
    hearing: ExplanationRight | None = None
    """Whether the decree gives the right to explain, for what the act, the case or the paper
    records."""
    hearing_over: bool = False
    """The time to explain is over although no clock ran, because the minutes denied the right."""
    unverified: bool = False
    """The decision is in time only by an order to verify, and no minutes say what came of it."""
    minutes_fresh: bool = False
    """The recorded minutes were signed later than they say they were made. The violator has not had
    five working days since."""
    withdrawal_over: bool = False
    """The time to withdraw a waiver is over. It is the time in which to ask for a hearing or to
    explain in writing."""
    versions_stand: bool = True
    """The recorded behaviours name versions of the catalogue that were in force."""
    same_violator: str | None = None
    """Number of another case of the inspection against the violator of a case to be opened."""
    received_by: str | None = None
    """Number of another case that took the same minutes, or decision, of another body in."""
    own_unit: bool = False
    """The body that sent the file is the case's unit, or one above it, by its name."""
    above: bool = False
    """The unit that the act names is above the case's."""
    adopter: str | None = None
    """Number of another case that adopted the paper."""
    adopted: bool = False
    """The record of the case's inspection has the paper that joins, with this content and number."""
    number_held: bool = False
    """The number to be voided is the one that is reserved for the paper."""
    numbers_waiting: tuple[str, ...] = ()
    """Forms of the case's papers for which a number is reserved that is neither used nor void."""
    scan_known: bool = False
    """The scan that the act names is stored, for this paper, with this hash, size and type."""
    seal_fault: str | None = "case_seal_unknown"
    """Why the file or the certificate that a seal names does not serve, as a code; None if they do."""
    file_known: bool = False
    """The file that the act names came for this case, with this hash, size and type."""
    small_unit: bool = False
    """Three or fewer serve in the case's unit, and the actor is of no unit above it (PRACTICE B6)."""
    rows_fault: Text | None = None
    """How a paper's behaviours contradict their own codes; None if they do not."""
    form_outdated: bool = False
    """A newer version of the paper's form existed before this day."""
    form_known: bool = True
    """The draft's form exists, in this version."""
    heads: bool = False
    """The actor has the authority in the case's unit, now."""
    unit_signs: bool = False
    """Papers of its form are signed for the unit, not for one officer."""
    form_fault: Text | None = None
    """What is wrong with a paper's fields; None if they satisfy the form."""

    def over(self, rule: str) -> bool:
        """Tell whether a clock's time is over. False if no such clock runs."""
        return rule in self.due and self.now >= self.due[rule]

    def last_day(self, rule: str) -> date | None:
        """Return the last day (Vietnam's) of a clock that runs, or None."""
        return last_day(self.due[rule]) if rule in self.due else None

    def nearly_over(self, rule: str) -> bool:
        """Tell whether a clock has 24 hours or less left, or none.

        Then a missing opinion never blocks (practice B6).
        """
        return rule in self.due and self.now >= self.due[rule] - timedelta(hours=24)

    def over_on(self, rule: str, day: date) -> bool:
        """Tell whether that time was over before this day of Vietnam.

        A paper is judged by its own day (practice B8).
        """
        last = self.last_day(rule)
        return last is not None and last < day


def day_after(due_at: datetime, day: date) -> bool:
    """Tell whether a day of Vietnam is after a time limit's last day.

    `due_at` is the first instant after that day.
    """
    return last_day(due_at) < day


def last_day(due_at: datetime) -> date:
    """Return the last day of a time limit, from the first instant after it."""
    return day_of(due_at - timedelta(microseconds=1))
