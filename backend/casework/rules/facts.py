"""A case as its acts tell it: a pure fold of acts into facts.

Guards read these facts, the read tables are written from them, and the legal clocks follow their
events. So each row that is written about a case has one meaning.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal
from uuid import UUID

from backend.casework.rules.complaint_facts import Complaint
from backend.casework.rules.folio import FolioEntry
from backend.law import books
from backend.law.rules.clocks import Run
from backend.ledger.rules import events
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.acts import intake as case_intake_acts
from schemas.casework.acts import notices as case_notices
from schemas.casework.acts import parts as case_parts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import (
    ByHand,
    CaseAct,
    CaseState,
    DocumentState,
    ExhibitState,
    InformationSource,
    SeizurePurpose,
)
from schemas.law.sanctions import SanctionOrder


@dataclass(frozen=True)
class Event(events.Event[CaseAct]):
    """An accepted act of the case."""

    meant: bool = False
    """No entry of the ledger: the act before it amounts to this one, and has the same number."""


@dataclass
class Hands:
    """The officers who handled a paper, whatever its present state."""

    drafters: set[UUID] = field(default_factory=set)
    """Officers who wrote any draft of it."""
    made_ready: bool = False
    printed_by: UUID | None = None
    """Who printed it last: its signer, or the officer who entered it again for the signer."""
    scanned_by: UUID | None = None
    """The officer who sent its newest scan."""
    sent_back_by: UUID | None = None
    """The officer who last said that the scan is not what was printed."""
    sent_back: set[str] = field(default_factory=set)
    """Hashes of the scans that were sent back so."""


@dataclass
class Paper:
    """A document of the case."""

    id: UUID
    form: str
    form_version: int
    state: DocumentState
    fields: dict[str, Any]
    fields_hash: str
    drafted_by: UUID
    drafted_at: datetime
    replaces: UUID | None = None
    belongs_to: UUID | None = None
    """Of a list or an annex: the paper that it goes with."""
    number: str | None = None
    issued_on: date | None = None
    issued_by: UUID | None = None
    issuer_title: str | None = None
    """The title under which it was signed."""
    numbered_at: datetime | None = None
    """When it got its number, by the server's clock."""
    adopted: bool = False
    cancelled_by: UUID | None = None
    """Never reset. Whatever is written about the paper later, even another state, it stays cancelled."""
    replaced_by: UUID | None = None
    amended_by: list[UUID] = field(default_factory=list)
    pages: int = 0
    hand: ByHand | None = None
    """How far it is, if it is signed by hand; None if it is signed otherwise, or not at all."""
    scan_sha256: str | None = None
    """Hash of the scan that counts."""
    sent_back: bool = False
    """A second person sent its scan back. Until another comes, nothing shows a signature."""
    handed_over: bool = False
    """It was delivered at some time, whatever its state is now."""
    hands: Hands = field(default_factory=Hands)
    elsewhere: bool = False
    """Another body made it: their violation minutes, or a chair's decision. Ours to keep, not to change."""
    ins_number: str | None = None
    """Its number in the force's national database (INS), once somebody entered it."""
    signed_sha256: str | None = None
    """Hash of its file, if an officer signed it digitally here."""
    sealed_sha256: str | None = None
    """Hash of the file with the agency's signature over it; None until the clerk sealed it."""
    said: dict[str, Any] | None = None
    """What its signer said besides it, by the fields of the act that it means. None for papers from before
    this was kept, and for those that were made elsewhere."""
    restored: bool = False
    """It was entered with the number and day that people hold: a restore lost it, or it was signed in an outage."""

    @property
    def stands(self) -> bool:
        """Whether it is in force: signed, and neither cancelled nor replaced."""
        return self.state in (DocumentState.SIGNED, DocumentState.DELIVERED)


def cancels_whole(paper: Paper) -> bool:
    """Tell whether a paper is a decision that cancels another whole (MQĐ40; in part it amends)."""
    return paper.form == "MQĐ40" and paper.fields.get("scope") != "part"


@dataclass
class Exhibit:
    """An exhibit and where it is."""

    content: case_exhibit_acts.Exhibit
    position: int
    state: ExhibitState
    keeper: str
    place: str
    seized_at: datetime
    until: date | None = None
    seal: str | None = None
    sold_early: bool = False
    """It was sold as perishable and is money now: decided upon like goods, not sold again or destroyed."""
    purpose: SeizurePurpose | None = None
    """The purpose for which the decision in force holds it; None if none is named."""
    part_of: UUID | None = None
    """The seized exhibit from which it was divided."""
    notices: tuple[case_notices.OwnerNotified, ...] = ()
    """Notices to its owner, in order: after the first it waits for the second, then to be
    confiscated or claimed (Law Art 126.4)."""
    not_awaited: Literal["banned", "month_is_enough"] | None = None
    """Why its owner is not awaited, or not for the whole time."""
    taken_by: UUID | None = None
    """The decision that confiscated it as unclaimed, besides the decision on the violation."""


Suspended = case_execution_acts.ExecutionSuspended | case_execution_acts.CrimeSuspected
"""An act that suspends an execution."""
Decided = case_acts.SanctionImposed | case_acts.RemedyOrdered
"""A decision on the violation: a sanction, or remedies alone."""
DECIDING = (case_acts.SanctionImposed, case_acts.RemedyOrdered, case_handed_acts.ChairDecided)
"""Contents of the acts by which the violation is decided, a chair's included."""


def ordered(decided: Decided) -> SanctionOrder | list[str]:
    """Return what a decision orders: a sanction's order, or measures alone in words."""
    return decided.order if isinstance(decided, case_acts.SanctionImposed) else decided.remedies


@dataclass(frozen=True)
class Granted:
    """What an act grants by a paper. If the paper is cancelled, this ends with it."""

    by: UUID | None
    state: CaseState | None = None
    """The state that the case has by it."""
    exhibits: tuple[UUID, ...] = ()
    """Goods that the paper holds; `until` says how long."""
    until: date | None = None
    purpose: SeizurePurpose | None = None
    extends: bool = False
    """It extends another holding, and lasts no longer than that one is in force."""


@dataclass
class Facts:
    """Everything that guards, tables and pages need to know of one case."""

    state: CaseState
    opening: case_parts.Opening
    opened_at: datetime
    events: list[Event] = field(default_factory=list)
    moved_to: str | None = None
    """The newer rule set to which an act of the case moved it."""
    before_archive: CaseState | None = None
    officers: list[case_parts.CaseOfficer] = field(default_factory=list)
    party: case_parts.Party | None = None
    information: case_intake_acts.InformationReceived | None = None
    plan_item: case_intake_acts.PlanItemEntered | None = None
    proposal: case_intake_acts.InspectionProposed | None = None
    ordered: bool = False
    """A superior has one party inspected at several places, so the result is reported (Circular 27/2020 Art 13.4)."""
    received: case_handed_acts.FileReceived | None = None
    """How another body's file was taken in, if the case has its violation from there."""
    sent_up: case_handed_acts.CaseSentUp | None = None
    """To whom the file went up last, inside the force or to a chair."""
    others: tuple[case_handed_acts.CompetenceNoted, date] | None = None
    """Who else may decide, as noted last, and on which day."""
    chair: case_handed_acts.ChairDecided | None = None
    """The chair's decision that is carried out here."""
    inspection_id: UUID | None = None
    inspection_number: str | None = None
    recorded: case_acts.ViolationRecorded | None = None
    recorded_in: int | None = None
    """Number of the act that recorded the violation last."""
    verifying: list[Event] = field(default_factory=list)
    """Orders to verify since the violation was recorded."""
    explaining: list[Event] = field(default_factory=list)
    """Every act about the explanation."""
    asked_in: int | None = None
    """Number of the last act by which the violator asked to explain."""
    waived_in: int | None = None
    """Number of the last act that says that the violator does not ask to explain."""
    explanations: list[case_acts.ExplanationReceived] = field(default_factory=list)
    sanction: case_acts.SanctionImposed | None = None
    on_spot: bool = False
    remedy: case_acts.RemedyOrdered | None = None
    annulled: case_execution_acts.DecisionAnnulled | None = None
    """The last annulment of a decision of this case."""
    righted: int | None = None
    """Number of the act that named the right violator in place of a wrong one, who may explain anew."""
    crime_declined_on: date | None = None
    delivered_on: date | None = None
    payments: list[case_execution_acts.PaymentReceived] = field(default_factory=list)
    reductions: list[case_execution_acts.FineReduced] = field(default_factory=list)
    """Reductions whose paper is in force."""
    asked_relief: list[case_notices.ReliefAsked] = field(default_factory=list)
    """Applications to postpone, reduce, waive or divide the fine, whatever became of them."""
    instalments: case_execution_acts.InstalmentsGranted | None = None
    remedies_done: set[int] = field(default_factory=set)
    granted: list[Granted] = field(default_factory=list)
    """Everything that was ever granted, also by papers that are cancelled now."""
    relied_on: set[UUID] = field(default_factory=set)
    """Papers that an accepted act relies on, among all other ids that acts name."""
    delivered: set[UUID] = field(default_factory=set)
    """Papers that were ever handed over, whatever their state is now."""
    totals: dict[UUID, list[int]] = field(default_factory=dict)
    """Every fine that a decision on the violation ever had, by its paper, in đồng."""
    proceeds: list[int | None] = field(default_factory=list)
    """The proceeds of each sale of goods, in đồng; None if nobody entered the sum."""
    done_on: list[date] = field(default_factory=list)
    """Days on which measures were carried out, of any decision."""
    made_so_by: set[UUID] = field(default_factory=set)
    """Papers whose amendment changed the sum or the goods of a decision."""
    papers: dict[UUID, Paper] = field(default_factory=dict)
    exhibits: dict[UUID, Exhibit] = field(default_factory=dict)
    folio: list[FolioEntry] = field(default_factory=list)
    complaints: dict[UUID, Complaint] = field(default_factory=dict)
    to_return: set[UUID] = field(default_factory=set)
    """Exhibits whose seizure a resolved complaint annulled: they go back."""
    suspension: Suspended | None = None
    """The act that suspends the execution now."""
    before_suspension: CaseState | None = None
    partial: case_execution_acts.ExecutionPartial | None = None
    stopped: int = 0
    """What of the fine is no longer collected because the violator died or ended, in đồng (Art 75)."""
    referred: case_acts.ViolationRecorded | None = None
    """What was recorded, if some of it is with the prosecution bodies and `recorded` has only the rest."""
    executed_on: date | None = None
    archived_on: date | None = None
    reopening_asked_by: UUID | None = None
    """The officer who asked last to open the archived file again."""
    succeeded_by: UUID | None = None
    """The unit that leads the case, if the one of its opening ended."""
    reckoned: dict[str, Run] = field(default_factory=dict, compare=False, repr=False)
    """The clocks that these acts run by a rule set, once somebody asked; empty again with the next act."""
    shared: bool = field(default=False, compare=False)
    """All readers of the process have these facts (backend/ledger/kept.py): no act is folded into them."""

    @property
    def rule_set(self) -> str:
        """The rule set under which the case is handled: that of its opening, or a newer one."""
        return self.moved_to or self.opening.rule_set

    @property
    def book(self) -> str:
        """The edition of the law book to which that rule set belongs."""
        return books.book_of(self.rule_set)

    @property
    def lead(self) -> case_parts.CaseOfficer:
        """The officer who answers for the case."""
        return self.officers[0]

    @property
    def reduced(self) -> int:
        """What was reduced or waived of the fine, in đồng."""
        return sum(one.by for one in self.reductions)

    @property
    def fine(self) -> int:
        """The fine as decided, less what was reduced, waived or stopped by a death, in đồng."""
        decided = self.sanction.total if self.sanction else 0
        return max(0, decided - self.reduced - self.stopped)

    @property
    def paid(self) -> int:
        """What was paid of the fine and not refunded, in đồng."""
        back = (one.content.amount for one in self.events if one.type == CaseAct.FINE_REFUNDED)
        return sum(one.amount for one in self.payments if one.kind == "fine") - int(sum(back))

    @property
    def remedies(self) -> list[str]:
        """Additional penalties and remedies to be carried out, in the order of the decision."""
        if self.sanction:
            order = self.sanction.order
            extra = [one.text_vi for one in order.extra_penalties]
            return extra + [one.text_vi for one in order.remedies]
        return list(self.remedy.remedies) if self.remedy else []

    @property
    def decision_id(self) -> UUID | None:
        """The document of the decision on the violation."""
        chosen = self.sanction or self.remedy
        return chosen.document_id if chosen else None

    @property
    def decision_gone_by(self) -> Paper | None:
        """The paper that cancelled the decision on the violation whole, or None.

        Only MQĐ40 ends a decision: one marked as replaced by a paper that cannot replace it is in force.
        """
        paper = self.papers.get(self.decision_id) if self.decision_id else None
        if paper is None:
            return None
        if paper.cancelled_by is not None:
            return self.papers.get(paper.cancelled_by, paper)
        other = self.papers.get(paper.replaced_by) if paper.replaced_by else None
        return other if other is not None and cancels_whole(other) else None

    @property
    def decided_on(self) -> date | None:
        """The day of the decision on the violation."""
        chosen = self.sanction or self.remedy
        return chosen.decided_on if chosen else None

    @property
    def comply_days(self) -> int:
        """The days that the decision gives to comply."""
        chosen = self.sanction or self.remedy
        return chosen.comply_days if chosen else 10

    @property
    def held(self) -> list[Exhibit]:
        """Exhibits in custody, whose end is not decided."""
        return [
            exhibit for exhibit in self.exhibits.values() if exhibit.state == ExhibitState.SEIZED
        ]

    @property
    def undecided(self) -> list[Exhibit]:
        """Exhibits whose end a decision must still name.

        They are held, or sold early with the money in their place, or confiscated by a decision
        that was annulled since, while there is no other.
        """
        waiting = {ExhibitState.SEIZED, ExhibitState.SOLD_EARLY}
        if self.sanction is None and self.remedy is None:
            waiting |= {ExhibitState.CONFISCATED}
        return [
            exhibit
            for exhibit in self.exhibits.values()
            if exhibit.state in waiting and exhibit.taken_by is None
        ]

    @property
    def without_end(self) -> list[Exhibit]:
        """Exhibits that have no end yet: held, or confiscated and not yet sold, handed on or destroyed."""
        ends = (ExhibitState.SEIZED, ExhibitState.SOLD_EARLY, ExhibitState.CONFISCATED)
        return [exhibit for exhibit in self.exhibits.values() if exhibit.state in ends]

    @property
    def last_sheet(self) -> int:
        """The highest sheet number (bút lục) given, 0 if there is none."""
        return self.folio[-1].last if self.folio else 0

    @property
    def informant_waits(self) -> bool:
        """Whether the informant is to be told the result (Circular 27/2020 Art 10)."""
        told = (InformationSource.TRANSFER, InformationSource.REQUEST, InformationSource.TIP)
        given = self.information
        return given is not None and given.source in told and given.wants_answer

    def back_since(self, exhibits: list[UUID]) -> bool:
        """Tell whether the prosecution bodies returned the file after these exhibits went there."""
        returned = self.last(CaseAct.CRIME_DECLINED)
        went = (
            one.number
            for one in self.events
            if isinstance(one.content, case_exhibit_acts.ExhibitsDisposed)
            and not set(one.content.exhibits).isdisjoint(exhibits)
        )
        return returned is not None and max(went, default=0) < returned.number

    def last(self, kind: CaseAct) -> Event | None:
        """Return the newest act of a kind."""
        return next((event for event in reversed(self.events) if event.type == kind), None)
