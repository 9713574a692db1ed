"""Decides whether a recorded delegation gives a deputy a head's powers for one decision. Pure.

A delegation ends by its term or by being taken back. It also ends without any act when one of the
two leaves office or is no longer active, or the case is another (Decree 118/2021 Art 10). So it is
decided for the day of each paper and never stored.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from backend.core.actors import Owned
from backend.law import form_facts
from schemas.force.delegations import DelegatedKind

_OF_ENFORCEMENT = frozenset(
    {
        *("MQĐ07", "MQĐ08", "MQĐ09", "MQĐ10", "MQĐ11"),
        *("MQĐ12a", "MQĐ12b", "MQĐ12c"),
    }
)
"""Decisions QĐ-CCXP, whose bases name a QĐ-GQCC. They are made elsewhere: none of them is a form of ours."""
_SUBJECTS = {
    DelegatedKind.SANCTION: "giao quyền xử phạt vi phạm hành chính",
    DelegatedKind.ENFORCEMENT: "giao quyền cưỡng chế thi hành quyết định xử phạt vi phạm hành chính",
    DelegatedKind.CUSTODY: "giao quyền tạm giữ người theo thủ tục hành chính",
}
"""Subjects as MQĐ34, MQĐ35 and MQĐ36 have them. A decision of a deputy cites number, day and subject
(Decree 118/2021 Art 10.1)."""
ABOUT = " về việc "


class Recorded(Owned, frozen=True, kw_only=True):
    """A delegation as the register has it; the unit is that of both offices."""

    id: UUID
    number: str
    decided_on: date
    summary: str
    giver_id: UUID
    giver_title: str
    receiver_id: UUID
    receiver_title: str
    unit_id: UUID
    kinds: str
    """Words of DelegatedKind, by commas."""
    case_id: UUID | None
    valid_from: date
    valid_to: date | None
    scan_id: UUID
    entered_by: UUID
    entered_at: datetime
    confirmed_by: UUID | None
    confirmed_at: datetime | None
    ended_on: date | None
    ended_by: UUID | None
    end_reason: str | None
    powers: str | None = None
    """What is delegated, in the decision's words."""
    without_end: str | None = None
    """Why it was entered though it is standing and names no last day."""
    end_ground: str | None = None
    """Of DelegationEnd; null if it was not asked."""
    end_number: str | None = None
    end_decided_on: date | None = None


@dataclass(frozen=True)
class Delegation:
    """A delegation, with what the record says of both officers on the day in question."""

    number: str
    decided_on: date
    kinds: frozenset[str]
    case_id: UUID | None
    valid_from: date
    valid_to: date | None
    confirmed: bool
    ended_on: date | None
    giver_heads: bool
    """The giver holds, in this unit, the title whose powers these are."""
    receiver_deputises: bool
    """The receiver holds, in this unit, the title of its deputy."""
    both_there: bool
    """As of now: both accounts are active, and the giver was not moved elsewhere. For earlier days
    the record knows only their offices."""


def kind_of(form: str) -> DelegatedKind:
    """Return the kind of delegation that a paper of this form needs."""
    if form in form_facts.of_kind("inspection"):
        return DelegatedKind.INSPECTION
    return DelegatedKind.ENFORCEMENT if form in _OF_ENFORCEMENT else DelegatedKind.SANCTION


def holds(
    one: Delegation, kind: str, day: date, case_id: UUID | None, *, signed: bool = False
) -> bool:
    """Tell whether it gives its receiver the powers for such a decision on this day in this case.

    `signed` is for a paper that is signed already. If it bears the day on which the delegation
    ended, it was signed before the end: none is signed afterwards, and no end is entered before a
    paper that cites the delegation (backend/force/delegations/judging.py). Whether one of the two
    has left since does not matter either, and the state of an account tells no more than that: what
    was signed in time is valid.
    """
    return (
        one.confirmed
        and kind in one.kinds
        and one.valid_from <= day
        and (one.valid_to is None or day <= one.valid_to)
        and (one.ended_on is None or day < one.ended_on or (signed and day == one.ended_on))
        and (one.case_id is None or one.case_id == case_id)
        and one.giver_heads
        and one.receiver_deputises
        and (one.both_there or signed)
    )


def cited(number: str, decided_on: date) -> str:
    """Return how a paper cites it: Quyết định số 01000012/QĐ-GQ ngày 02 tháng 01 năm 2026."""
    month = f"{decided_on.month:02}" if decided_on.month < 3 else str(decided_on.month)
    return f"Quyết định số {number} ngày {decided_on.day:02} tháng {month} năm {decided_on.year}"


def cited_whole(number: str, decided_on: date, kind: DelegatedKind) -> str:
    """Return how a paper of a case cites it: with the subject that its kind has."""
    subject = _SUBJECTS.get(kind)
    short = cited(number, decided_on)
    return f"{short}{ABOUT}{subject}" if subject else short


def same(said: str, whole: str) -> bool:
    """Tell whether a paper cites this delegation; papers drafted before cite no subject."""
    plain = " ".join(said.split())
    return plain == whole or (bool(plain) and plain == whole.partition(ABOUT)[0])


def as_basis(cited: str) -> str:
    """Return how an inspection decision states it among its bases."""
    return f"{cited} về việc giao quyền"
