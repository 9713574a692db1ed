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


class DelegationConfirmed(Wire):
    """The head, or a second person, compared what was entered with the scan."""

    delegation_id: UUID


class DelegationEnded(Wire):
    """Taken back, or ended for another reason. `on` is the first day without it."""

    delegation_id: UUID
    on: date
    reason: Annotated[str, Meta(min_length=3, max_length=2000)]
