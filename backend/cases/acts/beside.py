"""What happens beside the line of a case: complaints, publication, extension, officers, sheets, notes."""

from backend.cases.acts.declaring import Decision, Declared, Move, Who
from backend.cases.facts import Facts
from backend.cases.states import AFTER_DECISION, CLOSED, NOT_ARCHIVED
from schemas.case_words import CaseAct


def _not_named(_content: object, facts: Facts) -> Decision | None:
    """Making a sanction public carries out where its signer named it (practice B13; Law Art 72), else decides."""
    return None if facts.sanction is not None and facts.sanction.publish else Decision()


COMPLAINT_FILED = Declared(
    wire=CaseAct.COMPLAINT_FILED,
    who=Who.WORKER,
    moves=(Move(AFTER_DECISION),),
)


COMPLAINT_RESOLVED = Declared(
    wire=CaseAct.COMPLAINT_RESOLVED,
    who=Who.HEAD,
    moves=(Move(AFTER_DECISION),),
    decides=Decision(frozenset({"BC", "ĐX", "MQĐ38", "MQĐ39", "MQĐ40"})),
)


SANCTION_PUBLISHED = Declared(
    wire=CaseAct.SANCTION_PUBLISHED,
    who=Who.HEAD,
    moves=(Move(AFTER_DECISION),),
    decides=_not_named,
    binds=True,
    carries_out=True,
)


DEADLINE_EXTENDED = Declared(
    wire=CaseAct.DEADLINE_EXTENDED,
    who=Who.HEAD,
    moves=(Move(NOT_ARCHIVED - CLOSED),),
    decides=Decision(frozenset({"BC", "ĐX"})),
)


OFFICERS_ASSIGNED = Declared(
    wire=CaseAct.OFFICERS_ASSIGNED,
    who=Who.HEAD,
    moves=(Move(NOT_ARCHIVED),),
)


SHEETS_FILED = Declared(
    wire=CaseAct.SHEETS_FILED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


NOTE_ADDED = Declared(
    wire=CaseAct.NOTE_ADDED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)

ALL = (
    COMPLAINT_FILED,
    COMPLAINT_RESOLVED,
    SANCTION_PUBLISHED,
    DEADLINE_EXTENDED,
    OFFICERS_ASSIGNED,
    SHEETS_FILED,
    NOTE_ADDED,
)
