"""Acts about papers made on site besides the minutes (MBB01, MBB15, MBB26), and the minutes' number.

Papers are written, signed and numbered. These acts are evidence too. A revision never contains
these papers, so none of these acts changes the state. Whether an act takes effect depends on its
paper (backend/fieldwork/rules/documents.py).
"""

from uuid import UUID

from backend.fieldwork.acts.declaring import STAYS, Ask, Declared, Face, Who, Written
from backend.fieldwork.acts.shared import KEPT
from backend.fieldwork.rules.guard_context import GuardContext
from backend.ledger.bounds.edges import ThisYear
from backend.ledger.bounds.table import SLIP, bound
from schemas.fieldwork.words import ActType, QuarantineCode

LASTING = frozenset(
    {
        QuarantineCode.DOCUMENT_UNKNOWN,
        QuarantineCode.DOCUMENT_ID_TAKEN,
        QuarantineCode.DOCUMENT_UNSIGNED,
        QuarantineCode.DOCUMENT_CLOSED,
        QuarantineCode.NUMBER_UNUSABLE,
    }
)
"""Faults that a supervisor cannot overrule."""


def _fault_of_paper(_content: object, context: GuardContext) -> str | None:
    return context.paper


def _this_act(_content: object, act_id: UUID) -> UUID:
    return act_id


DOCUMENT_WRITTEN = Declared(
    wire=ActType.DOCUMENT_WRITTEN,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_of_paper,
    lasting=LASTING,
    asks=(Ask.PAPER,),
    joins_the_file=True,
    brings=_this_act,
    writes=Written.PAPER_WRITTEN,
)

DOCUMENT_SIGNED = Declared(
    wire=ActType.DOCUMENT_SIGNED,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_of_paper,
    lasting=LASTING,
    asks=(Ask.PAPER,),
    joins_the_file=True,
    writes=Written.PAPER_SIGNED,
)

DOCUMENT_NUMBERED = Declared(
    wire=ActType.DOCUMENT_NUMBERED,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_of_paper,
    lasting=LASTING,
    asks=(Ask.PAPER,),
    joins_the_file=True,
    writes=Written.PAPER_NUMBERED,
    bounds=(bound("/year", ThisYear(-1), ThisYear(1), SLIP),),
)

MINUTES_NUMBERED = Declared(
    wire=ActType.MINUTES_NUMBERED,
    face=Face.PHONE,
    who=Who.TEAM,
    evidence=True,
    older=KEPT,
    newer=STAYS,
    fault=_fault_of_paper,
    lasting=LASTING | {QuarantineCode.MINUTES_UNKNOWN},
    asks=(Ask.PAPER,),
    joins_the_file=True,
    writes=Written.MINUTES_NUMBERED,
    bounds=(bound("/year", ThisYear(-1), ThisYear(1), SLIP),),
)
"""The number belongs to one writing of the minutes, whichever is in force: people hold it, with that
number. So the order in which two phones arrive decides nothing."""

ALL = (DOCUMENT_WRITTEN, DOCUMENT_SIGNED, DOCUMENT_NUMBERED, MINUTES_NUMBERED)
