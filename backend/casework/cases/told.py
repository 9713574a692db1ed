"""What a case tells the bounds of its acts: its days, and what is left to pay. See backend.ledger.bounds.edges.Told."""

from datetime import date, datetime
from typing import Any

from backend.casework.rules.facts import Facts
from backend.core import clock
from backend.core.local_time import day_of
from backend.ledger import texts as ledger_texts
from backend.ledger.bounds import rules as bounds
from backend.ledger.bounds.edges import Value
from backend.ledger.handlers import Refuse
from schemas.casework.acts.beside import DocumentAmended, DocumentDelivered, ExhibitsDisposed
from schemas.casework.acts.execution import PaymentReceived, RemedyCarriedOut
from schemas.casework.acts.proceedings import SanctionImposed
from schemas.casework.words import ExhibitState
from schemas.law.sanctions import RemedyKind


def outside(facts: Facts | None, kind: str, content: Any, made_at: datetime) -> Refuse | None:
    """Why an act says what cannot be, or what was surely mistyped; None where all lies inside."""
    edges = told(facts, content)
    fault = bounds.fault(kind, content, now=clock.now(), made_at=made_at, told=edges)
    return ledger_texts.out_of_bounds(fault) if fault else None


def told(facts: Facts | None, content: Any) -> dict[str, Value]:
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
    if isinstance(content, DocumentDelivered):
        paper = facts.papers.get(content.document_id)
        if paper and paper.issued_on:
            found["issued"] = paper.issued_on
    if isinstance(content, PaymentReceived):
        found |= _money(facts, content.paid_on)
    return found


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
    contents = [event.content for event in facts.events]
    done = [one.done_on for one in contents if isinstance(one, RemedyCarriedOut)]
    return max([decided_on, *paid, *done])


def _money(facts: Facts, paid_on: date) -> dict[str, Value]:
    """What can still be owed of interest, of illicit gain and of what was sold, in đồng.

    Interest is 0.05 % of the unpaid fine for each day after the term (L 78.1). The widest reading is taken: the
    whole fine, the greatest that ever stood, from the day of the decision, rounded up; a true sum is never above it.
    """
    found: dict[str, Value] = {}
    sold = [
        event.content.proceeds
        for event in facts.events
        if isinstance(event.content, ExhibitsDisposed)
        and event.content.disposition in (ExhibitState.SOLD, ExhibitState.SOLD_EARLY)
    ]
    if None not in sold:  # of a sale whose sum nobody entered, nothing is known
        found["proceeds_left"] = sum(one or 0 for one in sold) - _received(facts, "sale_proceeds")
    total = _greatest(facts)
    days = max(0, (paid_on - facts.decided_on).days) if facts.decided_on else 0
    most = -(-total * 5 * days // 10_000)
    found["interest_left"] = most - _received(facts, "late_interest")
    acts = facts.sanction.order.acts if facts.sanction else []
    gains = sum(one.values.illicit_gain_vnd or 0 for one in acts)
    if gains or not (facts.remedy or _gain_is_due(facts)):
        found["gain_left"] = gains - _received(facts, "illicit_gain")
    return found


def _greatest(facts: Facts) -> int:
    """The greatest fine that the decision ever had: interest ran on it until an amendment made it less."""
    totals = [facts.sanction.total] if facts.sanction else []
    for one in facts.events:
        content = one.content
        if isinstance(content, SanctionImposed | DocumentAmended):
            known = content.document_id == facts.decision_id and content.total is not None
            totals += [content.total or 0] if known else []
    return max(totals, default=0)


def _gain_is_due(facts: Facts) -> bool:
    """Whether a decision has a gain given up whose sum its order does not say: then nothing bounds what is paid."""
    ordered = facts.sanction.order.remedies if facts.sanction else []
    return any(one.kind == RemedyKind.DISGORGE for one in ordered)


def _received(facts: Facts, kind: str) -> int:
    return sum(one.amount for one in facts.payments if one.kind == kind)
