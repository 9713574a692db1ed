"""Acts of an inspection whose decision says `minutes_flow: 2`: a draft before the first signature, a file after it.

Minutes are final once they are signed and handed over (Law 15/2012 Art 58.8 mends faults by minutes of working or of
verification); so a supervisor looks at the draft while the team waits in the shop, and rules on the file afterwards.
"""

from typing import Annotated, Literal
from uuid import UUID

from msgspec import UNSET, Meta, UnsetType

from schemas.core.base import Wire
from schemas.fieldwork.remarks import Comment, Reason, RemarkAnswer, Sha256
from schemas.fieldwork.words import ActType

FLOW: Literal[2] = 2
"""What `decision.issued` says in `minutes_flow`; absent means the older rulings on submitted minutes."""


class MinutesEntrusted(Wire):
    """The leader names the officer of the team who owns the minutes from now on: writes, proposes, submits them.

    Until then the leader does, and he may take them back by naming himself.
    """

    officer_id: UUID


class MinutesProposed(Wire):
    """The owner asks for an opinion on a draft, before anybody signs; nothing waits for it where there is no signal.

    `draft` is the SHA-256 over the RFC 8785 form of the two before it. `answers` are beside it, no part of the hash:
    what the owner says to each remark of the draft that was returned before. Left out where there are none.
    """

    minutes: UUID
    photos: Annotated[list[Sha256], Meta(max_length=2000)]
    draft: Sha256
    answers: Annotated[list[RemarkAnswer], Meta(max_length=200)] | UnsetType = UNSET


class MinutesSetAside(Wire):
    """What became of minutes that stand beside those in force: the owner, the leader or a supervisor says why."""

    minutes: UUID
    reason: Reason


class DraftApproved(Wire):
    """The draft may be signed as it stands; it names exactly the draft that was seen.

    `proposal` is the act that asked: the same draft may be asked about again, with words on the remarks, and who had
    not seen these does not answer them. Phones of the version before say the draft alone.
    """

    draft: Sha256
    proposal: UUID | UnsetType = UNSET


class DraftReturned(Wire):
    """The draft should be changed before it is signed, with remarks at fields and photographs.

    `proposal` as in DraftApproved.
    """

    draft: Sha256
    comments: Annotated[list[Comment], Meta(min_length=1, max_length=200)]
    proposal: UUID | UnsetType = UNSET


class FileAgreed(Wire):
    """The proposed handling is agreed to. `file` is the SHA-256 over revision, addenda and supplements as seen."""

    file: Sha256


class FileSupplementAsked(Wire):
    """The team is to answer these points; the signed minutes stand."""

    file: Sha256
    points: Annotated[list[Comment], Meta(min_length=1, max_length=200)]


class PointAnswered(Wire):
    """The answer to one point, counted from 0 in the order in which they were asked."""

    point: Annotated[int, Meta(ge=0, le=199)]
    text: Annotated[str, Meta(min_length=1, max_length=2000)]


class FileSupplemented(Wire):
    """The team answers every point of the ask that it names, with photographs and papers where there are any."""

    asked: UUID
    answers: Annotated[list[PointAnswered], Meta(min_length=1, max_length=200)]
    photos: Annotated[list[Sha256], Meta(max_length=2000)]
    documents: Annotated[list[UUID], Meta(max_length=200)]


class FileVerificationOrdered(Wire):
    """What the file says is to be verified (minutes of verification) before it is handled further."""

    file: Sha256
    reason: Reason


class FileTakenOver(Wire):
    """The supervisor handles the file himself from here on."""

    file: Sha256
    reason: Reason


class DecisionWithdrawn(Wire):
    """Who issued the decision takes it back in writing before it is announced; afterwards minutes end the visit."""

    reason: Reason


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
"""Contents by type; schemas.ledger.acts.CONTENTS takes them in."""
