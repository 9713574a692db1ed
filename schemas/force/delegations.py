"""Delegation of powers to a deputy (giao quyền): the recorded decision, who confirmed it, its end.

Law on Handling Administrative Violations Art 54, 87.2; Decree 118/2021 Art 10. The acts are in the
record of the officer who receives the powers.
"""

from datetime import date
from enum import StrEnum
from typing import Annotated
from uuid import UUID

from msgspec import Meta

from schemas.core.base import Wire


class DelegatedKind(StrEnum):
    """The kind of decisions that a delegation covers."""

    SANCTION = "sanction"
    """Sanctions, with seizure, confiscation and what corrects or carries out a decision (MQĐ34)."""
    ENFORCEMENT = "enforcement"
    """Enforcement of decisions (MQĐ35)."""
    CUSTODY = "custody"
    """Holding persons (MQĐ36)."""
    INSPECTION = "inspection"
    """Inspection decisions and what belongs to them (Ordinance 11/2016 Art 21)."""


class DelegationEnd(StrEnum):
    """Why a delegation ended (Decree 118/2021 Art 10)."""

    TERM = "term"
    WORK_DONE = "work_done"
    REVOKED = "revoked"
    """Taken back by a decision (MQĐ37), which the act names."""
    RETIRED = "retired"
    """One of the two retired. So with the next four."""
    MOVED = "moved"
    SECONDED = "seconded"
    DISMISSED = "dismissed"
    SUSPENDED = "suspended"
    DIED = "died"
    """Died, or lost legal capacity."""
    CASE_MOVED = "case_moved"
    """The case went to another body."""
    CHARGED = "charged"
    """One of the two was charged with a crime or detained."""
    CONDITION_GONE = "condition_gone"
    """The condition for holding the person is gone."""
    WRONG_ENTRY = "wrong_entry"
    """No end by law: the register has it wrong, and it never was in force."""


class DelegationGiven(Wire):
    """A signed decision on delegation, entered in full from its scan.

    It has no force until another officer confirms it, and then from its first day.
    """

    delegation_id: UUID
    number: Annotated[str, Meta(min_length=1, max_length=60)]
    decided_on: date
    summary: Annotated[str, Meta(min_length=3, max_length=500)]
    giver_id: UUID
    giver_title: Annotated[str, Meta(min_length=1, max_length=200)]
    receiver_title: Annotated[str, Meta(min_length=1, max_length=200)]
    kinds: Annotated[list[DelegatedKind], Meta(min_length=1, max_length=4)]
    standing: bool
    """For all cases during its term; otherwise for the one case that is named."""
    case_id: UUID | None
    valid_from: date
    valid_to: date | None
    """The last day."""
    scan_id: UUID
    scan_sha256: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    content: Annotated[str, Meta(min_length=3, max_length=3000)] | None = None
    """What is delegated, in the decision's words. Null in acts from before this was asked."""
    without_end: Annotated[str, Meta(min_length=3, max_length=2000)] | None = None
    """Why a standing delegation is entered that names no last day, though the law asks for its term (Law on Handling
    Administrative Violations Art 54.2). Null in acts from before this was asked."""


class DelegationConfirmed(Wire):
    """The head, or a second person, compared what was entered with the scan."""

    delegation_id: UUID


class DelegationEnded(Wire):
    """Taken back, or ended for another reason. `on` is the first day without it.

    `ground` is null in acts from before it was asked. `by_number` and `by_decided_on` name the
    decision by which it was taken back.
    """

    delegation_id: UUID
    on: date
    reason: Annotated[str, Meta(min_length=3, max_length=2000)]
    ground: DelegationEnd | None = None
    by_number: Annotated[str, Meta(min_length=1, max_length=60)] | None = None
    by_decided_on: date | None = None
