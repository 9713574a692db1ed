"""What a case tells the bounds of its acts: its days, and what is left to pay. See backend.ledger.bounds.edges.Told."""

from datetime import date, datetime
from typing import Any

from backend.casework.acts.index import ACTS
from backend.casework.rules.facts import Facts
from backend.core import clock
from backend.core.local_time import day_of
from backend.ledger import texts as ledger_texts
from backend.ledger.bounds import rules as bounds
from backend.ledger.bounds.edges import Value
from backend.ledger.handlers import Refuse
from schemas.casework.words import CaseAct


def outside(facts: Facts | None, kind: str, content: Any, made_at: datetime) -> Refuse | None:
    """Why an act says what cannot be, or what was surely mistyped; None where all lies inside."""
    edges = told(facts, CaseAct(kind), content)
    fault = bounds.fault(kind, content, now=clock.now(), made_at=made_at, told=edges)
    return ledger_texts.out_of_bounds(fault) if fault else None


def told(facts: Facts | None, kind: CaseAct, content: Any) -> dict[str, Value]:
    """The edges that this case sets for this act, by their names; what the case does not say stays out."""
    if facts is None:
        return {}
    found: dict[str, Value] = {"opened": _opened(facts)}
    if facts.recorded:
        found["recorded"] = _minute(facts.recorded.recorded_at)
    if facts.decided_on:
        found["decided"] = facts.decided_on
        found["carried"] = _carried_on(facts, facts.decided_on)
    if facts.exhibits:
        found["seized"] = _minute(min(exhibit.seized_at for exhibit in facts.exhibits.values()))
    edges = ACTS[kind].edges
    return found | edges(content, facts) if edges else found


def _minute(moment: datetime) -> datetime:
    """Phones write to the second; who types what happened then types the minute."""
    return moment.replace(second=0, microsecond=0)


def _opened(facts: Facts) -> date:
    """The first day of the case: a file kept on paper is entered later than what it tells of."""
    days = [day_of(facts.opened_at)]
    if facts.recorded:
        days.append(day_of(facts.recorded.recorded_at))
    if facts.decided_on:
        days.append(facts.decided_on)
    return min(days)


def _carried_on(facts: Facts, decided_on: date) -> date:
    """The last day on which something was paid or carried out: execution is over no earlier (Art 7 counts on)."""
    paid = [one.paid_on for one in facts.payments]
    return max([decided_on, *paid, *facts.done_on])
