"""Applications about a fine: received, or refused. Grants are in fine.py (Law Arts 76 to 79)."""

from typing import Any

from backend.casework.acts.clock_facts import SoFar
from backend.casework.acts.declaring import SAME_HAND, Declared, Move, Who
from backend.casework.acts.shared import entered_again
from backend.casework.rules import relief
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.filed import filed
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import EXECUTING
from backend.casework.texts.cases import refusal
from backend.ledger.bounds.edges import Today, Told
from backend.ledger.bounds.table import DECIDED, LAW, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import notices as case_notices
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct


def _fold_relief_asked(content: case_notices.ReliefAsked, facts: Facts, _event: Event) -> None:
    facts.asked_relief.append(content)


def _guard_relief_asked(
    content: case_notices.ReliefAsked, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse an application that no filed letter shows, or one whose letter was another's already.

    While it is considered no interest runs (Decree 118/2021 Art 20.4), so one officer's word is not enough.
    """
    if again := entered_again(content, facts, "application_id"):
        return again
    if facts.sanction is None or facts.fine <= facts.paid:
        return refusal("case_relief_nothing")
    if any(one.sheet == content.sheet and one.what == content.what for one in facts.asked_relief):
        return refusal("case_recorded_already")
    return filed(content.sheet, content.alone, facts, context.officer_id)


def _what(content: case_notices.ReliefAsked, _so_far: SoFar) -> dict[str, Any]:
    return {"what": content.what}


RELIEF_ASKED = Declared(
    wire=CaseAct.RELIEF_ASKED,
    who=Who.WORKER,
    moves=(Move(EXECUTING),),
    carries_out=True,
    fold=_fold_relief_asked,
    guard=_guard_relief_asked,
    details=_what,
    unusual=SAME_HAND,
    bounds=(bound("/received_on", (LAW, Told("decided")), Today(), DECIDED),),
)


def _guard_relief_refused(
    content: case_notices.ReliefRefused, facts: Facts, _world: GuardContext
) -> Refuse | None:
    waiting = relief.waiting(facts)
    if all(one.application_id != content.application_id for one in waiting):
        return refusal("case_relief_unknown")
    known = content.sheet is None or any(one.first == content.sheet for one in facts.folio)
    return None if known else refusal("case_sheet_unknown", sheet=content.sheet)


def _asked(view: CaseView, _today: object) -> bool:
    """Tell whether any application about the fine was received."""
    return any(line.type == CaseAct.RELIEF_ASKED for line in view.story)


RELIEF_REFUSED = Declared(
    wire=CaseAct.RELIEF_REFUSED,
    who=Who.HEAD,
    moves=(Move(EXECUTING),),
    offered=_asked,
    carries_out=True,
    guard=_guard_relief_refused,
    bounds=(bound("/refused_on", (LAW, Told("decided")), Today(), DECIDED),),
)

ALL = (RELIEF_ASKED, RELIEF_REFUSED)
