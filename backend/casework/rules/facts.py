"""A case as its acts tell it: a pure fold, the one meaning of every row that is written about it.

Guards read these facts, the read tables are written from them, the clocks of the law run along their events.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import intake as case_intake_acts
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
class Event:
    """An accepted act of the case with the state after it."""

    number: int
    act_id: UUID
    type: CaseAct
    content: Any
    officer_id: UUID
    made_at: datetime
    received_at: datetime


@dataclass
class Hands:
    """Through whose hands a paper went, whatever it says by now."""

    drafters: set[UUID] = field(default_factory=set)
    """Who wrote any draft of it."""
    made_ready: bool = False
    printed_by: UUID | None = None
    """Who printed it last: its signer, or who entered it again for him."""
    scanned_by: UUID | None = None
    """Who sent the newest scan of it."""
    sent_back_by: UUID | None = None
    """Who said last that the scan is not what was printed."""
    sent_back: set[str] = field(default_factory=set)
    """Hashes of the scans of which somebody said so."""


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
    number: str | None = None
    issued_on: date | None = None
    issued_by: UUID | None = None
    issuer_title: str | None = None
    """Under which title it was signed."""
    numbered_at: datetime | None = None
    """When it got its number, by the server's clock."""
    adopted: bool = False
    cancelled_by: UUID | None = None
    """Never taken back: whatever is written about the paper later, its state too, it is cancelled."""
    replaced_by: UUID | None = None
    amended_by: list[UUID] = field(default_factory=list)
    pages: int = 0
    hand: ByHand | None = None
    """How far it is where it is signed by hand; None where it is signed otherwise, or not at all."""
    scan_sha256: str | None = None
    """Of the scan that stands."""
    sent_back: bool = False
    """A second person sent a scan of it back: until another comes, nothing shows that it was signed."""
    handed_over: bool = False
    """It was delivered, whatever became of it since."""
    hands: Hands = field(default_factory=Hands)
    restored: bool = False
    """A restore lost it, and it was entered again with the number, day and code that people hold."""

    @property
    def stands(self) -> bool:
        """Whether it is signed and neither taken back nor replaced."""
        return self.state in (DocumentState.SIGNED, DocumentState.DELIVERED)


def cancels_whole(paper: Paper) -> bool:
    """Whether a paper is a decision that cancels another whole (MQĐ40; in part it amends)."""
    return paper.form == "MQĐ40" and paper.fields.get("scope") != "part"


@dataclass
class Exhibit:
    """An exhibit and where it is."""

    content: case_side_acts.Exhibit
    position: int
    state: ExhibitState
    keeper: str
    place: str
    seized_at: datetime
    until: date | None = None
    seal: str | None = None
    sold_early: bool = False
    """It is money since it was sold as perishable: decided upon like goods, but not sold again or destroyed."""
    purpose: SeizurePurpose | None = None
    """For what the decision that stands holds it; None where it does not say, or there is none."""
    part_of: UUID | None = None
    """The seized exhibit from which it was divided."""


@dataclass
class FolioEntry:
    """A paper on the contents list of the file, with the sheet numbers (bút lục) that it keeps for ever."""

    first: int
    last: int
    title: str
    number: str | None
    issued_on: date | None
    document_id: UUID | None
    act_id: UUID


Decided = case_acts.SanctionImposed | case_acts.RemedyOrdered
"""A decision on the violation: it sanctions, or orders remedies alone."""


def ordered(decided: Decided) -> SanctionOrder | list[str]:
    """What a decision orders: a sanction, or measures alone in words."""
    return decided.order if isinstance(decided, case_acts.SanctionImposed) else decided.remedies


@dataclass(frozen=True)
class Granted:
    """What an act grants on the strength of a paper: cancelled, the paper takes it along."""

    by: UUID | None
    state: CaseState | None = None
    """Where the case stands by it."""
    exhibits: tuple[UUID, ...] = ()
    """Goods that the paper holds, and until when."""
    until: date | None = None
    purpose: SeizurePurpose | None = None
    extends: bool = False
    """It holds no longer than another that it extends stands."""


@dataclass
class Facts:
    """Everything that guards, tables and pages need to know of one case."""

    state: CaseState
    opening: case_parts.Opening
    opened_at: datetime
    events: list[Event] = field(default_factory=list)
    before_archive: CaseState | None = None
    officers: list[case_parts.CaseOfficer] = field(default_factory=list)
    party: case_parts.Party | None = None
    information: case_intake_acts.InformationReceived | None = None
    plan_item: case_intake_acts.PlanItemEntered | None = None
    proposal: case_intake_acts.InspectionProposed | None = None
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
    """Number of the last act that says that he does not explain."""
    explanations: list[case_acts.ExplanationReceived] = field(default_factory=list)
    sanction: case_acts.SanctionImposed | None = None
    on_spot: bool = False
    remedy: case_acts.RemedyOrdered | None = None
    annulled: case_execution_acts.DecisionAnnulled | None = None
    """The last annulment of a decision of this case."""
    righted: int | None = None
    """Number of the act that put another violator in the place of a wrongly recorded one: he explains himself anew."""
    crime_declined_on: date | None = None
    delivered_on: date | None = None
    payments: list[case_execution_acts.PaymentReceived] = field(default_factory=list)
    reductions: list[case_execution_acts.FineReduced] = field(default_factory=list)
    """Those whose paper stands."""
    instalments: case_execution_acts.InstalmentsGranted | None = None
    remedies_done: set[int] = field(default_factory=set)
    granted: list[Granted] = field(default_factory=list)
    """Everything that was ever granted, whether or not its paper stands."""
    relied_on: set[UUID] = field(default_factory=set)
    """Papers on the strength of which an act was entered, among all else that acts name by an id."""
    delivered: set[UUID] = field(default_factory=set)
    """Papers that were handed over, whatever became of them since."""
    totals: dict[UUID, list[int]] = field(default_factory=dict)
    """Every fine that a decision on the violation ever had, by its paper, in đồng."""
    proceeds: list[int | None] = field(default_factory=list)
    """What each sale of goods brought, in đồng; None where nobody entered the sum."""
    done_on: list[date] = field(default_factory=list)
    """Days on which measures were carried out, of whichever decision."""
    made_so_by: set[UUID] = field(default_factory=set)
    """Papers whose amendment changed the sum or the goods of a decision."""
    papers: dict[UUID, Paper] = field(default_factory=dict)
    exhibits: dict[UUID, Exhibit] = field(default_factory=dict)
    folio: list[FolioEntry] = field(default_factory=list)
    complaints: dict[UUID, bool] = field(default_factory=dict)
    """Whether each was resolved."""
    executed_on: date | None = None
    archived_on: date | None = None
    reopening_asked_by: UUID | None = None
    """Who asked last to open the archived file again."""

    @property
    def lead(self) -> case_parts.CaseOfficer:
        """Who answers for the case."""
        return self.officers[0]

    @property
    def reduced(self) -> int:
        """What was reduced or waived of the fine, in đồng."""
        return sum(one.by for one in self.reductions)

    @property
    def fine(self) -> int:
        """The fine as decided, less what was reduced or waived, in đồng."""
        return max(0, (self.sanction.total if self.sanction else 0) - self.reduced)

    @property
    def paid(self) -> int:
        """What was paid of the fine, in đồng."""
        return sum(one.amount for one in self.payments if one.kind == "fine")

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
        """What cancelled the decision on the violation whole; None while it is in force, or where there is none.

        A decision that was marked as replaced by a paper that cannot replace it is in force: only MQĐ40 ends one.
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
        """Its day."""
        chosen = self.sanction or self.remedy
        return chosen.decided_on if chosen else None

    @property
    def comply_days(self) -> int:
        """How many days it gives to comply."""
        chosen = self.sanction or self.remedy
        return chosen.comply_days if chosen else 10

    @property
    def held(self) -> list[Exhibit]:
        """Exhibits that are in custody, their end not decided."""
        return [
            exhibit for exhibit in self.exhibits.values() if exhibit.state == ExhibitState.SEIZED
        ]

    @property
    def undecided(self) -> list[Exhibit]:
        """Exhibits whose end a decision has still to say: held, or sold early, with the money in their place; and what
        a decision confiscated that is annulled since, while no other stands."""
        waiting = {ExhibitState.SEIZED, ExhibitState.SOLD_EARLY}
        if self.sanction is None and self.remedy is None:
            waiting |= {ExhibitState.CONFISCATED}
        return [exhibit for exhibit in self.exhibits.values() if exhibit.state in waiting]

    @property
    def without_end(self) -> list[Exhibit]:
        """Exhibits that have no end yet: held, or confiscated and not yet sold, handed on or destroyed."""
        ends = (ExhibitState.SEIZED, ExhibitState.SOLD_EARLY, ExhibitState.CONFISCATED)
        return [exhibit for exhibit in self.exhibits.values() if exhibit.state in ends]

    @property
    def last_sheet(self) -> int:
        """The highest sheet number (bút lục) given, 0 where there is none."""
        return self.folio[-1].last if self.folio else 0

    @property
    def informant_waits(self) -> bool:
        """Whether who gave the information is to be told the result (Circular 27/2020 Art 10)."""
        told = (InformationSource.TRANSFER, InformationSource.REQUEST, InformationSource.TIP)
        given = self.information
        return given is not None and given.source in told and given.wants_answer

    def back_since(self, exhibits: list[UUID]) -> bool:
        """Whether the prosecution bodies returned the file after these exhibits went where they are."""
        returned = self.last(CaseAct.CRIME_DECLINED)
        went = (
            one.number
            for one in self.events
            if isinstance(one.content, case_side_acts.ExhibitsDisposed)
            and not set(one.content.exhibits).isdisjoint(exhibits)
        )
        return returned is not None and max(went, default=0) < returned.number

    def last(self, kind: CaseAct) -> Event | None:
        """The newest act of a kind."""
        return next((event for event in reversed(self.events) if event.type == kind), None)
