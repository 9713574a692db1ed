"""Acts of evidence that an officer captures on site: places, photographs, minutes and signatures.

Evidence is never refused; if it cannot take effect, it is held. Evidence that comes after a
submission joins as an addendum and does not change the state.
"""

from uuid import UUID

from backend.fieldwork.acts.declaring import (
    ANYWHERE,
    STAYS,
    Ask,
    Declared,
    Face,
    Life,
    Move,
    Who,
    Written,
    held,
)
from backend.fieldwork.acts.shared import KEPT, position
from backend.fieldwork.rules.guard_context import GuardContext
from backend.fieldwork.rules.inspections import is_stale
from backend.fieldwork.rules.locked import LockedInspection
from backend.ledger.bounds.edges import Fixed
from backend.ledger.bounds.table import bound
from backend.ledger.handlers import Hold, Judgement
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.words import ActType, QuarantineCode
from schemas.fieldwork.words import InspectionState as State

PLACE_FIXED = Declared(
    wire=ActType.PLACE_FIXED,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    joins_the_file=True,
    writes=Written.PLACE,
    bounds=position(""),
)


def _fault_photo_taken(_content: inspection_acts.PhotoTaken, context: GuardContext) -> str | None:
    return QuarantineCode.PHOTO_ID_TAKEN if context.photo_known else None


def _photo_id(content: inspection_acts.PhotoTaken, _act_id: UUID) -> UUID:
    return content.photo_id


PHOTO_TAKEN = Declared(
    wire=ActType.PHOTO_TAKEN,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_photo_taken,
    asks=(Ask.PHOTO,),
    joins_the_file=True,
    brings=_photo_id,
    writes=Written.PHOTO,
    bounds=(
        *position("/place"),
        bound("/size", Fixed(1), Fixed(2**30), ("một tệp ảnh", "one photograph's file")),
    ),
)


def _fault_of_photo(
    _content: inspection_acts.PhotoWithdrawn | inspection_acts.PhotoCaptioned, context: GuardContext
) -> str | None:
    return None if context.photo_here else QuarantineCode.PHOTO_UNKNOWN


PHOTO_WITHDRAWN = Declared(
    wire=ActType.PHOTO_WITHDRAWN,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_of_photo,
    asks=(Ask.PHOTO,),
    joins_the_file=True,
    writes=Written.PHOTO_OUT,
)

PHOTO_CAPTIONED = Declared(
    wire=ActType.PHOTO_CAPTIONED,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_of_photo,
    asks=(Ask.PHOTO,),
    joins_the_file=True,
    writes=Written.CAPTION,
)


def _fault_by_form(_content: inspection_acts.MinutesWritten, context: GuardContext) -> str | None:
    return context.paper


def _guard_minutes_written(
    _content: inspection_acts.MinutesWritten, state: LockedInspection, context: GuardContext
) -> Judgement | None:
    """Hold minutes that are older than the submission now waiting for its ruling.

    They are an earlier draft, mostly from another phone of the team.
    """
    at = context.submission_at if state.state == State.SUBMITTED else None
    late = at is not None and is_stale(context.told_at, at)
    return Hold(code=QuarantineCode.MINUTES_FINAL) if late else None


def _this_act(_content: object, act_id: UUID) -> UUID:
    return act_id


MINUTES_WRITTEN = Declared(
    wire=ActType.MINUTES_WRITTEN,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    # New minutes void a submission. They never touch a revision that a supervisor approved.
    older=Life(
        (
            Move({State.SUBMITTED}, State.REVISING),
            Move(ANYWHERE - {State.SUBMITTED, State.APPROVED, State.REFUSED}),
        ),
        (
            held(QuarantineCode.MINUTES_FINAL, State.APPROVED),
            held(QuarantineCode.RECORD_CLOSED, State.REFUSED),
        ),
    ),
    newer=Life(
        (Move(ANYWHERE - {State.SUBMITTED, State.APPROVED}),),
        (held(QuarantineCode.MINUTES_FINAL, State.SUBMITTED, State.APPROVED),),
    ),
    once_taken={State.APPROVED: State.REVISING},
    owned=True,
    fault=_fault_by_form,
    asks=(Ask.MINUTES_FORM, Ask.SUBMISSION_AT),
    guard=_guard_minutes_written,
    joins_the_file=True,
    ends_draft=True,
    brings=_this_act,
    writes=Written.MINUTES,
)


def _fault_person_signed(
    content: inspection_acts.PersonSigned, context: GuardContext
) -> str | None:
    if not context.minutes_known:
        return QuarantineCode.MINUTES_UNKNOWN
    if (content.drawing is None) == (content.refusal is None):
        return QuarantineCode.FORM_INVALID
    # The number comes after all signatures (Circular 22/2021 Art 6.4); a head may admit a late one.
    return QuarantineCode.DOCUMENT_CLOSED if context.signing_closed else None


def _signs_minutes_in_force(content: inspection_acts.PersonSigned, state: LockedInspection) -> bool:
    return content.minutes == state.minutes_id


PERSON_SIGNED = Declared(
    wire=ActType.PERSON_SIGNED,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_person_signed,
    asks=(Ask.MINUTES_KNOWN,),
    joins_the_file=True,
    ends_draft=_signs_minutes_in_force,
    writes=Written.SIGNATURE,
)

ALL = (
    PLACE_FIXED,
    PHOTO_TAKEN,
    PHOTO_WITHDRAWN,
    PHOTO_CAPTIONED,
    MINUTES_WRITTEN,
    PERSON_SIGNED,
)
