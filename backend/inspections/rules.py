"""The life of an inspection as a table: state x act -> what becomes of it. Pure; complete; checked by tests.

Evidence (photographs, places, minutes, signatures) is never turned away: where the state has no place for it, it is
held in quarantine. Only steps can be refused. After a submission, late evidence joins as an addendum and changes no
state. New minutes void what was submitted; what a supervisor approved they do not touch: they are kept and listed
beside it, and so are minutes that were written before the submission and come after it (`is_stale`). Only a supervisor
who admits such minutes voids what was approved. A new submission voids an approval too, unless it was made before it.
A visit that the team gave up keeps its evidence and takes more; opening it again takes that back.

Papers that are made on site besides the minutes (violation, seizure, sealing) are evidence too. They stand beside the
frozen revision, never in it, so writing one changes no state; whether a writing, a signature or a number of one takes
effect depends on that paper (document_rules.py).

Whether a submission needs the announcement, and whose signatures, depends on the form of its minutes
(submission_rules.py): so it may come from a visit that was only opened, and an announcement may still come after it.
"""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum
from uuid import UUID

import msgspec

from schemas.vocabulary import ActType, InspectionState, QuarantineCode


class Effect(StrEnum):
    """What becomes of an act in a state."""

    TAKES = "takes"
    """It takes effect; the state becomes `next`."""
    NOTED = "noted"
    """It is accepted and changes nothing: a repeat in meaning, or one that came late."""
    HELD = "held"
    """Evidence kept in quarantine under `code`."""
    REFUSED = "refused"
    """A step that may not happen now, for the reason `code`."""


def own_work(officer: UUID, team: Iterable[UUID], *others: UUID | None) -> bool:
    """Whether this is an officer's own work: his team's inspection, or his as one of `others` (submitter, maker)."""
    return officer in team or officer in others


class Step(msgspec.Struct, frozen=True):
    """One cell of the table."""

    effect: Effect
    next: InspectionState | None = None
    code: str | None = None


EVIDENCE = frozenset(
    {
        ActType.PLACE_FIXED,
        ActType.PHOTO_TAKEN,
        ActType.PHOTO_WITHDRAWN,
        ActType.PHOTO_CAPTIONED,
        ActType.MINUTES_WRITTEN,
        ActType.PERSON_SIGNED,
        ActType.DOCUMENT_WRITTEN,
        ActType.DOCUMENT_SIGNED,
        ActType.DOCUMENT_NUMBERED,
    }
)
"""What a person captured on site: kept whoever sent it and whenever."""

NEVER_ADMITTED = frozenset({QuarantineCode.SIGNATURE_INVALID})
"""Kept and shown for ever, and never in effect, whoever rules: nobody can say that its maker wrote it so."""

JUDGED_ANEW = frozenset(
    {
        QuarantineCode.RECORD_UNKNOWN,
        QuarantineCode.MINUTES_UNKNOWN,
        QuarantineCode.PHOTO_UNKNOWN,
        QuarantineCode.DOCUMENT_UNKNOWN,
    }
)
"""Held because what it names was not there, as when phones come back in another order after a restore. Where that
comes, it takes effect as if it had come after it. Not so a number that came before a signature: that a paper was signed
before it got its number is seen by the order alone, so a person looks (document_book.py)."""

RULINGS = frozenset({ActType.MINUTES_RETURNED, ActType.MINUTES_APPROVED, ActType.MINUTES_REFUSED})
"""What a supervisor says of a submitted revision."""

QUARANTINE_RULINGS = frozenset({ActType.EVIDENCE_ADMITTED, ActType.EVIDENCE_DISMISSED})

WEIGHINGS = frozenset({ActType.FINDING_WEIGHED})
"""What a supervisor says of a doubt: possible at any time, for it changes no state."""

TYPES = frozenset(
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

_S = InspectionState
_A = ActType


def _to(state: InspectionState) -> Step:
    return Step(Effect.TAKES, state)


def _refused(code: str) -> Step:
    return Step(Effect.REFUSED, None, code)


def _stay(state: InspectionState, *types: ActType) -> dict[ActType, Step]:
    return {kind: Step(Effect.TAKES, state) for kind in types}


_NOTED = Step(Effect.NOTED)
_CLOSED = Step(Effect.HELD, None, QuarantineCode.RECORD_CLOSED)
_NOT_SUBMITTED = {kind: _refused("not_submitted") for kind in RULINGS}
_DECIDED_ALREADY = {kind: _refused("already_decided") for kind in RULINGS}


def _working(state: InspectionState) -> dict[ActType, Step]:
    """Cells that all states before a submission share."""
    return {
        _A.DECISION_ISSUED: _refused("decision_exists"),
        **_stay(state, *EVIDENCE, *QUARANTINE_RULINGS, *WEIGHINGS),
    }


TABLE: dict[InspectionState | None, dict[ActType, Step]] = {
    None: {
        _A.DECISION_ISSUED: _to(_S.DECIDED),
        **{kind: Step(Effect.HELD, None, QuarantineCode.RECORD_UNKNOWN) for kind in EVIDENCE},
        **{kind: _refused("record_unknown") for kind in TYPES - EVIDENCE - {_A.DECISION_ISSUED}},
    },
    _S.DECIDED: {
        **_working(_S.DECIDED),
        _A.INSPECTION_OPENED: _to(_S.OPENED),
        _A.INSPECTION_ANNOUNCED: _to(_S.ANNOUNCED),
        _A.INSPECTION_DISCARDED: _refused("not_opened"),
        _A.INSPECTION_SUBMITTED: _refused("not_announced"),
        **_NOT_SUBMITTED,
    },
    _S.OPENED: {
        **_working(_S.OPENED),
        _A.INSPECTION_OPENED: _NOTED,
        _A.INSPECTION_ANNOUNCED: _to(_S.ANNOUNCED),
        _A.INSPECTION_DISCARDED: _to(_S.DISCARDED),
        _A.INSPECTION_SUBMITTED: _to(_S.SUBMITTED),
        **_NOT_SUBMITTED,
    },
    _S.ANNOUNCED: {
        **_working(_S.ANNOUNCED),
        _A.INSPECTION_OPENED: _NOTED,
        _A.INSPECTION_ANNOUNCED: _NOTED,
        _A.INSPECTION_DISCARDED: _to(_S.DISCARDED),
        _A.INSPECTION_SUBMITTED: _to(_S.SUBMITTED),
        **_NOT_SUBMITTED,
    },
    _S.SUBMITTED: {
        **_working(_S.SUBMITTED),
        _A.INSPECTION_OPENED: _NOTED,
        _A.INSPECTION_ANNOUNCED: _to(_S.SUBMITTED),
        _A.INSPECTION_DISCARDED: _refused("already_submitted"),
        _A.MINUTES_WRITTEN: _to(_S.REVISING),
        _A.INSPECTION_SUBMITTED: _to(_S.SUBMITTED),
        _A.MINUTES_RETURNED: _to(_S.RETURNED),
        _A.MINUTES_APPROVED: _to(_S.APPROVED),
        _A.MINUTES_REFUSED: _to(_S.REFUSED),
    },
    _S.RETURNED: {
        **_working(_S.RETURNED),
        _A.INSPECTION_OPENED: _NOTED,
        _A.INSPECTION_ANNOUNCED: _to(_S.RETURNED),
        _A.INSPECTION_DISCARDED: _to(_S.DISCARDED),
        _A.INSPECTION_SUBMITTED: _to(_S.SUBMITTED),
        **_DECIDED_ALREADY,
    },
    _S.REVISING: {
        **_working(_S.REVISING),
        _A.INSPECTION_OPENED: _NOTED,
        _A.INSPECTION_ANNOUNCED: _to(_S.REVISING),
        _A.INSPECTION_DISCARDED: _to(_S.DISCARDED),
        _A.INSPECTION_SUBMITTED: _to(_S.SUBMITTED),
        **{kind: _refused("revision_stale") for kind in RULINGS},
    },
    _S.APPROVED: {
        **_working(_S.APPROVED),
        _A.INSPECTION_OPENED: _NOTED,
        _A.INSPECTION_ANNOUNCED: _to(_S.APPROVED),
        _A.INSPECTION_DISCARDED: _refused("already_submitted"),
        _A.MINUTES_WRITTEN: Step(Effect.HELD, None, QuarantineCode.MINUTES_FINAL),
        _A.INSPECTION_SUBMITTED: _to(_S.SUBMITTED),
        **_DECIDED_ALREADY,
    },
    _S.REFUSED: {
        **_working(_S.REFUSED),
        **dict.fromkeys(EVIDENCE, _CLOSED),
        _A.INSPECTION_OPENED: _NOTED,
        _A.INSPECTION_ANNOUNCED: _NOTED,
        _A.INSPECTION_DISCARDED: _refused("record_closed"),
        _A.INSPECTION_SUBMITTED: _refused("record_closed"),
        **_DECIDED_ALREADY,
    },
    _S.DISCARDED: {
        **_working(_S.DISCARDED),
        _A.INSPECTION_OPENED: _to(_S.OPENED),
        _A.INSPECTION_ANNOUNCED: _refused("inspection_discarded"),
        _A.INSPECTION_DISCARDED: _NOTED,
        _A.INSPECTION_SUBMITTED: _refused("inspection_discarded"),
        **{kind: _refused("inspection_discarded") for kind in RULINGS},
    },
}
"""Every state, and None for a record that is not there, against every act of an inspection."""

LATE = frozenset({_S.SUBMITTED, _S.APPROVED})
"""States in which new evidence joins as an addendum: outside the frozen revision, visible beside it."""


def step(state: InspectionState | None, act_type: str) -> Step:
    """Look one cell up. Raises KeyError for an act that is no inspection's."""
    return TABLE[state][ActType(act_type)]


_ONCE_TAKEN = {(_S.APPROVED, _A.MINUTES_WRITTEN): _S.REVISING}
"""What an act does that is in effect although the table holds it: admitted by a supervisor, or taken while new minutes
still voided an approval by themselves."""


def once_taken(state: InspectionState | None, act_type: str) -> InspectionState | None:
    """The state after an act that is in effect; None where it changes none."""
    cell = step(state, act_type)
    if cell.effect is Effect.TAKES:
        return cell.next
    return _ONCE_TAKEN.get((state, ActType(act_type))) if state else None


def is_stale(made_at: datetime, settled_at: datetime) -> bool:
    """Tell whether an act was made before what it would undo: another phone's, that came late.

    Both are UTC; `made_at` is by the phone's clock, which writes whole seconds.
    """
    return made_at < settled_at.replace(microsecond=0)


def fold(act_types: list[tuple[str, bool]]) -> InspectionState | None:
    """Derive the state from the accepted acts of a record in order: (type, took effect).

    This is the meaning of the state column, which is only a cache of it. An admitted act counts where it was admitted,
    so the caller gives its type there.
    """
    state: InspectionState | None = None
    for act_type, took_effect in act_types:
        if not took_effect:
            continue
        state = once_taken(state, act_type) or state
    return state
