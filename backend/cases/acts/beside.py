"""What happens beside the line of a case: complaints, publication, extension, officers, sheets, notes."""

from backend.cases.acts.declaring import Decision, Declared, Move, Who
from backend.cases.acts.shared import file_sheets
from backend.cases.facts import Event, Facts
from backend.cases.states import AFTER_DECISION, CLOSED, NOT_ARCHIVED
from schemas import case_execution_acts, case_side_acts
from schemas.case_words import CaseAct


def _not_named(_content: object, facts: Facts) -> Decision | None:
    """Making a sanction public carries out where its signer named it (practice B13; Law Art 72), else decides."""
    return None if facts.sanction is not None and facts.sanction.publish else Decision()


def _fold_complaint_filed(
    content: case_execution_acts.ComplaintFiled, facts: Facts, _event: Event
) -> None:
    facts.complaints[content.complaint_id] = False


COMPLAINT_FILED = Declared(
    wire=CaseAct.COMPLAINT_FILED,
    who=Who.WORKER,
    moves=(Move(AFTER_DECISION),),
    fold=_fold_complaint_filed,
)


def _fold_complaint_resolved(
    content: case_execution_acts.ComplaintResolved, facts: Facts, _event: Event
) -> None:
    facts.complaints[content.complaint_id] = True


COMPLAINT_RESOLVED = Declared(
    wire=CaseAct.COMPLAINT_RESOLVED,
    who=Who.HEAD,
    moves=(Move(AFTER_DECISION),),
    decides=Decision(frozenset({"BC", "ĐX", "MQĐ38", "MQĐ39", "MQĐ40"})),
    fold=_fold_complaint_resolved,
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


def _fold_officers_assigned(
    content: case_side_acts.OfficersAssigned, facts: Facts, _event: Event
) -> None:
    facts.officers = list(content.officers)


OFFICERS_ASSIGNED = Declared(
    wire=CaseAct.OFFICERS_ASSIGNED,
    who=Who.HEAD,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_officers_assigned,
)


def _fold_sheets_filed(content: case_side_acts.SheetsFiled, facts: Facts, event: Event) -> None:
    file_sheets(facts, event, content.title, content.sheets)


SHEETS_FILED = Declared(
    wire=CaseAct.SHEETS_FILED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
    fold=_fold_sheets_filed,
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
