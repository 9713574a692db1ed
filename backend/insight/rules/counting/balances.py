"""Sums of a case that other acts than their own change: fines that lapsed, sale money and its deposit. Pure.

Each is compared after every act with what it was before, and the difference is counted: so the events of a case add
up to what holds, whatever the order in which payments, decisions and annulments are entered.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from backend.casework.rules.facts import Event, Facts
from backend.insight.rules.counting.case_acts import Of
from backend.insight.rules.counting.counted import Counted
from schemas.casework.acts.exhibits import ExhibitsDisposed
from schemas.casework.words import CaseAct, ExhibitState, PaymentKind
from schemas.insight.figures import CountedEvent

_SALES = (ExhibitState.SOLD, ExhibitState.SOLD_EARLY)


class Balances:
    """What is known of one case so far. Sums are whole đồng."""

    def __init__(self) -> None:
        self._lapsed = self._deposited = self._sold = 0
        self._lapsed_decision: UUID | None = None
        self._lapsed_on: date | None = None

    def take(self, act: Event, facts: Facts, of: Of) -> Iterator[Counted]:
        """Yield by how much an act changed each sum."""
        if act.type == CaseAct.EXECUTION_LAPSED:
            self._lapsed_decision, self._lapsed_on = facts.decision_id, act.content.lapsed_on
        lapsed = self._unpaid(facts)
        if by := lapsed - self._lapsed:
            # What was paid before and is entered now had not lapsed.
            on = max(of.day, self._lapsed_on) if self._lapsed_on else of.day
            yield of.one(CountedEvent.FINES_LAPSED, on=on, amount=by, count=_sign(by))
        sales = _sales(facts)
        if by := sales.deposited - self._deposited:
            yield of.one(CountedEvent.MONEY_DEPOSITED, amount=by, count=_sign(by))
        paid = sum(one.amount for one in facts.payments if one.kind == PaymentKind.SALE_PROCEEDS)
        sold = paid if sales.due is None else min(paid, sales.due)
        if by := sold - self._sold:
            kind = PaymentKind.SALE_PROCEEDS
            yield of.one(CountedEvent.MONEY_COLLECTED, kind, amount=by, count=_sign(by))
        self._lapsed, self._deposited, self._sold = lapsed, sales.deposited, sold

    def _unpaid(self, facts: Facts) -> int:
        """Return what of a lapsed decision's fine is unpaid; nothing once it is annulled (Law Art 74)."""
        if self._lapsed_decision is None or facts.decision_id != self._lapsed_decision:
            return 0
        return max(0, facts.fine - facts.paid)


@dataclass(frozen=True)
class _Sales:
    """What goods brought, in đồng."""

    deposited: int
    """Of goods sold as perishable that nothing confiscates, gives back or hands on yet (Law Art 126.3)."""
    due: int | None
    """What is the budget's: of all others but those given back or handed on.

    None if nobody entered what a sale brought.
    """


def _sales(facts: Facts) -> _Sales:
    """Tell apart what sales brought.

    A sale of goods of which some are confiscated is divided by their stated values; by number, if one has none.
    """
    taken, deposited, back, whole, known = _taken(facts), 0, 0, 0, True
    for event in facts.events:
        sale = event.content
        if not isinstance(sale, ExhibitsDisposed) or sale.disposition not in _SALES:
            continue
        proceeds = sale.proceeds or 0
        known &= sale.proceeds is not None
        whole += proceeds
        if sale.disposition == ExhibitState.SOLD_EARLY:
            given = {one for one in sale.exhibits if _gone(facts, one, taken)}
            left = set(sale.exhibits) - taken - given
            returned = _part(facts, sale, given)
            back += returned
            # What rounding leaves is the budget's, if it has a part; else it stays on deposit.
            shared = taken & set(sale.exhibits) - given
            deposited += (
                _part(facts, sale, left) if shared else (proceeds - returned if left else 0)
            )
    return _Sales(deposited, whole - deposited - back if known else None)


def _part(facts: Facts, sale: ExhibitsDisposed, goods: set[UUID]) -> int:
    worth = {one: _value(facts, one) for one in sale.exhibits}
    if not all(worth.values()):
        worth = dict.fromkeys(worth, 1)
    return (sale.proceeds or 0) * sum(worth[one] for one in goods) // sum(worth.values())


def _taken(facts: Facts) -> frozenset[UUID]:
    """Return the goods that a decision in force confiscates, as a sanction, a remedy or as unclaimed."""
    chosen = facts.sanction or facts.remedy
    unclaimed = {key for key, one in facts.exhibits.items() if one.taken_by is not None}
    return frozenset(chosen.confiscated if chosen else ()) | unclaimed


def _gone(facts: Facts, exhibit: UUID, taken: frozenset[UUID]) -> bool:
    """Tell whether the money went back to the owner, or went on with the file: it is not ours to hold then."""
    known = facts.exhibits.get(exhibit)
    state = known.state if known is not None else None
    handed_on = state == ExhibitState.TRANSFERRED and exhibit not in taken
    return state == ExhibitState.RETURNED or handed_on


def _value(facts: Facts, exhibit: UUID) -> int:
    known = facts.exhibits.get(exhibit)
    return (known.content.value or 0) if known is not None else 0


def _sign(by: int) -> int:
    return 1 if by > 0 else -1
