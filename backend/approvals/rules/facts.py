"""What the acts of one submission say together. Pure; made by folding.py alone."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from backend.ledger.rules import events
from schemas.approvals.submissions import (
    Check,
    Comment,
    MadeStep,
    OutsideAnswered,
    RouteRef,
    SentOutside,
    Submitted,
)
from schemas.approvals.words import (
    Outcome,
    StepKind,
    SubmissionAct,
    SubmissionState,
    SubmittedKind,
)
from schemas.core.problems import Text

ADVICE = frozenset({StepKind.OPINION, StepKind.LEGAL_CHECK})
"""Steps that advise. Silence on one passes on; it never blocks near a legal limit (practice B6)."""
DECISIVE = frozenset({StepKind.APPROVE, StepKind.SIGN, StepKind.OUTSIDE})
"""Steps after whose answer the submission is done, if they are the last."""


Event = events.Event[SubmissionAct]
"""An accepted act of a submission."""


@dataclass
class Answer:
    """How a step ended."""

    outcome: Outcome
    officer_id: UUID | None
    """Null if time passed it on."""
    at: datetime
    shown: str
    material: str
    text: str = ""
    checks: list[Check] = field(default_factory=list)
    signer: str = ""
    """Who gave it outside the force; `officer_id` is then who entered it."""
    voided_at: datetime | None = None
    """When a change by another than the signer voided it (practice B7)."""


@dataclass
class Step:
    """One step as it stands."""

    number: int
    made: MadeStep
    keys: list[str]
    """Whom it waits for now: handing on and taking over change it."""
    began_at: datetime | None = None
    due_at: datetime | None = None
    answer: Answer | None = None
    former: list[Answer] = field(default_factory=list)
    """Answers that were voided."""
    handed_by: list[UUID] = field(default_factory=list)
    """Who handed it on; it does not come back to them, so it never goes in a circle."""
    sent_at: datetime | None = None
    """When a package went to the authority outside."""
    sent: SentOutside | None = None
    """The last letter to it."""
    sent_material: str | None = None
    """The material hash of what went with it. Its answer is about this content alone; late notes and
    photographs do not make it another (practice B7)."""
    sent_back: bool = False
    """It was returned after it was sent: what the authority answers next is about another letter."""
    answered: OutsideAnswered | None = None
    """Its last answer, also where it did not approve."""

    @property
    def with_authority(self) -> bool:
        """Tell whether a letter is there that its answer can be about."""
        return self.sent is not None and not self.sent_back

    @property
    def kind(self) -> StepKind:
        """What it asks for."""
        return self.made.kind

    @property
    def open(self) -> bool:
        """Tell whether it still lacks an answer that counts."""
        return self.answer is None


@dataclass
class Remark:
    """What a return or a request for a supplement says, until it is answered."""

    act_id: UUID
    officer_id: UUID
    at: datetime
    shown: str
    comments: list[Comment]
    supplement: bool


@dataclass
class Submission:
    """A submission after its acts so far."""

    id: UUID
    subject: Submitted
    title: Text
    form: str | None
    amount_vnd: int | None
    field_name: str | None
    route: RouteRef | None
    steps: list[Step]
    state: SubmissionState
    shown: str
    material: str
    note: str
    due_at: datetime | None
    due_rule: str | None
    drafters: list[UUID]
    submitted_by: UUID
    submitted_at: datetime
    renewed_at: datetime
    remark: Remark | None = None
    remarks: list[Remark] = field(default_factory=list)
    refused_by: UUID | None = None
    reason: str = ""
    number: str | None = None
    """Of the paper, once it was signed."""
    returned_at: datetime | None = None
    """Since when it is with its submitter."""
    ended_at: datetime | None = None
    rounds: int = 1
    form_version: int | None = None
    shared: bool = field(default=False, compare=False)
    """All readers of the process have these facts (backend/ledger/kept.py): no act is folded into them."""

    @property
    def current(self) -> Step | None:
        """The first step that lacks an answer; None if all have one."""
        return next((one for one in self.steps if one.open), None)

    def limit_of(self, step: Step) -> datetime | None:
        """Return the legal limit for the answer to a step; None where the law sets none.

        Within 24 hours the file of an inspection has reached who issued its decision (Circular 27/2020 Art 19.2).
        That limits what is asked before the issuer, not the ruling.
        """
        ruling = self.subject.kind is SubmittedKind.FILE and step.number == len(self.steps)
        return None if ruling else self.due_at

    @property
    def limit(self) -> datetime | None:
        """The legal limit for what is asked now."""
        return self.limit_of(self.current) if self.current else self.due_at

    def step(self, number: int) -> Step | None:
        """Return a step by its number, from 1."""
        return self.steps[number - 1] if 1 <= number <= len(self.steps) else None
