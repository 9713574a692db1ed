"""Which acts of a case are done on a page of their own."""

from schemas.casework.words import CaseAct as A

ELSEWHERE: dict[A, str] = {
    A.SANCTION_IMPOSED: "/desk/cases/{case}/sanction",
    A.SANCTION_IMPOSED_ON_SPOT: "/desk/cases/{case}/sanction",
    A.REMEDY_ORDERED: "/desk/cases/{case}/sanction",
    A.DOCUMENT_DRAFTED: "/desk/cases/{case}/documents/new",
    A.DOCUMENT_FINALISED: "/desk/cases/{case}#papers",
    A.DOCUMENT_REOPENED: "/desk/cases/{case}#papers",
    A.DOCUMENT_ISSUED: "/desk/cases/{case}#papers",
    A.DOCUMENT_PRINTED: "/desk/cases/{case}#papers",
    A.DOCUMENT_SCANNED: "/desk/cases/{case}#papers",
    A.DOCUMENT_COMPARED: "/desk/cases/{case}#papers",
    A.DOCUMENT_DISCARDED: "/desk/cases/{case}#papers",
    A.DOCUMENT_NUMBER_VOIDED: "/desk/numbers",
    A.DOCUMENT_ADOPTED: "/desk/cases/{case}/adopt",
    A.INFORMATION_RECEIVED: "/desk/cases/new/information",
    A.PLAN_ITEM_ENTERED: "/desk/cases/new/plan",
    A.CASE_OPENED: "/desk/cases/new/inspection",
}
"""Acts with a page of their own; papers are worked on where they are edited, one click from the case's list."""
