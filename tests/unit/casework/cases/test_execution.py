"""What stands against acts of execution: each rule with its article. See test_guards.py for the others."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import msgspec

from backend.casework.cases import reliefs
from backend.casework.rules.carrying_out import seizure_fault
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.acts import proceedings as case_acts
from schemas.casework.words import CaseAct, DeliveryMode, ExhibitState
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import NOW, TODAY, ident
from tests.unit.casework.cases.test_guards import code


def test_enforcement_waits_for_the_time_to_comply_and_lapse_for_the_year() -> None:
    facts = made.recorded().facts
    ordered = case_execution_acts.EnforcementOrdered(
        measure="Khấu trừ tiền", decided_on=TODAY, document_id=None
    )
    lapsed = case_execution_acts.ExecutionLapsed(lapsed_on=TODAY, reason="Quá một năm")
    later = NOW + timedelta(seconds=1)
    assert code(ordered, facts, due={"D15": later}) == "case_enforce_early"
    assert code(ordered, facts, due={"D15": NOW}) == "case_decision_filed"
    assert code(lapsed, facts, due={"D18": later}) == "case_lapse_early"
    assert code(lapsed, facts, due={"D18": NOW}) == "case_lapse_early", "its last day is not over"
    midnight = datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert code(lapsed, facts, due={"D18": midnight}) is None
    another = msgspec.structs.replace(lapsed, lapsed_on=TODAY - timedelta(days=1))
    assert code(another, facts, due={"D18": midnight}) == "case_lapse_day"


def test_a_case_with_things_still_held_is_neither_closed_nor_archived() -> None:
    case = made.seized()
    assert (
        code(case_execution_acts.CaseArchived(archived_on=TODAY, shelf=None), case.facts)
        == "case_exhibits_open"
    )
    moved = case_exhibit_acts.ExhibitsDisposed(
        exhibits=[ident("thing 1"), ident("thing 2")],
        disposition=ExhibitState.TRANSFERRED,
        on=TODAY,
        document_id=None,
        proceeds=None,
        reason="Chuyển cơ quan điều tra",
    )
    case.add(CaseAct.EXHIBITS_DISPOSED, moved)
    assert code(case_execution_acts.CaseArchived(archived_on=TODAY, shelf=None), case.facts) is None


def test_what_is_deemed_delivered_takes_its_working_days() -> None:
    """Three after the post gave up or the system had it, seven while it is posted."""
    case = made.recorded(consent=True)
    document = case.paper("MQĐ15")
    ordered = case_acts.RemedyOrdered(
        document_id=document,
        decided_on=TODAY,
        why="other",
        reason="Vô chủ",
        confiscated=[],
        remedies=[],
        comply_days=10,
    )
    case.add(CaseAct.REMEDY_ORDERED, ordered)
    three, seven = TODAY + timedelta(days=3), TODAY + timedelta(days=9)
    outside = {"today": TODAY + timedelta(days=30)}
    for mode, first in (
        (DeliveryMode.POST, three),
        (DeliveryMode.ELECTRONIC, three),
        (DeliveryMode.POSTING, seven),
    ):
        told = case_execution_acts.DecisionDelivered(
            document_id=document,
            mode=mode,
            delivered_on=first - timedelta(days=1),
            deemed=True,
            attempts=3,
            proof="",
            receiver=None,
            proof_document_id=None,
            since=TODAY,
        )
        assert code(told, case.facts, **outside) == "case_delivery", mode
        in_time = msgspec.structs.replace(told, delivered_on=first)
        expected = None if mode == DeliveryMode.ELECTRONIC else "case_delivery_proof"
        assert code(in_time, case.facts, **outside) == expected, mode


def test_goods_seized_after_midnight_are_held_for_a_month_of_the_day_in_vietnam() -> None:
    """Half past midnight of the 25th in Vietnam is still the 24th in UTC."""
    case = made.seized()
    for exhibit in case.facts.exhibits.values():
        exhibit.seized_at = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    held = case_exhibit_acts.SeizureDecided(
        document_id=ident("MQĐ20"),
        decided_on=date(2026, 11, 25),
        exhibits=[ident("thing 1")],
        until=date(2026, 12, 25),
        reason="Xác minh tang vật",
    )
    assert seizure_fault(case.facts, held) is None
    longer = msgspec.structs.replace(held, until=date(2026, 12, 26))
    assert seizure_fault(case.facts, longer) is not None


def test_a_fine_stays_one_to_be_paid_in_parts_when_some_of_it_was_paid() -> None:
    """The fine is looked at, not what is left of it; what was paid counts towards the first 40 %."""
    facts = made.recorded().facts
    imposed: Any = SimpleNamespace(total=16_000_000, decided_on=TODAY, document_id=ident("MQĐ02"))
    paid: Any = SimpleNamespace(kind="fine", amount=4_000_000)
    facts.sanction, facts.payments = imposed, [paid]

    def fault(*amounts: int) -> str:
        parts = [
            case_execution_acts.Instalment(
                due_on=TODAY + timedelta(days=30 * number), amount=amount
            )
            for number, amount in enumerate(amounts)
        ]
        granted = case_execution_acts.InstalmentsGranted(
            document_id=ident("MQĐ05"), schedule=parts, reason="Khó"
        )
        found = reliefs.instalments(facts, granted)
        return str(next((one.en for one in found.values() if one), ""))

    assert fault(2_400_000, 9_600_000) == ""
    assert "at least" in fault(2_399_999, 9_600_001)
    assert "12,000,000" in fault(6_400_000, 9_600_000)
    facts.sanction.total = 14_999_999
    assert "may not be paid in parts" in fault(6_000_000, 4_999_999)
