"""The edges that a case sets for the bounds of its acts: its days, and what is left to pay.

See backend.ledger.bounds.edges.Told.
"""

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
    """Return why an act says something impossible or surely mistyped, or None."""
    edges = told(facts, CaseAct(kind), content)
    fault = bounds.fault(kind, content, now=clock.now(), made_at=made_at, told=edges)
    return ledger_texts.out_of_bounds(fault) if fault else None


def told(facts: Facts | None, kind: CaseAct, content: Any) -> dict[str, Value]:
    """Return this case's edges for this act, by name. What the case does not know is left out."""
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
    """Cut a moment to the minute: phones write seconds, but people type minutes."""
    return moment.replace(second=0, microsecond=0)


def _opened(facts: Facts) -> date:
    """Return the first day of the case. A file kept on paper is entered later than what it records."""
    days = [day_of(facts.opened_at)]
    if facts.recorded:
        days.append(day_of(facts.recorded.recorded_at))
    if facts.decided_on:
        days.append(facts.decided_on)
    return min(days)


def _carried_on(facts: Facts, decided_on: date) -> date:
    """Return the last day of any payment or measure: execution cannot end earlier (Art 7)."""
    paid = [one.paid_on for one in facts.payments]
    return max([decided_on, *paid, *facts.done_on])
