"""Papers of the desk about an inspection's decision: the contents of their acts, and their views.

A record begins with the draft of its decision. The inspection exists from the act
that issues the decision, which names the paper.
"""

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType, field

from schemas.core import desk_papers
from schemas.core.base import Wire
from schemas.core.content_types import Name
from schemas.core.desk_papers import DeskPaperRow, DeskPaperView
from schemas.core.dispatching import Dispatched, Sealed
from schemas.core.problems import Text
from schemas.fieldwork.adhoc_plans import AdhocPlan, Emergency, PlanSeen
from schemas.fieldwork.decisions import DecisionChange, DecisionFault, IssueDecision
from schemas.fieldwork.remarks import Reason
from schemas.fieldwork.words import ActType, PaperState


class PaperDrafted(desk_papers.Drafted):
    """All fields of a paper. Each draft of the same `document_id` replaces the one before.

    `order` is what the fields of a decision were filled from: whom it names by id, and where the
    place is. `change` is the same for a decision that changes it, `plan` for the plan of an ad-hoc
    inspection. Exactly one of them is set. The fields of a signed paper are those of its last draft.
    """

    order: IssueDecision | None = None
    change: DecisionChange | None = None
    plan: AdhocPlan | None = None


class PaperDiscarded(desk_papers.Discarded):
    """The draft, or what was printed and is not in force, is given up; a number of it is void."""


class PaperNumberVoided(desk_papers.NumberVoided):
    """A number was kept for the paper that it can no longer bear (Circular 22/2021 Art 6)."""


class PaperPrinted(desk_papers.Printed):
    """Numbered, laid out and stored, to be signed by hand. Without effect until its scan."""

    unheard: Reason | UnsetType = UNSET
    """Why its signer did not wait for advice that was asked and still has time (practice B6)."""
    emergency: Emergency | UnsetType = UNSET
    """Why no plan preceded an ad-hoc decision (Circular 27/2020 Art 12)."""


class PaperIssued(PaperPrinted, kw_only=True):
    """Numbered, laid out, signed with a certificate and stored. From now on it is never changed."""

    signature_level: Annotated[str, Meta(max_length=20)]
    """PAdES level."""


class FormerMember(Wire):
    """Somebody whom a printed sheet names to the team, and who is no longer on duty in the unit."""

    officer_id: UUID
    full_name: Name


class PaperScanned(desk_papers.Scanned):
    """The sheet signed by hand came back as a scan: in force by law from its signing (PRACTICE B3).

    `former_members` are on the sheet but not on the team: they left between the printing and the
    scan, and who signed it says so.
    """

    former_members: Annotated[list[FormerMember], Meta(max_length=50)] = field(default_factory=list)


class PaperCompared(desk_papers.Compared):
    """A second person compared the scan with what was printed; if they differ, `reason` says how."""


class PaperSealed(Sealed):
    """A decision that was signed with a certificate got the agency's digital signature, by the clerk."""


class PaperDispatched(Dispatched):
    """A signed decision went out (Decree 30/2020 Arts 17 to 19). The team announces it on site all the same."""


PAPER_CONTENTS: dict[str, type[Wire]] = {
    ActType.PAPER_DRAFTED: PaperDrafted,
    ActType.PAPER_DISCARDED: PaperDiscarded,
    ActType.PAPER_NUMBER_VOIDED: PaperNumberVoided,
    ActType.PAPER_PRINTED: PaperPrinted,
    ActType.PAPER_ISSUED: PaperIssued,
    ActType.PAPER_SCANNED: PaperScanned,
    ActType.PAPER_COMPARED: PaperCompared,
    ActType.PAPER_SEALED: PaperSealed,
    ActType.PAPER_DISPATCHED: PaperDispatched,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""


class DecisionPaperRow(DeskPaperRow):
    """A paper about a decision, as lists show it. Times are UTC."""

    inspection_id: UUID
    state: PaperState
    subject_name: str
    place: str


class DispatchSeen(Wire):
    """How a paper went out, as the clerk entered it."""

    sent_on: date
    manner: Literal["direct", "post", "electronic"]
    recipients: list[str]
    copies: int
    note: str | None
    dispatched_by_name: str


class DecisionPaperView(DeskPaperView):
    """A paper about a decision, for the officers who work on it. Times are UTC."""

    row: DecisionPaperRow
    fields: dict[str, Any]
    """Of a draft: as it would be signed by the reader, or by the head of the unit."""
    order: IssueDecision | None
    change: DecisionChange | None
    plan: AdhocPlan | None
    """Of the plan of an ad-hoc inspection itself."""
    plans: list[PlanSeen]
    """Of an ad-hoc decision: its plan, if one was drafted; empty otherwise."""
    plan_needed: bool
    """Whether the draft is signed only after its plan, or with the reason of an emergency."""
    emergency: Emergency | None
    """As the drafter gave it, for a draft; of a signed paper, as its signer did."""
    faults: list[DecisionFault]
    """What prevents the reader, or the head, from signing the draft now."""
    waits_first: Text | None
    """Which step must have an outcome before anybody signs; None where there is none."""
    unheard: list[Text]
    """Steps of its route that were to advise, have said nothing and have time left. Who signs before
    them gives a reason. Empty for a reader who may not sign it."""
    dispatches: list[DispatchSeen]
    """The latest first."""
    former_members: list[str]
    """Whom the sheet names though they are not on the team: as the scan says, or as it would have to now."""
