"""The life of an inspection as a table: state x act -> what becomes of it. Pure; complete; checked by tests.

Evidence (photographs, places, minutes, signatures) is never turned away: where the state has no place for it, it is
held in quarantine. Only steps can be refused. After a submission, late evidence joins as an addendum and changes no
state. New minutes void what was submitted; what a supervisor approved they do not touch: they are kept and listed
beside it, and so are minutes that were written before the submission and come after it (`is_stale`). Only a supervisor
who admits such minutes voids what was approved. A new submission voids an approval too, unless it was made before it.
That is the older flow, and stays for the records that began by it; a decision with `minutes_flow: 2` lives by flow.py.
A visit that the team gave up keeps its evidence and takes more; opening it again takes that back.

Papers that are made on site besides the minutes (violation, seizure, sealing) are evidence too. They stand beside the
frozen revision, never in it, so writing one changes no state; whether a writing, a signature or a number of one takes
effect depends on that paper (documents.py).

Whether a submission needs the announcement, and whose signatures, depends on the form of its minutes
(submissions.py): so it may come from a visit that was only opened, and an announcement may still come after it.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from backend.fieldwork.rules import flow
from backend.fieldwork.rules.steps import (
    EVIDENCE,
    NOTED,
    QUARANTINE_RULINGS,
    RULINGS,
    WEIGHINGS,
    Effect,
    Step,
    refused,
    stay,
    to,
)
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType, InspectionState, QuarantineCode


def own_work(officer: UUID, team: Iterable[UUID], *others: UUID | None) -> bool:
    """Whether this is an officer's own work: his team's inspection, or his as one of `others` (submitter, maker)."""
    return officer in team or officer in others


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
(backend/fieldwork/inspections/document_handler.py)."""

OLDER_TYPES = frozenset(
    {
        ActType.DECISION_ISSUED,
        ActType.INSPECTION_OPENED,
        ActType.INSPECTION_ANNOUNCED,
        ActType.INSPECTION_DISCARDED,
        ActType.INSPECTION_SUBMITTED,
    }
    | EVIDENCE
    | RULINGS
    | QUARANTINE_RULINGS
    | WEIGHINGS
)
"""Acts that the older flow knows; flow.py has those beyond it."""
TYPES = OLDER_TYPES | flow.TYPES

_S = InspectionState
_A = ActType


_CLOSED = Step(Effect.HELD, None, QuarantineCode.RECORD_CLOSED)
_NOT_SUBMITTED = {kind: refused("not_submitted") for kind in RULINGS}
_DECIDED_ALREADY = {kind: refused("already_decided") for kind in RULINGS}


def _working(state: InspectionState) -> dict[ActType, Step]:
    """Cells that all states before a submission share."""
    return {
        _A.DECISION_ISSUED: refused("decision_exists"),
        **stay(state, *EVIDENCE, *QUARANTINE_RULINGS, *WEIGHINGS),
    }


TABLE: dict[InspectionState | None, dict[ActType, Step]] = {
    None: {
        _A.DECISION_ISSUED: to(_S.DECIDED),
        **{kind: Step(Effect.HELD, None, QuarantineCode.RECORD_UNKNOWN) for kind in EVIDENCE},
        **{kind: refused("record_unknown") for kind in TYPES - EVIDENCE - {_A.DECISION_ISSUED}},
    },
    _S.DECIDED: {
        **_working(_S.DECIDED),
        _A.INSPECTION_OPENED: to(_S.OPENED),
        _A.INSPECTION_ANNOUNCED: to(_S.ANNOUNCED),
        _A.INSPECTION_DISCARDED: refused("not_opened"),
        _A.INSPECTION_SUBMITTED: refused("not_announced"),
        **_NOT_SUBMITTED,
    },
    _S.OPENED: {
        **_working(_S.OPENED),
        _A.INSPECTION_OPENED: NOTED,
        _A.INSPECTION_ANNOUNCED: to(_S.ANNOUNCED),
        _A.INSPECTION_DISCARDED: to(_S.DISCARDED),
        _A.INSPECTION_SUBMITTED: to(_S.SUBMITTED),
        **_NOT_SUBMITTED,
    },
    _S.ANNOUNCED: {
        **_working(_S.ANNOUNCED),
        _A.INSPECTION_OPENED: NOTED,
        _A.INSPECTION_ANNOUNCED: NOTED,
        _A.INSPECTION_DISCARDED: to(_S.DISCARDED),
        _A.INSPECTION_SUBMITTED: to(_S.SUBMITTED),
        **_NOT_SUBMITTED,
    },
    _S.SUBMITTED: {
        **_working(_S.SUBMITTED),
        _A.INSPECTION_OPENED: NOTED,
        _A.INSPECTION_ANNOUNCED: to(_S.SUBMITTED),
        _A.INSPECTION_DISCARDED: refused("already_submitted"),
        _A.MINUTES_WRITTEN: to(_S.REVISING),
        _A.INSPECTION_SUBMITTED: to(_S.SUBMITTED),
        _A.MINUTES_RETURNED: to(_S.RETURNED),
        _A.MINUTES_APPROVED: to(_S.APPROVED),
        _A.MINUTES_REFUSED: to(_S.REFUSED),
    },
    _S.RETURNED: {
        **_working(_S.RETURNED),
        _A.INSPECTION_OPENED: NOTED,
        _A.INSPECTION_ANNOUNCED: to(_S.RETURNED),
        _A.INSPECTION_DISCARDED: to(_S.DISCARDED),
        _A.INSPECTION_SUBMITTED: to(_S.SUBMITTED),
        **_DECIDED_ALREADY,
    },
    _S.REVISING: {
        **_working(_S.REVISING),
        _A.INSPECTION_OPENED: NOTED,
        _A.INSPECTION_ANNOUNCED: to(_S.REVISING),
        _A.INSPECTION_DISCARDED: to(_S.DISCARDED),
        _A.INSPECTION_SUBMITTED: to(_S.SUBMITTED),
        **{kind: refused("revision_stale") for kind in RULINGS},
    },
    _S.APPROVED: {
        **_working(_S.APPROVED),
        _A.INSPECTION_OPENED: NOTED,
        _A.INSPECTION_ANNOUNCED: to(_S.APPROVED),
        _A.INSPECTION_DISCARDED: refused("already_submitted"),
        _A.MINUTES_WRITTEN: Step(Effect.HELD, None, QuarantineCode.MINUTES_FINAL),
        _A.INSPECTION_SUBMITTED: to(_S.SUBMITTED),
        **_DECIDED_ALREADY,
    },
    _S.REFUSED: {
        **_working(_S.REFUSED),
        **dict.fromkeys(EVIDENCE, _CLOSED),
        _A.INSPECTION_OPENED: NOTED,
        _A.INSPECTION_ANNOUNCED: NOTED,
        _A.INSPECTION_DISCARDED: refused("record_closed"),
        _A.INSPECTION_SUBMITTED: refused("record_closed"),
        **_DECIDED_ALREADY,
    },
    _S.DISCARDED: {
        **_working(_S.DISCARDED),
        _A.INSPECTION_OPENED: to(_S.OPENED),
        _A.INSPECTION_ANNOUNCED: refused("inspection_discarded"),
        _A.INSPECTION_DISCARDED: NOTED,
        _A.INSPECTION_SUBMITTED: refused("inspection_discarded"),
        **{kind: refused("inspection_discarded") for kind in RULINGS},
    },
}
"""Every state, and None for a record that is not there, against every act of an inspection."""

LATE = frozenset({_S.SUBMITTED, _S.APPROVED})
"""States in which new evidence joins as an addendum: outside the frozen revision, visible beside it."""


def step(state: InspectionState | None, act_type: str, minutes_flow: int = 1) -> Step:
    """Look one cell up, in the table of the decision's flow. Raises KeyError for an act that is no inspection's."""
    kind = ActType(act_type)
    if state is not None and minutes_flow == FLOW:
        return flow.TABLE[state][kind]
    if state is not None and kind in flow.TYPES:
        return refused("flow_older")
    return TABLE[state][kind]


_ONCE_TAKEN = {(_S.APPROVED, _A.MINUTES_WRITTEN): _S.REVISING}
"""What an act does that is in effect although the table holds it: admitted by a supervisor, or taken while new minutes
still voided an approval by themselves."""


def once_taken(
    state: InspectionState | None, act_type: str, minutes_flow: int = 1
) -> InspectionState | None:
    """The state after an act that is in effect; None where it changes none."""
    cell = step(state, act_type, minutes_flow)
    if cell.effect is Effect.TAKES:
        return cell.next
    if state is None or minutes_flow == FLOW:
        return None
    return _ONCE_TAKEN.get((state, ActType(act_type)))


def is_stale(made_at: datetime, settled_at: datetime) -> bool:
    """Tell whether an act was made before what it would undo: another phone's, that came late.

    Both are UTC, and of a phone what its clock showed, put right by what is known of it (ledger/clocks.py); a phone
    writes whole seconds.
    """
    return made_at < settled_at.replace(microsecond=0)


def fold(
    act_types: list[tuple[str, bool]], minutes_flow: int = 1, *, own_file: bool = False
) -> InspectionState | None:
    """Derive the state from the accepted acts of a record in order: (type, took effect).

    This is the meaning of the state column, which is only a cache of it. An admitted act counts where it was admitted,
    so the caller gives its type there. `own_file`: who issued the decision leads the team, so by the newer flow his
    submission needs no opinion.
    """
    state: InspectionState | None = None
    for act_type, took_effect in act_types:
        if not took_effect:
            continue
        after = once_taken(state, act_type, minutes_flow)
        if after is InspectionState.SUBMITTED and act_type == ActType.INSPECTION_SUBMITTED:
            own = own_file and minutes_flow == FLOW
            after = flow.submitted_to(own_file=own)
        state = after or state
    return state
