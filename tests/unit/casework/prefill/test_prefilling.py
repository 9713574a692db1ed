"""What a paper says already is not typed again."""

from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

import msgspec

from backend.casework.prefill import prefilling
from backend.core.local_time import VIETNAM
from schemas.casework.words import CaseAct, CaseState
from tests.unit.casework.cases.made import ident, party
from tests.unit.casework.cases.viewed import TODAY, case, exhibit, paper

STARTED = "2026-11-20T18:30:00Z"
AT = datetime(2026, 11, 21, 1, 30, tzinfo=VIETNAM)
KNOWN: Any = [SimpleNamespace(code="C9", name_vi="Kinh doanh hàng giả")]


def values(kind: CaseAct, *papers: Any, **changed: Any) -> prefilling.Values:
    view = case(CaseState.INSPECTED, papers=list(papers), **changed)
    return prefilling.values(kind, view, KNOWN)


def test_minutes_name_the_behaviour_by_its_code_or_in_the_words_of_the_catalogue() -> None:
    rows = [
        {"code": "C1", "wording": "Bất kỳ", "description": "40 hộp"},
        {"wording": "kinh doanh  hàng giả.", "description": "2 hộp", "goods_value": 5},
        {"wording": "Khác", "provision": "Điều 1", "description": "x"},
    ]
    minutes = paper("MBB01", fields={"started_at": STARTED, "violations": rows})
    found = values(CaseAct.VIOLATION_RECORDED, minutes)
    assert found["document_id"] == minutes.id
    assert (found["recorded_at"], found["detected_on"]) == (AT, "2026-11-21")
    assert [one["code"] for one in found["violations"]] == ["C1", "C9", ""]
    assert found["violations"][2]["description"] == "Khác (Điều 1). x"
    assert found["violations"][1] == {
        "code": "C9",
        "description": "2 hộp",
        "ended_on": "2026-11-21",
        "goods_value": 5,
    }


def test_of_an_unknown_violator_nothing_is_taken_from_who_was_inspected() -> None:
    known = paper("MBB01", fields={"violator": {"kind": "organisation", "name": "B"}})
    said = values(CaseAct.VIOLATION_RECORDED, known, party=party())["party"]
    assert (said["name"], said["address"]) == ("B", party().address)

    unknown = paper("MBB01", fields={"violator": {"kind": "unknown"}})
    said = values(CaseAct.VIOLATION_RECORDED, unknown, party=party())["party"]
    assert (said["kind"], said["name"], said["address"]) == (
        "individual",
        "Chưa xác định",
        "Chưa xác định",
    )
    assert said["identity_number"] == ""


def test_goods_are_chosen_that_the_paper_names() -> None:
    held = msgspec.structs.replace(exhibit(), id=ident("a"), name="Hộp 1")
    gone = msgspec.structs.replace(exhibit("returned"), id=ident("b"), name="Hộp 1")
    rows = [{"name": "hộp  1."}]
    decision = paper("MQĐ20", fields={"exhibits": rows, "reason": "Vì", "until_on": "2026-12-01"})
    found = values(CaseAct.SEIZURE_DECIDED, decision, exhibits=[held, gone])
    assert (found["exhibits"], found["decided_on"]) == ((held.id,), TODAY)

    minutes = paper("MBB21", fields={"exhibits": rows, "ended_at": STARTED})
    found = values(CaseAct.EXHIBITS_DESTROYED, minutes, exhibits=[held, gone])
    assert found["exhibits"] == (held.id, gone.id)
    assert found["destroyed_on"] == date(2026, 11, 21)

    sealing = paper("MBB26", fields={"items": [{"name": "Hộp 1", "seal_number": "S1"}]})
    found = values(CaseAct.EXHIBITS_SEALED, sealing, exhibits=[held])
    assert (found["exhibits"], found["seals"], found["sealed_at"]) == ((held.id,), ["S1"], None)


def test_what_the_paper_says_is_held() -> None:
    fields = {"exhibits": [{"name": "a"}], "keeper": {"name": "An"}, "custody_place": "Kho"}
    held = prefilling.held(CaseAct.EXHIBITS_SEIZED, paper("MBB15", fields=fields))
    assert {"exhibits", "exhibits.0.quantity", "keeper", "place"} <= held
    assert "seized_at" not in held
    rows = [{"code": "C1", "ended_on": "2026-11-20"}]
    minutes = paper("MBB01", fields={"violations": rows, "violator": {"name": "A"}})
    held = prefilling.held(CaseAct.VIOLATION_RECORDED, minutes)
    assert {"violations.0.code", "violations.0.goods_value", "party.name", "recorded_at"} <= held
    assert prefilling.held(CaseAct.VIOLATION_RECORDED, None) == frozenset()


def test_licences_of_the_minutes_are_seized_as_papers_after_the_goods() -> None:
    """MBB15 lists licences in a table of their own, without units (Decree 118/2021, item 3)."""
    rows = {
        "exhibits": [{"name": "Hộp 1", "unit": "hộp", "quantity": "2"}],
        "licences": [{"name": "Giấy phép số 5", "quantity": "1", "condition": "Bản chính"}],
    }
    minutes = paper("MBB15", fields=rows)
    goods, licence = values(CaseAct.EXHIBITS_SEIZED, minutes)["exhibits"]
    assert (goods["kind"], goods["unit"]) == ("exhibit", "hộp")
    assert (licence["kind"], licence["name"]) == ("document", "Giấy phép số 5")
    assert (licence["unit"], licence["condition"]) == ("bản", "Bản chính")
    held = prefilling.held(CaseAct.EXHIBITS_SEIZED, minutes)
    assert {"exhibits.1.name", "exhibits.1.quantity"} <= held
