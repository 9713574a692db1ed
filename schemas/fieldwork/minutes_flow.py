"""Acts of an inspection whose decision has `minutes_flow: 2`.

In this flow there is a draft before the first signature, and a file after it. Minutes are final
once they are signed and handed over; faults are then mended by minutes of working or of
verification (Law 15/2012 Art 58.8). So a supervisor looks at the draft while the team waits in the
shop, and rules on the file afterwards.
"""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType

from schemas.core.base import Wire
from schemas.fieldwork.remarks import Comment, Reason, RemarkAnswer, Sha256
from schemas.fieldwork.words import ActType

FLOW: Literal[2] = 2
"""The value of `minutes_flow` in `decision.issued`. Absent means the older flow, with rulings on
submitted minutes."""


class MinutesEntrusted(Wire):
    """The leader names the officer of the team who owns the minutes from now on.

    The owner writes, proposes and submits them. Until then the leader owns them, and can take them
    back by naming themselves.
    """

    officer_id: UUID


class MinutesProposed(Wire):
    """The owner asks for an opinion on a draft, before anybody signs.

    Without a signal the team need not wait for it. `draft` is the SHA-256 over the RFC 8785 form of
    the two fields before it. `answers` are not part of the hash: they are the owner's answers to
    the remarks of the draft that was returned before. Left out if there are none.
    """

    minutes: UUID
    photos: Annotated[list[Sha256], Meta(max_length=2000)]
    draft: Sha256
    answers: Annotated[list[RemarkAnswer], Meta(max_length=200)] | UnsetType = UNSET


class MinutesSetAside(Wire):
    """Minutes beside those in force are set aside.

    The owner, the leader or a supervisor gives the reason.
    """

    minutes: UUID
    reason: Reason


class DraftApproved(Wire):
    """The draft may be signed unchanged. The act names exactly the draft that was seen.

    `proposal` is the act that asked for the opinion. The same draft may be proposed again with
    answers to the remarks, and an approval counts only for the proposal that the supervisor saw.
    Phones of the version before name only the draft.
    """

    draft: Sha256
    proposal: UUID | UnsetType = UNSET
    unheard: Reason | UnsetType = UNSET
    """Why the supervisor did not wait for advice that was asked and still has time (practice B6)."""


class DraftReturned(Wire):
    """The draft should be changed before it is signed, with remarks at fields and photographs.

    `proposal` is as in DraftApproved.
    """

    draft: Sha256
    comments: Annotated[list[Comment], Meta(min_length=1, max_length=200)]
    proposal: UUID | UnsetType = UNSET


class FileAgreed(Wire):
    """The supervisor agrees to the proposed handling.

    `file` is the SHA-256 over revision, addenda and supplements as seen.
    """

    file: Sha256
    unheard: Reason | UnsetType = UNSET
    """Why the supervisor did not wait for advice that was asked and still has time (practice B6)."""


class FileSupplementAsked(Wire):
    """The team must answer these points. The signed minutes stay as they are."""

    file: Sha256
    points: Annotated[list[Comment], Meta(min_length=1, max_length=200)]


class PointAnswered(Wire):
    """The answer to one point, counted from 0 in the order in which the points were asked."""

    point: Annotated[int, Meta(ge=0, le=199)]
    text: Annotated[str, Meta(min_length=1, max_length=2000)]


class FileSupplemented(Wire):
    """The team answers every point of the request that it names, with photographs and papers if any."""

    asked: UUID
    answers: Annotated[list[PointAnswered], Meta(min_length=1, max_length=200)]
    photos: Annotated[list[Sha256], Meta(max_length=2000)]
    documents: Annotated[list[UUID], Meta(max_length=200)]


class FileVerificationOrdered(Wire):
    """What the file says must be verified (minutes of verification) before it is handled further."""

    file: Sha256
    reason: Reason


class FileTakenOver(Wire):
    """The supervisor takes over the handling of the file from here on."""

    file: Sha256
    reason: Reason


class DecisionWithdrawn(Wire):
    """The issuer takes the decision back in writing before it is announced.

    After the announcement minutes end the visit. `paper` is the decision by which it is taken back,
    with its number and day; null for those withdrawn without a paper.
    """

    reason: Reason
    paper: UUID | None = None
    number: Annotated[str, Meta(min_length=1, max_length=60)] | None = None
    issued_on: date | None = None


FLOW_CONTENTS: dict[str, type[Wire]] = {
    ActType.MINUTES_ENTRUSTED: MinutesEntrusted,
    ActType.MINUTES_PROPOSED: MinutesProposed,
    ActType.MINUTES_SET_ASIDE: MinutesSetAside,
    ActType.DRAFT_APPROVED: DraftApproved,
    ActType.DRAFT_RETURNED: DraftReturned,
    ActType.FILE_AGREED: FileAgreed,
    ActType.FILE_SUPPLEMENT_ASKED: FileSupplementAsked,
    ActType.FILE_SUPPLEMENTED: FileSupplemented,
    ActType.FILE_VERIFICATION_ORDERED: FileVerificationOrdered,
    ActType.FILE_TAKEN_OVER: FileTakenOver,
    ActType.DECISION_WITHDRAWN: DecisionWithdrawn,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
