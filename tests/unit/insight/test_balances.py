"""Fines that lapse and sale money on deposit follow every act of a case, in whatever order they are entered."""

from datetime import date
from types import SimpleNamespace
from typing import Any
from uuid import UUID, uuid4

from backend.insight.rules.counting.balances import Balances
from schemas.casework.acts.exhibits import ExhibitsDisposed
from schemas.casework.words import CaseAct, ExhibitState

DECISION, LAPSE, LATER = uuid4(), date(2027, 12, 11), date(2027, 12, 30)


class Case:
    """The facts of a case that the rule reads, and the events that it gave."""

    def __init__(self) -> None:
        self.balances = Balances()
        self.facts: Any = SimpleNamespace(
            events=[],
            payments=[],
            exhibits={},
            sanction=None,
            remedy=None,
            decision_id=None,
            fine=0,
            paid=0,
        )
        self.found: dict[str, int] = {}
        self.days: list[date] = []

    def take(self, kind: str, content: Any = None, day: date = LATER) -> dict[str, int]:
        """Take an act; return what everything comes to."""
        act: Any = SimpleNamespace(type=kind, content=content)
        self.facts.events.append(act)
        of: Any = SimpleNamespace(day=day, one=self._one)
        list(self.balances.take(act, self.facts, of))
        return {key: value for key, value in self.found.items() if value}

    def _one(
        self, event: str, kind: str = "", *, on: date | None = None, amount: int, count: int
    ) -> None:
        key = f"{event}:{kind}" if kind else str(event)
        self.found[key] = self.found.get(key, 0) + amount
        assert (count > 0) == (amount > 0)
        if on is not None:
            self.days.append(on)

    def lot(self, value: int | None) -> UUID:
        """Goods that are held."""
        key = uuid4()
        content = SimpleNamespace(value=value)
        self.facts.exhibits[key] = SimpleNamespace(
            content=content, state=ExhibitState.SEIZED, taken_by=None
        )
        return key

    def sold(self, goods: list[UUID], proceeds: int | None, how: ExhibitState) -> dict[str, int]:
        """Sell goods."""
        for one in goods:
            self.facts.exhibits[one].state = how
        sale = ExhibitsDisposed(
            exhibits=goods,
            disposition=how,
            on=LATER,
            document_id=None,
            proceeds=proceeds,
            reason="Bán",
        )
        return self.take(CaseAct.EXHIBITS_DISPOSED, sale)

    def paid(self, amount: int) -> dict[str, int]:
        """Pay sale money."""
        self.facts.payments.append(SimpleNamespace(kind="sale_proceeds", amount=amount))
        return self.take(CaseAct.PAYMENT_RECEIVED)

    def decided(self, *confiscated: UUID) -> dict[str, int]:
        """Confiscate goods."""
        self.facts.sanction = SimpleNamespace(confiscated=list(confiscated))
        return self.take(CaseAct.SANCTION_IMPOSED)


def test_money_for_perishable_goods_is_the_budgets_only_once_they_are_confiscated() -> None:
    case = Case()
    fish, fruit = case.lot(15_000_000), case.lot(5_000_000)
    assert case.sold([fish, fruit], 4_000_001, ExhibitState.SOLD_EARLY) == {
        "money_deposited": 4_000_001
    }
    assert case.paid(4_000_001) == {"money_deposited": 4_000_001}, "paid, and still on deposit"
    told = case.decided(fish)
    assert told == {"money_deposited": 1_000_000, "money_collected:sale_proceeds": 3_000_001}
    case.facts.exhibits[fruit].state = ExhibitState.RETURNED
    assert case.take(CaseAct.EXHIBITS_DISPOSED) == {"money_collected:sale_proceeds": 3_000_001}
    case.facts.sanction = None
    told = case.take(CaseAct.DECISION_ANNULLED)
    assert told == {"money_deposited": 3_000_001}, "an annulled decision takes nothing"
    assert case.decided(fish, fruit) == {"money_collected:sale_proceeds": 3_000_001}


def test_a_sale_of_goods_without_a_value_is_divided_by_their_number() -> None:
    case = Case()
    first, second = case.lot(None), case.lot(9_000_000)
    case.sold([first, second], 1_000_000, ExhibitState.SOLD_EARLY)
    assert case.decided(first) == {"money_deposited": 500_000}


def test_money_for_confiscated_goods_is_collected_as_it_is_paid_also_if_nobody_entered_the_sum() -> (
    None
):
    case = Case()
    goods = case.lot(2_000_000)
    case.decided(goods)
    assert case.sold([goods], None, ExhibitState.SOLD) == {}
    assert case.paid(700_000) == {"money_collected:sale_proceeds": 700_000}


def test_a_fine_lapses_by_what_is_unpaid_and_an_annulment_takes_it_back() -> None:
    case = Case()
    case.facts.decision_id, case.facts.fine, case.facts.paid = DECISION, 5_000_000, 2_000_000
    lapsed = SimpleNamespace(lapsed_on=LAPSE)
    assert case.take(CaseAct.EXECUTION_LAPSED, lapsed, day=LAPSE) == {"fines_lapsed": 3_000_000}
    case.facts.paid = 3_000_000
    assert case.take(CaseAct.PAYMENT_RECEIVED, day=date(2027, 12, 5)) == {"fines_lapsed": 2_000_000}
    assert case.days == [LAPSE, LAPSE], "what was paid before the day had not lapsed on it"
    case.facts.decision_id, case.facts.fine = None, 0
    assert case.take(CaseAct.DECISION_ANNULLED) == {}
