"""Contents of the acts of an absence: who is away, from when to when, who stands in."""

from datetime import date
from uuid import UUID

from schemas.approvals.submissions import Reason
from schemas.approvals.words import AbsenceAct
from schemas.core.base import Wire
from schemas.core.content_types import ShortText


class AbsenceRecorded(Wire):
    """An officer is away, and another stands in.

    Standing in (xử lý thay) covers opinions and agreements. Signing needs a delegation, which the
    law alone gives (Law 15/2012 Art 54; Decree 118/2021 Art 10).
    """

    officer_id: UUID
    stand_in_id: UUID
    first_day: date
    """In Vietnam, inclusive."""
    last_day: date
    """In Vietnam, inclusive."""
    reason: ShortText


class AbsenceEnded(Wire):
    """The officer is back earlier, or the entry was wrong."""

    first_day_back: date
    """In Vietnam: the first day on which nobody stands in."""
    reason: Reason


ABSENCE_CONTENTS: dict[str, type[Wire]] = {
    AbsenceAct.RECORDED: AbsenceRecorded,
    AbsenceAct.ENDED: AbsenceEnded,
}
"""Contents by type, for schemas.ledger.acts.CONTENTS."""
