"""What becomes of a paper that stands: cancelled, replaced, amended; and of a number that stands on none."""

from backend.cases import undoing
from backend.cases.acts.declaring import Also, Declared, Move, Who
from backend.cases.states import NOT_ARCHIVED
from schemas.case_words import CaseAct

DOCUMENT_CANCELLED = Declared(
    wire=CaseAct.DOCUMENT_CANCELLED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(NOT_ARCHIVED),),
    leads_to=undoing.state_without,
)


DOCUMENT_REPLACED = Declared(
    wire=CaseAct.DOCUMENT_REPLACED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_AMENDED = Declared(
    wire=CaseAct.DOCUMENT_AMENDED,
    who=Who.HEAD,
    also=(Also.SIGNER,),
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_NUMBER_VOIDED = Declared(
    wire=CaseAct.DOCUMENT_NUMBER_VOIDED,
    who=Who.WORKER,
    also=(Also.CLERK, Also.JANITOR),
    moves=(Move(NOT_ARCHIVED),),
)

ALL = (
    DOCUMENT_CANCELLED,
    DOCUMENT_REPLACED,
    DOCUMENT_AMENDED,
    DOCUMENT_NUMBER_VOIDED,
)
