"""What is owed beside the fine, and by which decisions: the pure rules. Over HTTP: tests/integration/casework/cases."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from backend.casework.rules import document_guards, owed, righting
from backend.casework.rules.facts import Paper
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, DocumentState, PaymentKind
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import NOW, OFFICER, TODAY, ident


def fine(amount: int, days: int) -> case_execution_acts.PaymentReceived:
    return case_execution_acts.PaymentReceived(
        payment_id=ident(f"payment {amount} {days}"),
        kind=PaymentKind.FINE,
        amount=amount,
        paid_on=TODAY + timedelta(days=days),
        receipt_number=f"KB-{amount}-{days}",
        place="Kho bạc",
    )


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([(5_000_000, 10)], 0),  # on the last day
        ([(5_000_000, 11)], 0),  # the day of payment is not counted
        ([(5_000_000, 12)], 2_500),
        ([(2_000_000, 10), (3_000_000, 30)], 28_500),  # 19 days on what came late alone
        ([(2_000_000, 12), (3_000_000, 30)], 29_500),
    ],
)
def test_interest_runs_from_the_day_after_the_last_one_to_the_day_before_payment(
    parts: list[tuple[int, int]], expected: int
) -> None:
    facts: Any = SimpleNamespace(book="first", payments=[fine(*one) for one in parts])
    assert owed.interest(facts, TODAY + timedelta(days=10)) == expected
    assert owed.interest(facts, None) == 0


@pytest.mark.parametrize(
    ("measures", "back"),
    [
        (["Buộc nộp lại số lợi bất hợp pháp hoặc trị giá tang vật đã tiêu thụ"], True),
        (["buộc nộp lại SỐ LỢI bất  hợp pháp 3.000.000 đồng"], True),
        (["Buộc tiêu hủy hàng hóa"], False),
        ([], False),
    ],
)
def test_a_measure_has_the_gain_paid_back_by_its_words(measures: list[str], *, back: bool) -> None:
    assert owed.said(measures) is back


def _mbb05(**violator: Any) -> Paper:
    return Paper(
        id=ident("MBB05"),
        form="MBB05",
        form_version=1,
        state=DocumentState.SIGNED,
        fields={"violator": violator},
        fields_hash="0" * 64,
        drafted_by=OFFICER,
        drafted_at=NOW,
    )


def test_the_right_violator_is_whom_the_minutes_name_with_an_address() -> None:
    who = {"kind": "individual", "name": "Lê Thị Đúng", "address": "Hà Nội"}
    found = righting.named_by(_mbb05(**who, id_number="001099900026", birth_date="1990-02-03"))
    assert found is not None
    assert (found.name, found.identity_number, str(found.birth_date)) == (
        *("Lê Thị Đúng", "001099900026", "1990-02-03"),
    )
    assert righting.named_by(_mbb05(**(who | {"kind": "unknown"}))) is None
    assert righting.named_by(_mbb05(kind="individual", name="Lê Thị Đúng")) is None


def test_what_cancels_whole_ends_a_decision_from_its_own_day() -> None:
    case = made.recorded()
    decision = case.paper("MQĐ15")
    ordered = case_acts.RemedyOrdered(
        document_id=decision,
        decided_on=TODAY,
        why="other",
        reason="Vô chủ",
        confiscated=[],
        remedies=[],
        comply_days=10,
    )
    case.add(CaseAct.REMEDY_ORDERED, ordered)
    named = {"decision_number": "1/MQĐ15", "decision_date": TODAY.isoformat()}
    soon = (TODAY + timedelta(days=5)).isoformat()
    by = case.paper("MQĐ40", **named, effective_on=soon)
    case.facts.papers[by].replaces = decision
    assert document_guards.ending(case.facts, TODAY) is None
    ending = document_guards.ending(case.facts, TODAY + timedelta(days=5))
    assert ending is not None
    assert ending.id == by
    case.facts.papers[by].fields["scope"] = "part"
    assert document_guards.ending(case.facts, TODAY + timedelta(days=5)) is None
