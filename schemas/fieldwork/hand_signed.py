"""An inspection that began on site from a decision signed by hand: the contents of its acts, its view.

PRACTICE B3: the decision is in force from its signing. Within 48 hours a second person matches it.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType, field

from schemas.core.base import Wire
from schemas.core.content_types import ShortText
from schemas.fieldwork.decisions import DecisionInForce
from schemas.fieldwork.remarks import Reason
from schemas.fieldwork.words import ActType

Outcome = Literal["paper", "sheets", "differs"]
"""paper: it is a decision that the desk numbered. sheets: the photographed sheets are the decision, and what
was typed is what they say. differs: neither."""


class DecisionHandSigned(Wire):
    """What an inspector typed from a decision signed by hand, before it is in the system.

    The first one begins the inspection. Each later one of the team replaces it, until it is matched.
    """

    decision: DecisionInForce
    """As on the sheet. `unit_id` is the inspector's own unit; `paper` and `again` are left out."""
    issuer_unit: ShortText
    """As on the letterhead."""
    sheets: Annotated[list[UUID], Meta(max_length=30)] = field(default_factory=list)
    """The photographs of its sheets, in order; none are taken yet when the inspection begins."""
    reason: Reason | None = None
    """Why it was mended."""


class DecisionMatched(Wire):
    """What a second person found. `act` is the writing that was compared."""

    act: UUID
    outcome: Outcome
    paper: UUID | None
    """The paper of the desk that it is; set with that outcome alone."""
    reason: Reason | None
    """How they differ; set with that outcome alone."""
    plan: ShortText | UnsetType | None = UNSET
    """With `sheets`: the plan (PA), the item of a plan, or the emergency that preceded the decision, as the
    second person knows it; null if nothing is known. Left out by matches from before this was asked."""


HAND_SIGNED_CONTENTS: dict[str, type[Wire]] = {
    ActType.DECISION_HAND_SIGNED: DecisionHandSigned,
    ActType.DECISION_MATCHED: DecisionMatched,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""


class HandSignedView(Wire):
    """The decision from which a team began on site. Times are UTC."""

    act: UUID
    """The writing that stands."""
    issuer_unit: str
    sheets: list[UUID]
    begun_by: UUID
    begun_by_name: str
    begun_at: datetime
    due_at: datetime
    """By when it must be matched."""
    outcome: Outcome | None
    """Null while it waits."""
    paper: UUID | None
    reason: str | None
    matched_by_name: str | None
    matched_at: datetime | None


class HandSignedMatch(Wire, kw_only=True):
    """What a second person compares: what was typed, the sheets, and the desk's paper of this number."""

    began: HandSignedView
    decision: DecisionInForce
    paper: UUID | None
    """Null if the desk gave this number to no decision in the reader's sight."""
    paper_subject: str | None
    paper_place: str | None
    paper_issued_on: date | None
    paper_issuer: str | None
    stored: int
    """How many photographs of the sheets are at the server."""
    may_match: bool


class HandSignedRow(Wire):
    """A line of the list of those that wait, or that did not match."""

    inspection_id: UUID
    number: str
    subject_name: str
    place: str
    begun_by_name: str
    begun_at: datetime
    due_at: datetime
    outcome: Outcome | None
