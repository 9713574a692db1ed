"""No interest runs while a fine is postponed, or its reduction is considered (Decree 118/2021 Art 20.4)."""

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from backend.casework.rules import owed, relief
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import notices as case_notices
from schemas.casework.words import CaseAct, PaymentKind
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import TODAY, ident

DUE = TODAY + timedelta(days=10)


def _asked(on: date, what: case_notices.Relief = "waiver") -> case_notices.ReliefAsked:
    return case_notices.ReliefAsked(
        application_id=ident("application"),
        what=what,
        received_on=on,
        sheet=1,
        reason="Cháy kho hàng",
        certified_by="UBND phường",
    )


def _late(facts: Any) -> int:
    """Interest of the edition on five million that were paid on the thirtieth day."""
    paid = case_execution_acts.PaymentReceived(
        payment_id=ident("payment"),
        kind=PaymentKind.FINE,
        amount=5_000_000,
        paid_on=TODAY + timedelta(days=30),
        receipt_number="KB-1",
        place="Kho bạc",
    )
    found: Any = SimpleNamespace(
        book="2026-11-28",
        payments=[paid],
        asked_relief=facts.asked_relief,
        events=facts.events,
        papers=facts.papers,
    )
    return owed.interest(found, DUE)


def test_interest_runs_from_the_next_day_to_the_day_before_payment() -> None:
    assert _late(made.recorded().facts) == 19 * 2_500


@pytest.mark.parametrize(("what", "days"), [("waiver", 9), ("postponement", 19)])
def test_what_is_considered_stops_it_until_the_answer(what: case_notices.Relief, days: int) -> None:
    case = made.recorded()
    case.add(CaseAct.RELIEF_ASKED, _asked(TODAY + timedelta(days=20), what))
    assert _late(case.facts) == days * 2_500
    assert relief.certified(case.facts, what)
    assert [one.what for one in relief.waiting(case.facts)] == [what]


def test_a_refusal_lets_it_run_again() -> None:
    case = made.recorded()
    case.add(CaseAct.RELIEF_ASKED, _asked(TODAY + timedelta(days=15)))
    refused = case_notices.ReliefRefused(
        application_id=ident("application"),
        refused_on=TODAY + timedelta(days=19),
        reason="Không đủ căn cứ",
    )
    case.add(CaseAct.RELIEF_REFUSED, refused)
    assert _late(case.facts) == 14 * 2_500
    assert not relief.waiting(case.facts)
