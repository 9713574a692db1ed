"""The life of an inspection whose decision says `minutes_flow: 2`, as a table beside that of inspections.py. Pure;
complete.

Its minutes are final once the owner's submission names them: nothing rewrites them, and nothing voids what people
signed. A supervisor looks at a draft before the first signature; afterwards he rules on the file. The nine states are
those of the older flow, because a phone of the version before knows no tenth: `submitted` means that a ruling or a
supplement is open, `approved` that the file was agreed to, taken over, or needs no opinion. `returned`, `revising` and
`refused` are never reached.

The team gives nothing up by itself: it asks, and who issued the decision withdraws it before the announcement.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from backend.core.canonical_json import sha256_hex
from backend.fieldwork.rules import steps
from backend.fieldwork.rules.steps import NOTED, Effect, Step, refused, stay, to
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType, InspectionState, QuarantineCode

_S = InspectionState
_A = ActType

DRAFT_RULINGS = frozenset({_A.DRAFT_APPROVED, _A.DRAFT_RETURNED})
FILE_RULINGS = frozenset(
    {_A.FILE_AGREED, _A.FILE_SUPPLEMENT_ASKED, _A.FILE_VERIFICATION_ORDERED, _A.FILE_TAKEN_OVER}
)
OF_TEAM = frozenset(
    {_A.MINUTES_ENTRUSTED, _A.MINUTES_PROPOSED, _A.MINUTES_SET_ASIDE, _A.FILE_SUPPLEMENTED}
)
OF_DESK = FILE_RULINGS | {_A.DECISION_WITHDRAWN}
"""Acts of the desk alone. Those of DRAFT_RULINGS, and minutes.set_aside, come from either face."""
EITHER_FACE = DRAFT_RULINGS | {_A.MINUTES_SET_ASIDE, _A.MINUTES_ENTRUSTED}
TYPES = DRAFT_RULINGS | FILE_RULINGS | OF_TEAM | OF_DESK
"""Acts that only this flow knows: on a record of the older one each is refused as `flow_older`."""

REACHED = (
    _S.DECIDED,
    _S.OPENED,
    _S.ANNOUNCED,
    _S.SUBMITTED,
    _S.APPROVED,
    _S.DISCARDED,
)
NEVER_ADMITTED = frozenset({QuarantineCode.MINUTES_FINAL, QuarantineCode.MINUTES_NOT_OWNED})
"""Minutes beside: nobody puts them in force. They are read, signed and set aside with a reason."""

_FINAL = Step(Effect.HELD, None, QuarantineCode.MINUTES_FINAL)
_OLDER_RULINGS = {kind: refused("flow_newer") for kind in steps.RULINGS}


def _row(state: InspectionState, cells: dict[ActType, Step]) -> dict[ActType, Step]:
    """What all states share, and what of `cells` differs."""
    return {
        _A.DECISION_ISSUED: refused("decision_exists"),
        **stay(state, *steps.EVIDENCE, *steps.QUARANTINE_RULINGS, *steps.WEIGHINGS),
        _A.INSPECTION_OPENED: NOTED,
        _A.INSPECTION_ANNOUNCED: to(state),
        **_OLDER_RULINGS,
        **stay(state, _A.MINUTES_SET_ASIDE),
        **cells,
    }


def _before(state: InspectionState, cells: dict[ActType, Step]) -> dict[ActType, Step]:
    """Before a submission: drafts are looked at, no file is there."""
    return _row(
        state,
        {
            **stay(state, _A.MINUTES_ENTRUSTED, _A.MINUTES_PROPOSED, *DRAFT_RULINGS),
            **{kind: refused("not_submitted") for kind in FILE_RULINGS | {_A.FILE_SUPPLEMENTED}},
            _A.INSPECTION_SUBMITTED: to(_S.SUBMITTED),
            _A.INSPECTION_DISCARDED: to(state),
            _A.DECISION_WITHDRAWN: to(_S.DISCARDED),
            **cells,
        },
    )


def _after(state: InspectionState, cells: dict[ActType, Step]) -> dict[ActType, Step]:
    """After it: the minutes are final, what comes of a draft is only noted."""
    return _row(
        state,
        {
            _A.MINUTES_WRITTEN: _FINAL,
            _A.MINUTES_ENTRUSTED: NOTED,
            _A.MINUTES_PROPOSED: NOTED,
            **dict.fromkeys(DRAFT_RULINGS, NOTED),
            _A.INSPECTION_SUBMITTED: refused("file_submitted"),
            _A.INSPECTION_DISCARDED: refused("already_submitted"),
            _A.DECISION_WITHDRAWN: refused("announced_already"),
            **cells,
        },
    )


TABLE: dict[InspectionState, dict[ActType, Step]] = {
    _S.DECIDED: _before(
        _S.DECIDED,
        {
            _A.INSPECTION_OPENED: to(_S.OPENED),
            _A.INSPECTION_ANNOUNCED: to(_S.ANNOUNCED),
            _A.INSPECTION_SUBMITTED: refused("not_announced"),
        },
    ),
    _S.OPENED: _before(
        _S.OPENED,
        {
            _A.INSPECTION_OPENED: to(_S.OPENED),
            _A.INSPECTION_ANNOUNCED: to(_S.ANNOUNCED),
        },
    ),
    _S.ANNOUNCED: _before(
        _S.ANNOUNCED,
        {
            _A.INSPECTION_ANNOUNCED: NOTED,
            _A.INSPECTION_DISCARDED: refused("announced_needs_minutes"),
            _A.DECISION_WITHDRAWN: refused("announced_already"),
        },
    ),
    _S.SUBMITTED: _after(
        _S.SUBMITTED,
        {
            _A.FILE_AGREED: to(_S.APPROVED),
            _A.FILE_TAKEN_OVER: to(_S.APPROVED),
            **stay(
                _S.SUBMITTED,
                _A.FILE_SUPPLEMENT_ASKED,
                _A.FILE_VERIFICATION_ORDERED,
                _A.FILE_SUPPLEMENTED,
            ),
        },
    ),
    _S.APPROVED: _after(
        _S.APPROVED,
        {
            **{kind: refused("already_decided") for kind in FILE_RULINGS},
            _A.FILE_SUPPLEMENTED: to(_S.APPROVED),
        },
    ),
    _S.DISCARDED: _row(
        _S.DISCARDED,
        {
            # Announced before the phone could know of the withdrawal: then minutes end the visit
            # (backend/fieldwork/inspections/flow_handler.py).
            _A.INSPECTION_ANNOUNCED: to(_S.ANNOUNCED),
            _A.INSPECTION_SUBMITTED: refused("decision_withdrawn"),
            _A.INSPECTION_DISCARDED: NOTED,
            _A.MINUTES_ENTRUSTED: NOTED,
            _A.MINUTES_PROPOSED: NOTED,
            **dict.fromkeys(DRAFT_RULINGS, NOTED),
            **{kind: refused("not_submitted") for kind in FILE_RULINGS | {_A.FILE_SUPPLEMENTED}},
            _A.DECISION_WITHDRAWN: refused("withdrawn_already"),
        },
    ),
}
"""Every state that this flow reaches against every act. A record that is not there is inspections.py's."""


def submitted_to(*, own_file: bool) -> InspectionState:
    """Where a submission leads: who leads and issued the decision needs no opinion (Circular 27/2020 Art 19.2)."""
    return _S.APPROVED if own_file else _S.SUBMITTED


def draft_hash(minutes: UUID, photos: list[str]) -> str:
    """What a proposal names: SHA-256 of the RFC 8785 form of minutes and photographs, in this order."""
    return sha256_hex({"minutes": str(minutes), "photos": photos})


def file_hash(revision: str, addenda: Sequence[UUID], supplements: Sequence[UUID]) -> str:
    """What a ruling on the file names: the revision, and by act what joined it since, in the order of the ledger.

    `addenda` are acts of evidence in effect that came after the submission, admissions included; `supplements` the
    team's answers. Anybody who has the ledger can reckon it.
    """
    return sha256_hex(
        {
            "revision": revision,
            "addenda": [str(one) for one in addenda],
            "supplements": [str(one) for one in supplements],
        }
    )


def of_decision(content: dict[str, Any]) -> int:
    """Which flow a decision began: 2, or 1 where it says nothing."""
    return FLOW if content.get("minutes_flow") == FLOW else 1
