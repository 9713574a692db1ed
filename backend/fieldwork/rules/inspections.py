"""Rules about any act of an inspection: whose work it is, how late it is, whether it is admitted.

Pure. The acts themselves, with the state that each leads to, are declared in
backend/fieldwork/acts.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from backend.core.actors import Actor
from backend.fieldwork.rules import flow
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import QuarantineCode


def own_work(officer: UUID, team: Iterable[UUID], *others: UUID | None) -> bool:
    """Tell whether an inspection or act is the officer's own work.

    It is if the officer is on the team or is one of `others` (submitter, maker).
    """
    return officer in team or officer in others


def is_system(actor: Actor) -> bool:
    """Tell whether the system acts here, in the name of the officer whose act caused it."""
    return actor.face == "job"


NEVER_ADMITTED = frozenset({QuarantineCode.SIGNATURE_INVALID})
"""Acts held under these codes are kept and shown for ever, but no decision puts them into effect:
nothing proves that their maker wrote them."""


def never_admitted(code: str, minutes_flow: int) -> bool:
    """Tell whether no decision can put an act held under this code into effect.

    In the newer flow this includes minutes beside final ones.
    """
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
"""Codes of acts that were held because something they name was missing, for example because phones
sent in another order after a restore. When it comes, they take effect as if they had come after it.
Minutes do so when the leader names their writer as owner. A number that came before a signature is
not among them: only the order shows that a paper was signed before it got its number, so a person
must look at it (backend/fieldwork/inspections/paper_faults.py)."""


def is_stale(made_at: datetime, settled_at: datetime) -> bool:
    """Tell whether an act was made before the act that it would undo.

    Such an act is mostly another phone's that came late. Both times are UTC. A phone's time is its
    clock's, corrected by what is known of that clock (ledger/clocks.py), in whole seconds.
    """
    return made_at < settled_at.replace(microsecond=0)
