"""Acts by which the band of a violation outside the catalogue is stated and confirmed (practice B8)."""

from backend.casework.acts.declaring import Also, Completed, Declared, Move, Who
from backend.casework.rules import offering, outside
from backend.casework.rules.facts import Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import UNDECIDED
from backend.casework.texts.cases import refusal
from backend.ledger.handlers import Refuse
from schemas.casework.acts import outside as case_outside_acts
from schemas.casework.words import CaseAct


def _guard_stated(
    content: case_outside_acts.OutsideStated, facts: Facts, _context: GuardContext
) -> Refuse | None:
    return outside.statement_fault(content, facts)


OUTSIDE_STATED = Declared(
    wire=CaseAct.OUTSIDE_STATED,
    who=Who.WORKER,
    also=(Also.LEGAL,),
    moves=(Move(UNDECIDED),),
    offered=offering.outside_catalogue,
    guard=_guard_stated,
)


def _guard_confirmed(
    content: case_outside_acts.OutsideConfirmed, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse another statement than the newest, one that is confirmed, and the own statement."""
    known = outside.statements(facts).get(content.code)
    if known is None or known.confirmed is not None or known.event.act_id != content.statement:
        return refusal("case_outside_stale", act=outside.named(facts, [content.code]))
    if known.event.officer_id == context.officer_id:
        return refusal("case_outside_same_person", act=outside.named(facts, [content.code]))
    return None


OUTSIDE_CONFIRMED = Declared(
    wire=CaseAct.OUTSIDE_CONFIRMED,
    who=Who.HEAD,
    also=(Also.LEGAL,),
    moves=(Move(UNDECIDED),),
    offered=offering.outside_stated,
    completed=Completed.OUTSIDE,
    guard=_guard_confirmed,
)

ALL = (
    OUTSIDE_STATED,
    OUTSIDE_CONFIRMED,
)
