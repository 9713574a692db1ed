"""The rows that an act of an inspection is judged by, as `ledger.record` (the one door) locks them. Pure."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core.actors import Owned
from backend.ledger.rules.entries import CurrentPosition
from schemas.fieldwork.words import InspectionState


class LastRuling(msgspec.Struct, frozen=True, kw_only=True):
    """Who ruled on an inspection last, and when."""

    officer_id: UUID
    officer_name: str
    at: datetime


class LockedInspection(Owned, frozen=True, kw_only=True):
    """An inspection's row before the act, with its team and the current position of its record."""

    id: UUID
    state: InspectionState
    unit_id: UUID
    team: list[UUID]
    minutes_id: UUID | None
    """Act of the minutes in force."""
    revision: str | None
    """Hash of the submitted revision."""
    missing_count: int
    quarantine_count: int
    submitted_by: UUID | None
    decided_by: UUID | None
    decided_by_name: str | None
    decided_at: datetime | None
    minutes_flow: int
    leader_id: UUID
    issued_by: UUID
    owner_id: UUID
    """Who owns the minutes: whom the leader named, or the leader."""
    file_status: str | None
    withdrawn_at: datetime | None
    draft_since: datetime | None
    last_number: int | None
    last_hash: bytes | None
    log_seq: int | None
    log_hash: bytes | None
    known_hash: bytes | None

    @property
    def position(self) -> CurrentPosition:
        """The current position of the record, its phone's log and the act."""
        return CurrentPosition(
            last_number=self.last_number,
            last_hash=self.last_hash,
            log_seq=self.log_seq,
            log_hash=self.log_hash,
            known_hash=self.known_hash,
        )

    @property
    def last_ruling(self) -> LastRuling | None:
        """Who ruled on it last; None if nobody did."""
        if self.decided_by is None or self.decided_by_name is None or self.decided_at is None:
            return None
        return LastRuling(
            officer_id=self.decided_by, officer_name=self.decided_by_name, at=self.decided_at
        )


class LockedHeldAct(msgspec.Struct, frozen=True, kw_only=True):
    """A held act with its entry."""

    code: str
    decided: str | None
    """`admitted` or `dismissed`; None while it waits."""
    act: str
    """RFC 8785 form of the whole act as it came."""
    number: int
    officer_id: UUID
    received_at: datetime
    act_type: str
