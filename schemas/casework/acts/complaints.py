"""Acts about complaints and lawsuits against decisions and acts of a case. See schemas/casework/words.py.

A complaint keeps its id at both levels: the first, to the officer who made the act, and the second,
to the direct superior (Law on Complaints 02/2011 Art 7).
"""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from msgspec import Meta

from schemas.casework.acts.parts import Name, Reason, SheetNumber, Short
from schemas.casework.words import CaseAct
from schemas.core.base import Wire

Content = Annotated[str, Meta(min_length=3, max_length=10_000)]
ComplaintAbout = Literal[
    "inspection",
    "seizure",
    "extension",
    "sanction",
    "enforcement",
    "delivery",
    "other",
]
"""What a complaint is against. `delivery` is also about a decision that was not delivered."""
Resolver = Literal["maker", "head", "superior", "court"]
"""The officer who made the act; the head, if a deputy signed or the officer left that office; the direct superior; a
court."""
Result = Literal["keep", "amend", "annul_part", "annul"]
"""What the resolution does with the act (Law on Complaints Art 31.2 h)."""


class ComplaintFiled(Wire):
    """A complaint or a lawsuit against a decision of the case, or against an act of its officers."""

    complaint_id: UUID
    against: UUID | None
    """The document against which it is filed. Null if the act has no paper in the case."""
    lawsuit: bool
    filed_at: datetime
    by: Name
    content: Content
    about: ComplaintAbout | None = None
    """Null in acts from before this was kept: then it is against the paper."""
    what: Short | None = None
    """The act or the omission in words, if it has no paper in the case."""
    known_on: date | None = None
    """When the complainant received the decision or learned of the act. The time to complain runs from it."""
    hindered: Reason | None = None
    """What kept the complainant from filing in time, and how long: that time is not counted (Art 9)."""
    remote: bool = False
    """In a remote area with difficult travel: longer terms (Arts 28, 33, 37)."""
    sheet: SheetNumber | None = None
    """First sheet number of the letter of complaint, once it is filed."""


class ComplaintAccepted(Wire):
    """The complaint is accepted for resolution, and the complainant told in writing (Arts 27, 36)."""

    complaint_id: UUID
    accepted_on: date
    resolver: Resolver
    name: Name
    """Title, name or agency of that authority."""
    complex: bool
    """A complex matter has a longer term (Arts 28, 37)."""
    sheet: SheetNumber | None = None
    """First sheet number of the filed notice."""
    alone: Reason | None = None


class ComplaintRefused(Wire):
    """The complaint is not accepted, with the reason (Arts 11, 27), or was withdrawn (Art 10)."""

    complaint_id: UUID
    refused_on: date
    why: Literal["late", "not_affected", "no_capacity", "settled", "withdrawn", "other"]
    reason: Reason
    sheet: SheetNumber | None = None
    alone: Reason | None = None


class ComplaintResolved(Wire):
    """How a complaint or a lawsuit was resolved."""

    complaint_id: UUID
    upheld: bool
    resolved_on: date
    reason: Reason
    document_id: UUID | None
    """The decision that amends or annuls (MQĐ38, MQĐ40), if there is one already."""
    result: Result | None = None
    """Null in acts from before this was kept."""
    sheet: SheetNumber | None = None
    """First sheet number of the filed decision on the complaint, or of the judgment."""
    alone: Reason | None = None
    resolver: Resolver | None = None
    """Who resolved it, if another authority than the one that accepted it: its officer left the office meanwhile."""
    name: Name | None = None
    """Title, name or agency of that other authority."""


class ComplaintResultSent(Wire):
    """The result was sent to the complainant, within three working days (Art 32)."""

    complaint_id: UUID
    sent_on: date
    received_on: date | None
    """When the complainant received it. The time for a second complaint runs from it (Art 33)."""


class ComplaintAppealed(Wire):
    """A second complaint, to the direct superior (Arts 7, 33)."""

    complaint_id: UUID
    filed_at: datetime
    content: Content
    sheet: SheetNumber | None = None


CONTENTS: dict[str, type[Wire]] = {
    CaseAct.COMPLAINT_FILED: ComplaintFiled,
    CaseAct.COMPLAINT_ACCEPTED: ComplaintAccepted,
    CaseAct.COMPLAINT_REFUSED: ComplaintRefused,
    CaseAct.COMPLAINT_RESOLVED: ComplaintResolved,
    CaseAct.COMPLAINT_RESULT_SENT: ComplaintResultSent,
    CaseAct.COMPLAINT_APPEALED: ComplaintAppealed,
}
