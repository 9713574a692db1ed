"""When a recorded delegation gives a deputy his head's powers for one decision. Pure.

It ends by its term, by being taken back, and without any act when either of the two leaves his office or is no longer
active, or the case is another (Decree 118/2021 Art 10): so it is asked on the day of the paper, never remembered.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.law import form_facts
from schemas.force.delegations import DelegatedKind

_OF_ENFORCEMENT = frozenset({"MQĐ06", "MQĐ07", "MQĐ08", "MQĐ09", "MQĐ10", "MQĐ11"})
"""Made elsewhere: none of them is a form of ours."""


@dataclass(frozen=True)
class Delegation:
    """A delegation with what the record says of both officers on the day that is asked about."""

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
    """Now: neither account is shut, nor was the giver moved elsewhere; of earlier days the record has their offices
    alone."""


def kind_of(form: str) -> DelegatedKind:
    """Which kind of delegation a paper of this form needs."""
    if form in form_facts.of_kind("inspection"):
        return DelegatedKind.INSPECTION
    return DelegatedKind.ENFORCEMENT if form in _OF_ENFORCEMENT else DelegatedKind.SANCTION


def holds(
    one: Delegation, kind: str, day: date, case_id: UUID | None, *, signed: bool = False
) -> bool:
    """Whether it gives its receiver the powers for a decision of this kind on this day in this case.

    `signed`: for a paper that stands signed. One of the very day of the end was signed before it was ended, for
    afterwards none is signed, and no end reaches behind a paper that cites it (backend/force/delegations/judging.py).
    Nor does it matter that one of the two has left since, which is all that the state of his account tells: what was
    signed in time holds.
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
    """How a paper cites it: Quyết định số 01000012/QĐ-GQ ngày 02 tháng 01 năm 2026."""
    month = f"{decided_on.month:02}" if decided_on.month < 3 else str(decided_on.month)
    return f"Quyết định số {number} ngày {decided_on.day:02} tháng {month} năm {decided_on.year}"


def as_basis(cited: str) -> str:
    """How an inspection decision states it among its bases."""
    return f"{cited} về việc giao quyền"
