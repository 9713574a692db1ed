"""What an act says beside what was typed."""

from typing import Any
from uuid import uuid4

from backend.casework.drafting import completing
from backend.casework.drafting.completing import Beside, completed
from backend.casework.rules import prefilled
from backend.core.actors import Actor
from schemas.casework.views import InspectionChoice
from schemas.casework.words import CaseAct, CaseState
from tests.unit.casework.cases.made import ident
from tests.unit.casework.cases.viewed import case, paper

ACTOR: Actor = None  # type: ignore[assignment]  # these acts look nothing up
ROWS = [{"name": f"Hộp {number}", "quantity": "1"} for number in range(3)]


def beside(**changed: Any) -> Beside:
    inspection = InspectionChoice(
        id=ident("inspection"),
        decision_number="0007/QĐ-KT",
        subject_name="Cửa hàng – Số 3",
        state="approved",
        taken=True,
    )
    return Beside(view=case(CaseState.EXECUTING, **changed), inspections=[inspection])


async def test_the_number_of_the_decision_follows_the_inspection() -> None:
    values = {"inspection_id": str(ident("inspection"))}
    for kind in (CaseAct.DECISION_LINKED, CaseAct.CASE_OPENED):
        assert (await completed(kind, values, beside()))["decision_number"] == "0007/QĐ-KT"


async def test_a_measure_is_told_in_the_words_of_the_decision() -> None:
    values = {"remedy": "1"}
    said = await completed(CaseAct.REMEDY_CARRIED_OUT, values, beside(remedies=["a", "b" * 600]))
    assert said == {"remedy": 1, "what": "b" * 500}


async def test_a_cancelled_paper_ends_with_its_effects() -> None:
    said = await completed(CaseAct.DOCUMENT_CANCELLED, {}, beside())
    assert said == {"with_effects": True, "amendment_ends": True}


async def test_exhibits_that_the_page_does_not_show_are_taken_as_they_are_signed() -> None:
    minutes = paper("MBB15", fields={"exhibits": ROWS})
    view = case(CaseState.INSPECTED, papers=[minutes])
    named = {"document_id": minutes.id, "by": None}
    given = await completing.given(view, CaseAct.EXHIBITS_SEIZED, named, 2, ACTOR)
    values = given | {"exhibits": prefilled.exhibits(minutes)[:2]}
    said = await completed(CaseAct.EXHIBITS_SEIZED, values, beside())
    names = [one["name"] for one in said["exhibits"]]
    assert names == ["Hộp 0", "Hộp 1", "Hộp 2"]
    assert said["exhibits"][2]["condition"] == ""
    assert "beyond" not in said


def test_rows_of_the_same_paper_are_the_same_things() -> None:
    minutes = paper("MBB15", fields={"exhibits": ROWS})
    other = paper("MBB15", id=uuid4(), fields={"exhibits": ROWS})
    ids = [one["exhibit_id"] for one in prefilled.exhibits(minutes)]
    assert ids == [one["exhibit_id"] for one in prefilled.exhibits(minutes)]
    assert not set(ids) & {one["exhibit_id"] for one in prefilled.exhibits(other)}


def test_the_decision_is_what_its_delivery_and_its_annulment_are_about() -> None:
    view = case(CaseState.SANCTIONED, decision_id=ident("MQĐ02"))
    assert completing.about(CaseAct.DECISION_DELIVERED, view) == ident("MQĐ02")
    assert completing.about(CaseAct.DECISION_ANNULLED, view) == ident("MQĐ02")
    assert completing.about(CaseAct.PAYMENT_RECEIVED, view) is None
