"""What a paper granted ends with it; what was recorded before that was kept folds as it did."""

import pytest

from schemas.casework.acts import beside as case_side_acts
from schemas.casework.acts import execution as case_execution_acts
from schemas.casework.acts import exhibits as case_exhibit_acts
from schemas.casework.words import CaseAct
from tests.unit.casework.cases import made
from tests.unit.casework.cases.made import TODAY, Made, ident


def executing() -> Made:
    """A case that is being carried out, without its decision: no guard is asked here."""
    return made.recorded()


def cancelled(case: Made, name: str, *, with_effects: bool) -> None:
    by = case.paper("MQĐ40", f"MQĐ40 {name}")
    content = case_side_acts.DocumentCancelled(
        document_id=ident(name), by=by, reason="Sai", with_effects=with_effects
    )
    case.add(CaseAct.DOCUMENT_CANCELLED, content)


def reduced(case: Made, name: str, by: int) -> None:
    content = case_execution_acts.FineReduced(
        document_id=case.paper("MQĐ04", name), by=by, reason="Giảm"
    )
    case.add(CaseAct.FINE_REDUCED, content)


@pytest.mark.parametrize(("with_effects", "left"), [(True, 7), (False, 12)])
def test_a_reduction_ends_with_its_paper_where_the_act_says_so(
    *, with_effects: bool, left: int
) -> None:
    case = executing()
    reduced(case, "first", 5)
    reduced(case, "second", 7)
    cancelled(case, "first", with_effects=with_effects)
    assert case.facts.reduced == left


def test_an_extension_extends_nothing_once_its_decision_is_gone() -> None:
    case = executing()
    exhibit = case_exhibit_acts.Exhibit(
        exhibit_id=ident("thing"),
        name="Mỹ phẩm",
        kind="exhibit",
        unit="hộp",
        quantity="40",
        brand=None,
        origin=None,
        serial=None,
        condition="",
        value=None,
        value_basis=None,
        photos=[],
    )
    seized = case_exhibit_acts.ExhibitsSeized(
        document_id=case.paper("MBB15"),
        seized_at=made.NOW,
        keeper="Đội",
        place="Kho",
        exhibits=[exhibit],
    )
    case.add(CaseAct.EXHIBITS_SEIZED, seized)
    held = {"exhibits": [exhibit.exhibit_id], "until": TODAY, "reason": "Xác minh"}
    decided = case_exhibit_acts.SeizureDecided(
        document_id=case.paper("MQĐ20"), decided_on=TODAY, **held
    )
    case.add(CaseAct.SEIZURE_DECIDED, decided)
    longer = case_exhibit_acts.SeizureExtended(document_id=case.paper("MQĐ21"), **held)
    case.add(CaseAct.SEIZURE_EXTENDED, longer)
    assert case.facts.exhibits[exhibit.exhibit_id].until == TODAY
    cancelled(case, "MQĐ20", with_effects=True)
    assert case.facts.exhibits[exhibit.exhibit_id].until is None
