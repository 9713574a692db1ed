"""Contents of the acts with which denunciations and complaints go on, and of requests to see who informed.

Law on Complaints 02/2011/QH13 Arts 27 to 37; Law on Denunciations 25/2018/QH14 Arts 24 to 40; practice B6.
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire
from schemas.core.content_types import LongText, Name, ShortText
from schemas.intake.words import (
    AfterWithdrawal,
    DiscontinuedFor,
    InformationAct,
    Means,
    SuspendedFor,
)

Reason = Annotated[str, Meta(min_length=3, max_length=2000)]


class Accepted(Wire):
    """A denunciation or complaint is accepted for resolution, with written notice (Law on Complaints Art 27)."""

    accepted_on: date
    resolver: Name
    """Who resolves it, with title."""
    complex: bool
    document_id: UUID | None


class AcceptanceTold(Wire):
    """Who denounced was told that the denunciation is accepted (Law on Denunciations Art 29.3)."""

    told_on: date
    means: Means
    document_id: UUID | None
    note: ShortText = ""


class NotAccepted(Wire):
    """It is not accepted, with written notice and the reason."""

    refused_on: date
    reason: Reason
    document_id: UUID | None


class TermExtended(Wire):
    """The longer time of the law runs: it is complex, or checked in several places before it is accepted."""

    extended_on: date
    times: Annotated[int, Meta(ge=1, le=2)]
    reason: Reason
    document_id: UUID | None


class Resolved(Wire):
    """It is resolved."""

    resolved_on: date
    outcome: Literal["right", "partly_right", "wrong"]
    decision_number: Annotated[str, Meta(max_length=80)] | None
    report: Annotated[str, Meta(min_length=3, max_length=10_000)]
    document_id: UUID | None


class ResultSent(Wire):
    """The result went to its sender, who received it (Law on Complaints Art 32)."""

    sent_on: date
    received_on: date | None
    means: Means


class Appealed(Wire):
    """A second complaint (Law on Complaints Art 33), or the denouncer goes on to the level above."""

    filed_on: date
    received_at: datetime
    to_unit_id: UUID | None
    """The unit above that resolves it; null if it is a body outside the force."""
    to: Name
    reason: LongText


class WithdrawalDecided(Wire):
    """Who resolves it decides whether it goes on after its sender took it back.

    Law on Denunciations Arts 33, 34.3.a; Decree 31/2019/NĐ-CP Art 4; Law on Complaints Art 10.
    """

    decided_on: date
    becomes: AfterWithdrawal
    proof: Literal["letter", "minutes"] | None
    """How it was taken back in writing, signed: by a letter, or by minutes at the office. Needed to end it."""
    reason: Reason
    decision_number: Annotated[str, Meta(max_length=80)] | None
    document_id: UUID | None


class Suspended(Wire):
    """Who resolves a denunciation suspends that: the time until it goes on does not count (Law on Denunciations Art
    34.1, 34.2)."""

    suspended_on: date
    ground: SuspendedFor
    reason: Reason
    decision_number: Annotated[str, Meta(max_length=80)] | None
    document_id: UUID | None


class SuspensionTold(Wire):
    """The decision to suspend went to who denounced and who is denounced (Law on Denunciations Art 34.4)."""

    told_on: date
    means: Means
    document_id: UUID | None
    note: ShortText = ""


class Resumed(Wire):
    """The ground is gone, and who resolves it decides that it goes on (Law on Denunciations Art 34.2)."""

    resumed_on: date
    reason: Reason
    decision_number: Annotated[str, Meta(max_length=80)] | None
    document_id: UUID | None


class Discontinued(Wire):
    """Who resolves a denunciation ends that, though nobody took it back (Law on Denunciations Art 34.3.b, c)."""

    decided_on: date
    ground: DiscontinuedFor
    reason: Reason
    decision_number: Annotated[str, Meta(max_length=80)] | None
    document_id: UUID | None


class IdentityAsked(Wire):
    """An officer outside the line asks to see who informed (practice B6)."""

    reason: Reason


class IdentityGranted(Wire):
    """A person of the line lets the asker look, until a moment."""

    asked_by: UUID
    until: datetime


class IdentityDeclined(Wire):
    """A person of the line does not."""

    asked_by: UUID
    reason: Reason


PROCEEDING_CONTENTS: dict[str, type[Wire]] = {
    InformationAct.ACCEPTED: Accepted,
    InformationAct.ACCEPTANCE_TOLD: AcceptanceTold,
    InformationAct.NOT_ACCEPTED: NotAccepted,
    InformationAct.TERM_EXTENDED: TermExtended,
    InformationAct.RESOLVED: Resolved,
    InformationAct.RESULT_SENT: ResultSent,
    InformationAct.APPEALED: Appealed,
    InformationAct.WITHDRAWAL_DECIDED: WithdrawalDecided,
    InformationAct.SUSPENDED: Suspended,
    InformationAct.SUSPENSION_TOLD: SuspensionTold,
    InformationAct.RESUMED: Resumed,
    InformationAct.DISCONTINUED: Discontinued,
    InformationAct.IDENTITY_ASKED: IdentityAsked,
    InformationAct.IDENTITY_GRANTED: IdentityGranted,
    InformationAct.IDENTITY_DECLINED: IdentityDeclined,
}
"""Contents by type, for INFORMATION_CONTENTS."""
