"""What is asked about any act of an inspection: whose work, how late, whether it may be admitted. Pure.

The acts themselves, with where each leads, are declared in backend/fieldwork/acts.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from backend.core.actors import Actor
from backend.fieldwork.rules import flow
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import QuarantineCode


def own_work(officer: UUID, team: Iterable[UUID], *others: UUID | None) -> bool:
    """Whether this is an officer's own work: his team's inspection, or his as one of `others` (submitter, maker)."""
    return officer in team or officer in others


def is_system(actor: Actor) -> bool:
    """Whether this is the system's hand, in the name of an officer whose act it follows."""
    return actor.face == "job"


NEVER_ADMITTED = frozenset({QuarantineCode.SIGNATURE_INVALID})
"""Kept and shown for ever, and never in effect, whoever rules: nobody can say that its maker wrote it so."""


def never_admitted(code: str, minutes_flow: int) -> bool:
    """Whether nobody puts in effect what was held for this; minutes beside final ones neither, by the newer flow."""
    return code in NEVER_ADMITTED or (minutes_flow == FLOW and code in flow.NEVER_ADMITTED)


JUDGED_ANEW = frozenset(
    {
        QuarantineCode.RECORD_UNKNOWN,
        QuarantineCode.MINUTES_UNKNOWN,
        QuarantineCode.PHOTO_UNKNOWN,
        QuarantineCode.DOCUMENT_UNKNOWN,
        QuarantineCode.MINUTES_NOT_OWNED,
    }
)
"""Held because what it names was not there, as when phones come back in another order after a restore. Where that
comes, it takes effect as if it had come after it; minutes, where the leader names their writer. Not so a number that
came before a signature: that a paper was signed before it got its number is seen by the order alone, so a person looks
(backend/fieldwork/inspections/paper_faults.py)."""


def is_stale(made_at: datetime, settled_at: datetime) -> bool:
    """Tell whether an act was made before what it would undo: another phone's, that came late.

    Both are UTC, and of a phone what its clock showed, put right by what is known of it (ledger/clocks.py); a phone
    writes whole seconds.
    """
    return made_at < settled_at.replace(microsecond=0)
