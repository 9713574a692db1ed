"""Acts about papers of the desk on the inspection's decision: drafted, numbered, signed, compared.

A record begins with the draft of its decision, before there is an inspection; none of these acts
changes the inspection's state. Whether one takes effect depends on its paper
(backend/fieldwork/inspections/paper_judging.py). What a signed paper means for the inspection is an
act of its own, in acts/visit.py.
"""

from typing import Any

from backend.fieldwork.acts.declaring import ANYWHERE, Declared, Face, Life, Move, Who, Written
from backend.fieldwork.acts.shared import coordinates, unheard_or_unplanned
from backend.ledger.bounds.edges import At, Fixed, Now, Today
from backend.ledger.bounds.table import CLOCK, HAPPENED, LAW, ORDER, SLIP, bound
from schemas.fieldwork.words import ActType

_BEFORE = Life((Move({None, *ANYWHERE}),))
_AFTER = Life((Move(ANYWHERE),))


def _paper(wire: ActType, who: Who = Who.OFFICE, **more: object) -> Declared:
    return Declared(
        wire=wire,
        face=Face.DESK,
        who=who,
        older=_BEFORE,
        newer=_AFTER,
        of_desk_paper=True,
        writes=Written.DESK_PAPER,
        **more,  # type: ignore[arg-type]  # bounds and what the system sets
    )


_SIGNED = (
    # Both are the server's, some seconds before it is entered: midnight may lie between.
    bound("/issued_on", Today(-1), Today(), CLOCK),
    bound("/issued_at", Now(-60), Now(), CLOCK),
)

PAPER_DRAFTED = _paper(
    ActType.PAPER_DRAFTED,
    bounds=(
        bound("/order/start_on", LAW, Today(366), SLIP),
        bound("/order/duration_days", Fixed(0), Fixed(99), SLIP),
        bound("/change/duration_days", Fixed(0), Fixed(99), SLIP),
        *coordinates("/order"),
        bound("/plan/expected_start", Now(-30 * 24 * 60), Now(366 * 24 * 60), SLIP),
        bound("/plan/expected_end", At("/plan/expected_start"), Now(731 * 24 * 60), ORDER),
    ),
)
PAPER_DISCARDED = _paper(ActType.PAPER_DISCARDED)
PAPER_NUMBER_VOIDED = _paper(ActType.PAPER_NUMBER_VOIDED)
PAPER_PRINTED = _paper(
    ActType.PAPER_PRINTED, Who.HEAD, bounds=_SIGNED, exceptional=unheard_or_unplanned
)
PAPER_ISSUED = _paper(
    ActType.PAPER_ISSUED,
    Who.HEAD,
    bounds=(
        _SIGNED[0],
        # Who signs with a token of his own sends the file back on the same day.
        bound("/issued_at", Now(-24 * 60), Now(), CLOCK),
    ),
    exceptional=unheard_or_unplanned,
)


def _names_former(content: Any) -> tuple[str, str] | None:
    names = ", ".join(one.full_name for one in content.former_members)
    return ("former_member", names) if names else None


PAPER_SCANNED = _paper(ActType.PAPER_SCANNED, exceptional=_names_former)
PAPER_COMPARED = _paper(ActType.PAPER_COMPARED)
PAPER_SEALED = _paper(
    ActType.PAPER_SEALED,
    set_by_the_system={"/sealed_at": "the time in the signature, judged before the act"},
)
PAPER_DISPATCHED = _paper(
    ActType.PAPER_DISPATCHED, bounds=(bound("/sent_on", LAW, Today(), HAPPENED),)
)

ALL = (
    PAPER_DRAFTED,
    PAPER_DISCARDED,
    PAPER_NUMBER_VOIDED,
    PAPER_PRINTED,
    PAPER_ISSUED,
    PAPER_SCANNED,
    PAPER_COMPARED,
    PAPER_SEALED,
    PAPER_DISPATCHED,
)
