"""What a chair decided later on their own decision: recorded from the filed paper, with the effects of ours.

See Law Arts 62.2, 76, 77, 79; Decree 118/2021 Arts 13 to 16. Each means acts of fine.py, changes.py, closing.py or
suspension.py, which fold, tell and move the case; nothing of them is said again here.
"""

from datetime import date, datetime
from typing import NamedTuple

from backend.casework.acts import changes, closing, fine, suspension
from backend.casework.acts.clock_facts import Happened, SoFar
from backend.casework.acts.declaring import SAME_HAND, WARNED, Ask, Declared, Move, Who, Written
from backend.casework.rules import chair_changes, suspending, warning
from backend.casework.rules.facts import Event, Facts
from backend.casework.rules.guard_context import GuardContext
from backend.casework.rules.states import AFTER_DECISION
from backend.casework.texts.cases import not_now, refusal
from backend.core.local_time import day_of
from backend.law.rules.counting import start_of
from backend.ledger.bounds.edges import Fixed, Today, Told
from backend.ledger.bounds.table import DECIDED, IN_WORDS, LAW, MONEY, SIGNED, ZERO, bound
from backend.ledger.handlers import Refuse
from schemas.casework.acts import handed as case_handed_acts
from schemas.casework.views import CaseView
from schemas.casework.words import CaseAct, CaseState
from schemas.law.deadlines import Fact

_OURS: dict[CaseAct, Declared] = {
    one.wire: one for one in (*changes.ALL, *closing.ALL, *fine.ALL, *suspension.ALL)
}
"""The acts that a chair's decision may mean."""


class _Issued(NamedTuple):
    """The chair's paper as the facts of clocks read papers that were issued here."""

    form: str
    issued_on: date
    issued_at: datetime


def _fold_chair_changed(content: case_handed_acts.ChairChanged, facts: Facts, event: Event) -> None:
    """Keep the paper. What it changes is folded by the acts that it means."""
    facts.papers[content.document_id] = chair_changes.paper(content, facts, event)


def _guard_chair_changed(
    content: case_handed_acts.ChairChanged, facts: Facts, context: GuardContext
) -> Refuse | None:
    """Refuse what is no decision of this case's chair, or came where ours would change nothing; warn of the rest."""
    if context.received_by is not None:
        return refusal("case_file_taken", number=context.received_by)
    if why := chair_changes.fault(content, facts, context.officer_id):
        return why
    if content.change == "crime" and suspending.for_crime(facts):
        return refusal("case_recorded_already")
    for kind, _ in chair_changes.meant(content, facts):
        if not any(facts.state in move.begins for move in _OURS[kind].moves):
            if facts.state == CaseState.SANCTIONED:
                return refusal("case_chair_undelivered", number=_number(facts))
            return not_now(facts.state)
    return warning.unless(content.despite, context.relief)


def _number(facts: Facts) -> str:
    paper = facts.papers.get(facts.decision_id) if facts.decision_id else None
    return (paper.number if paper else None) or "?"


def _chair_changed_tells(act: Happened, so_far: SoFar) -> list[Fact]:
    """Tell nothing of itself, but leave the paper and its day to the acts that it means."""
    content, day = act.content, act.content.decided_on
    at = act.received_at if day_of(act.received_at) == day else start_of(day)
    form = chair_changes.CHANGES[content.change].form[0]
    so_far.issued[content.document_id] = _Issued(form, day, at)
    return []


def _of_chair(view: CaseView, _today: date) -> bool:
    """Tell whether the decision of the case is a chair's."""
    decided = (one.content for one in view.story if one.type == CaseAct.CHAIR_DECIDED)
    ids = {one["document_id"] for one in decided}
    return view.decision_id is not None and str(view.decision_id) in ids


CHAIR_CHANGED = Declared(
    wire=CaseAct.CHAIR_CHANGED,
    who=Who.WORKER,
    moves=(Move(AFTER_DECISION - {CaseState.ONSPOT_SANCTIONED} | {CaseState.CRIMINAL_TRANSFER}),),
    offered=_of_chair,
    carries_out=True,
    fold=_fold_chair_changed,
    means=chair_changes.meant,
    begins_paper=True,
    writes=Written.HANDED,
    asks=(Ask.FILE, Ask.CHAIR_CHANGE),
    guard=_guard_chair_changed,
    tells=_chair_changed_tells,
    unusual=(*WARNED, *SAME_HAND),
    bounds=(
        bound("/decided_on", (LAW, Told("decided")), Today(), DECIDED),
        bound("/until", (LAW, Told("decided")), Today(3660), SIGNED),
        bound("/schedule/*/due_on", (LAW, Told("decided")), Today(3660), SIGNED),
        bound("/schedule/*/amount", Fixed(1), MONEY, IN_WORDS),
        bound("/on", LAW, Today(), DECIDED),
        bound("/total", ZERO, MONEY, IN_WORDS),
    ),
)

ALL = (CHAIR_CHANGED,)
