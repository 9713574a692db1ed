"""What keeps evidence from taking effect: by its content when it comes, and once more when what it lacked has come."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import clock
from backend.documents import forms
from backend.fieldwork.inspections import document_handler as document_book
from backend.fieldwork.queries import inspections as queries
from backend.fieldwork.rules import inspections as rules
from backend.fieldwork.rules import submissions as submission_rules
from backend.fieldwork.rules.steps import Effect
from backend.ledger.bounds import forms as bounds
from backend.ledger.bounds import rules as act_bounds
from backend.ledger.canonical import ParsedAct
from schemas.fieldwork import acts as inspection_acts
from schemas.fieldwork.minutes_flow import FLOW
from schemas.fieldwork.words import ActType, InspectionState, QuarantineCode


async def still_held(state: Any, parsed: ParsedAct, received_at: datetime) -> str | None:
    """Why evidence that was held for want of something may not take effect now either; None where it may.

    It is asked as it would have been when it came (`received_at`, UTC), had that been there.
    """
    act, content = parsed.act, parsed.content
    if act.officer_id not in state["team"]:
        return QuarantineCode.NOT_ON_TEAM
    if act.type == ActType.MINUTES_WRITTEN and not owns_minutes(state, act.officer_id):
        return QuarantineCode.MINUTES_NOT_OWNED
    cell = rules.step(InspectionState(state["state"]), act.type, state["minutes_flow"])
    if cell.effect is not Effect.TAKES:
        return cell.code
    if code := await of_content(parsed):
        return code
    if isinstance(content, inspection_acts.PersonSigned) and (content.drawing is None) == (
        content.refusal is None
    ):
        return QuarantineCode.FORM_INVALID
    outside = act_bounds.fault(act.type, content, now=received_at, made_at=act.made_at)
    return QuarantineCode.OUT_OF_BOUNDS if outside else None


def owns_minutes(state: Any, officer_id: UUID) -> bool:
    """Whether minutes of this officer may be in force: by the newer flow they have one owner."""
    return bool(state["minutes_flow"] != FLOW or officer_id == state["owner_id"])


async def of_content(parsed: ParsedAct) -> str | None:
    """Say why evidence cannot take effect by its own content; it is kept all the same."""
    content = parsed.content
    inspection_id = parsed.act.record.id
    match content:
        case inspection_acts.PhotoTaken():
            if await queries.find_photo(content.photo_id):
                return QuarantineCode.PHOTO_ID_TAKEN
        case inspection_acts.PhotoWithdrawn() | inspection_acts.PhotoCaptioned():
            photo = await queries.find_photo(content.photo_id)
            if photo is None or photo["inspection_id"] != inspection_id:
                return QuarantineCode.PHOTO_UNKNOWN
        case inspection_acts.MinutesWritten():
            return minutes_fault(content) or _fields_fault(parsed, content)
        case inspection_acts.PersonSigned() if not await queries.minutes_exist(
            inspection_id, content.minutes
        ):
            return QuarantineCode.MINUTES_UNKNOWN
        case inspection_acts.DocumentWritten():
            fault = await document_book.fault(parsed, content)
            return fault or _fields_fault(parsed, content)
        case inspection_acts.DocumentSigned() | inspection_acts.DocumentNumbered():
            return await document_book.fault(parsed, content)
        case _:
            pass
    return None


def _fields_fault(
    parsed: ParsedAct, content: inspection_acts.MinutesWritten | inspection_acts.DocumentWritten
) -> str | None:
    """Days and moments of a paper that cannot be right hold it, as those of the act itself do."""
    made_at = parsed.act.made_at
    outside = bounds.faults(content.fields, now=clock.now(), made_at=made_at)
    return QuarantineCode.OUT_OF_BOUNDS if outside else None


def minutes_fault(content: inspection_acts.MinutesWritten) -> str | None:
    """Check minutes against their form's version; a paper that is none of an inspection's minutes does not fit here."""
    if content.form not in submission_rules.FORM_RULES:
        return QuarantineCode.FORM_INVALID
    try:
        faults = forms.validate(content.form, content.form_version, content.fields)
    except forms.FormUnknown:
        return QuarantineCode.FORM_INVALID
    return QuarantineCode.FORM_INVALID if faults else None
