"""Contents of the acts of a submission.

A submission is a record of its own beside the record whose paper or file it carries. Every answer
names `shown`, the hash of what its maker saw. `material` is the hash of those parts alone whose
change by another than the signer voids an opinion (practice B7).
"""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

import msgspec
from msgspec import Meta

from schemas.approvals.words import By, StepKind, SubmissionAct, SubmittedKind
from schemas.core.base import Wire
from schemas.core.content_types import LongText, Name, Natural, ShortText
from schemas.core.problems import Text
from schemas.core.vocabulary import RecordKind, Role

Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Reason = Annotated[str, Meta(min_length=3, max_length=2000)]
Key = Annotated[str, Meta(min_length=1, max_length=200)]
"""Whom a step waits for: `head:<unit>`, `role:<role>:<unit>`, `title:<folded title>:<unit>` or
`officer:<officer>`. See backend/approvals/rules/keys.py."""
StepNumber = Annotated[int, Meta(ge=1, le=20)]


class Submitted(Wire):
    """What is submitted: a record, and the paper or minutes in it."""

    kind: SubmittedKind
    record_kind: RecordKind
    record_id: UUID
    item_id: UUID | None
    """The paper, the draft's act or the proposal. Null for a file, which is its record."""


class Who(Wire):
    """Whom a step of a route asks, relative to the unit of what is submitted."""

    by: By
    up: Annotated[int, Meta(ge=0, le=3)] = 0
    """How many levels above the unit of what is submitted; the nation's unit at most."""
    role: Role | None = None
    title: Annotated[str, Meta(max_length=200)] | None = None
    officer_id: UUID | None = None
    body: Annotated[str, Meta(max_length=200)] | None = None
    """A body outside the force, as a letter addresses it."""


class Term(Wire):
    """The time for a step: exactly one of both is set."""

    hours: Annotated[int, Meta(ge=1, le=720)] | None = None
    """By the clock."""
    working_days: Annotated[int, Meta(ge=1, le=60)] | None = None
    """To the end of the last of these days in Vietnam; the first day is not counted."""


class RouteStep(Wire):
    """One step of a route."""

    kind: StepKind
    who: Who
    term: Term


class MadeStep(Wire):
    """A step of a submission: that of its route, with whom it was found to wait for."""

    kind: StepKind
    who: Who
    term: Term
    keys: Annotated[list[Key], Meta(min_length=1, max_length=20)]


class RouteRef(Wire):
    """The route by which a submission goes."""

    route_id: UUID
    version: Annotated[int, Meta(ge=1)]


class Comment(Wire):
    """A remark on one place of what was submitted, or on the whole."""

    at: Annotated[str, Meta(max_length=300)]
    """A JSON Pointer of a field, `photo:<id>`, `paragraph:<number>`, or empty for the whole."""
    text: Annotated[str, Meta(min_length=1, max_length=2000)]


class Check(Wire):
    """The answer to one question of a check-sheet."""

    question: Annotated[str, Meta(min_length=1, max_length=80)]
    ok: bool | None
    """Null: the question does not apply."""
    note: ShortText


class SubmissionMade(Wire):
    """Something is submitted for approval, with its submission note (phiếu trình)."""

    subject: Submitted
    title: Text
    form: Annotated[str, Meta(max_length=20)] | None
    form_version: int | None
    amount_vnd: Natural | None
    """The sum that decides on the route, in đồng: of the fine, or the value of the goods."""
    field: Annotated[str, Meta(max_length=80)] | None
    route: RouteRef | None
    """Null: no route is published for it, and its single step follows from the law."""
    steps: Annotated[list[MadeStep], Meta(min_length=1, max_length=20)]
    shown: Sha256
    material: Sha256
    note: LongText
    due_at: datetime | None
    """The legal limit; null if there is none."""
    due_rule: Annotated[str, Meta(max_length=20)] | None
    drafters: Annotated[list[UUID], Meta(max_length=50)]


class SubmissionRenewed(Wire):
    """It is submitted again, after a return or a request for a supplement."""

    shown: Sha256
    material: Sha256
    note: LongText
    title: Text
    amount_vnd: Natural | None
    due_at: datetime | None
    drafters: Annotated[list[UUID], Meta(max_length=50)]
    by_signer: bool
    """An officer who may sign it made the change: see SubmissionChanged."""
    due_rule: Annotated[str, Meta(max_length=20)] | None = None
    """The rule of the limit. Null in acts from before it was kept: it stayed what it was."""


class SubmissionWithdrawn(Wire):
    """Who submitted it takes it back before an answer."""

    reason: ShortText


class SubmissionReturned(Wire):
    """It goes back to be changed. Returning needs no right to approve."""

    shown: Sha256
    comments: Annotated[list[Comment], Meta(min_length=1, max_length=100)]


class SupplementAsked(Wire):
    """Something is missing from it: points to answer, without a change of what was signed."""

    shown: Sha256
    points: Annotated[list[Comment], Meta(min_length=1, max_length=100)]


class OpinionGiven(Wire):
    """An opinion, or a legal officer's check-sheet."""

    shown: Sha256
    step: StepNumber
    favour: bool
    text: LongText
    checks: Annotated[list[Check], Meta(max_length=40)]
    sheet: Annotated[int, Meta(ge=1)] | None = None
    """The version of the check-sheet that was read; null for an opinion, and before sheets had versions."""


class SubmissionAgreed(Wire):
    """The handling, or the content, is agreed to."""

    shown: Sha256
    step: StepNumber
    note: LongText
    without: Annotated[list[StepNumber], Meta(max_length=20)]
    """Earlier steps that had said nothing by then."""
    reason: ShortText
    """Why it did not wait for these, if their time was not over."""


class SubmissionApproved(SubmissionAgreed, frozen=True, kw_only=True):
    """It is approved: what needs no signature of its own is then in effect."""


class SubmissionRefused(Wire):
    """It is refused (không phê duyệt)."""

    shown: Sha256
    reason: Reason


class HandedOn(Wire):
    """A step is handed on to another officer, or up where nobody holds the office."""

    step: StepNumber
    to: Annotated[list[Key], Meta(min_length=1, max_length=20)]
    reason: Reason
    up: bool
    """It went up by itself, because nobody holds the office that it waited for."""
    from_id: UUID | None = None
    """Whose work is handed over with it, by the system: who carried that out may still get the step."""


class TakenOver(Wire):
    """An officer of a unit above takes a step over."""

    step: StepNumber
    reason: Reason


class Reopened(Wire):
    """A refusal or a withdrawal is taken back: it waits again where it waited."""

    reason: Reason


class PassedOn(Wire):
    """A step's time is over: it passes on as "no opinion yet" (chưa có ý kiến)."""

    step: StepNumber
    limit: bool
    """It passed on because the legal limit is near, not because of its own term."""


class SubmissionChanged(Wire):
    """What is submitted was changed while it waited."""

    shown: Sha256
    material: Sha256
    by_signer: bool
    """By an officer who may sign it: then no opinion is voided, and its givers are told."""
    title: Text
    amount_vnd: Natural | None
    drafters: Annotated[list[UUID], Meta(max_length=50)]
    due_at: datetime | None = None
    """The legal limit that its record has now, if it moved; the content is then as it was."""
    due_rule: Annotated[str, Meta(max_length=20)] | None = None

    @property
    def moves_limit(self) -> bool:
        """Tell whether the legal limit moved, and nothing else."""
        return self.due_at is not None


class Recalled(Wire):
    """It was opened again to be changed, and comes back by `submission.renewed`."""

    by_signer: bool


class Completed(Wire):
    """The paper was signed, or the file ruled on, by an act of its own record."""

    shown: Sha256
    outcome: Annotated[str, Meta(max_length=40)]
    number: Annotated[str, Meta(max_length=80)] | None
    act_id: UUID | None
    """The act of the other record; null where it is recorded after this one in the transaction."""
    without: Annotated[list[StepNumber], Meta(max_length=20)]
    reason: ShortText


class SubmissionEnded(Wire):
    """What was submitted is gone."""

    why: ShortText
    told: Annotated[list[UUID], Meta(max_length=100)] = msgspec.field(default_factory=list)
    """Officers whom the record itself told that it is gone, and why: the submission does not tell them again."""


class SentOutside(Wire):
    """The package was sent to an authority outside the force."""

    step: StepNumber
    to: Name
    sent_on: date
    number: Annotated[str, Meta(max_length=80)]
    """Of the letter that it went with: Tờ trình to a People's Committee, else Công văn."""
    package: Sha256 | None
    """Of the package as it is kept; null where only the letter went."""
    shown: Sha256 | None = None
    """What its sender looked at."""


class OutsideAnswered(Wire):
    """The answer of an authority outside the force, entered with its scan."""

    step: StepNumber
    approved: bool
    number: Annotated[str, Meta(max_length=80)]
    decided_on: date
    signer: Name
    scan_id: UUID
    text: LongText
    shown: Sha256 | None = None
    """What its enterer looked at."""


SUBMISSION_CONTENTS: dict[str, type[Wire]] = {
    SubmissionAct.MADE: SubmissionMade,
    SubmissionAct.RENEWED: SubmissionRenewed,
    SubmissionAct.WITHDRAWN: SubmissionWithdrawn,
    SubmissionAct.RETURNED: SubmissionReturned,
    SubmissionAct.SUPPLEMENT_ASKED: SupplementAsked,
    SubmissionAct.OPINION_GIVEN: OpinionGiven,
    SubmissionAct.AGREED: SubmissionAgreed,
    SubmissionAct.APPROVED: SubmissionApproved,
    SubmissionAct.REFUSED: SubmissionRefused,
    SubmissionAct.HANDED_ON: HandedOn,
    SubmissionAct.TAKEN_OVER: TakenOver,
    SubmissionAct.REOPENED: Reopened,
    SubmissionAct.PASSED_ON: PassedOn,
    SubmissionAct.CHANGED: SubmissionChanged,
    SubmissionAct.RECALLED: Recalled,
    SubmissionAct.COMPLETED: Completed,
    SubmissionAct.ENDED: SubmissionEnded,
    SubmissionAct.SENT_OUTSIDE: SentOutside,
    SubmissionAct.OUTSIDE_ANSWERED: OutsideAnswered,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
