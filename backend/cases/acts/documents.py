"""The life of a paper of a case: drafted, made ready, issued or signed by hand, delivered, given up."""

from backend.cases.acts.declaring import Also, Declared, Move, Who
from backend.cases.states import NOT_ARCHIVED
from schemas.case_words import CaseAct

DOCUMENT_DRAFTED = Declared(
    wire=CaseAct.DOCUMENT_DRAFTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_FINALISED = Declared(
    wire=CaseAct.DOCUMENT_FINALISED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_REOPENED = Declared(
    wire=CaseAct.DOCUMENT_REOPENED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_ISSUED = Declared(
    wire=CaseAct.DOCUMENT_ISSUED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_PRINTED = Declared(
    wire=CaseAct.DOCUMENT_PRINTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_SCANNED = Declared(
    wire=CaseAct.DOCUMENT_SCANNED,
    who=Who.WORKER,
    also=(Also.CLERK,),
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_COMPARED = Declared(
    wire=CaseAct.DOCUMENT_COMPARED,
    who=Who.WORKER,
    also=(Also.CLERK,),
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_ADOPTED = Declared(
    wire=CaseAct.DOCUMENT_ADOPTED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_DELIVERED = Declared(
    wire=CaseAct.DOCUMENT_DELIVERED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)


DOCUMENT_DISCARDED = Declared(
    wire=CaseAct.DOCUMENT_DISCARDED,
    who=Who.WORKER,
    moves=(Move(NOT_ARCHIVED),),
)

ALL = (
    DOCUMENT_DRAFTED,
    DOCUMENT_FINALISED,
    DOCUMENT_REOPENED,
    DOCUMENT_ISSUED,
    DOCUMENT_PRINTED,
    DOCUMENT_SCANNED,
    DOCUMENT_COMPARED,
    DOCUMENT_ADOPTED,
    DOCUMENT_DELIVERED,
    DOCUMENT_DISCARDED,
)
